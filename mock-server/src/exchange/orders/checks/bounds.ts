import type { Rejection } from '../../events.ts'
import { decideMatches } from '../../matching/match.ts'
import { anyPrice, opposite } from '../../matching/side.ts'
import { formatMoney, formatPrice, formatQuantity, tradeValue } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { offSteps } from '../steps.ts'

/** Steps and bounds of the instrument. */

export function isInWholeSteps({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  return offSteps(terms, instrument)[0]
}

export function priceIsInBounds({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  if (terms.type === 'market') return undefined
  const { minimumPriceTicks: minimum, maximumPriceTicks: maximum, symbol } = instrument
  const price = terms.limitPriceTicks
  if (price !== undefined && isWithin(price, minimum, maximum)) return undefined
  const [low, high] = [formatPrice(instrument, minimum), formatPrice(instrument, maximum)]
  const given = price === undefined ? 'No limit price' : `Limit price ${formatPrice(instrument, price)}`
  return {
    code: 'price-out-of-bounds',
    detail: `${given} is not within ${low} to ${high} for ${symbol}.`,
    pointer: '/limitPrice',
    suggestion: price !== undefined && price > maximum ? high : low,
  }
}

/** Whether the amount makes the smallest order; how many lots it is, the book has told. */
export function notionalSuffices({ terms, listing }: OrderEntry): Rejection | undefined {
  const { instrument, book } = listing
  const { notional, quantityLots, side } = terms
  if (notional === undefined || quantityLots >= instrument.minimumQuantityLots) return undefined
  const makers = book.side(opposite(side))
  const matches = decideMatches(makers, anyPrice(side), instrument.minimumQuantityLots)
  const needed = matches.reduce(
    (sum, { maker, quantityLots }) => sum + tradeValue(instrument, maker.priceTicks, quantityLots),
    0n,
  )
  const smallest = `${formatQuantity(instrument, instrument.minimumQuantityLots)} ${instrument.symbol}`
  return {
    code: 'notional-too-small',
    detail: `${formatMoney(notional)} ${instrument.quoteAsset} is less than ${smallest} costs now, ${formatMoney(needed)}.`,
    pointer: '/notional',
    suggestion: formatMoney(needed),
  }
}

export function quantityIsInBounds({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  const { minimumQuantityLots: minimum, maximumQuantityLots: maximum, symbol } = instrument
  const { quantityLots, notional } = terms
  if (isWithin(quantityLots, minimum, maximum)) return undefined
  const [low, high] = [formatQuantity(instrument, minimum), formatQuantity(instrument, maximum)]
  if (notional !== undefined) {
    const detail = `${formatMoney(notional)} ${instrument.quoteAsset} is more than the largest order, ${high} ${symbol}.`
    return { code: 'quantity-out-of-bounds', detail, pointer: '/notional' }
  }
  return {
    code: 'quantity-out-of-bounds',
    detail: `Quantity ${formatQuantity(instrument, quantityLots)} is not within ${low} to ${high} for ${symbol}.`,
    pointer: '/quantity',
    suggestion: quantityLots > maximum ? high : low,
  }
}

function isWithin(value: number, minimum: number, maximum: number): boolean {
  return Number.isSafeInteger(value) && value >= minimum && value <= maximum
}
