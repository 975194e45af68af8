import type { Rejection } from '../../events.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import { referencePrice } from '../../instruments/stops.ts'
import { crosses, opposite, passive } from '../../matching/side.ts'
import type { HalfTicks, Side, Ticks } from '../../values/types.ts'
import { formatPrice, formatPrintPrice, scaleOf } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { limitOf, type TriggerBy } from '../order.ts'

/** What an order must not meet, in the book or at its stop. */

export function postOnlyRests({ terms, listing }: OrderEntry): Rejection | undefined {
  if (terms.postOnly !== true) return undefined
  const { instrument, book } = listing
  const limit = limitOf(terms)
  const best = book.side(opposite(terms.side)).bestTicks
  if (limit === undefined || best === undefined || !crosses(terms.side, limit, best)) return undefined
  const behind = passive(terms.side, best, 1)
  const isPrice = behind >= instrument.minimumPriceTicks && behind <= instrument.maximumPriceTicks
  return {
    code: 'post-only-would-trade',
    detail: `The order would trade at once: its limit ${formatPrice(instrument, limit)} reaches ${formatPrice(instrument, best)}.`,
    pointer: '/limitPrice',
    ...(isPrice ? { suggestion: formatPrice(instrument, behind) } : {}),
  }
}

/** A trailing stop needs a price to start from; one that is to be activated later waits for it. */
export function trailHasReference(entry: OrderEntry): Rejection | undefined {
  const { terms, extreme, waits } = entry
  if (terms.type !== 'trailingStop' || !waits || extreme !== undefined) return undefined
  if (terms.activationPriceTicks !== undefined) return undefined
  const { triggerBy = 'last', symbol } = terms
  return {
    code: 'no-reference-price',
    detail: `There is no ${WORDS[triggerBy]} of ${symbol} yet that a trailing stop could follow.`,
    pointer: '/triggerBy',
  }
}

export function stopIsAhead(entry: OrderEntry): Rejection | undefined {
  const { terms, listing, stopTicks, waits } = entry
  if (!waits || stopTicks === undefined) return undefined
  const { triggerBy = 'last', side, type } = terms
  const price = referencePrice(listing, triggerBy, side)
  if (price === undefined || !crosses(side, price, 2 * stopTicks)) return undefined
  const pointer =
    type !== 'trailingStop'
      ? '/stopPrice'
      : terms.trailPercent === undefined
        ? '/trailAmount'
        : '/trailPercent'
  return stopReached(listing.instrument, { stopTicks, side, price, what: WORDS[triggerBy], pointer })
}

/** Which price reaches a stop already, and the nearest stop that it does not reach. A distance is no such price. */
export function stopReached(
  instrument: Instrument,
  stop: {
    readonly stopTicks: Ticks
    readonly side: Side
    readonly price: HalfTicks
    readonly what: string
    readonly pointer: string
  },
): Rejection {
  const { stopTicks, side, price, what, pointer } = stop
  const half = price % 2 === 0 ? 0 : halfOf(instrument)
  const reference = formatPrintPrice(instrument, Math.floor(price / 2), half)
  const ahead = side === 'buy' ? Math.floor(price / 2) + 1 : -Math.floor(-price / 2) - 1
  const isPrice = ahead >= instrument.minimumPriceTicks && ahead <= instrument.maximumPriceTicks
  return {
    code: 'stop-would-trigger',
    detail: `The stop ${formatPrice(instrument, stopTicks)} is reached already: the ${what} is ${reference}.`,
    pointer,
    ...(isPrice && pointer.endsWith('/stopPrice') ? { suggestion: formatPrice(instrument, ahead) } : {}),
  }
}

const WORDS: Readonly<Record<TriggerBy, string>> = {
  last: 'last price',
  bidAsk: 'quote',
  mid: 'middle of the quote',
}

/** Half a tick in units of 1e-8: the middle, or a print between two ticks. */
function halfOf(instrument: Instrument): number {
  return Number(scaleOf(instrument).tick.units / 2n)
}
