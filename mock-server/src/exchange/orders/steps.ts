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
import type { OrderTerms, WrittenDecimals } from './order.ts'

/** Why what the caller wrote cannot be counted in ticks and lots of the instrument. */
export function offSteps({ asWritten }: OrderTerms, instrument: Instrument): readonly Rejection[] {
  if (asWritten === undefined) return NOTHING
  return writtenFields(asWritten).flatMap(({ field, text, step }) => {
    const isOff = (step === 'lot' ? toLots : toTicks)(instrument, text) === undefined
    return isOff ? [(step === 'lot' ? offLot : offTick)(instrument, field, text)] : []
  })
}

const NOTHING: readonly Rejection[] = []

interface WrittenField {
  readonly field: { readonly label: string; readonly pointer: string }
  readonly text: string
  readonly step: 'lot' | 'tick'
}

/** Each decimal that was given, in the order in which it is judged. */
function writtenFields(written: WrittenDecimals): readonly WrittenField[] {
  const {
    quantity,
    displayQuantity,
    limitPrice,
    stopPrice,
    activationPrice,
    trailAmount,
    takeProfit,
    stopLoss,
  } = written
  const all: readonly (readonly [string, string, string | undefined, 'lot' | 'tick'])[] = [
    ['Quantity', '/quantity', quantity, 'lot'],
    ['Display quantity', '/displayQuantity', displayQuantity, 'lot'],
    ['Limit price', '/limitPrice', limitPrice, 'tick'],
    ['Stop price', '/stopPrice', stopPrice, 'tick'],
    ['Activation price', '/activationPrice', activationPrice, 'tick'],
    ['Trail amount', '/trailAmount', trailAmount, 'tick'],
    ['Limit price of the take-profit', '/takeProfit/limitPrice', takeProfit?.limitPrice, 'tick'],
    ['Stop price of the stop-loss', '/stopLoss/stopPrice', stopLoss?.stopPrice, 'tick'],
    ['Limit price of the stop-loss', '/stopLoss/limitPrice', stopLoss?.limitPrice, 'tick'],
  ]
  return all.flatMap(([label, pointer, text, step]) =>
    text === undefined ? [] : [{ field: { label, pointer }, text, step }],
  )
}

function offLot(instrument: Instrument, { label, pointer }: WrittenField['field'], text: string): Rejection {
  const nearest = nearestQuantity(instrument, text)
  if (nearest === undefined) {
    const largest = formatQuantity(instrument, instrument.maximumQuantityLots)
    const detail = `${label} ${text} is above the largest, ${largest}.`
    // What may be shown ends with the order's own quantity, which is judged apart.
    if (pointer === '/displayQuantity') return { code: 'display-out-of-bounds', detail, pointer }
    return { code: 'quantity-out-of-bounds', detail, pointer, suggestion: largest }
  }
  const detail = `${label} ${text} is not a multiple of the lot size ${instrument.lotSize}.`
  return { code: 'invalid-lot', detail, pointer, suggestion: nearest }
}

function offTick(instrument: Instrument, { label, pointer }: WrittenField['field'], text: string): Rejection {
  const nearest = nearestPrice(instrument, text)
  if (nearest === undefined) {
    const highest = formatPrice(instrument, instrument.maximumPriceTicks)
    const detail = `${label} ${text} is above the highest, ${highest}.`
    const code = pointer === '/trailAmount' ? 'trail-out-of-bounds' : 'price-out-of-bounds'
    return { code, detail, pointer, suggestion: highest }
  }
  const detail = `${label} ${text} is not a multiple of the tick size ${instrument.tickSize}.`
  return { code: 'invalid-tick', detail, pointer, suggestion: nearest }
}
