import { formatTime } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import type { Channel } from './channel.ts'
import type { FeedMessage } from './feed.ts'
import { messageText } from './message-text.ts'

/** What a projection makes of an event; `data` runs only when somebody reads the message. */
export interface MessageContent {
  readonly type: string
  readonly time: Time
  /** About how many characters `data` takes as JSON. */
  readonly dataLength: number
  data(): object
}

const encoder = new TextEncoder()

/**
 * A numbered message that costs little until it is read: nearly all of them leave the ring unread. It is also
 * its own entry in the list by age that {@link Retention} keeps.
 */
export class Message implements FeedMessage {
  readonly seq: number
  readonly type: string
  readonly keptAtMs: number
  /** What it keeps in memory once it was read, in bytes. */
  readonly size: number
  readonly source: Channel
  older: Message | undefined
  newer: Message | undefined

  readonly #content: MessageContent
  #data: object | undefined
  #text: string | undefined
  #bytes: Uint8Array | undefined

  constructor(source: Channel, seq: number, content: MessageContent, nowMs: number) {
    this.source = source
    this.seq = seq
    this.type = content.type
    this.keptAtMs = nowMs
    this.size = ENVELOPE_BYTES + BYTES_A_CHARACTER * content.dataLength
    this.#content = content
  }

  get channel(): string {
    return this.source.name
  }

  get time(): string {
    return formatTime(this.#content.time)
  }

  get data(): object {
    this.#data ??= Object.freeze(this.#content.data())
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

/** The object itself, and the envelope of text and bytes. */
const ENVELOPE_BYTES = 500
/** As objects, as text and as bytes. */
const BYTES_A_CHARACTER = 3
