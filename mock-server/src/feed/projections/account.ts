import type { AccountView, ExchangeView } from '../../exchange/exchange.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { MessageContent } from '../message.ts'
import { type Holdings, holdingsOf, toWireHoldings } from '../wire/holdings.ts'

const STATE_LENGTH = 200
const POSITION_LENGTH = 300

/** All that an account has after each command that changed it. */
export class AccountProjection {
  readonly #view: ExchangeView

  constructor(view: ExchangeView) {
    this.#view = view
  }

  project(account: AccountView, time: Time): MessageContent<Holdings> {
    const facts = holdingsOf(account)
    const dataLength = STATE_LENGTH + POSITION_LENGTH * facts.positions.length
    return { type: 'account', time, dataLength, facts, render: this.#render }
  }

  readonly #render = (facts: Holdings): object => toWireHoldings(this.#view, facts)

  snapshot(account: AccountView): { data: object; time: Time } {
    return { data: this.#render(holdingsOf(account)), time: this.#view.time }
  }
}
