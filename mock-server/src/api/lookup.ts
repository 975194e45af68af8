import type { Instrument } from '../exchange/instruments/instrument.ts'
import type { Order } from '../exchange/orders/order.ts'
import type { AccountContext, PublicContext } from './context.ts'
import { problemItem, quoted, type Refusal, refuse } from './problems.ts'

/** The instrument, or 404 that points at where the symbol was named. */
export function findInstrument(
  context: PublicContext,
  symbol: string,
  pointer: string,
): Instrument | Refusal<404> {
  const instrument = context.world.view.instrument(symbol)
  if (instrument !== undefined) return instrument
  const detail = `there is no instrument ${quoted(symbol)}; see GET /v1/instruments`
  return refuse(context, 'unknown-symbol', `${pointer}: ${detail}.`, {
    errors: [problemItem(pointer, 'unknown-symbol', detail)],
  })
}

/** An order of the request's account. Another account's order answers word for word like none. */
export function findOrder(context: AccountContext, orderId: string): Order | Refusal<404> {
  const digits = /^ord_([1-9]\d{0,14})$/.exec(orderId)?.[1]
  const order = digits === undefined ? undefined : context.world.view.order(Number(digits))
  if (order !== undefined && order.accountId === context.account.accountId) return order
  return refuse(context, 'unknown-order', `This account has no order ${quoted(orderId)}.`)
}

export function findOrderByClientId(context: AccountContext, clientOrderId: string): Order | Refusal<404> {
  const order = context.world.view.orderByClientId(context.account.accountId, clientOrderId)
  if (order !== undefined) return order
  const detail = `This account has no order with the client order id ${quoted(clientOrderId)}.`
  return refuse(context, 'unknown-order', detail)
}
