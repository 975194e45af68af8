import { getResponse, http, type RequestHandler, type WebSocketHandler, ws } from 'msw'
import type { StreamSession } from '../streams/session.ts'
import type { Backend } from './backend.ts'
import { Outbox } from './outbox.ts'

/**
 * The backend behind Mock Service Worker. Two handlers whatever the number of operations: MSW matches by linear
 * scan and clones requests, so one handler an operation would cost ten times as much. Works with MSW 2.15 and 3.
 */

/** What is used of MSW; another copy or version of it may be given. */
export interface MswLibrary {
  readonly http: Pick<typeof http, 'all'>
  readonly ws: Pick<typeof ws, 'link'>
}

/** The part of `setupServer`'s result that is used here. */
export interface MswServer {
  listen(options: object): void
  close(): void
  use(...handlers: MswHandler[]): void
  resetHandlers(): void
}

export type MswHandler = RequestHandler | WebSocketHandler

export interface MswTargets {
  readonly baseUrl: string
  readonly streamUrl: string
}

export function createMswHandlers(
  backend: Backend,
  { baseUrl, streamUrl }: MswTargets,
  library: MswLibrary = { http, ws },
): MswHandler[] {
  const link = library.ws.link(streamUrl)
  return [
    library.http.all(`${baseUrl}/*`, ({ request }) => backend.fetch(request)),
    link.addEventListener('connection', ({ client }) => connect(backend, client)),
  ]
}

/** Requests that no handler takes fail instead of reaching a network. */
export const REFUSE_OTHERS = {
  // MSW 3 renamed the option and ignores the old name without a word, MSW 2 knows only the old one.
  onUnhandledRequest: 'error',
  onUnhandledFrame: 'error',
} as const

/** Starts interception in Node for the given handlers. */
export async function startMsw(handlers: readonly MswHandler[]): Promise<MswServer> {
  const { setupServer } = await import('msw/node')
  const server = setupServer(...handlers)
  server.listen(REFUSE_OTHERS)
  return server
}

/** The first answer that the given handlers have for the request. */
export function respondWith(
  handlers: readonly MswHandler[],
  request: Request,
): Promise<Response | undefined> {
  const requestHandlers = handlers.filter(
    (handler): handler is RequestHandler => !isWebSocketHandler(handler),
  )
  return getResponse(requestHandlers, request)
}

function isWebSocketHandler(handler: MswHandler): handler is WebSocketHandler {
  return 'kind' in handler ? handler.kind === 'websocket' : 'url' in handler
}

/** The part of MSW's client connection that is used here. */
interface MswClient {
  send(data: string): void
  close(code?: number, reason?: string): void
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void
  addEventListener(type: 'close', listener: () => void): void
}

function connect(backend: Backend, client: MswClient): void {
  // The outbox also keeps a close behind the messages sent before it, which MSW would lose in the same tick.
  const outbox = new Outbox({
    message: (text) => client.send(text),
    close: (code, reason) => client.close(code, reason),
  })
  const session: StreamSession = backend.openStream(outbox)
  client.addEventListener('message', ({ data }) => {
    if (typeof data === 'string') session.receive(data)
    else outbox.close(1003, 'messages are text')
  })
  client.addEventListener('close', () => {
    outbox.discard()
    session.closed()
  })
}
