import type { OrderRequest } from '@openbourse/spec'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { OrderTerms, OrderType, TimeInForce } from '../../exchange/orders/order.ts'
import { toLots, toTicks } from '../../exchange/values/wire.ts'

/**
 * A valid, simulated request in the exchange's integers; what cannot be counted in whole ticks and lots goes
 * along as it was written, for the exchange to refuse and remember.
 */
export function readTerms(view: ExchangeView, request: OrderRequest): OrderTerms {
  const { clientOrderId, symbol, side, quantity = '', limitPrice, tags } = request
  const instrument = view.instrument(symbol)
  const quantityLots = instrument && toLots(instrument, quantity)
  const limitPriceTicks = limitPrice === undefined ? undefined : instrument && toTicks(instrument, limitPrice)
  const isWhole = quantityLots !== undefined && (limitPrice === undefined || limitPriceTicks !== undefined)
  return {
    clientOrderId,
    symbol,
    side,
    type: request.type as OrderType,
    timeInForce: request.timeInForce as TimeInForce,
    quantityLots: quantityLots ?? 0,
    ...(limitPrice === undefined ? undefined : { limitPriceTicks: limitPriceTicks ?? 0 }),
    ...(tags === undefined ? undefined : { tags }),
    ...(isWhole
      ? undefined
      : { asWritten: limitPrice === undefined ? { quantity } : { quantity, limitPrice } }),
  }
}
