import type { StreamSession, StreamSocket } from '../streams/session.ts'

/** The sockets that are open. */
export class OpenSockets {
  readonly #sockets = new Set<StreamSocket>()

  /** Whether something is on its way to one of them. */
  get waiting(): boolean {
    return [...this.#sockets].some((socket) => socket.bufferedAmount() > 0)
  }

  /** The same session, whose socket counts until it is closed. */
  watch(socket: StreamSocket, session: StreamSession): StreamSession {
    this.#sockets.add(socket)
    return {
      receive: (text) => session.receive(text),
      end: (code, reason, graceMs) => session.end(code, reason, graceMs),
      backlogged: () => session.backlogged(),
      closed: () => {
        this.#sockets.delete(socket)
        session.closed()
      },
    }
  }
}
