import type { BodySink, ReplyStream } from '../api/call.ts'
import { fetchThrough } from '../api/fetch.ts'
import type { StreamSocket } from '../streams/session.ts'
import type { WebhookTransport } from '../webhooks/send.ts'
import type { Backend } from './backend.ts'

/** Resolves once all that happened until now is on disk, rejects when it never will be; undefined: nothing to wait for. */
export type Settled = () => Promise<void> | undefined

/**
 * Nothing leaves before it is on disk: no answer, no message of a stream and none to a webhook tells of what a
 * crash could undo. What the disk refused is never told: whoever waits for such an answer gets `internal-error`,
 * which says that nobody knows whether it was done.
 */
export function withDurability(backend: Backend, settled: Settled): Backend {
  const handle: Backend['handle'] = async (call) => {
    const reply = await backend.handle(call)
    try {
      await settled()
    } catch {
      reply.stream?.closed()
      const detail = 'The journal could not be written: nobody knows whether this was kept.'
      return backend.refuse('internal-error', detail, call.target)
    }
    return reply.stream === undefined ? reply : { ...reply, stream: durableStream(reply.stream, settled) }
  }
  return {
    ...backend,
    handle,
    fetch: (request) => fetchThrough(handle, request),
    openStream: (socket) => backend.openStream(durableSocket(socket, settled)),
  }
}

/** The same for what webhooks post. */
export function durableWebhooks(transport: WebhookTransport, settled: Settled): WebhookTransport {
  return {
    ...transport,
    send: async (request) => {
      try {
        await settled()
      } catch {
        return { error: 'send-failed' }
      }
      return transport.send(request)
    },
  }
}

function durableStream(stream: ReplyStream, settled: Settled): ReplyStream {
  return {
    ...stream,
    closed: () => stream.closed(),
    start: (sink: BodySink) => {
      const gate = new Gate(settled)
      stream.start({
        send: (text) => gate.pass(text.length, () => sink.send(text)),
        close: () => gate.end(() => sink.close()),
        bufferedAmount: () => sink.bufferedAmount() + gate.held,
      })
    },
  }
}

function durableSocket(socket: StreamSocket, settled: Settled): StreamSocket {
  const gate = new Gate(settled)
  return {
    ...(socket.takesBytes === undefined ? {} : { takesBytes: socket.takesBytes }),
    send: (text, bytes) => gate.pass(text.length, () => socket.send(text, bytes)),
    close: (code, reason) => gate.end(() => socket.close(code, reason)),
    bufferedAmount: () => socket.bufferedAmount() + gate.held,
  }
}

interface Held {
  readonly until: Promise<void>
  /** Characters of the message; none of the end. */
  readonly size: number
  send(): void
}

/** Messages of one receiver, in their order, each held until what came before it is on disk. */
class Gate {
  /** Characters that wait. */
  held = 0
  readonly #settled: Settled
  #waiting: Held[] = []

  constructor(settled: Settled) {
    this.#settled = settled
  }

  pass(size: number, send: () => void): void {
    const last = this.#waiting.at(-1)
    const until = this.#settled() ?? last?.until
    if (until === undefined) {
      send()
      return
    }
    this.#waiting.push({ until, size, send })
    this.held += size
    if (until !== last?.until) void this.#release(until)
  }

  /** What waits may still go, then this; after a failure of the disk it goes alone. */
  end(close: () => void): void {
    this.pass(0, close)
  }

  async #release(until: Promise<void>): Promise<void> {
    try {
      await until
    } catch {
      this.#drop()
    }
    while (this.#waiting[0]?.until === until) {
      const first = this.#waiting.shift()
      this.held -= first?.size ?? 0
      first?.send()
    }
  }

  /** Of what is not on disk nothing is told but the end. */
  #drop(): void {
    const ends = this.#waiting.filter(({ size }) => size === 0)
    this.#waiting = []
    this.held = 0
    for (const { send } of ends) send()
  }
}
