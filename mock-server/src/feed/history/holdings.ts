import type {
  BalanceView,
  FollowedAccount,
  HoldingsRecord,
  PositionHeld,
  PositionView,
} from '../../exchange/exchange.ts'
import { Steps } from '../steps.ts'
import type { PriceSteps, SymbolPrices } from './prices.ts'

export type PricesOf = (symbol: string) => SymbolPrices | undefined

/**
 * What one account had at the moment of each of its messages. Only what changed is noted: it is a balance or a position
 * of many, and messages are kept for the whole epoch.
 */
export class HoldingsHistory implements HoldingsRecord {
  readonly #account: FollowedAccount
  readonly #pricesOf: PricesOf
  readonly #balances = new Map<string, Steps<BalanceView>>()
  readonly #positions = new Map<string, Steps<PositionHeld>>()
  /** Of a margin account the prices of all that it had. */
  readonly #marks: PriceSteps[] = []
  #moment = 0

  constructor(account: FollowedAccount, pricesOf: PricesOf) {
    this.#account = account
    this.#pricesOf = pricesOf
  }

  /** What the account has now, it had at this moment; bids and offers that moved have been noted. */
  note(moment: number): void {
    this.#moment = moment
    this.#account.tellChanges(this)
    for (const mark of this.#marks) mark.note(moment)
  }

  balance(now: BalanceView): void {
    let steps = this.#balances.get(now.asset)
    if (steps === undefined) {
      steps = new Steps()
      this.#balances.set(now.asset, steps)
    }
    steps.note(this.#moment, now)
  }

  position(now: PositionHeld): void {
    let steps = this.#positions.get(now.symbol)
    if (steps === undefined) {
      steps = new Steps()
      this.#positions.set(now.symbol, steps)
    }
    if (steps.latest?.basis !== now.basis) this.#valueOn(now)
    steps.note(this.#moment, now)
  }

  balancesAt(moment: number): readonly BalanceView[] {
    return Array.from(this.#balances.values(), (steps) => steps.at(moment)).filter(
      (each) => each !== undefined,
    )
  }

  positionsAt(moment: number): readonly PositionView[] {
    const positions: PositionView[] = []
    for (const steps of this.#positions.values()) {
      const held = steps.at(moment)
      if (held === undefined) continue
      const valueTicks = this.#pricesOf(held.symbol)?.on(held.basis).at(moment) ?? null
      positions.push({ ...held, valueTicks })
    }
    return positions
  }

  #valueOn({ symbol, basis }: PositionHeld): void {
    const price = this.#pricesOf(symbol)?.on(basis)
    if (price === undefined) return
    price.note(this.#moment)
    if (basis === 'mark') this.#marks.push(price)
  }
}
