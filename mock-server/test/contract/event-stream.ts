import { assertContract, assertEventStream } from '../contract-check.ts'
import { calledOperations, type Json } from './client.ts'
import type { Served } from './transports.ts'

const QUERY = '/v1/events/stream'

/** One event of an event stream. */
export interface SeenEvent {
  readonly id: string
  readonly offset: number
  readonly message: Json
  /** The block as it came, with the empty line at its end. */
  readonly text: string
}

/** An event stream, read piece by piece; everything is checked against the contract. */
export class EventReader {
  readonly response: Response
  readonly #abort: AbortController
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #decoder = new TextDecoder()
  #text = ''
  #ended = false

  private constructor(response: Response, abort: AbortController) {
    if (response.body === null) throw new Error('an event stream without a body')
    this.response = response
    this.#abort = abort
    this.#reader = response.body.getReader()
  }

  static async open(
    served: Served,
    channels: readonly string[],
    lastEventId?: string,
    key = 'mk_demo',
  ): Promise<EventReader> {
    const abort = new AbortController()
    const query = channels.map((channel) => `channels=${channel}`).join('&')
    const headers: Record<string, string> = { authorization: `Bearer ${key}` }
    if (lastEventId !== undefined) headers['last-event-id'] = lastEventId
    const response = await served.fetch(`${served.baseUrl}${QUERY}?${query}`, {
      headers,
      signal: abort.signal,
    })
    const { status } = response
    calledOperations(served).add('streamEvents')
    if (status !== 200) throw new Error(`answered ${status}: ${await response.text()}`)
    assertContract('streamEvents', { status, headers: response.headers })
    return new EventReader(response, abort)
  }

  /** The next block, comments included; undefined at the end. */
  async block(): Promise<string | undefined> {
    for (;;) {
      const end = this.#text.indexOf('\n\n')
      if (end !== -1) {
        const block = this.#text.slice(0, end + 2)
        this.#text = this.#text.slice(end + 2)
        assertEventStream(block)
        return block
      }
      if (this.#ended || !(await this.#more())) return undefined
    }
  }

  /** The id alone with which a stream begins. */
  async start(): Promise<string> {
    const id = /^retry: 1000\nid: (\S+)\n\n$/.exec((await this.block()) ?? '')?.[1]
    if (id === undefined) throw new Error('the stream began otherwise')
    return id
  }

  /** The next event; undefined at the end. */
  async next(): Promise<SeenEvent | undefined> {
    for (;;) {
      const text = await this.block()
      if (text === undefined) return undefined
      const event = toEvent(text)
      if (event !== undefined) return event
    }
  }

  /** Whatever comes until there are so many characters of it, and not one more; then goes away. */
  async cutAfter(length: number): Promise<string> {
    while (this.#text.length < length && (await this.#more()));
    await this.leave()
    return this.#text.slice(0, length)
  }

  /** Goes away without a word, as a process that is killed. */
  async leave(): Promise<void> {
    this.#abort.abort()
    await this.#reader.cancel().catch(() => {})
  }

  async #more(): Promise<boolean> {
    const { done, value } = await this.#reader.read()
    this.#text += this.#decoder.decode(value, { stream: !done })
    this.#ended = done
    return !done
  }
}

/** What a piece of a stream holds whole: an unfinished block at its end counts for nothing. */
export function wholeEvents(text: string): SeenEvent[] {
  const blocks = text.slice(0, text.lastIndexOf('\n\n') + 2).match(/.+?\n\n/gs) ?? []
  return blocks.map(toEvent).filter((event) => event !== undefined)
}

function toEvent(text: string): SeenEvent | undefined {
  const [, id, offset, data] = /^id: (\S+:(\d+))\nevent: \S+\ndata: (.*)\n\n$/.exec(text) ?? []
  if (id === undefined || data === undefined) return undefined
  return { id, offset: Number(offset), message: JSON.parse(data), text }
}
