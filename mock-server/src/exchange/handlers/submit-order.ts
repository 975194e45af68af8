import type { SubmitOrder } from '../commands.ts'
import { cancelOrder } from '../execution/conclude-order.ts'
import { acceptOrder, recordOrder, rejectOrder, restOrder, takeMatches } from '../execution/enter-order.ts'
import { limitOf, type OrderTerms } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { OrderEntry, unknownSymbol, validateOrder } from '../orders/validate.ts'
import type { ExchangeState } from '../state.ts'

/**
 * A new order: recorded, checked, matched, and either resting or done when the command ends. A market order
 * never rests. An account may trade with itself: self-trade prevention is not simulated.
 */
export function submitOrder(state: ExchangeState, command: SubmitOrder): void {
  const { terms } = command
  const account = state.accounts.get(command.accountId)
  if (account === undefined) {
    state.reject('unknown-account', `No account has the id ${command.accountId}.`)
    return
  }
  if (!isWhole(terms.quantityLots) || !isWhole(terms.limitPriceTicks ?? 0)) {
    state.reject('invalid-request', 'An order needs whole ticks and lots in the safe range.')
    return
  }
  const known = state.orders.archive(account).find(terms.clientOrderId)
  if (known !== undefined) {
    repeatOrder(state, command, known)
    return
  }
  const listing = state.listings.get(terms.symbol)
  const record = recordOrder(state, account, terms, listing, command.fingerprint)
  if (listing === undefined) {
    rejectOrder(state, record, unknownSymbol(terms.symbol))
    return
  }
  const entry = new OrderEntry(terms, account, listing, state.fees)
  const rejection = validateOrder(entry)
  if (rejection !== undefined) {
    rejectOrder(state, record, rejection)
    return
  }
  acceptOrder(state, record, listing)
  takeMatches(state, record, listing, entry.matches)
  concludeEntry(state, record)
}

/** Fractions are the caller's fault and cannot be recorded: no order has a form for them. */
function isWhole(value: number): boolean {
  return Number.isSafeInteger(value)
}

/** The same id again: the same request is answered with its order, another request is refused. */
function repeatOrder(state: ExchangeState, command: SubmitOrder, known: OrderRecord): void {
  const fingerprint = command.fingerprint ?? fingerprintOf(command.terms)
  if (fingerprint !== (known.fingerprint ?? fingerprintOf(known.order.terms))) {
    const { orderNumber, terms } = known.order
    const detail = `Client order id ${terms.clientOrderId} belongs to order ${orderNumber}, whose terms differ.`
    state.reject('client-order-id-reused', detail, known.order)
    return
  }
  const { order, rejection } = known
  state.emit({
    type: 'OrderRepeated',
    time: state.time,
    order,
    ...(rejection === undefined ? {} : { rejection }),
  })
}

/** What was not traded on entry rests or is canceled, by type and time in force. */
function concludeEntry(state: ExchangeState, record: OrderRecord): void {
  const { terms, remainingLots } = record.order
  if (remainingLots === 0) return
  const limit = limitOf(terms)
  if (limit === undefined) cancelOrder(state, record, 'no-liquidity')
  else if (terms.timeInForce === 'ioc') cancelOrder(state, record, 'ioc-remainder')
  else if (record.listing !== undefined) restOrder(state, record, record.listing, limit, remainingLots)
}

/** Stands in for a fingerprint that the caller did not give. */
function fingerprintOf(terms: OrderTerms): string {
  const { symbol, side, type, timeInForce, quantityLots, limitPriceTicks, tags } = terms
  return JSON.stringify([symbol, side, type, timeInForce, quantityLots, limitPriceTicks ?? null, tags ?? []])
}
