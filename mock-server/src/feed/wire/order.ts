import type { Order as WireOrder } from '@openbourse/spec'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Order, OrderTerms, StopLoss, TakeProfit } from '../../exchange/orders/order.ts'
import { formatDecimal } from '../../exchange/values/decimal.ts'
import { formatTime } from '../../exchange/values/time.ts'
import { averageFillPrice, formatMoney, formatPrice, formatQuantity } from '../../exchange/values/wire.ts'
import { orderId } from './ids.ts'

/**
 * The order as the contract writes it: what the caller asked for, in canonical decimals, and how it stands.
 * An order that could not be counted in ticks and lots was rejected, and is written as it was asked for.
 */
export function toWireOrder(order: Order, instrument: Instrument | undefined): WireOrder {
  const { terms } = order
  const scale = instrument ?? UNLISTED
  return {
    orderId: orderId(order.orderNumber),
    accountId: order.accountId,
    clientOrderId: terms.clientOrderId,
    symbol: terms.symbol,
    side: terms.side,
    type: terms.type,
    timeInForce: terms.timeInForce,
    ...writtenTerms(terms, scale),
    ...(order.stopPriceTicks === undefined || terms.asWritten !== undefined
      ? undefined
      : { stopPrice: formatPrice(scale, order.stopPriceTicks) }),
    ...(order.triggeredAt === undefined ? undefined : { triggeredAt: formatTime(order.triggeredAt) }),
    status: order.status,
    filledQuantity: formatQuantity(scale, order.filledLots),
    filledValue: formatMoney(order.filledValue),
    averageFillPrice: averageFillPrice(scale, order),
    remainingQuantity: formatQuantity(scale, terms.notional === undefined ? order.remainingLots : 0),
    ...(order.preventedLots === undefined
      ? undefined
      : { preventedQuantity: formatQuantity(scale, order.preventedLots) }),
    fees: formatMoney(order.fees),
    replaces: order.replaces === undefined ? null : orderId(order.replaces),
    replacedBy: order.replacedBy === undefined ? null : orderId(order.replacedBy),
    parentOrderId: order.parent === undefined ? null : orderId(order.parent),
    legs: (order.legs ?? []).map(orderId),
    reason: order.reason ?? null,
    updatedSeq: order.updatedSeq,
    createdAt: formatTime(order.createdAt),
    updatedAt: formatTime(order.updatedAt),
  }
}

/** What the caller asked for and no more: a field that was left out stays out. */
function writtenTerms(terms: OrderTerms, scale: Instrument): Partial<WireOrder> {
  return { ...writtenDecimals(terms, scale), ...writtenConditions(terms) }
}

function writtenDecimals(terms: OrderTerms, scale: Instrument): Partial<WireOrder> {
  if (terms.asWritten !== undefined) return terms.asWritten
  const { takeProfit, stopLoss } = terms
  const { notional, displayLots, limitPriceTicks, activationPriceTicks, trailTicks } = terms
  return {
    ...(notional === undefined
      ? { quantity: formatQuantity(scale, terms.quantityLots) }
      : { notional: formatMoney(notional) }),
    ...(displayLots === undefined ? undefined : { displayQuantity: formatQuantity(scale, displayLots) }),
    ...(takeProfit === undefined ? undefined : { takeProfit: writtenTakeProfit(takeProfit, scale) }),
    ...(stopLoss === undefined ? undefined : { stopLoss: writtenStopLoss(stopLoss, scale) }),
    ...(limitPriceTicks === undefined ? undefined : { limitPrice: formatPrice(scale, limitPriceTicks) }),
    ...(activationPriceTicks === undefined
      ? undefined
      : { activationPrice: formatPrice(scale, activationPriceTicks) }),
    ...(trailTicks === undefined ? undefined : { trailAmount: formatPrice(scale, trailTicks) }),
  }
}

function writtenTakeProfit({ clientOrderId, limitPriceTicks }: TakeProfit, scale: Instrument) {
  return { clientOrderId, limitPrice: formatPrice(scale, limitPriceTicks) }
}

function writtenStopLoss({ clientOrderId, stopPriceTicks, limitPriceTicks }: StopLoss, scale: Instrument) {
  return {
    clientOrderId,
    stopPrice: formatPrice(scale, stopPriceTicks),
    ...(limitPriceTicks === undefined ? undefined : { limitPrice: formatPrice(scale, limitPriceTicks) }),
  }
}

function writtenConditions(terms: OrderTerms): Partial<WireOrder> {
  const {
    orderClass,
    bracketMode,
    triggerBy,
    trailPercent,
    expiresAt,
    extendedHours,
    doNotReduce,
    postOnly,
    reduceOnly,
    selfTradePrevention,
    tags,
  } = terms
  return {
    ...(orderClass === undefined ? undefined : { orderClass }),
    ...(bracketMode === undefined ? undefined : { bracketMode }),
    ...(triggerBy === undefined ? undefined : { triggerBy }),
    ...(trailPercent === undefined ? undefined : { trailPercent: formatDecimal(trailPercent) }),
    ...(expiresAt === undefined ? undefined : { expiresAt: formatTime(expiresAt) }),
    ...(extendedHours === undefined ? undefined : { extendedHours }),
    ...(doNotReduce === undefined ? undefined : { doNotReduce }),
    ...(postOnly === undefined ? undefined : { postOnly }),
    ...(reduceOnly === undefined ? undefined : { reduceOnly }),
    ...(selfTradePrevention === undefined ? undefined : { selfTradePrevention }),
    ...(tags === undefined ? undefined : { tags: [...tags] }),
  }
}

const UNLISTED: Instrument = {
  symbol: '',
  name: '',
  assetClass: 'usEquity',
  quoteAsset: 'USD',
  tickSize: '1',
  lotSize: '1',
  minimumPriceTicks: 0,
  maximumPriceTicks: 0,
  minimumQuantityLots: 0,
  maximumQuantityLots: 0,
}
