import { nextTask } from '../ports/system-clock.ts'
import type { StreamSocket } from '../streams/session.ts'

/** Where the frames of an {@link Outbox} arrive. */
export interface Receiver {
  message(text: string): void
  close(code: number, reason: string): void
}

type Frame = { readonly text: string } | { readonly code: number; readonly reason: string }

/**
 * The server's end of a socket without a network. Frames arrive in order, each in a task of its own and never
 * inside the call that sent them: whoever reads in a loop takes one message before the next arrives, as from a
 * real socket. A close waits its turn behind the messages.
 */
export class Outbox implements StreamSocket {
  readonly #receiver: Receiver
  #frames: Frame[] = []
  #first = 0
  #waitingBytes = 0
  #scheduled = false
  #ended = false

  constructor(receiver: Receiver) {
    this.#receiver = receiver
  }

  send(text: string): void {
    if (this.#ended) return
    this.#waitingBytes += text.length
    this.#enqueue({ text })
  }

  close(code: number, reason: string): void {
    if (this.#ended) return
    this.#ended = true
    this.#enqueue({ code, reason })
  }

  /** In characters, which for this protocol's ASCII are bytes. */
  bufferedAmount(): number {
    return this.#waitingBytes
  }

  /** The peer is gone: nothing more is delivered. */
  discard(): void {
    this.#ended = true
    this.#frames = []
    this.#first = 0
    this.#waitingBytes = 0
  }

  #enqueue(frame: Frame): void {
    this.#frames.push(frame)
    this.#schedule()
  }

  #schedule(): void {
    if (this.#scheduled) return
    this.#scheduled = true
    nextTask(() => {
      this.#scheduled = false
      this.#deliver()
    })
  }

  #deliver(): void {
    const frame = this.#frames[this.#first]
    if (!frame) return
    this.#first += 1
    // Taken frames are dropped in bulk: shifting one at a time costs the square of a long queue.
    if (this.#first === this.#frames.length) {
      this.#frames = []
      this.#first = 0
    } else {
      this.#schedule()
    }
    if ('text' in frame) {
      this.#waitingBytes -= frame.text.length
      this.#receiver.message(frame.text)
    } else {
      this.#receiver.close(frame.code, frame.reason)
    }
  }
}
