import { formatTime } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import type { FeedMessage } from './feed.ts'
import { messageText } from './message-text.ts'

/**
 * What a projection makes of an event. `render` is one function for all messages of a kind, and runs only when
 * somebody reads one: what a message keeps until then is `facts`, mostly the event itself.
 */
export interface MessageContent<Facts = unknown> {
  readonly type: string
  readonly time: Time
  /** About how many characters the data takes as JSON. */
  readonly dataLength: number
  readonly facts: Facts
  render(facts: Facts): object
}

/** What a message repeats of its channel. */
export interface MessageSource {
  readonly name: string
  readonly epoch: string
}

/** The message's number in its channel, and in the log of all channels. */
export interface MessagePlace {
  readonly seq: number
  readonly offset: number
}

const encoder = new TextEncoder()

/**
 * A numbered message that costs little until it is read: nearly all of them leave the ring unread. It is also
 * its own entry in the list by age that {@link Retention} keeps.
 */
export class Message<Source extends MessageSource> implements FeedMessage {
  readonly seq: number
  readonly offset: number
  readonly type: string
  readonly keptAtMs: number
  /** What it keeps in memory once it was read, in bytes. */
  readonly size: number
  readonly source: Source
  older: Message<Source> | undefined
  newer: Message<Source> | undefined

  readonly #at: Time
  readonly #facts: unknown
  readonly #render: (facts: unknown) => object
  #data: object | undefined
  #text: string | undefined
  #bytes: Uint8Array | undefined

  constructor(source: Source, place: MessagePlace, content: MessageContent, nowMs: number) {
    this.source = source
    this.seq = place.seq
    this.offset = place.offset
    this.type = content.type
    this.keptAtMs = nowMs
    this.size = ENVELOPE_BYTES + BYTES_A_CHARACTER * content.dataLength
    this.#at = content.time
    this.#facts = content.facts
    this.#render = content.render
  }

  get channel(): string {
    return this.source.name
  }

  get time(): string {
    return formatTime(this.#at)
  }

  get data(): object {
    this.#data ??= Object.freeze(this.#render(this.#facts))
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

  /** Keeps the facts alone; what is read later is made again, the same. */
  release(): void {
    this.#data = undefined
    this.#text = undefined
    this.#bytes = undefined
  }
}

/** The object itself, and the envelope of text and bytes. */
const ENVELOPE_BYTES = 500
/** As objects, as text and as bytes. */
const BYTES_A_CHARACTER = 3
