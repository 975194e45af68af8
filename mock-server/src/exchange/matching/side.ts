import type { Side, Ticks } from '../values/types.ts'

/**
 * All that differs between buying and selling, in one place. A price's rank is its distance from the best
 * imaginable one: of two resting orders of a side, the one with the higher rank trades first.
 */

export function opposite(side: Side): Side {
  return side === 'buy' ? 'sell' : 'buy'
}

/** Higher is better for the side: a buyer's rank grows with the price, a seller's falls with it. */
export function rankOf(side: Side, priceTicks: Ticks): number {
  return side === 'buy' ? priceTicks : -priceTicks
}

/** Whether a resting order of `side` at `priceTicks` trades before one at `otherTicks`. */
export function betterThan(side: Side, priceTicks: Ticks, otherTicks: Ticks): boolean {
  return rankOf(side, priceTicks) > rankOf(side, otherTicks)
}

/** Whether a taker of `side` with this limit may trade with a resting order at `restingTicks`. */
export function crosses(side: Side, limitTicks: Ticks, restingTicks: Ticks): boolean {
  return rankOf(side, limitTicks) >= rankOf(side, restingTicks)
}

/** The price that many ticks behind the touch: where a resting order of `side` just does not meet `otherTicks`. */
export function passive(side: Side, otherTicks: Ticks, ticks: number): Ticks {
  return side === 'buy' ? otherTicks - ticks : otherTicks + ticks
}

/** The limit that crosses every price: what a market order has. */
export function anyPrice(side: Side): Ticks {
  return side === 'buy' ? Number.MAX_SAFE_INTEGER : 0
}

/** +1 for what a buyer receives, -1 for what a seller gives. */
export function signOf(side: Side): 1 | -1 {
  return side === 'buy' ? 1 : -1
}
