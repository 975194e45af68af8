import type { Lots, Side, Ticks } from '../values/types.ts'

/** Quantity that wants to trade in a call auction. */
export interface Interest {
  readonly side: Side
  /** Undefined: at any price. */
  readonly limitTicks: Ticks | undefined
  readonly lots: Lots
}

/** The price at which an auction trades, and what stays over there. */
export interface Clearing {
  readonly priceTicks: Ticks
  readonly pairedLots: Lots
  /** Who finds nobody at this price; null when both sides are served in full. */
  readonly surplusSide: Side | null
  readonly surplusLots: Lots
}

/** Demand and supply at one price. */
interface Point {
  readonly priceTicks: Ticks
  readonly pairedLots: Lots
  /** Demand less supply. */
  readonly surplus: Lots
}

/**
 * The price of a call auction, among the prices that somebody named: where most is traded; of those where least
 * stays over; of those the highest when buyers are left everywhere and the lowest when sellers are; else the
 * price nearest to the reference. Undefined when nobody would trade. The rules of most venues with call
 * auctions; Nasdaq's own differ in the third step.
 */
export function findClearing(
  interests: readonly Interest[],
  referenceTicks: Ticks | undefined,
): Clearing | undefined {
  const points = pointsOf(interests, referenceTicks)
  const paired = points.reduce((most, point) => Math.max(most, point.pairedLots), 0)
  if (paired === 0) return undefined
  const fullest = points.filter((point) => point.pairedLots === paired)
  const least = fullest.reduce(
    (low, { surplus }) => Math.min(low, Math.abs(surplus)),
    Number.MAX_SAFE_INTEGER,
  )
  const tied = fullest.filter(({ surplus }) => Math.abs(surplus) === least)
  const [lowest, highest] = [tied[0], tied.at(-1)]
  if (lowest === undefined || highest === undefined) return undefined
  if (tied.every(({ surplus }) => surplus > 0)) return clearingAt(highest, highest.priceTicks)
  if (tied.every(({ surplus }) => surplus < 0)) return clearingAt(lowest, lowest.priceTicks)
  // Between two tied prices as much is traded as at them, so the reference itself may be the price.
  const middle = Math.floor((lowest.priceTicks + highest.priceTicks) / 2)
  const priceTicks = Math.min(highest.priceTicks, Math.max(lowest.priceTicks, referenceTicks ?? middle))
  const point = pointAt(interests, priceTicks)
  return clearingAt(point, priceTicks)
}

function clearingAt({ pairedLots, surplus }: Point, priceTicks: Ticks): Clearing {
  const surplusSide = surplus === 0 ? null : surplus > 0 ? 'buy' : 'sell'
  return { priceTicks, pairedLots, surplusSide, surplusLots: Math.abs(surplus) }
}

/** What would trade at one price, whoever named it. */
function pointAt(interests: readonly Interest[], priceTicks: Ticks): Point {
  let [demand, supply] = [0, 0]
  for (const { side, limitTicks, lots } of interests) {
    if (side === 'buy' && (limitTicks ?? priceTicks) >= priceTicks) demand += lots
    if (side === 'sell' && (limitTicks ?? priceTicks) <= priceTicks) supply += lots
  }
  return { priceTicks, pairedLots: Math.min(demand, supply), surplus: demand - supply }
}

/** One point for each price that a limit names, from the lowest; market orders alone trade at the reference. */
function pointsOf(interests: readonly Interest[], referenceTicks: Ticks | undefined): readonly Point[] {
  const named = new Map<Ticks, { bought: Lots; sold: Lots }>()
  let [demand, supply] = [0, 0]
  for (const { side, limitTicks, lots } of interests) {
    // At the lowest price everybody buys, and of the sellers those who take any price.
    if (side === 'buy') demand += lots
    else if (limitTicks === undefined) supply += lots
    if (limitTicks === undefined) continue
    const at = named.get(limitTicks) ?? { bought: 0, sold: 0 }
    if (side === 'buy') at.bought += lots
    else at.sold += lots
    named.set(limitTicks, at)
  }
  if (named.size === 0 && referenceTicks !== undefined) named.set(referenceTicks, { bought: 0, sold: 0 })
  const prices = [...named].sort(([one], [other]) => one - other)
  return prices.map(([priceTicks, { bought, sold }]) => {
    supply += sold
    const point = { priceTicks, pairedLots: Math.min(demand, supply), surplus: demand - supply }
    demand -= bought
    return point
  })
}
