import type { StatusChanged } from '../../exchange/events.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { MessageContent } from '../message.ts'
import { toWireStatus } from '../wire/status.ts'

const STATUS_LENGTH = 120

/** Phase, halts, and what a recording says of its own quotes. */
export class StatusProjection {
  readonly #view: ExchangeView
  readonly #symbol: string
  #changedAt: Time

  constructor(view: ExchangeView, symbol: string) {
    this.#view = view
    this.#symbol = symbol
    this.#changedAt = view.time
  }

  project({ symbol, status, time }: StatusChanged): MessageContent {
    this.#changedAt = time
    return { type: 'status', time, dataLength: STATUS_LENGTH, data: () => toWireStatus(symbol, status) }
  }

  snapshot(): { data: object; time: Time } | undefined {
    const status = this.#view.status(this.#symbol)
    return status && { data: toWireStatus(this.#symbol, status), time: this.#changedAt }
  }
}
