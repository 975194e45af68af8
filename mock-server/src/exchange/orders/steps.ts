import type { Rejection } from '../events.ts'
import type { Instrument } from '../instruments/instrument.ts'
import {
  formatPrice,
  formatQuantity,
  nearestPrice,
  nearestQuantity,
  toLots,
  toTicks,
} from '../values/wire.ts'
import type { OrderTerms } from './order.ts'

/** Why what the caller wrote cannot be counted in ticks and lots of the instrument. */
export function offSteps({ asWritten }: OrderTerms, instrument: Instrument): readonly Rejection[] {
  if (asWritten === undefined) return []
  const { quantity, limitPrice } = asWritten
  const isOffTick = limitPrice !== undefined && toTicks(instrument, limitPrice) === undefined
  return [
    ...(toLots(instrument, quantity) === undefined ? [offLot(instrument, quantity)] : []),
    ...(isOffTick ? [offTick(instrument, limitPrice)] : []),
  ]
}

function offLot(instrument: Instrument, quantity: string): Rejection {
  const nearest = nearestQuantity(instrument, quantity)
  if (nearest === undefined) {
    const largest = formatQuantity(instrument, instrument.maximumQuantityLots)
    const detail = `Quantity ${quantity} is above the largest, ${largest}.`
    return { code: 'quantity-out-of-bounds', detail, pointer: '/quantity', suggestion: largest }
  }
  const detail = `Quantity ${quantity} is not a multiple of the lot size ${instrument.lotSize}.`
  return { code: 'invalid-lot', detail, pointer: '/quantity', suggestion: nearest }
}

function offTick(instrument: Instrument, limitPrice: string): Rejection {
  const nearest = nearestPrice(instrument, limitPrice)
  if (nearest === undefined) {
    const highest = formatPrice(instrument, instrument.maximumPriceTicks)
    const detail = `Limit price ${limitPrice} is above the highest, ${highest}.`
    return { code: 'price-out-of-bounds', detail, pointer: '/limitPrice', suggestion: highest }
  }
  const detail = `Limit price ${limitPrice} is not a multiple of the tick size ${instrument.tickSize}.`
  return { code: 'invalid-tick', detail, pointer: '/limitPrice', suggestion: nearest }
}
