import type { OrderRequest } from '@openbourse/spec'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { OrderTerms, OrderType, TimeInForce, WrittenDecimals } from '../../exchange/orders/order.ts'
import { parseDecimal } from '../../exchange/values/decimal.ts'
import { parseTime } from '../../exchange/values/time.ts'
import { StepReader } from './step-reader.ts'

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
    ...readPrices(reader, request),
    ...readConditions(request),
  }
  return reader.isWhole ? terms : { ...terms, asWritten: writtenDecimals(request) }
}

function readPrices(reader: StepReader, { limitPrice }: OrderRequest): Partial<OrderTerms> {
  return limitPrice === undefined ? {} : { limitPriceTicks: reader.ticks(limitPrice) }
}

function readConditions({ expiresAt, postOnly, reduceOnly, tags }: OrderRequest): Partial<OrderTerms> {
  return {
    // A time that does not exist was refused before.
    ...(expiresAt === undefined ? undefined : { expiresAt: parseTime(expiresAt) ?? 0 }),
    ...(postOnly === undefined ? undefined : { postOnly }),
    ...(reduceOnly === undefined ? undefined : { reduceOnly }),
    ...(tags === undefined ? undefined : { tags }),
  }
}

function writtenDecimals({ quantity, limitPrice }: OrderRequest): WrittenDecimals {
  return {
    ...(quantity === undefined ? undefined : { quantity }),
    ...(limitPrice === undefined ? undefined : { limitPrice }),
  }
}
