import type { Duplex } from 'node:stream'
import type { ApiReply } from '../api/call.ts'
import type { Clock } from '../ports/clock.ts'

/** So long a peer may take to read a refusal and close its side. */
const PARTING_MS = 1000

/** Bare sockets with a last answer on them: after a parse error or instead of an upgrade nobody else ends them. */
export class PartingSockets {
  readonly #clock: Clock
  readonly #sockets = new Set<Duplex>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  refuse(socket: Duplex, { status, headers, body = '' }: ApiReply): void {
    const fields = { ...headers, connection: 'close', 'content-length': String(Buffer.byteLength(body)) }
    const lines = Object.entries(fields).map(([name, value]) => `${name}: ${value}`)
    this.#sockets.add(socket)
    const cancel = this.#clock.after(PARTING_MS, () => socket.destroy())
    socket.on('error', () => socket.destroy())
    socket.on('close', () => {
      cancel()
      this.#sockets.delete(socket)
    })
    // Unread bytes would hold back the peer's close.
    socket.resume()
    socket.end(`HTTP/1.1 ${status} Refused\r\n${lines.join('\r\n')}\r\n\r\n${body}`)
  }

  terminate(): void {
    for (const socket of this.#sockets) socket.destroy()
  }
}
