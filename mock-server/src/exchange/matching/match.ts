import type { Lots, Ticks } from '../values/types.ts'
import type { BookSide } from './book-side.ts'
import { layersOf } from './layers.ts'
import type { PriceLevel, RestingOrder } from './price-level.ts'
import { crosses, opposite } from './side.ts'

/** One resting order and how much of it the taker gets, at the resting order's price. */
export interface Match {
  readonly maker: RestingOrder
  readonly quantityLots: Lots
}

/**
 * Whom among `makers` a taker would trade with, by price, then time. Pure: reads the book and changes
 * nothing; the caller applies each match. An order that shows a part at a time is met once a part.
 */
export function decideMatches(makers: BookSide, limitTicks: Ticks, quantityLots: Lots): readonly Match[] {
  const side = opposite(makers.side)
  const best = makers.best
  if (best === undefined || !crosses(side, limitTicks, best.priceTicks)) return NO_MATCHES
  const matches: Match[] = []
  let remainingLots = quantityLots
  let position = 0
  let level: typeof best | undefined = best
  while (level !== undefined && remainingLots > 0 && crosses(side, limitTicks, level.priceTicks)) {
    if (level.hiddenLots > 0) {
      remainingLots = takeLayers(level, remainingLots, matches)
      position += 1
      level = makers.fromBest(position)
      continue
    }
    let maker = level.first
    while (maker !== undefined && remainingLots > 0) {
      const lots = Math.min(remainingLots, maker.remainingLots)
      matches.push({ maker, quantityLots: lots })
      remainingLots -= lots
      maker = maker.next
    }
    position += 1
    level = makers.fromBest(position)
  }
  return matches
}

/** Answers what is left of the taker. */
function takeLayers(level: PriceLevel, takerLots: Lots, matches: Match[]): Lots {
  let remainingLots = takerLots
  for (const { maker, lots } of layersOf(level)) {
    if (remainingLots === 0) break
    const quantityLots = Math.min(remainingLots, lots)
    matches.push({ maker, quantityLots })
    remainingLots -= quantityLots
  }
  return remainingLots
}

const NO_MATCHES: readonly Match[] = []
