import type { Socket } from 'node:net'

/** How many connections each address has open. As many entries as there are connections, at most. */
export class Addresses {
  readonly #most: number
  readonly #open = new Map<string, number>()
  /** A socket may be handed back to the server to be read again. */
  readonly #admitted = new WeakSet<Socket>()

  constructor(most: number) {
    this.#most = most
  }

  /** Counts the connection until it closes; false when its address has as many as it may have. */
  admit(socket: Socket): boolean {
    if (this.#admitted.has(socket)) return true
    const address = addressOf(socket)
    const open = this.#open.get(address) ?? 0
    if (open >= this.#most) return false
    this.#open.set(address, open + 1)
    this.#admitted.add(socket)
    socket.once('close', () => this.#left(address))
    return true
  }

  #left(address: string): void {
    const open = (this.#open.get(address) ?? 1) - 1
    if (open === 0) this.#open.delete(address)
    else this.#open.set(address, open)
  }
}

/** Of the peer; a socket that is gone already has none. */
export function addressOf({ remoteAddress = '' }: { readonly remoteAddress?: string | undefined }): string {
  return remoteAddress
}
