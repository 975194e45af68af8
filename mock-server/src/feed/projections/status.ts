import type { SymbolStatus } from '@openbourse/spec'
import type { StatusChanged } from '../../exchange/events.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Time } from '../../exchange/values/types.ts'
import { EventContents } from '../contents.ts'
import { toWireStatus } from '../wire/status.ts'

const STATUS_LENGTH = 120
const AUCTION_LENGTH = 230

/** Phase, halts, auctions to come, and what a recording says of its own quotes. */
export class StatusProjection extends EventContents<StatusChanged> {
  protected readonly types = { StatusChanged: 'status' }
  readonly #view: ExchangeView
  readonly #instrument: Instrument
  #changedAt: Time

  constructor(view: ExchangeView, instrument: Instrument) {
    super()
    this.#view = view
    this.#instrument = instrument
    this.#changedAt = view.time
  }

  project(event: StatusChanged): StatusChanged {
    this.#changedAt = event.time
    return event
  }

  lengthOf({ status }: StatusChanged): number {
    return STATUS_LENGTH + (status.auction === undefined ? 0 : AUCTION_LENGTH)
  }

  render({ status }: StatusChanged): SymbolStatus {
    return toWireStatus(this.#instrument, status)
  }

  snapshot(): { data: object; time: Time } | undefined {
    const status = this.#view.status(this.#instrument.symbol)
    return status && { data: toWireStatus(this.#instrument, status), time: this.#changedAt }
  }
}
