import type { PriceChange } from '../exchange/corporate/price-change.ts'

/** What becomes of a model's price on an ex-date. It has no ticks, and is as exact as the model's numbers are. */
export function changedPrice(ticks: number, { terms, tickUnits }: PriceChange): number {
  if (terms.type === 'cashDividend') return ticks - Number(terms.amount) / Number(tickUnits)
  return (ticks * terms.oldUnits) / terms.newUnits
}

/** The same for a distance between two prices, which a dividend leaves as it is. */
export function changedDistance(ticks: number, change: PriceChange): number {
  return change.terms.type === 'split' ? changedPrice(ticks, change) : ticks
}
