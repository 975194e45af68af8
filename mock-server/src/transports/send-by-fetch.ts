import type { Clock } from '../ports/clock.ts'
import { SEND_TIMEOUT_MS, type SendOutcome, type SendWebhook } from '../webhooks/send.ts'

/**
 * Webhooks through a `fetch` that the program gave, which decides what it reaches. Its answer's body is not read, and
 * redirects are asked for as answers. A fetch that ignores its signal is not waited for either.
 */
export function sendByFetch(fetch: typeof globalThis.fetch, clock: Clock): SendWebhook {
  return async ({ url, headers, body, signal }) => {
    const abort = new AbortController()
    const post = async (): Promise<SendOutcome> => {
      const { signal } = abort
      const response = await fetch(url, { method: 'POST', headers, body, redirect: 'manual', signal })
      response.body?.cancel().catch(() => {})
      const { status } = response
      // A network error, a redirect that a browser hides, or what a stub takes for an answer.
      return isStatus(status) ? { statusCode: status } : { error: 'send-failed' }
    }
    let stop = (): void => {}
    const stopped = new Promise<SendOutcome>((resolve) => {
      const cancel = clock.after(SEND_TIMEOUT_MS, () => resolve({ error: 'timed-out' }))
      const onAbort = (): void => resolve({ error: 'send-failed' })
      signal.addEventListener('abort', onAbort)
      stop = () => {
        cancel()
        signal.removeEventListener('abort', onAbort)
        abort.abort()
      }
    })
    try {
      return await Promise.race([post().catch((): SendOutcome => ({ error: 'send-failed' })), stopped])
    } finally {
      stop()
    }
  }
}

function isStatus(status: unknown): boolean {
  return Number.isInteger(status) && Number(status) >= 100 && Number(status) <= 999
}
