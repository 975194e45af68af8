import type { StatusChanged } from '../../exchange/events.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { MessageContent, MessageKind } from '../message.ts'
import { toWireStatus } from '../wire/status.ts'

const STATUS_LENGTH = 120
const AUCTION_LENGTH = 230

/** Phase, halts, auctions to come, and what a recording says of its own quotes. */
export class StatusProjection {
  readonly #view: ExchangeView
  readonly #instrument: Instrument
  #changedAt: Time

  constructor(view: ExchangeView, instrument: Instrument) {
    this.#view = view
    this.#instrument = instrument
    this.#changedAt = view.time
  }

  project(event: StatusChanged): MessageContent<StatusChanged> {
    this.#changedAt = event.time
    const dataLength = STATUS_LENGTH + (event.status.auction === undefined ? 0 : AUCTION_LENGTH)
    return { kind: this.#status, time: event.time, dataLength, facts: event }
  }

  snapshot(): { data: object; time: Time } | undefined {
    const status = this.#view.status(this.#instrument.symbol)
    return status && { data: toWireStatus(this.#instrument, status), time: this.#changedAt }
  }

  readonly #status: MessageKind<StatusChanged> = {
    type: 'status',
    render: ({ status }) => toWireStatus(this.#instrument, status),
  }
}
