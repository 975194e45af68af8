import type { Lots, Ticks } from '../values/types.ts'
import type { BookSide } from './book-side.ts'
import { layersOf } from './layers.ts'
import type { Slot } from './order-pool.ts'
import { crosses, opposite } from './side.ts'

/** One resting order and how much of it the taker gets, at the resting order's price. */
export interface Match {
  /** Where the resting order stands. */
  readonly slot: Slot
  readonly makerNumber: number
  readonly priceTicks: Ticks
  readonly quantityLots: Lots
}

/**
 * Whom among `makers` a taker would trade with, by price, then time. Pure: reads the book and changes
 * nothing; the caller applies each match. An order that shows a part at a time is met once a part.
 */
export function decideMatches(makers: BookSide, limitTicks: Ticks, quantityLots: Lots): readonly Match[] {
  const side = opposite(makers.side)
  const levels = makers.pool
  let level = makers.numberFromBest(0)
  if (level === 0 || !crosses(side, limitTicks, levels.priceOf(level))) return NO_MATCHES
  const matches: Match[] = []
  let remainingLots = quantityLots
  for (let position = 1; level !== 0 && remainingLots > 0; position += 1) {
    if (!crosses(side, limitTicks, levels.priceOf(level))) break
    const reach = levels.hiddenOf(level) > 0 ? takeLayers : takeQueue
    remainingLots = reach(makers, level, remainingLots, matches)
    level = makers.numberFromBest(position)
  }
  return matches
}

/** Answers what is left of the taker. */
function takeQueue({ pool }: BookSide, level: number, takerLots: Lots, matches: Match[]): Lots {
  const { orders } = pool
  const priceTicks = pool.priceOf(level)
  let remainingLots = takerLots
  for (let slot = pool.firstOf(level); slot !== 0 && remainingLots > 0; slot = orders.nextOf(slot)) {
    const quantityLots = Math.min(remainingLots, orders.shownOf(slot))
    matches.push({ slot, makerNumber: orders.numberOf(slot), priceTicks, quantityLots })
    remainingLots -= quantityLots
  }
  return remainingLots
}

/** The same where the level hides something. */
function takeLayers({ pool }: BookSide, level: number, takerLots: Lots, matches: Match[]): Lots {
  const priceTicks = pool.priceOf(level)
  let remainingLots = takerLots
  for (const { maker, lots } of layersOf(pool, level)) {
    if (remainingLots === 0) break
    const quantityLots = Math.min(remainingLots, lots)
    matches.push({ slot: maker.slot, makerNumber: maker.orderNumber, priceTicks, quantityLots })
    remainingLots -= quantityLots
  }
  return remainingLots
}

const NO_MATCHES: readonly Match[] = []
