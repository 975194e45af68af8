import type { Middleware } from './compose.ts'
import { TooLarge } from './failure.ts'
import type { Watch } from './timeout.ts'

interface BodyLimits {
  readonly maximumBytes: number
  readonly idleMs: number
}

/**
 * Reads the whole body now, so that its time and its size count towards the attempt: a new limit of time for each
 * piece, and an end as soon as more than `maximumBytes` came out of the decompressor.
 */
export function readBody(watch: Watch, limits: BodyLimits): Middleware {
  return async (request, next) => readWhole(await next(request), watch, limits)
}

async function readWhole(response: Response, watch: Watch, limits: BodyLimits): Promise<Response> {
  const { status, statusText, headers, body } = response
  if (body === null) return response
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  try {
    while (true) {
      watch.limit('body', limits.idleMs)
      const { done, value } = await watch.race(reader.read())
      if (done) break
      bytes += value.byteLength
      if (bytes > limits.maximumBytes) throw new TooLarge(limits.maximumBytes)
      text += decoder.decode(value, { stream: true })
    }
  } catch (error) {
    // Frees the connection; what the stream says to that is of no interest.
    reader.cancel(error).catch(() => {})
    throw error
  }
  text += decoder.decode()
  // A body of 204, 205 and 304 is always empty, and `Response` refuses even an empty text for them.
  return new Response(text === '' ? null : text, { status, statusText, headers })
}
