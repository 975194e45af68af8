import type { Account } from './accounts/account.ts'
import { valuationOf } from './accounts/margin/valuation.ts'
import { totalLots } from './accounts/position.ts'
import { unsettledLots } from './accounts/settlement/settlement.ts'
import type { PositionView } from './exchange.ts'
import type { ExchangeState } from './state.ts'

/**
 * What each account's positions were when somebody last looked. They are read after every command that changed the
 * account, and most of them are as they were: these are answered again rather than copied, and never change.
 */
export class PositionViews {
  readonly #state: ExchangeState
  readonly #latest = new Map<Account, readonly PositionView[]>()

  constructor(state: ExchangeState) {
    this.#state = state
  }

  /** The very same list as the last time when nothing in it is different. */
  of(account: Account): readonly PositionView[] {
    const latest = this.#latest.get(account) ?? NOTHING
    let changed: PositionView[] | undefined
    let index = 0
    for (const symbol of account.positions.keys()) {
      const before = latest[index]
      const now = this.#read(account, symbol, before)
      if (now !== before) {
        changed ??= latest.slice()
        changed[index] = now
      }
      index += 1
    }
    if (changed === undefined && index === latest.length) return latest
    changed ??= latest.slice()
    changed.length = index
    this.#latest.set(account, changed)
    return changed
  }

  /** What was read before, if that is what it still is. */
  #read(account: Account, symbol: string, before: PositionView | undefined): PositionView {
    const { settlement, lots } = account
    const position = account.position(symbol)
    const { availableLots, heldLots } = position
    const total = totalLots(position)
    const { cost, realizedProfit } = lots?.get(symbol)?.now ?? position
    const unsettled = settlement === undefined ? 0 : unsettledLots(settlement, symbol, total)
    const listing = this.#state.listings.get(symbol)
    const valueTicks = (listing && valuationOf(account, listing, total)) ?? null
    if (
      before !== undefined &&
      before.valueTicks === valueTicks &&
      before.availableLots === availableLots &&
      before.heldLots === heldLots &&
      before.unsettledLots === unsettled &&
      before.cost === cost &&
      before.realizedProfit === realizedProfit &&
      before.symbol === symbol
    )
      return before
    return { symbol, availableLots, heldLots, cost, realizedProfit, unsettledLots: unsettled, valueTicks }
  }
}

const NOTHING: readonly PositionView[] = []
