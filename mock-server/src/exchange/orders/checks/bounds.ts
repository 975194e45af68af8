import type { Rejection } from '../../events.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import { formatDecimal } from '../../values/decimal.ts'
import type { Ticks } from '../../values/types.ts'
import { formatMoney, formatPrice, formatQuantity } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { costOf } from '../notional.ts'
import { offSteps } from '../steps.ts'
import { suggestQuantity } from './suggest-quantity.ts'

/** Steps and bounds of the instrument. */

export function isInWholeSteps({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  return offSteps(terms, instrument)[0]
}

export function priceIsInBounds({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  if (terms.type === 'market') return undefined
  if (terms.type === 'limit' || terms.type === 'stopLimit') {
    const rejection = boundsOf(instrument, 'limit price', '/limitPrice', terms.limitPriceTicks)
    if (rejection !== undefined) return rejection
  }
  if (terms.type === 'stop' || terms.type === 'stopLimit')
    return boundsOf(instrument, 'stop price', '/stopPrice', terms.stopPriceTicks)
  if (terms.activationPriceTicks === undefined) return undefined
  return boundsOf(instrument, 'activation price', '/activationPrice', terms.activationPriceTicks)
}

export function boundsOf(
  instrument: Instrument,
  what: string,
  pointer: string,
  price: Ticks | undefined,
): Rejection | undefined {
  const { minimumPriceTicks: minimum, maximumPriceTicks: maximum, symbol } = instrument
  if (price !== undefined && isWithin(price, minimum, maximum)) return undefined
  const [low, high] = [formatPrice(instrument, minimum), formatPrice(instrument, maximum)]
  const given = price === undefined ? `No ${what}` : `${capitalized(what)} ${formatPrice(instrument, price)}`
  return {
    code: 'price-out-of-bounds',
    detail: `${given} is not within ${low} to ${high} for ${symbol}.`,
    pointer,
    suggestion: price !== undefined && price > maximum ? high : low,
  }
}

/** As a sentence begins with it. */
export function capitalized(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** A hundredth of a percent to a half of the price, in units of 1e-8 percent. */
const TRAIL_PERCENT = { least: 1_000_000n, most: 5_000_000_000n }

export function trailIsInBounds({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  const { trailTicks, trailPercent, type } = terms
  if (type !== 'trailingStop') return undefined
  if (trailPercent !== undefined) {
    const { least, most } = TRAIL_PERCENT
    if (trailPercent >= least && trailPercent <= most) return undefined
    return {
      code: 'trail-out-of-bounds',
      detail: `A distance of ${formatDecimal(trailPercent)} percent is not within ${formatDecimal(least)} to ${formatDecimal(most)}.`,
      pointer: '/trailPercent',
      suggestion: formatDecimal(trailPercent > most ? most : least),
    }
  }
  const most = instrument.maximumPriceTicks
  if (trailTicks !== undefined && isWithin(trailTicks, 1, most)) return undefined
  const [low, high] = [formatPrice(instrument, 1), formatPrice(instrument, most)]
  const given =
    trailTicks === undefined ? 'No distance' : `A distance of ${formatPrice(instrument, trailTicks)}`
  return {
    code: 'trail-out-of-bounds',
    detail: `${given} is not within ${low} to ${high} for ${instrument.symbol}.`,
    pointer: '/trailAmount',
    suggestion: trailTicks !== undefined && trailTicks > most ? high : low,
  }
}

/** Whether the amount makes the smallest order; how many lots it is, the book has told. */
export function notionalSuffices(entry: OrderEntry): Rejection | undefined {
  const { instrument } = entry.listing
  const { notional, quantityLots } = entry.terms
  if (notional === undefined || quantityLots >= instrument.minimumQuantityLots) return undefined
  const needed = costOf(entry, instrument.minimumQuantityLots)
  const smallest = `${formatQuantity(instrument, instrument.minimumQuantityLots)} ${instrument.symbol}`
  return {
    code: 'notional-too-small',
    detail: `${formatMoney(notional)} ${instrument.quoteAsset} is less than ${smallest} costs now, ${formatMoney(needed)}.`,
    pointer: '/notional',
    suggestion: formatMoney(needed),
  }
}

export function quantityIsInBounds(entry: OrderEntry): Rejection | undefined {
  const { terms, listing } = entry
  const { instrument } = listing
  const { minimumQuantityLots: minimum, maximumQuantityLots: maximum, symbol } = instrument
  const { quantityLots, notional } = terms
  if (isWithin(quantityLots, minimum, maximum)) return undefined
  // Which is told of the amount.
  if (notional !== undefined && quantityLots < minimum) return undefined
  const [low, high] = [formatQuantity(instrument, minimum), formatQuantity(instrument, maximum)]
  if (notional !== undefined) {
    const detail = `${formatMoney(notional)} ${instrument.quoteAsset} is more than the largest order, ${high} ${symbol}.`
    return {
      code: 'quantity-out-of-bounds',
      detail,
      pointer: '/notional',
      ...suggestQuantity(entry, maximum),
    }
  }
  return {
    code: 'quantity-out-of-bounds',
    detail: `Quantity ${formatQuantity(instrument, quantityLots)} is not within ${low} to ${high} for ${symbol}.`,
    pointer: '/quantity',
    suggestion: quantityLots > maximum ? high : low,
  }
}

/** An order has at most this many parts. */
const MOST_PARTS = 100

export function displayIsInBounds({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  const { displayLots, quantityLots } = terms
  if (displayLots === undefined) return undefined
  const least = Math.max(instrument.minimumQuantityLots, -Math.floor(-quantityLots / MOST_PARTS))
  if (isWithin(displayLots, least, quantityLots)) return undefined
  const given = formatQuantity(instrument, displayLots)
  const low = formatQuantity(instrument, least)
  const high = formatQuantity(instrument, quantityLots)
  return {
    code: 'display-out-of-bounds',
    detail: `Display quantity ${given} is not within ${low}, a hundredth of the quantity, to all of it, ${high}.`,
    pointer: '/displayQuantity',
    suggestion: displayLots > quantityLots ? high : low,
  }
}

function isWithin(value: number, minimum: number, maximum: number): boolean {
  return Number.isSafeInteger(value) && value >= minimum && value <= maximum
}
