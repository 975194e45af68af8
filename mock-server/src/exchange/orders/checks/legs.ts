import type { Rejection } from '../../events.ts'
import { referencePrice } from '../../instruments/stops.ts'
import { betterThan, crosses, opposite } from '../../matching/side.ts'
import type { Side, Ticks } from '../../values/types.ts'
import { formatPrice } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { isOpen } from '../lifecycle.ts'
import { isStop, limitOf, type OrderTerms } from '../order.ts'
import type { OrderRecord } from '../order-record.ts'
import { boundsOf, capitalized } from './bounds.ts'
import { stopReached } from './crossing.ts'

export function legsAreInBounds({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  const { takeProfit, stopLoss } = terms
  if (takeProfit === undefined && stopLoss === undefined) return undefined
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
export function legsAreOnTheirSides(entry: OrderEntry): Rejection | undefined {
  const { instrument } = entry.listing
  const prices = entry.original === undefined ? asEntered(entry.terms) : asReplaced(entry, entry.original)
  if (prices === undefined) return undefined
  for (const [near, far] of prices.pairs) {
    if (near === undefined || far === undefined || betterThan(prices.exit, near.price, far.price)) continue
    const isNear = far.pointer === undefined || (near.pointer !== undefined && far.pointer === '/limitPrice')
    const [wrong, other] = isNear ? [near, far] : [far, near]
    const isBelow = (prices.exit === 'sell') === isNear
    const [wrongText, otherText] = [
      formatPrice(instrument, wrong.price),
      formatPrice(instrument, other.price),
    ]
    return {
      code: 'legs-crossed',
      detail: `${capitalized(wrong.name)}, ${wrongText}, must lie ${isBelow ? 'below' : 'above'} ${other.name}, ${otherText}.`,
      pointer: wrong.pointer ?? prices.pointer,
      suggestion: formatPrice(instrument, other.price + (isBelow ? -1 : 1)),
    }
  }
  return undefined
}

/** With where the request has it, unless it stands in another order of the group. */
type NamedPrice = { readonly name: string; readonly pointer?: string; readonly price: Ticks } | undefined

interface GroupPrices {
  /** Where the request has a price of its own. */
  readonly pointer: string
  /** The side of what closes. One that sells takes its profit highest: what trades first is nearest to the stop. */
  readonly exit: Side
  /** What must lie nearer to the stop, and what farther from it. */
  readonly pairs: readonly (readonly [near: NamedPrice, far: NamedPrice])[]
}

const NAMES = { loss: 'the stop-loss', open: 'the limit price', profit: 'the take-profit' } as const

function named(what: keyof typeof NAMES, pointer: string | undefined, price: Ticks | undefined): NamedPrice {
  return price === undefined ? undefined : { name: NAMES[what], pointer, price }
}

function asEntered(terms: OrderTerms): GroupPrices | undefined {
  const { takeProfit, stopLoss, orderClass, side } = terms
  if (takeProfit === undefined && stopLoss === undefined) return undefined
  const loss = named('loss', '/stopLoss/stopPrice', stopLoss?.stopPriceTicks)
  const open = named('open', '/limitPrice', limitOf(terms))
  const profit = named('profit', '/takeProfit/limitPrice', takeProfit?.limitPriceTicks)
  return {
    pointer: '/limitPrice',
    // An oco order closes, as its leg does; the others open what their legs close.
    exit: orderClass === 'oco' ? side : opposite(side),
    pairs: [
      [loss, open],
      [open, profit],
      [loss, profit],
    ],
  }
}

/** As the group stands now, with the change of one of its orders. */
function asReplaced({ terms }: OrderEntry, original: OrderRecord): GroupPrices | undefined {
  const { group } = original
  if (group === undefined) return undefined
  const { parent, exits, isActive, orderClass } = group
  const pointer = isStop(terms) ? '/stopPrice' : '/limitPrice'
  const termsOf = (record: OrderRecord) => (record === original ? terms : record.order.terms)
  const pointerOf = (record: OrderRecord) => (record === original ? pointer : undefined)
  const waits = exits.find(({ order }) => isOpen(order.status) && isStop(order.terms) && !order.triggeredAt)
  const takes = exits.find(({ order }) => isOpen(order.status) && !isStop(order.terms))
  const isOco = orderClass === 'oco'
  const opens = isOco || !isOpen(parent.order.status) ? undefined : parent
  const loss = waits && named('loss', pointerOf(waits), termsOf(waits).stopPriceTicks)
  const open = opens && named('open', pointerOf(opens), limitOf(termsOf(opens)))
  const profit = takes && named(isOco ? 'open' : 'profit', pointerOf(takes), limitOf(termsOf(takes)))
  return {
    pointer,
    exit: isOco ? terms.side : opposite(parent.order.terms.side),
    pairs: [
      // A stop that works may follow the market past the price of the entry.
      [isActive ? undefined : loss, open],
      [open, profit],
      [loss, profit],
    ],
  }
}

/** The stop-loss of an oco order waits at once. */
export function stopLossIsAhead({ terms, listing, original }: OrderEntry): Rejection | undefined {
  const { stopLoss, orderClass, side } = terms
  const price = referencePrice(listing, 'last', side)
  if (orderClass !== 'oco' || stopLoss === undefined || price === undefined) return undefined
  // In another's place it leaves the leg as that stands.
  if (original !== undefined) return undefined
  if (!crosses(side, price, 2 * stopLoss.stopPriceTicks)) return undefined
  return stopReached(listing.instrument, {
    stopTicks: stopLoss.stopPriceTicks,
    side,
    price,
    what: 'last price',
    pointer: '/stopLoss/stopPrice',
  })
}
