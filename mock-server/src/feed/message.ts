import { formatTime } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import type { FeedMessage } from './feed.ts'
import { messageText } from './message-text.ts'

/** What all messages of a kind have in common. */
export interface MessageKind<Facts = unknown> {
  readonly type: string
  /** Runs only when somebody reads one. */
  render(facts: Facts): object
}

/** Kinds that are written alike, by the event that makes them. */
export function kindsOf<Event extends string, Facts>(
  types: Readonly<Record<Event, string>>,
  render: (facts: Facts) => object,
): Record<Event, MessageKind<Facts>> {
  const kinds = Object.entries<string>(types).map(([event, type]) => [event, { type, render }])
  return Object.fromEntries(kinds)
}

/** What a projection makes of an event. */
export interface MessageContent<Facts = unknown> {
  readonly kind: MessageKind<Facts>
  readonly time: Time
  /** About how many characters the data takes as JSON. */
  readonly dataLength: number
  /** What is kept until somebody reads it: mostly the event itself. */
  readonly facts: Facts
}

/** What was read. */
interface Rendered {
  readonly data: object
  text?: string
  bytes?: Uint8Array
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

/** A numbered message that costs little until it is read: nearly all of them leave the ring unread. */
export class Message<Source extends MessageSource> implements FeedMessage {
  readonly seq: number
  readonly offset: number
  readonly keptAtMs: number
  /** What it keeps in memory once it was read, in bytes. */
  readonly size: number
  readonly source: Source

  readonly #kind: MessageKind
  readonly #at: Time
  readonly #facts: unknown
  #rendered: Rendered | undefined

  constructor(source: Source, place: MessagePlace, content: MessageContent, nowMs: number) {
    this.source = source
    this.seq = place.seq
    this.offset = place.offset
    this.keptAtMs = nowMs
    this.size = ENVELOPE_BYTES + BYTES_A_CHARACTER * content.dataLength
    this.#kind = content.kind
    this.#at = content.time
    this.#facts = content.facts
    this.#rendered = undefined
  }

  get type(): string {
    return this.#kind.type
  }

  get channel(): string {
    return this.source.name
  }

  get time(): string {
    return formatTime(this.#at)
  }

  get data(): object {
    return this.#read().data
  }

  get text(): string {
    const rendered = this.#read()
    rendered.text ??= messageText({
      channel: this.source.name,
      epoch: this.source.epoch,
      seq: this.seq,
      type: this.type,
      time: this.time,
      data: rendered.data,
    })
    return rendered.text
  }

  get bytes(): Uint8Array {
    const rendered = this.#read()
    rendered.bytes ??= encoder.encode(this.text)
    return rendered.bytes
  }

  /** Keeps the facts alone; what is read later is made again, the same. */
  release(): void {
    this.#rendered = undefined
  }

  #read(): Rendered {
    this.#rendered ??= { data: Object.freeze(this.#kind.render(this.#facts)) }
    return this.#rendered
  }
}

/** The object itself, and the envelope of text and bytes. */
const ENVELOPE_BYTES = 500
/** As objects, as text and as bytes. */
const BYTES_A_CHARACTER = 3
