import type { Rejection } from '../../events.ts'
import { referencePrice } from '../../instruments/stops.ts'
import { betterThan, crosses, opposite } from '../../matching/side.ts'
import type { Ticks } from '../../values/types.ts'
import { formatPrice } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { limitOf } from '../order.ts'
import { boundsOf } from './bounds.ts'

export function legsAreInBounds({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  const { takeProfit, stopLoss } = terms
  const prices: readonly (readonly [string, string, Ticks | undefined])[] = [
    ['limit price of the take-profit', '/takeProfit/limitPrice', takeProfit?.limitPriceTicks],
    ['stop price of the stop-loss', '/stopLoss/stopPrice', stopLoss?.stopPriceTicks],
    ['limit price of the stop-loss', '/stopLoss/limitPrice', stopLoss?.limitPriceTicks],
  ]
  for (const [what, pointer, price] of prices) {
    const rejection = price === undefined ? undefined : boundsOf(instrument, what, pointer, price)
    if (rejection !== undefined) return rejection
  }
  return undefined
}

/** The profit is taken beyond the order's own price, and the loss limited on its other side. */
export function legsAreOnTheirSides({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  const { takeProfit, stopLoss, orderClass } = terms
  if (takeProfit === undefined && stopLoss === undefined) return undefined
  // An oco order closes, as its leg does; the others open what their legs close.
  const exit = orderClass === 'oco' ? terms.side : opposite(terms.side)
  const price = limitOf(terms)
  const entry = price === undefined ? [] : [{ name: 'the limit price', pointer: '/limitPrice', price }]
  const profit =
    takeProfit === undefined
      ? []
      : [{ name: 'the take-profit', pointer: '/takeProfit/limitPrice', price: takeProfit.limitPriceTicks }]
  const loss =
    stopLoss === undefined
      ? []
      : [{ name: 'the stop-loss', pointer: '/stopLoss/stopPrice', price: stopLoss.stopPriceTicks }]
  // An exit that sells takes its profit highest: what trades first is nearest to the stop.
  const ordered = [...loss, ...entry, ...profit]
  for (const [index, near] of ordered.entries()) {
    const far = ordered[index + 1]
    if (far === undefined || betterThan(exit, near.price, far.price)) continue
    const where = exit === 'sell' ? 'below' : 'above'
    const [nearText, farText] = [formatPrice(instrument, near.price), formatPrice(instrument, far.price)]
    return {
      code: 'legs-crossed',
      detail: `${near.name}, ${nearText}, must lie ${where} ${far.name}, ${farText}.`,
      pointer: far.pointer === '/limitPrice' ? near.pointer : far.pointer,
    }
  }
  return undefined
}

/** The stop-loss of an oco order waits at once. */
export function stopLossIsAhead({ terms, listing }: OrderEntry): Rejection | undefined {
  const { stopLoss, orderClass, side } = terms
  const price = referencePrice(listing, 'last', side)
  if (orderClass !== 'oco' || stopLoss === undefined || price === undefined) return undefined
  if (!crosses(side, price, 2 * stopLoss.stopPriceTicks)) return undefined
  const stop = formatPrice(listing.instrument, stopLoss.stopPriceTicks)
  const detail = `The stop ${stop} is reached already by the last price.`
  return { code: 'stop-would-trigger', detail, pointer: '/stopLoss/stopPrice' }
}
