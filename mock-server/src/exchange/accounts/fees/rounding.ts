import type { Instrument } from '../../instruments/instrument.ts'
import { UNIT } from '../../values/decimal.ts'
import type { Lots, Minor } from '../../values/types.ts'
import { scaleOf } from '../../values/wire.ts'

/** Rates are decimals in units of 1e-8, like money; each product says how it is rounded to a minor unit. */

const CENT = UNIT / 100n

/** A share of the value, rounded down. */
export function shareOf(value: Minor, rate: bigint): Minor {
  return (value * rate) / UNIT
}

/** So much a unit (a share, a coin) of the quantity, rounded down. */
export function perUnit(instrument: Instrument, lots: Lots, rate: bigint): Minor {
  return (BigInt(lots) * scaleOf(instrument).lot.units * rate) / UNIT
}

/** The same, rounded up to a cent. */
export function perUnitInCents(instrument: Instrument, lots: Lots, rate: bigint): Minor {
  return up(BigInt(lots) * scaleOf(instrument).lot.units * rate, UNIT)
}

/** A share of the value, so many units of 1e-8 in a million, rounded up to a cent. */
export function perMillionInCents(value: Minor, rate: bigint): Minor {
  return up(value * rate, UNIT * 1_000_000n)
}

export function least(one: Minor, other: Minor): Minor {
  return one < other ? one : other
}

export function most(one: Minor, other: Minor): Minor {
  return one > other ? one : other
}

function up(dividend: bigint, divisor: bigint): Minor {
  const cents = divisor * CENT
  return ((dividend + cents - 1n) / cents) * CENT
}
