import type { OrderRequest } from '@openbourse/spec'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { OrderTerms, OrderType, TimeInForce } from '../../exchange/orders/order.ts'
import { parseDecimal } from '../../exchange/values/decimal.ts'
import { parseTime } from '../../exchange/values/time.ts'
import { StepReader } from './step-reader.ts'
import { writtenDecimals } from './written-decimals.ts'

/**
 * A valid, simulated request in the exchange's integers; what cannot be counted in whole ticks and lots goes
 * along as it was written, for the exchange to refuse and remember.
 */
export function readTerms(view: ExchangeView, request: OrderRequest): OrderTerms {
  const { clientOrderId, symbol, side, quantity, notional } = request
  const reader = new StepReader(view.instrument(symbol))
  const terms: OrderTerms = {
    clientOrderId,
    symbol,
    side,
    type: request.type as OrderType,
    timeInForce: request.timeInForce as TimeInForce,
    quantityLots: quantity === undefined ? 0 : reader.lots(quantity),
    ...(notional === undefined ? undefined : { notional: parseDecimal(notional) ?? 0n }),
    ...readSteps(reader, request),
    ...readLegs(reader, request),
    ...readConditions(request),
  }
  return reader.isWhole ? terms : { ...terms, asWritten: writtenDecimals(request) }
}

function readSteps(reader: StepReader, request: OrderRequest): Partial<OrderTerms> {
  const { displayQuantity, limitPrice, stopPrice, activationPrice, trailAmount, trailPercent } = request
  return {
    ...(displayQuantity === undefined ? undefined : { displayLots: reader.lots(displayQuantity) }),
    ...(limitPrice === undefined ? undefined : { limitPriceTicks: reader.ticks(limitPrice) }),
    ...(stopPrice === undefined ? undefined : { stopPriceTicks: reader.ticks(stopPrice) }),
    ...(activationPrice === undefined ? undefined : { activationPriceTicks: reader.ticks(activationPrice) }),
    ...(trailAmount === undefined ? undefined : { trailTicks: reader.ticks(trailAmount) }),
    ...(trailPercent === undefined ? undefined : { trailPercent: parseDecimal(trailPercent) ?? 0n }),
  }
}

function readLegs(reader: StepReader, { takeProfit, stopLoss }: OrderRequest): Partial<OrderTerms> {
  return {
    ...(takeProfit === undefined
      ? undefined
      : {
          takeProfit: {
            clientOrderId: takeProfit.clientOrderId,
            limitPriceTicks: reader.ticks(takeProfit.limitPrice),
          },
        }),
    ...(stopLoss === undefined
      ? undefined
      : {
          stopLoss: {
            clientOrderId: stopLoss.clientOrderId,
            stopPriceTicks: reader.ticks(stopLoss.stopPrice),
            ...(stopLoss.limitPrice === undefined
              ? undefined
              : { limitPriceTicks: reader.ticks(stopLoss.limitPrice) }),
          },
        }),
  }
}

function readConditions(request: OrderRequest): Partial<OrderTerms> {
  const { orderClass, bracketMode, triggerBy, expiresAt, extendedHours, doNotReduce } = request
  const { postOnly, reduceOnly, selfTradePrevention, tags } = request
  return {
    ...(orderClass === undefined ? undefined : { orderClass }),
    ...(bracketMode === undefined ? undefined : { bracketMode }),
    ...(triggerBy === undefined ? undefined : { triggerBy }),
    // A time that does not exist was refused before.
    ...(expiresAt === undefined ? undefined : { expiresAt: parseTime(expiresAt) ?? 0 }),
    ...(extendedHours === undefined ? undefined : { extendedHours }),
    ...(doNotReduce === undefined ? undefined : { doNotReduce }),
    ...(postOnly === undefined ? undefined : { postOnly }),
    ...(reduceOnly === undefined ? undefined : { reduceOnly }),
    ...(selfTradePrevention === undefined ? undefined : { selfTradePrevention }),
    ...(tags === undefined ? undefined : { tags }),
  }
}
