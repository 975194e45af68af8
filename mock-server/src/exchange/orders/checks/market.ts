import type { Rejection } from '../../events.ts'
import { isBeyond } from '../../sessions/price-bands.ts'
import { formatTime } from '../../values/time.ts'
import { formatPrice } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { limitOf } from '../order.ts'

/** Whether orders are taken at all. */

export function accountIsOpen({ account }: Pick<OrderEntry, 'account'>): Rejection | undefined {
  if (!account.closed) return undefined
  return { code: 'account-closed', detail: `Account ${account.accountId} is closed and takes no orders.` }
}

export function symbolIsNotHalted({ listing }: OrderEntry): Rejection | undefined {
  const { halted, haltReason, phase } = listing.status
  // What will trade again by an auction collects orders for it.
  if (!halted || phase === 'auction') return undefined
  const { symbol } = listing.instrument
  return { code: 'symbol-halted', detail: `${symbol} is halted: ${haltReason}.`, pointer: '/symbol' }
}

export function isWithinBands({ terms, listing, waits, admission }: OrderEntry): Rejection | undefined {
  const { bands } = listing.status
  if (bands === undefined || waits || admission !== 'trades') return undefined
  const limit = limitOf(terms)
  if (limit === undefined || !isBeyond(terms.side, limit, bands)) return undefined
  const { instrument } = listing
  const isBuy = terms.side === 'buy'
  const band = formatPrice(instrument, isBuy ? bands.upperTicks : bands.lowerTicks)
  return {
    code: 'beyond-price-band',
    detail: `The limit ${formatPrice(instrument, limit)} lies ${isBuy ? 'above the upper' : 'below the lower'} price band, ${band}.`,
    pointer: '/limitPrice',
    suggestion: band,
  }
}

export function expiryIsAhead({ terms, time }: OrderEntry): Rejection | undefined {
  const { expiresAt } = terms
  if (expiresAt === undefined || expiresAt > time) return undefined
  return {
    code: 'expiry-passed',
    detail: `The order would end at ${formatTime(expiresAt)}; it is ${formatTime(time)}.`,
    pointer: '/expiresAt',
  }
}
