import type { StreamSocket } from '../../src/streams/session.ts'

export interface Received {
  readonly type: string
  readonly channel?: string
  readonly seq?: number
  readonly firstSeq?: number
  readonly [field: string]: unknown
}

/** The server's end of a socket: notes what was sent, and may call a test back inside `send`. */
export class FakeSocket implements StreamSocket {
  readonly frames: string[] = []
  closedWith: { code: number; reason: string } | undefined
  /** While set, what is sent stays in the buffer. */
  stalled = false
  buffered = 0
  takesBytes = false
  onSend: (text: string) => void = () => {}
  #read = 0

  send(text: string, bytes?: Uint8Array): void {
    if (this.closedWith !== undefined) throw new Error('sent after close')
    if (bytes !== undefined && !this.takesBytes) throw new Error('encoded for nobody')
    this.frames.push(text)
    if (this.stalled) this.buffered += text.length
    this.onSend(text)
  }

  close(code: number, reason: string): void {
    if (this.closedWith !== undefined) throw new Error('closed twice')
    this.closedWith = { code, reason }
  }

  bufferedAmount(): number {
    return this.buffered
  }

  /** The peer reads everything. */
  drain(): void {
    this.stalled = false
    this.buffered = 0
  }

  /** Messages since the last call, arrays taken apart. */
  take(): Received[] {
    const messages = this.frames.slice(this.#read).flatMap((text) => {
      const value = JSON.parse(text)
      return Array.isArray(value) ? value : [value]
    })
    this.#read = this.frames.length
    return messages
  }
}
