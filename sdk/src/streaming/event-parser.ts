import { InvalidResponseError } from '../errors/client-errors.ts'

/** One block of an event stream. */
export interface StreamBlock {
  /** The last id up to this block, as a reader sends it back to go on after it. */
  readonly id: string
  readonly type: string
  /** `undefined` for a block that only moves the id, or says nothing at all. */
  readonly data: string | undefined
}

const lineEnd = /\r\n|[\r\n]/g

/**
 * Reads Server-Sent Events as the HTML standard says, whatever pieces the text comes in. An id counts once its block is
 * complete: what was cut off before is sent again.
 */
export class EventParser {
  /** How long the server asks to wait before coming back, in milliseconds. */
  retryMs: number | undefined
  readonly #longest: number
  /** The beginning of a line whose end has not come. */
  #rest = ''
  /** The last piece ended with CR: an LF that follows belongs to it. */
  #afterCr = false
  #id = ''
  #type = ''
  #data: string[] = []
  #length = 0

  /** @param longest the most characters of one event */
  constructor(longest: number) {
    this.#longest = longest
  }

  /** The blocks that this piece completes. @throws InvalidResponseError where an event is too long */
  push(piece: string): StreamBlock[] {
    const blocks: StreamBlock[] = []
    let start = this.#afterCr && piece.startsWith('\n') ? 1 : 0
    if (piece !== '') this.#afterCr = piece.endsWith('\r')
    lineEnd.lastIndex = start
    for (let found = lineEnd.exec(piece); found !== null; found = lineEnd.exec(piece)) {
      const line = this.#rest + piece.slice(start, found.index)
      this.#rest = ''
      start = lineEnd.lastIndex
      if (line === '') blocks.push(this.#complete())
      else this.#read(line)
    }
    this.#rest += piece.slice(start)
    if (this.#rest.length + this.#length > this.#longest) this.#tooLong()
    return blocks
  }

  #read(line: string): void {
    const colon = line.indexOf(':')
    const name = colon === -1 ? line : line.slice(0, colon)
    const value = colon === -1 ? '' : line.slice(colon + (line[colon + 1] === ' ' ? 2 : 1))
    if (name === 'data') {
      this.#data.push(value)
      // With the line's end, so that many empty lines are long too.
      this.#length += value.length + 1
      if (this.#length > this.#longest) this.#tooLong()
    } else if (name === 'event') this.#type = value
    else if (name === 'id') this.#id = value.includes('\0') ? this.#id : value
    else if (name === 'retry' && /^\d+$/.test(value)) this.retryMs = Number(value)
  }

  #complete(): StreamBlock {
    const data = this.#data.length === 0 ? undefined : this.#data.join('\n')
    const block = { id: this.#id, type: this.#type || 'message', data }
    this.#type = ''
    this.#data = []
    this.#length = 0
    return block
  }

  #tooLong(): never {
    const reason = `Failed to stream events: an event is longer than ${this.#longest} characters`
    throw new InvalidResponseError(reason, { code: 'response-too-large' })
  }
}
