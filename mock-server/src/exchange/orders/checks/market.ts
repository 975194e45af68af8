import type { Rejection } from '../../events.ts'
import { formatTime } from '../../values/time.ts'
import type { OrderEntry } from '../entry.ts'

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

export function expiryIsAhead({ terms, time }: OrderEntry): Rejection | undefined {
  const { expiresAt } = terms
  if (expiresAt === undefined || expiresAt > time) return undefined
  return {
    code: 'expiry-passed',
    detail: `The order would end at ${formatTime(expiresAt)}; it is ${formatTime(time)}.`,
    pointer: '/expiresAt',
  }
}
