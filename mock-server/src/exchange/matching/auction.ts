import type { Lots, Side, Ticks } from '../values/types.ts'
import { type Clearing, findClearing, type Interest } from './clearing.ts'
import type { Prevention } from './self-trade.ts'
import { betterThan, crosses } from './side.ts'

/** One order of a call auction, with all its quantity: what the book does not show trades too. */
export interface AuctionOrder extends Interest {
  readonly orderNumber: number
  /** Whose order it is; 0 for nobody in particular. */
  readonly owner: number
  /** Its place in time: the lower came first. */
  readonly placeNumber: number
  /** What it does instead of trading with a later order of its owner; undefined: it trades. */
  readonly prevention: Prevention | undefined
}

/** Two orders that meet; the one that came first stands for the resting order. */
export interface AuctionMatch {
  readonly earlier: AuctionOrder
  readonly later: AuctionOrder
  readonly lots: Lots
}

/** What is done instead of a trade between two orders of one owner. Only `decrement` has a quantity. */
export interface AuctionPrevention extends AuctionMatch {
  readonly prevention: Prevention
}

export interface Uncross {
  /** Undefined when nobody trades. */
  readonly clearing: Clearing | undefined
  readonly matches: readonly AuctionMatch[]
  /** Made before the trades, in this order. */
  readonly preventions: readonly AuctionPrevention[]
}

/**
 * Who trades with whom in a call auction, and at what price. Pure, and decided as a whole: where two orders of one
 * owner would meet, the mode of the one that came first says what becomes of them, and the price is found anew
 * without what they lost. Market orders come before limits, better limits before worse, then who came first.
 */
export function decideUncross(orders: readonly AuctionOrder[], reference: Ticks | undefined): Uncross {
  const ranked = [...orders].sort(byPriority)
  const left = new Map(ranked.map((order) => [order, order.lots]))
  const preventions: AuctionPrevention[] = []
  for (;;) {
    const working = ranked
      .map((order) => ({ ...order, lots: left.get(order) ?? 0 }))
      .filter(({ lots }) => lots > 0)
    const clearing = findClearing(working, reference)
    if (clearing === undefined) return { clearing, matches: [], preventions }
    const matches = pair(ranked, left, clearing)
    const prevented = preventedOf(matches)
    if (prevented === undefined) return { clearing, matches, preventions }
    preventions.push(prevented)
    takeOut(prevented, left)
  }
}

function byPriority(one: AuctionOrder, other: AuctionOrder): number {
  if (one.side !== other.side) return one.side === 'buy' ? -1 : 1
  const [price, otherPrice] = [one.limitTicks, other.limitTicks]
  if (price === otherPrice) return one.placeNumber - other.placeNumber
  if (price === undefined || otherPrice === undefined) return price === undefined ? -1 : 1
  return betterThan(one.side, price, otherPrice) ? -1 : 1
}

/** Both sides by priority, each lot once. */
function pair(
  ranked: readonly AuctionOrder[],
  left: ReadonlyMap<AuctionOrder, Lots>,
  { priceTicks, pairedLots }: Clearing,
): readonly AuctionMatch[] {
  const buyers = new Queue(ranked, 'buy', priceTicks, left)
  const sellers = new Queue(ranked, 'sell', priceTicks, left)
  const matches: AuctionMatch[] = []
  for (let open = pairedLots; open > 0; ) {
    const [buyer, seller] = [buyers.head, sellers.head]
    if (buyer === undefined || seller === undefined) break
    const lots = Math.min(open, buyers.lots, sellers.lots)
    const [earlier, later] = buyer.placeNumber < seller.placeNumber ? [buyer, seller] : [seller, buyer]
    matches.push({ earlier, later, lots })
    buyers.take(lots)
    sellers.take(lots)
    open -= lots
  }
  return matches
}

/** One side's orders that trade at a price, walked from the first. */
class Queue {
  readonly #orders: readonly AuctionOrder[]
  readonly #left: ReadonlyMap<AuctionOrder, Lots>
  #index = 0
  #taken = 0

  constructor(
    ranked: readonly AuctionOrder[],
    side: Side,
    priceTicks: Ticks,
    left: ReadonlyMap<AuctionOrder, Lots>,
  ) {
    this.#left = left
    this.#orders = ranked.filter(
      (order) =>
        order.side === side &&
        (left.get(order) ?? 0) > 0 &&
        (order.limitTicks === undefined || crosses(side, order.limitTicks, priceTicks)),
    )
  }

  get head(): AuctionOrder | undefined {
    return this.#orders[this.#index]
  }

  /** What is left of the first. */
  get lots(): Lots {
    const { head } = this
    return head === undefined ? 0 : (this.#left.get(head) ?? 0) - this.#taken
  }

  take(lots: Lots): void {
    this.#taken += lots
    if (this.lots > 0) return
    this.#index += 1
    this.#taken = 0
  }
}

function preventedOf(matches: readonly AuctionMatch[]): AuctionPrevention | undefined {
  for (const { earlier, later, lots } of matches) {
    if (earlier.owner === 0 || earlier.owner !== later.owner) continue
    const { prevention } = earlier
    if (prevention === undefined) continue
    return { earlier, later, lots: prevention === 'decrement' ? lots : 0, prevention }
  }
  return undefined
}

function takeOut(
  { earlier, later, lots, prevention }: AuctionPrevention,
  left: Map<AuctionOrder, Lots>,
): void {
  if (prevention === 'decrement') {
    for (const order of [earlier, later]) left.set(order, (left.get(order) ?? 0) - lots)
    return
  }
  if (prevention !== 'cancelIncoming') left.set(earlier, 0)
  if (prevention !== 'cancelResting') left.set(later, 0)
}
