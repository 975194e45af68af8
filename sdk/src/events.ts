/**
 * The backup channel: events of the streams over plain HTTP, as Server-Sent Events. An entry point of its own, so that
 * only those pay for it who use it.
 *
 * @packageDocumentation
 */
import { partsOf } from './client-parts.ts'
import { ArgumentError } from './errors/client-errors.ts'
import type { RestClient } from './rest-client.ts'
import { createEventStream, type EventStream, type EventStreamOptions } from './streaming/event-stream.ts'

export type { EventStream, EventStreamOptions } from './streaming/event-stream.ts'

/**
 * Every event of up to 32 channels, once and in the order in which it happened, as a loop that does not end by itself:
 * a lost connection is opened again after the last event that was read. Nothing is sent before the loop begins.
 *
 * @throws ArgumentError where the client is none of this package, or `lastEventId` cannot be the id of an event
 * @example
 * for await (const message of streamEvents(client, { channels: ['orders', 'quotes.AAPL'] })) {
 *   console.log(message.channel, message.seq, message.type)
 * }
 */
export function streamEvents(client: RestClient, options: EventStreamOptions): EventStream {
  const parts = partsOf(client)
  if (parts === undefined) throw new ArgumentError('streamEvents needs a client made by createClient')
  return createEventStream(parts, options)
}
