import type { Time } from '../exchange/values/types.ts'

/**
 * What the messages of a channel tell: how it is remembered, and how it is written when somebody reads it. Nearly all
 * messages are read by nobody, so that remembering has to be cheap.
 */
export interface Contents<Facts> {
  /** Numbers that are remembered of each message. */
  readonly width: number
  /** Puts the facts into the numbers from `at` on; what are no numbers is answered, and kept beside them. */
  write(facts: Facts, numbers: Float64Array, at: number): unknown
  /** The facts that were written. */
  read(numbers: Float64Array, at: number, kept: unknown): Facts
  /** The contract's name of the message. */
  typeOf(facts: Facts): string
  timeOf(facts: Facts): Time
  /** About how many characters the data takes as JSON. */
  lengthOf(facts: Facts): number
  /** The contract's `data` object. */
  render(facts: Facts): object
}

interface TimedEvent {
  readonly type: string
  readonly time: Time
}

/** Events that are told one by one, and kept as they are. */
export abstract class EventContents<Event extends TimedEvent> implements Contents<Event> {
  readonly width = 0
  /** The contract's name of each event. */
  protected abstract readonly types: Readonly<Record<Event['type'], string>>

  write(event: Event): Event {
    return event
  }

  read(_numbers: Float64Array, _at: number, event: Event): Event {
    return event
  }

  typeOf(event: Event): string {
    return this.types[event.type as Event['type']]
  }

  timeOf({ time }: Event): Time {
    return time
  }

  abstract lengthOf(event: Event): number
  abstract render(event: Event): object
}
