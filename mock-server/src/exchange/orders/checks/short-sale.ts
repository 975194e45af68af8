import type { Rejection } from '../../events.ts'
import { isShortable } from '../../instruments/instrument.ts'
import { parameters } from '../../parameters/parameters.ts'
import type { Lots, Ticks } from '../../values/types.ts'
import { formatMoney, formatPrice, formatQuantity } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { limitOf } from '../order.ts'
import { creditCaseOf } from './credit.ts'
import { quantityPointer, suggestQuantity } from './suggest-quantity.ts'

/** What a margin account sells beyond what it owns must be lent to it. */
export function stockCanBeBorrowed(entry: OrderEntry): Rejection | undefined {
  const credit = entry.terms.side === 'sell' ? creditCaseOf(entry) : undefined
  const shortLots = credit?.shortLots(entry.workingLots) ?? 0
  if (credit === undefined || shortLots === 0) return undefined
  const { instrument } = entry.listing
  const { symbol, quoteAsset } = instrument
  const lots = (quantity: Lots): string => formatQuantity(instrument, quantity)
  const sale = `Selling ${lots(entry.workingLots)} ${symbol} sells ${lots(shortLots)} short`
  const refuse = (code: string, why: string): Rejection => ({
    code,
    detail: `${sale}; ${why}.`,
    pointer: quantityPointer(entry.terms),
    ...suggestQuantity(entry, credit.passableLots()),
  })
  if (!isShortable(instrument)) return refuse('not-shortable', `${symbol} may not be sold short`)
  if (!credit.mayBorrow) {
    const least = formatMoney(parameters.at('marginMinimumEquity', entry.time))
    return refuse('equity-below-minimum', `that takes an equity of at least ${least} ${quoteAsset}`)
  }
  const { borrowableLots = shortLots } = credit
  if (shortLots <= borrowableLots) return undefined
  return refuse('borrow-unavailable', `${lots(borrowableLots)} can be borrowed`)
}

/** What Regulation SHO rule 201 forbids: a short sale not above the bid of a stock that has fallen far. */
export function restrictedShortSale(entry: OrderEntry): { shortLots: Lots; bid: Ticks } | undefined {
  const { terms, listing, desk, waits } = entry
  const bid = listing.book.bids.bestTicks
  if (terms.side !== 'sell' || waits || bid === undefined || !listing.shortSales.isRestricted(entry.time))
    return undefined
  const limit = limitOf(terms)
  if (desk.marginRules.shortSaleRestriction === 'off' || (limit !== undefined && limit > bid))
    return undefined
  const shortLots = creditCaseOf(entry)?.shortLots(entry.workingLots) ?? 0
  return shortLots === 0 ? undefined : { shortLots, bid }
}

export function shortSaleIsAboveBid(entry: OrderEntry): Rejection | undefined {
  const restricted = restrictedShortSale(entry)
  if (restricted === undefined) return undefined
  const { shortLots, bid } = restricted
  const { terms, listing } = entry
  const { instrument } = listing
  const limit = limitOf(terms)
  const of = `${formatQuantity(instrument, shortLots)} ${instrument.symbol}`
  const price = limit === undefined ? 'at the market' : `at ${formatPrice(instrument, limit)}`
  const above = bid + 1
  const mayMove =
    limit !== undefined && above <= instrument.maximumPriceTicks && terms.orderClass === undefined
  return {
    code: 'short-sale-restricted',
    detail: `Selling ${of} short ${price} is not above the bid, ${formatPrice(instrument, bid)}, as it must be after a fall by a tenth from ${formatPrice(instrument, listing.shortSales.priorClose)}.`,
    pointer: limit === undefined ? '/type' : '/limitPrice',
    ...(mayMove ? { suggestion: formatPrice(instrument, above) } : {}),
  }
}
