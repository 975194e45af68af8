import type { BookView } from '../exchange/exchange.ts'
import type { Side, Ticks } from '../exchange/values/types.ts'

export const SIDES: readonly Side[] = ['buy', 'sell']

/** The best price of a side as the book stands; undefined where nobody offers any. */
export function priceOf({ bids, asks }: BookView, side: Side): Ticks | undefined {
  return side === 'buy' ? bids.bestTicks : asks.bestTicks
}

/** By how much `price` is better than `other` for who trades with it. */
export function ahead(side: Side, price: number, other: number): number {
  return side === 'buy' ? price - other : other - price
}

/** So many ticks worse for who trades with it, on a whole tick. */
export function behind(side: Side, price: number, ticks: number): Ticks {
  return side === 'buy' ? Math.floor(price - ticks) : Math.ceil(price + ticks)
}

/** The price, or the last before it would cross the other side. */
export function uncrossed(side: Side, price: Ticks, other: Ticks | undefined): Ticks {
  if (other === undefined) return price
  return side === 'buy' ? Math.min(price, other - 1) : Math.max(price, other + 1)
}

/** Whether nothing of what a source has put there stands on a side: what is shown others have, behind all of it. */
export function isEmptied(side: Side, shown: Ticks | undefined, own: Iterable<Ticks>): boolean {
  if (shown === undefined) return true
  for (const price of own) if (ahead(side, price, shown) <= 0) return false
  return true
}
