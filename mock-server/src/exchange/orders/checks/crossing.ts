import type { Rejection } from '../../events.ts'
import { crosses, opposite, passive } from '../../matching/side.ts'
import { formatPrice } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { limitOf } from '../order.ts'

/** What an order must not meet in the book. */

export function postOnlyRests({ terms, listing }: OrderEntry): Rejection | undefined {
  if (terms.postOnly !== true) return undefined
  const { instrument, book } = listing
  const limit = limitOf(terms)
  const best = book.side(opposite(terms.side)).best?.priceTicks
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
