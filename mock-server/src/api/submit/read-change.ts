import type { ReplaceOrderRequest } from '@openbourse/spec'
import type { OrderChange } from '../../exchange/commands.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { Order, TimeInForce } from '../../exchange/orders/order.ts'
import { parseDecimal } from '../../exchange/values/decimal.ts'
import { parseTime } from '../../exchange/values/time.ts'
import { toWireOrder } from '../../feed/wire/order.ts'
import { StepReader } from './step-reader.ts'
import { writtenDecimals } from './written-decimals.ts'

/** What changes, in the exchange's integers; what cannot be counted so goes along as it was written. */
export function readChange(view: ExchangeView, order: Order, request: ReplaceOrderRequest): OrderChange {
  const {
    quantity,
    displayQuantity,
    limitPrice,
    stopPrice,
    trailAmount,
    trailPercent,
    timeInForce,
    expiresAt,
    tags,
  } = request
  const instrument = view.instrument(order.terms.symbol)
  const reader = new StepReader(instrument)
  const change: OrderChange = {
    ...(quantity === undefined ? undefined : { quantityLots: reader.lots(quantity) }),
    ...(displayQuantity === undefined ? undefined : { displayLots: reader.lots(displayQuantity) }),
    ...(limitPrice === undefined ? undefined : { limitPriceTicks: reader.ticks(limitPrice) }),
    ...(stopPrice === undefined ? undefined : { stopPriceTicks: reader.ticks(stopPrice) }),
    ...(trailAmount === undefined ? undefined : { trailTicks: reader.ticks(trailAmount) }),
    ...(trailPercent === undefined ? undefined : { trailPercent: parseDecimal(trailPercent) ?? 0n }),
    ...(timeInForce === undefined ? undefined : { timeInForce: timeInForce as TimeInForce }),
    ...(expiresAt === undefined ? undefined : { expiresAt: parseTime(expiresAt) ?? 0 }),
    ...(tags === undefined ? undefined : { tags }),
  }
  if (reader.isWhole) return change
  return { ...change, asWritten: writtenDecimals({ ...toWireOrder(order, instrument), ...request }) }
}
