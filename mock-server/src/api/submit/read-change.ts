import type { ReplaceOrderRequest } from '@openbourse/spec'
import type { OrderChange } from '../../exchange/commands.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { Order, TimeInForce } from '../../exchange/orders/order.ts'
import { formatPrice, formatQuantity, toLots, toTicks } from '../../exchange/values/wire.ts'

/** What changes, in the exchange's integers; what cannot be counted so goes along as it was written. */
export function readChange(view: ExchangeView, order: Order, request: ReplaceOrderRequest): OrderChange {
  const { quantity, limitPrice, timeInForce, tags } = request
  const kept = {
    ...(timeInForce === undefined ? undefined : { timeInForce: timeInForce as TimeInForce }),
    ...(tags === undefined ? undefined : { tags }),
  }
  const instrument = view.instrument(order.terms.symbol)
  if (instrument === undefined) return kept
  const quantityLots = quantity === undefined ? undefined : toLots(instrument, quantity)
  const limitPriceTicks = limitPrice === undefined ? undefined : toTicks(instrument, limitPrice)
  const isWhole =
    (quantity === undefined) === (quantityLots === undefined) &&
    (limitPrice === undefined) === (limitPriceTicks === undefined)
  const price = order.terms.limitPriceTicks
  const priceText = limitPrice ?? (price === undefined ? undefined : formatPrice(instrument, price))
  const asWritten = {
    quantity: quantity ?? formatQuantity(instrument, order.terms.quantityLots),
    ...(priceText === undefined ? undefined : { limitPrice: priceText }),
  }
  return {
    ...kept,
    ...(quantityLots === undefined ? undefined : { quantityLots }),
    ...(limitPriceTicks === undefined ? undefined : { limitPriceTicks }),
    ...(isWhole ? undefined : { asWritten }),
  }
}
