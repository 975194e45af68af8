import type { Fill as WireFill, Order as WireOrder } from '@openbourse/spec'
import type { Fill } from '../../exchange/events.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { Order } from '../../exchange/orders/order.ts'
import { toWireFill } from '../../feed/wire/fill.ts'
import { toWireOrder } from '../../feed/wire/order.ts'

/** The order as answers show it. */
export function showOrder(view: ExchangeView, order: Order): WireOrder {
  return toWireOrder(order, view.instrument(order.terms.symbol))
}

export function showFill(view: ExchangeView, fill: Fill): WireFill {
  const instrument = view.instrument(fill.symbol)
  const order = view.order(fill.orderNumber)
  if (instrument === undefined || order === undefined) {
    throw new Error(`Fill ${fill.fillNumber} belongs to no known order or instrument`)
  }
  return toWireFill(fill, order.terms.clientOrderId, instrument)
}
