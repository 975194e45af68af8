import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'

interface Exchange {
  readonly request: IncomingMessage
  readonly response: ServerResponse
  readonly answered: Promise<void>
}

/**
 * The requests of each connection, one after another: what a client sends without waiting for answers is executed
 * in the order in which it was sent.
 */
export class Exchanges {
  readonly #latest = new WeakMap<Duplex, Exchange>()

  /** Answers at once, or after the connection's earlier requests. `answer` must not reject. */
  begin(request: IncomingMessage, response: ServerResponse, answer: () => Promise<void>): void {
    const before = this.#latest.get(request.socket)
    const waits = before !== undefined && !before.response.writableEnded
    const answered = waits ? before.answered.then(answer) : answer()
    this.#latest.set(request.socket, { request, response, answered })
  }

  /** Calls back when complete requests of the connection have their answers: what follows them must not overtake. */
  afterAnswers(socket: Duplex, callback: () => void): void {
    const latest = this.#latest.get(socket)
    if (latest === undefined || !latest.request.complete || latest.response.closed) callback()
    else latest.response.once('close', callback)
  }
}
