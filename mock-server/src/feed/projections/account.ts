import type { MarginView } from '../../exchange/accounts/margin/margin-view.ts'
import type { AccountView, ExchangeView, FollowedAccount } from '../../exchange/exchange.ts'
import type { Time } from '../../exchange/values/types.ts'
import { HoldingsHistory } from '../history/holdings.ts'
import type { Prices } from '../history/prices.ts'
import type { MessageContent, MessageKind } from '../message.ts'
import { toWireHoldings } from '../wire/holdings.ts'

const STATE_LENGTH = 600

/** What a message remembers beside the history of its account. */
interface AccountMoment {
  readonly moment: number
  readonly ordersSeq: number
  readonly margin: MarginView | undefined
}

/** All that one account has after each command that changed it. */
export class AccountProjection {
  readonly #view: ExchangeView
  readonly #accountId: string
  readonly #account: FollowedAccount
  readonly #history: HoldingsHistory

  constructor(view: ExchangeView, accountId: string, account: FollowedAccount, prices: Prices) {
    this.#view = view
    this.#accountId = accountId
    this.#account = account
    this.#history = new HoldingsHistory(account, prices)
  }

  project(moment: number, time: Time): MessageContent<AccountMoment> {
    this.#history.note(moment)
    const { ordersSeq, margin } = this.#account
    return { kind: this.#state, time, dataLength: STATE_LENGTH, facts: { moment, ordersSeq, margin } }
  }

  readonly #state: MessageKind<AccountMoment> = {
    type: 'account',
    render: ({ moment, ordersSeq, margin }) =>
      toWireHoldings(this.#view, {
        accountId: this.#accountId,
        ordersSeq,
        balances: this.#history.balancesAt(moment),
        positions: this.#history.positionsAt(moment),
        margin,
      }),
  }

  snapshot(account: AccountView): { data: object; time: Time } {
    return { data: toWireHoldings(this.#view, account), time: this.#view.time }
  }
}
