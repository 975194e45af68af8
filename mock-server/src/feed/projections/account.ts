import type { AccountState } from '@openbourse/spec'
import type { MarginView } from '../../exchange/accounts/margin/margin-view.ts'
import type { AccountView, ExchangeView, FollowedAccount } from '../../exchange/exchange.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { Contents } from '../contents.ts'
import { HoldingsHistory, type PricesOf } from '../history/holdings.ts'
import { toWireHoldings } from '../wire/holdings.ts'

const STATE_LENGTH = 600

/** What a message remembers beside the history of its account. */
export interface AccountMoment {
  readonly time: Time
  readonly moment: number
  readonly ordersSeq: number
  readonly margin: MarginView | undefined
}

/** All that one account has after each command that changed it. */
export class AccountProjection implements Contents<AccountMoment> {
  readonly width = 3
  readonly #view: ExchangeView
  readonly #accountId: string
  readonly #account: FollowedAccount
  readonly #history: HoldingsHistory

  constructor(view: ExchangeView, accountId: string, account: FollowedAccount, pricesOf: PricesOf) {
    this.#view = view
    this.#accountId = accountId
    this.#account = account
    this.#history = new HoldingsHistory(account, pricesOf)
  }

  project(moment: number, time: Time): AccountMoment {
    this.#history.note(moment)
    const { ordersSeq, margin } = this.#account
    return { time, moment, ordersSeq, margin }
  }

  write({ time, moment, ordersSeq, margin }: AccountMoment, numbers: Float64Array, at: number): unknown {
    numbers[at] = time
    numbers[at + 1] = moment
    numbers[at + 2] = ordersSeq
    return margin
  }

  read(numbers: Float64Array, at: number, margin: MarginView | undefined): AccountMoment {
    const [time = 0, moment = 0, ordersSeq = 0] = numbers.subarray(at, at + this.width)
    return { time, moment, ordersSeq, margin }
  }

  typeOf(): string {
    return 'account'
  }

  timeOf({ time }: AccountMoment): Time {
    return time
  }

  lengthOf(): number {
    return STATE_LENGTH
  }

  render({ moment, ordersSeq, margin }: AccountMoment): AccountState {
    return toWireHoldings(this.#view, {
      accountId: this.#accountId,
      ordersSeq,
      balances: this.#history.balancesAt(moment),
      positions: this.#history.positionsAt(moment),
      margin,
    })
  }

  snapshot(account: AccountView): { data: object; time: Time } {
    return { data: toWireHoldings(this.#view, account), time: this.#view.time }
  }
}
