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

  project(event: StatusChanged): MessageContent<StatusChanged> {
    this.#changedAt = event.time
    return { type: 'status', time: event.time, dataLength: STATUS_LENGTH, facts: event, render }
  }

  snapshot(): { data: object; time: Time } | undefined {
    const status = this.#view.status(this.#symbol)
    return status && { data: toWireStatus(this.#symbol, status), time: this.#changedAt }
  }
}

const render = ({ symbol, status }: StatusChanged): object => toWireStatus(symbol, status)
