import type { AccountView, ExchangeView } from '../../exchange/exchange.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { MessageContent, MessageKind } from '../message.ts'
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
    return { kind: this.#state, time, dataLength, facts }
  }

  readonly #state: MessageKind<Holdings> = {
    type: 'account',
    render: (facts) => toWireHoldings(this.#view, facts),
  }

  snapshot(account: AccountView): { data: object; time: Time } {
    return { data: this.#state.render(holdingsOf(account)), time: this.#view.time }
  }
}
