import type { Account } from './accounts/account.ts'
import { type MarginView, marginViewOf } from './accounts/margin/margin-view.ts'
import type { FollowedAccount, HoldingsRecord } from './exchange.ts'
import { balanceNow, positionNow } from './position-views.ts'
import type { ExchangeState } from './state.ts'
import type { Noted } from './values/noted.ts'

/** Tells a follower what is different, so that nobody has to compare all that an account has after every command. */
export class AccountFollower implements FollowedAccount {
  readonly #state: ExchangeState
  readonly #account: Account
  /** The account's own note of what may be different; cleared when it was told. */
  readonly #touched: Noted<string>

  constructor(state: ExchangeState, account: Account) {
    this.#state = state
    this.#account = account
    this.#touched = account.follow()
  }

  get ordersSeq(): number {
    return this.#account.ordersSeq
  }

  get margin(): MarginView | undefined {
    return this.#account.margin && marginViewOf(this.#state, this.#account)
  }

  tellChanges(record: HoldingsRecord): void {
    const account = this.#account
    for (let place = 0; place < this.#touched.count; place += 1) {
      const name = this.#touched.at(place)
      // An asset may be called like a symbol.
      const balance = account.balances.get(name)
      if (balance !== undefined) record.balance(balanceNow(account, name, balance))
      const position = account.positions.get(name)
      if (position !== undefined) record.position(positionNow(account, name, position))
    }
    this.#touched.clear()
  }
}
