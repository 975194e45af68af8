import { divideHalfEven } from '../values/decimal.ts'
import type { Lots, Minor } from '../values/types.ts'

/** Stock of one symbol in one account. `cost` is what the whole position cost, by average cost, without fees. */
export interface Position {
  availableLots: Lots
  /** Reserved by open sell orders. */
  heldLots: Lots
  cost: Minor
  realizedProfit: Minor
}

export function emptyPosition(): Position {
  return { availableLots: 0, heldLots: 0, cost: 0n, realizedProfit: 0n }
}

export function receiveStock(position: Position, lots: Lots, cost: Minor): void {
  position.availableLots += lots
  position.cost += cost
}

/**
 * Gives stock away. Its share of the cost leaves with it, rounded half-even to a minor unit; the last lot
 * takes all that is left, so rounding never accumulates. `proceeds` undefined: not a sale, no profit.
 */
export function giveStock(position: Position, lots: Lots, proceeds: Minor | undefined): void {
  const total = position.availableLots + position.heldLots
  const share = total > 0 ? divideHalfEven(position.cost * BigInt(lots), BigInt(total)) : 0n
  position.availableLots -= lots
  position.cost -= share
  if (proceeds !== undefined) position.realizedProfit += proceeds - share
}
