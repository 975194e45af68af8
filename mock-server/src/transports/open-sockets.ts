import type { StreamSession, StreamSocket } from '../streams/session.ts'

/** The sockets that are open, and what is said on each. */
export class OpenSockets {
  readonly #sessions = new Map<StreamSocket, StreamSession>()

  /** Whether something is on its way to one of them, or waits for room on it. */
  get waiting(): boolean {
    const all = [...this.#sessions]
    return all.some(([socket, session]) => socket.bufferedAmount() > 0 || session.backlogged())
  }

  /** The same session, whose socket counts until it is closed. */
  watch(socket: StreamSocket, session: StreamSession): StreamSession {
    this.#sessions.set(socket, session)
    return {
      receive: (text) => session.receive(text),
      end: (code, reason, graceMs) => session.end(code, reason, graceMs),
      backlogged: () => session.backlogged(),
      closed: () => {
        this.#sessions.delete(socket)
        session.closed()
      },
    }
  }
}
