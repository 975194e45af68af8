import { formatTime } from '../exchange/values/time.ts'
import type { Contents } from './contents.ts'
import type { FeedMessage } from './feed.ts'
import { messageText } from './message-text.ts'

/** What a message repeats of its channel. */
export interface MessageSource<Facts> {
  readonly name: string
  readonly epoch: string
  readonly contents: Contents<Facts>
}

const encoder = new TextEncoder()

/** A numbered message as somebody reads it: what is not asked for is not made. */
export class Message<Facts, Source extends MessageSource<Facts>> implements FeedMessage {
  readonly seq: number
  readonly offset: number
  readonly source: Source
  readonly #facts: Facts
  #data: object | undefined
  #text: string | undefined
  #bytes: Uint8Array | undefined

  constructor(source: Source, seq: number, offset: number, facts: Facts) {
    this.source = source
    this.seq = seq
    this.offset = offset
    this.#facts = facts
  }

  get type(): string {
    return this.source.contents.typeOf(this.#facts)
  }

  get channel(): string {
    return this.source.name
  }

  get time(): string {
    return formatTime(this.source.contents.timeOf(this.#facts))
  }

  get data(): object {
    this.#data ??= Object.freeze(this.source.contents.render(this.#facts))
    return this.#data
  }

  get text(): string {
    this.#text ??= messageText({
      channel: this.source.name,
      epoch: this.source.epoch,
      seq: this.seq,
      type: this.type,
      time: this.time,
      data: this.data,
    })
    return this.#text
  }

  get bytes(): Uint8Array {
    this.#bytes ??= encoder.encode(this.text)
    return this.#bytes
  }
}
