import type { Aggressor, Election, FillExplanation } from '../events.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { limitOf } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { Liquidity, Lots, Ticks } from '../values/types.ts'
import { formatPrice, formatPrintPrice, formatQuantity, scaleOf } from '../values/wire.ts'

/** Why a fill came about: the parts, and the same as a sentence for each side. */

interface Explained {
  readonly priceTicks: Ticks
  readonly aggressor: Aggressor
  readonly level?: number
}

type Writable<Type> = { -readonly [Key in keyof Type]: Type[Key] }

export function explain(trade: Explained, record: OrderRecord, liquidity: Liquidity): FillExplanation {
  const { aggressor, level, priceTicks } = trade
  const limit = limitOf(record.order.terms)
  const rested = liquidity === 'maker' && aggressor !== 'auction'
  // Made for every fill: without objects in between.
  const parts: Writable<FillExplanation> = { aggressor }
  if (level !== undefined) parts.level = level
  if (rested) parts.aheadLots = record.aheadLots
  if (limit !== undefined) parts.improvementTicks = Math.abs(limit - priceTicks)
  if (record.election !== undefined) parts.election = record.election
  return parts
}

/** Who an order is to those that it meets. */
export function aggressorOf({ order }: OrderRecord): Aggressor {
  if (order.triggeredAt !== undefined) return 'stop'
  return order.parent === undefined ? 'order' : 'leg'
}

export function makerWhy(maker: OrderRecord, taker: OrderRecord, aggressor: Aggressor): string {
  return `${restedAt(maker)}; taken by ${nameOf(taker, aggressor)}.`
}

export function takerWhy(
  taker: OrderRecord,
  instrument: Instrument,
  trade: { readonly priceTicks: Ticks; readonly quantityLots: Lots; readonly level: number },
): string {
  const { priceTicks, quantityLots, level } = trade
  const { terms } = taker.order
  const touch = terms.side === 'buy' ? 'ask' : 'bid'
  const took = `Took ${formatQuantity(instrument, quantityLots)} at ${formatPrice(instrument, priceTicks)}`
  const better = Math.abs((limitOf(terms) ?? priceTicks) - priceTicks)
  const improved = better === 0 ? '' : `, ${formatPrice(instrument, better)} better than its limit`
  const after = level === 1 ? '' : ` after ${level - 1} better ${level === 2 ? 'price' : 'prices'}`
  return `${took}, the best ${touch} then${after}${improved}${electedBy(taker.election, instrument)}.`
}

/** Where the order stood, for the sentence that explains its fill. */
export function restedAt({ order, listing, aheadLots, election }: OrderRecord): string {
  const limit = limitOf(order.terms)
  if (listing === undefined || limit === undefined) return 'Rested'
  const { instrument } = listing
  const { displayLots } = order.terms
  const shown =
    displayLots === undefined ? '' : `, showing ${formatQuantity(instrument, displayLots)} at a time`
  const place = `${formatPrice(instrument, limit)} with ${formatQuantity(instrument, aheadLots)} ahead on entry`
  return `Rested at ${place}${shown}${electedBy(election, instrument)}`
}

function electedBy(election: Election | undefined, instrument: Instrument): string {
  if (election === undefined) return ''
  const what = election.tradeNumber === undefined ? 'a quote' : 'a print'
  const half = election.price % 2 === 0 ? 0 : Number(scaleOf(instrument).tick.units / 2n)
  const price = formatPrintPrice(instrument, Math.floor(election.price / 2), half)
  return `; its stop was reached by ${what} at ${price}`
}

function nameOf({ order: { terms } }: OrderRecord, aggressor: Aggressor): string {
  if (aggressor === 'stop') return `a triggered ${terms.side} stop`
  if (aggressor === 'leg') return `a ${terms.side} leg that started`
  return aggressor === 'house' ? 'a new quote of the house' : `a ${terms.side} order`
}
