import type { Rejection } from '../../events.ts'
import { closedFor } from '../../sessions/entry-window.ts'
import { toldTurn } from '../../sessions/sessions.ts'
import { formatTime } from '../../values/time.ts'
import type { OrderEntry } from '../entry.ts'
import { limitOf } from '../order.ts'

/** Whether the session takes such an order now. */

export function phaseTakesIt({ terms, listing, admission, time }: OrderEntry): Rejection | undefined {
  // Of an order for the open that is refused by its time alone, more is said below.
  if (admission !== 'refused' || (terms.timeInForce === 'opg' && terms.notional === undefined))
    return undefined
  const { symbol } = listing.instrument
  const { phase, halted } = listing.status
  const { calendar } = listing
  const opensAt = halted || calendar === undefined ? undefined : toldTurn(calendar, time, 'open')
  const opens = opensAt === undefined ? '' : `; the next session begins at ${formatTime(opensAt)}`
  const what = terms.notional === undefined ? `An order that is ${terms.timeInForce}` : 'An order by notional'
  return {
    code: 'market-closed',
    detail: `${what} is not taken while ${symbol} is in phase ${phase}${opens}.`,
    pointer: terms.notional === undefined ? '/timeInForce' : '/notional',
  }
}

/** Before and after the session there is nobody to see to orders of more than one part or without a limit. */
export function isForExtendedHours({ terms }: OrderEntry): Rejection | undefined {
  const { extendedHours, type, timeInForce, orderClass = 'simple' } = terms
  if (extendedHours !== true) return undefined
  const lasts = timeInForce === 'day' || timeInForce === 'gtc'
  if (type === 'limit' && lasts && orderClass === 'simple') return undefined
  return {
    code: 'not-for-extended-hours',
    detail: `Extended hours are for simple limit orders that are day or gtc; this is a ${orderClass} ${type} order that is ${timeInForce}.`,
    pointer: '/extendedHours',
  }
}

/** The market's own orders come until the auction is held: the windows are those of customers' brokers. */
export function auctionTakesIt({
  terms,
  account,
  listing,
  time,
  admission,
}: OrderEntry): Rejection | undefined {
  const { timeInForce } = terms
  if (timeInForce !== 'opg' && timeInForce !== 'cls') return undefined
  const hasAuctions = listing.calendar?.auctions !== undefined
  if (account.kind === 'liquidity' && hasAuctions && admission === 'waits') return undefined
  const { symbol } = listing.instrument
  const closed = closedFor(timeInForce, listing.calendar, time)
  if (closed === undefined) return terms.notional === undefined ? undefined : NOT_BY_NOTIONAL
  const { until } = closed
  return {
    code: 'auction-unavailable',
    detail:
      closed.why === 'never'
        ? `${symbol} has no auction for an order that is ${timeInForce}; day and gtc orders trade without one.`
        : `Orders that are ${timeInForce} are taken again${until === undefined ? ' in a later session' : ` from ${formatTime(until)}`}.`,
    pointer: '/timeInForce',
  }
}

const NOT_BY_NOTIONAL: Rejection = {
  code: 'auction-unavailable',
  detail:
    'An order by notional is for no auction: how much it pays for is known only at the price of the auction.',
  pointer: '/notional',
}

/** A market order that waits needs a price for which it can hold money. */
export function waitsForPrice(entry: OrderEntry): Rejection | undefined {
  const { terms, account, listing, queues, heldPrice } = entry
  if (!queues || terms.side === 'sell' || account.kind !== 'customer') return undefined
  if (limitOf(terms) !== undefined || heldPrice !== undefined) return undefined
  const { symbol } = listing.instrument
  return {
    code: 'no-reference-price',
    detail: `There is no price of ${symbol} yet for which a market order that waits could hold money; a limit order can wait.`,
    pointer: '/type',
  }
}
