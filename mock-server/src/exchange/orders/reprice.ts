import { isBeyond, withinBands } from '../sessions/price-bands.ts'
import type { Ticks } from '../values/types.ts'
import { restrictedShortSale } from './checks/short-sale.ts'
import { type EntryParts, OrderEntry, type Repricing } from './entry.ts'
import { limitOf } from './order.ts'
import type { OrderRecord } from './order-record.ts'

/** An order at the door, at the limit at which it may work. */
export function entryOf(parts: EntryParts, original?: OrderRecord): OrderEntry {
  const entry = new OrderEntry(parts, original)
  const repricing = repricingOf(entry)
  if (repricing === undefined) return entry
  const { limitPriceTicks } = repricing
  const terms = { ...entry.terms, limitPriceTicks }
  return new OrderEntry({ ...parts, terms, asked: parts.terms, repricing }, original)
}

/**
 * Exchanges that reprice move the limit of an order to the nearest price that the rules allow rather than refuse it,
 * once: it does not follow when the band or the bid moves on. Orders with legs, legs, and the market's own are refused
 * as ever: their prices hang together. In an auction its price decides.
 */
function repricingOf(entry: OrderEntry): Repricing | undefined {
  const { volatilityRules, marginRules } = entry.desk
  if (volatilityRules.beyondBands !== 'reprice' && marginRules.shortSaleRestriction !== 'reprice')
    return undefined
  const { terms, account, original, waits, admission, auctionTicks } = entry
  const limit = limitOf(terms)
  if (limit === undefined || waits || admission !== 'trades' || auctionTicks !== undefined) return undefined
  const isOfGroup = original?.group !== undefined || (terms.orderClass ?? 'simple') !== 'simple'
  if (account.kind !== 'customer' || isOfGroup) return undefined
  return aboveBid(entry, limit) ?? toBand(entry, limit)
}

function toBand({ terms: { side }, listing, desk }: OrderEntry, limit: Ticks): Repricing | undefined {
  const { bands } = listing.status
  if (desk.volatilityRules.beyondBands !== 'reprice' || bands === undefined) return undefined
  if (!isBeyond(side, limit, bands)) return undefined
  return { limitPriceTicks: withinBands(side, limit, bands), reason: 'repriced-to-band' }
}

/** A bid lies within the bands, and so does what is above it, but for the highest. */
function aboveBid(entry: OrderEntry, limit: Ticks): Repricing | undefined {
  if (entry.desk.marginRules.shortSaleRestriction !== 'reprice') return undefined
  const { instrument, status } = entry.listing
  const restricted = restrictedShortSale(entry)
  if (restricted === undefined) return undefined
  const above = restricted.bid + 1
  const highest = Math.min(instrument.maximumPriceTicks, status.bands?.upperTicks ?? Number.MAX_SAFE_INTEGER)
  if (above <= limit || above > highest) return undefined
  return { limitPriceTicks: above, reason: 'repriced-above-bid' }
}
