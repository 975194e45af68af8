import type {
  BalanceView,
  FollowedAccount,
  HoldingsRecord,
  PositionHeld,
  PositionView,
} from '../../exchange/exchange.ts'
import { Steps } from '../steps.ts'
import type { PriceSteps, Prices } from './prices.ts'

interface RecordedPosition {
  /** Its place among the positions. */
  readonly place: number
  readonly steps: Steps<PositionHeld>
}

/**
 * What one account had at the moment of each of its messages. Only what changed is noted: it is a balance or a position
 * of many, and messages are kept for the whole epoch.
 */
export class HoldingsHistory implements HoldingsRecord {
  readonly #account: FollowedAccount
  readonly #prices: Prices
  readonly #balances = new Map<string, Steps<BalanceView>>()
  readonly #positions = new Map<string, RecordedPosition>()
  /** By the place of a position, what it is valued at. */
  readonly #valuedAt: PriceSteps[] = []
  #moment = 0

  constructor(account: FollowedAccount, prices: Prices) {
    this.#account = account
    this.#prices = prices
  }

  /** What the account has now, it had at this moment. */
  note(moment: number): void {
    this.#moment = moment
    this.#account.tellChanges(this)
    for (const price of this.#valuedAt) price.note(moment)
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
    const { symbol, basis } = now
    let recorded = this.#positions.get(symbol)
    if (recorded === undefined) {
      recorded = { place: this.#positions.size, steps: new Steps() }
      this.#positions.set(symbol, recorded)
    }
    if (recorded.steps.latest?.basis !== basis)
      this.#valuedAt[recorded.place] = this.#prices.of(symbol, basis)
    recorded.steps.note(this.#moment, now)
  }

  balancesAt(moment: number): readonly BalanceView[] {
    return Array.from(this.#balances.values(), (steps) => steps.at(moment)).filter(
      (each) => each !== undefined,
    )
  }

  positionsAt(moment: number): readonly PositionView[] {
    const positions: PositionView[] = []
    for (const { steps } of this.#positions.values()) {
      const held = steps.at(moment)
      if (held === undefined) continue
      positions.push({ ...held, valueTicks: this.#prices.of(held.symbol, held.basis).at(moment) })
    }
    return positions
  }
}
