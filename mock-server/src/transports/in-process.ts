import { type Backend, STREAM_PROTOCOL } from './backend.ts'
import { InProcessSocket } from './in-process-socket.ts'

export interface InProcessOptions {
  /** Origin that the mock answers for, for example `http://127.0.0.1:4010`; nothing listens there. */
  readonly baseUrl: string
  readonly streamUrl: string
}

export interface InProcessTransport {
  readonly fetch: typeof globalThis.fetch
  readonly WebSocket: typeof globalThis.WebSocket
}

/** `fetch` and `WebSocket` that reach the backend and nothing else, without a network and without patching globals. */
export function createInProcessTransport(backend: Backend, options: InProcessOptions): InProcessTransport {
  return { fetch: createFetch(backend, options), WebSocket: createWebSocket(backend, options) }
}

function createFetch(backend: Backend, { baseUrl }: InProcessOptions): typeof globalThis.fetch {
  const { origin } = new URL(baseUrl)
  return async (input, init) => {
    const request = new Request(input, init)
    if (new URL(request.url).origin !== origin) {
      throw new TypeError('fetch failed', {
        cause: new Error(`The mock broker answers for ${origin} alone, not for ${request.url}`),
      })
    }
    request.signal.throwIfAborted()
    return untilAborted(request.signal, backend.fetch(request))
  }
}

async function untilAborted(signal: AbortSignal, reply: Promise<Response>): Promise<Response> {
  let onAbort = (): void => {}
  const aborted = new Promise<never>((_resolve, reject) => {
    onAbort = () => reject(signal.reason)
    signal.addEventListener('abort', onAbort, { once: true })
  })
  try {
    const response = await Promise.race([reply, aborted])
    signal.throwIfAborted()
    return response
  } finally {
    signal.removeEventListener('abort', onAbort)
  }
}

function createWebSocket(backend: Backend, { streamUrl }: InProcessOptions): typeof globalThis.WebSocket {
  const served = new URL(streamUrl)
  const accept = (url: URL, protocols: readonly string[]): string | undefined => {
    if (url.origin !== served.origin || url.pathname !== served.pathname) return undefined
    if (protocols.length === 0) return ''
    return protocols.includes(STREAM_PROTOCOL) ? STREAM_PROTOCOL : undefined
  }
  const WebSocket = class WebSocket extends InProcessSocket {
    constructor(url: string | URL, protocols: string | string[] = []) {
      super(url, protocols, { accept, openStream: (socket) => backend.openStream(socket) })
    }
  }
  // The class has the whole interface; what the DOM's type adds are overloads of addEventListener.
  return WebSocket as unknown as typeof globalThis.WebSocket
}
