import type { ApiReply } from '../../src/api/call.ts'
import type { StreamSession, StreamSocket } from '../../src/streams/session.ts'
import type { Backend } from '../../src/transports/backend.ts'

/** A backend that answers every call with what it was, and streams that echo. */
export interface FakeBackend extends Backend {
  readonly sockets: StreamSocket[]
  /** What happened to the sessions, in order. */
  readonly log: string[]
}

export function fakeBackend(): FakeBackend {
  const sockets: StreamSocket[] = []
  const log: string[] = []
  return {
    sockets,
    log,
    async handle(call): Promise<ApiReply> {
      // As the API does: the transport only counts.
      if ((call.headerCount ?? 0) > 100) return { status: 431, headers: {} }
      const size = call.body === undefined ? undefined : call.body.length
      const body = JSON.stringify({
        method: call.method,
        target: call.target,
        size,
        x: call.header('x-test'),
      })
      return { status: 200, headers: { 'content-type': 'application/json' }, body }
    },
    async fetch(request) {
      return Response.json({ method: request.method, url: request.url })
    },
    refuse: (code, detail) => ({
      status: STATUS[code] ?? 500,
      headers: { 'content-type': 'application/problem+json' },
      body: JSON.stringify({ code, detail }),
    }),
    openStream(socket) {
      sockets.push(socket)
      socket.send('welcome')
      return echo(socket, log)
    },
  }
}

const STATUS: Record<string, number> = {
  'malformed-request': 400,
  'origin-not-allowed': 403,
  'unknown-route': 404,
  'method-not-allowed': 405,
  'request-timeout': 408,
  'body-too-large': 413,
  'misdirected-request': 421,
  'too-many-handshakes': 429,
  'headers-too-large': 431,
}

function echo(socket: StreamSocket, log: string[]): StreamSession {
  return {
    receive(text) {
      log.push(`received ${text}`)
      socket.send(`echo ${text}`, new TextEncoder().encode(`echo ${text}`))
    },
    closed: () => void log.push('closed'),
    backlogged: () => false,
    end(code, reason) {
      socket.send('shutdown')
      socket.close(code, reason)
    },
  }
}
