import { divideHalfEven } from '../values/decimal.ts'
import type { Lots, Minor } from '../values/types.ts'

/**
 * Stock of one symbol in one account. The quantity is negative where the account is short: it then owes stock, and
 * all of it counts as available. `cost` is what the whole position cost by average cost, without fees; of a short
 * position it is negative, the proceeds of its sales.
 */
export interface Position {
  availableLots: Lots
  /** Reserved by open sell orders; never more than the account is long. */
  heldLots: Lots
  cost: Minor
  realizedProfit: Minor
}

export function emptyPosition(): Position {
  return { availableLots: 0, heldLots: 0, cost: 0n, realizedProfit: 0n }
}

/** The signed quantity. */
export function totalLots({ availableLots, heldLots }: Position): Lots {
  return availableLots + heldLots
}

/**
 * Adds bought (positive) or sold (negative) stock for `value`, the price paid or received. What goes against the
 * position closes it: its share of the cost leaves, rounded half-even to a minor unit, and the rest is profit; the
 * last lot takes all that is left, so rounding never accumulates. What is left beyond zero opens the other side at
 * the same price. `value` undefined: no trade, so nothing is paid and no profit made.
 *
 * Opposite stock for the same value reverses it: quantity, and profit less cost, are what they were, to the unit.
 */
export function changePosition(position: Position, lots: Lots, value: Minor | undefined): void {
  const before = totalLots(position)
  const size = Math.abs(lots)
  const closing = before > 0 === lots > 0 ? 0 : Math.min(size, Math.abs(before))
  position.availableLots += lots
  let left = value ?? 0n
  if (closing > 0) {
    const share = shareOf(position.cost, closing, Math.abs(before))
    position.cost -= share
    if (value !== undefined) {
      // A fill has one price, so that its parts are whole.
      const closed = closing === size ? value : (value * BigInt(closing)) / BigInt(size)
      position.realizedProfit += (lots < 0 ? closed : -closed) - share
      left -= closed
    }
  }
  position.cost += lots < 0 ? -left : left
}

function shareOf(cost: Minor, lots: Lots, of: Lots): Minor {
  return lots === of ? cost : divideHalfEven(cost * BigInt(lots), BigInt(of))
}
