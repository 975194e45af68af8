import type { ErrorCode, OrderRequest } from '@openbourse/spec'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { OrderTerms, OrderType, TimeInForce } from '../../exchange/orders/order.ts'
import {
  formatPrice,
  formatQuantity,
  nearestPrice,
  nearestQuantity,
  toLots,
  toTicks,
} from '../../exchange/values/wire.ts'
import { quoted } from '../problems.ts'

export type Reading =
  | { readonly ok: true; readonly terms: OrderTerms }
  | { readonly ok: false; readonly code: ErrorCode; readonly pointer: string; readonly detail: string }

/** A valid, simulated request in the exchange's integers, or why it cannot be put in them. */
export function readTerms(view: ExchangeView, request: OrderRequest): Reading {
  const instrument = view.instrument(request.symbol)
  if (instrument === undefined) {
    const detail = `there is no instrument ${quoted(request.symbol)}; see GET /v1/instruments`
    return { ok: false, code: 'unknown-symbol', pointer: '/symbol', detail }
  }
  const quantityLots = toLots(instrument, request.quantity ?? '')
  if (quantityLots === undefined) return refuseQuantity(instrument, request.quantity ?? '')
  const { limitPrice } = request
  const limitPriceTicks = limitPrice === undefined ? undefined : toTicks(instrument, limitPrice)
  if (limitPrice !== undefined && limitPriceTicks === undefined) return refusePrice(instrument, limitPrice)
  return {
    ok: true,
    terms: {
      clientOrderId: request.clientOrderId,
      symbol: request.symbol,
      side: request.side,
      type: request.type as OrderType,
      timeInForce: request.timeInForce as TimeInForce,
      quantityLots,
      ...(limitPriceTicks === undefined ? undefined : { limitPriceTicks }),
      ...(request.tags === undefined ? undefined : { tags: request.tags }),
    },
  }
}

function refuseQuantity(instrument: Instrument, text: string): Reading {
  const nearest = nearestQuantity(instrument, text)
  const pointer = '/quantity'
  if (nearest === undefined) {
    const largest = formatQuantity(instrument, instrument.maximumQuantityLots)
    return {
      ok: false,
      code: 'quantity-out-of-bounds',
      pointer,
      detail: `the largest quantity is ${largest}`,
    }
  }
  const detail = `${text} is not a multiple of the lot size ${instrument.lotSize}; ${nearest} would be right`
  return { ok: false, code: 'invalid-lot', pointer, detail }
}

function refusePrice(instrument: Instrument, text: string): Reading {
  const nearest = nearestPrice(instrument, text)
  const pointer = '/limitPrice'
  if (nearest === undefined) {
    const highest = formatPrice(instrument, instrument.maximumPriceTicks)
    return { ok: false, code: 'price-out-of-bounds', pointer, detail: `the highest price is ${highest}` }
  }
  const detail = `${text} is not a multiple of the tick size ${instrument.tickSize}; ${nearest} would be right`
  return { ok: false, code: 'invalid-tick', pointer, detail }
}
