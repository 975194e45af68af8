import type { Lots, Ticks } from '../values/types.ts'
import type { BookSide } from './book-side.ts'
import { layersOf } from './layers.ts'
import type { Match } from './match.ts'
import type { OrderPool, Slot } from './order-pool.ts'
import { crosses, opposite } from './side.ts'

/** What is done instead of a trade between two orders of one owner. */
export type Prevention = 'cancelIncoming' | 'cancelResting' | 'cancelBoth' | 'decrement'

/** One thing that an incoming order does on its way through the book. */
export interface EntryStep extends Match {
  /**
   * Absent: they trade. Only `decrement` has a quantity, which both lose, and `transfer`, where it moves from one
   * account to the other besides.
   */
  readonly prevention?: Prevention | 'transfer'
}

/**
 * Whom a taker would trade with where it must not meet orders of its own. Pure, as `decideMatches` is, and
 * needed only where that one finds an own order.
 */
export function decideGuarded(
  makers: BookSide,
  limitTicks: Ticks,
  quantityLots: Lots,
  owner: number,
  prevention: Prevention,
): readonly EntryStep[] {
  const side = opposite(makers.side)
  const steps: EntryStep[] = []
  let remainingLots = quantityLots
  for (let position = 0; remainingLots > 0; position += 1) {
    const level = makers.numberFromBest(position)
    const priceTicks = makers.pool.priceOf(level)
    if (level === 0 || !crosses(side, limitTicks, priceTicks)) break
    const met = new Set<Slot>()
    for (const { maker, lots: shown } of layersOf(makers.pool, level)) {
      const { slot, orderNumber: makerNumber } = maker
      if (remainingLots === 0) break
      const isOwn = maker.ownerNumber === owner
      if (isOwn && met.has(slot)) continue
      // Of an own order all is met at once, the parts that it does not show too.
      const lots = Math.min(remainingLots, isOwn ? maker.totalLots : shown)
      met.add(slot)
      if (!isOwn) steps.push({ slot, makerNumber, priceTicks, quantityLots: lots })
      else if (prevention === 'decrement')
        steps.push({ slot, makerNumber, priceTicks, quantityLots: lots, prevention })
      else {
        steps.push({ slot, makerNumber, priceTicks, quantityLots: 0, prevention })
        if (prevention === 'cancelResting') continue
        return steps
      }
      remainingLots -= lots
    }
  }
  return steps
}

export function hasOwn(orders: OrderPool, matches: readonly Match[], owner: number): boolean {
  for (const { slot } of matches) if (orders.ownerOf(slot) === owner) return true
  return false
}

/** What of the steps trades. */
export function tradesOf(steps: readonly EntryStep[]): readonly Match[] {
  return steps.some(({ prevention }) => prevention !== undefined)
    ? steps.filter(({ prevention }) => prevention === undefined)
    : steps
}

/** Whether the incoming order ends before the steps are through. */
export function endsIncoming({ prevention }: EntryStep): boolean {
  return prevention === 'cancelIncoming' || prevention === 'cancelBoth'
}

/** What of the steps is paid for: trades, and transfers between accounts. */
export function paidOf(steps: readonly EntryStep[]): readonly Match[] {
  const isFree = ({ prevention }: EntryStep) => prevention !== undefined && prevention !== 'transfer'
  return steps.some(isFree) ? steps.filter((step) => !isFree(step)) : steps
}
