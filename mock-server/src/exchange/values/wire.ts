import type { Instrument } from '../instruments/instrument.ts'
import { divideHalfEven, formatDecimal, parseDecimal, UNIT } from './decimal.ts'
import type { Lots, Minor, Ticks } from './types.ts'

/** Between decimal strings of the wire and the core's integers. Every conversion is exact or refused. */

/** One step of a price or a quantity: the tick or the lot. */
interface Step {
  /** Units of 1e-8 in one step. */
  readonly units: bigint
  /** Decimals that the wire writes. */
  readonly places: number
  /** The step in units of its last decimal: 1 for `0.01`, 5 for `0.05`. */
  readonly multiplier: number
}

export interface Scale {
  readonly tick: Step
  readonly lot: Step
  /** Minor units of the quote asset in one tick times one lot. */
  readonly valueUnit: Minor
  /** The same as a number; where that is not exact, no value is in the safe range. */
  readonly valueUnits: number
}

/** Derived once an instrument: these functions run for every message. */
const scales = new WeakMap<Instrument, Scale>()

/** @throws RangeError when tick or lot is not a positive decimal, or their product is finer than 1e-8. */
export function scaleOf(instrument: Instrument): Scale {
  const known = scales.get(instrument)
  if (known !== undefined) return known
  const tick = parseStep(instrument.tickSize)
  const lot = parseStep(instrument.lotSize)
  if (tick === undefined || lot === undefined) {
    throw new RangeError(
      `${instrument.symbol}: tick size ${instrument.tickSize} and lot size ${instrument.lotSize} must be positive decimals`,
    )
  }
  const product = tick.units * lot.units
  if (product % UNIT !== 0n) {
    throw new RangeError(
      `${instrument.symbol}: tick ${instrument.tickSize} times lot ${instrument.lotSize} is finer than 0.00000001`,
    )
  }
  const valueUnit = product / UNIT
  const scale = { tick, lot, valueUnit, valueUnits: Number(valueUnit) }
  scales.set(instrument, scale)
  return scale
}

/** Exactly the tick's decimals. */
export function formatPrice(instrument: Instrument, ticks: Ticks): string {
  return formatSteps(scaleOf(instrument).tick, ticks)
}

/** Exactly the lot's decimals. */
export function formatQuantity(instrument: Instrument, lots: Lots): string {
  return formatSteps(scaleOf(instrument).lot, lots)
}

/** At least two decimals, more where they are not zero. */
export function formatMoney(minor: Minor): string {
  return formatDecimal(minor, 2)
}

/** A print between two ticks: `subTick` units of 1e-8 above `ticks`; at least the tick's decimals. */
export function formatPrintPrice(instrument: Instrument, ticks: Ticks, subTick: number): string {
  if (subTick === 0) return formatPrice(instrument, ticks)
  const { tick } = scaleOf(instrument)
  return formatDecimal(BigInt(ticks) * tick.units + BigInt(subTick), tick.places)
}

/** Value over quantity, rounded half-even to 8 places (for display); at least the tick's decimals. */
export function formatAveragePrice(instrument: Instrument, value: Minor, lots: Lots): string | null {
  if (lots === 0) return null
  const { tick, lot } = scaleOf(instrument)
  return formatDecimal(divideHalfEven(value * UNIT, BigInt(lots) * lot.units), tick.places)
}

/** The order's average fill price, or null before its first fill. */
export function averageFillPrice(
  instrument: Instrument,
  order: { readonly filledValue: Minor; readonly filledLots: Lots },
): string | null {
  return formatAveragePrice(instrument, order.filledValue, order.filledLots)
}

/** Whole ticks; undefined when the text is no decimal, lies between two ticks, or leaves the safe range. */
export function toTicks(instrument: Instrument, text: string): Ticks | undefined {
  return toSteps(scaleOf(instrument).tick, text)
}

/** Whole lots; undefined when the text is no decimal, lies between two lots, or leaves the safe range. */
export function toLots(instrument: Instrument, text: string): Lots | undefined {
  return toSteps(scaleOf(instrument).lot, text)
}

/** A recorded price rounded down to a tick, and what lies above it in units of 1e-8. */
export function splitPrice(
  instrument: Instrument,
  text: string,
): { priceTicks: Ticks; subTick: number } | undefined {
  const units = parseDecimal(text)
  if (units === undefined || units < 0n) return undefined
  const { tick } = scaleOf(instrument)
  const priceTicks = Number(units / tick.units)
  if (!Number.isSafeInteger(priceTicks)) return undefined
  return { priceTicks, subTick: Number(units % tick.units) }
}

/** The nearest price on a tick (half up), to say what would pass; undefined when the text is no decimal. */
export function nearestPrice(instrument: Instrument, text: string): string | undefined {
  return nearestStep(scaleOf(instrument).tick, text)
}

/** The nearest quantity on a lot (half up), at least one lot; undefined when the text is no decimal. */
export function nearestQuantity(instrument: Instrument, text: string): string | undefined {
  return nearestStep(scaleOf(instrument).lot, text)
}

/** Price times quantity in minor units of the quote asset, exact. */
export function tradeValue(instrument: Instrument, ticks: Ticks, lots: Lots): Minor {
  const { valueUnit, valueUnits } = scaleOf(instrument)
  const value = ticks * lots * valueUnits
  // In the safe range, and so exact, nearly always; a product of bigints takes longer than all the rest.
  return Number.isSafeInteger(value) ? BigInt(value) : BigInt(ticks) * BigInt(lots) * valueUnit
}

function parseStep(text: string): Step | undefined {
  const units = parseDecimal(text)
  if (units === undefined || units <= 0n) return undefined
  const places = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0
  const multiplier = Number(units / 10n ** BigInt(8 - places))
  return Number.isSafeInteger(multiplier) ? { units, places, multiplier } : undefined
}

function formatSteps(step: Step, steps: number): string {
  const scaled = steps * step.multiplier
  const value = Number.isSafeInteger(scaled) ? scaled : BigInt(steps) * BigInt(step.multiplier)
  if (step.places === 0) return String(value)
  const negative = value < 0
  const digits = String(negative ? -value : value).padStart(step.places + 1, '0')
  const point = digits.length - step.places
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`
}

function toSteps(step: Step, text: string): number | undefined {
  const units = parseDecimal(text)
  if (units === undefined || units % step.units !== 0n) return undefined
  const steps = Number(units / step.units)
  return Number.isSafeInteger(steps) ? steps : undefined
}

function nearestStep(step: Step, text: string): string | undefined {
  const units = parseDecimal(text)
  if (units === undefined) return undefined
  const steps = Number((units * 2n + step.units) / (step.units * 2n))
  return Number.isSafeInteger(steps) ? formatSteps(step, Math.max(1, steps)) : undefined
}
