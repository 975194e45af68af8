import type { AssetClass, Instrument } from '../../instruments/instrument.ts'
import { parameters } from '../../parameters/parameters.ts'
import { FRIDAY, MONDAY, weekday } from '../../sessions/civil-date.ts'
import { sessionOf } from '../../sessions/xnys.ts'
import { MICROS_PER_DAY, MICROS_PER_HOUR } from '../../values/time.ts'
import type { Time } from '../../values/types.ts'

/** When on its day something settles: at 5:00 UTC it is night in New York, and the day before is over there. */
const HOUR = 5
const FX_DAYS = 2

/** Days since 1970-01-01 on which trades settle: those of New York for stocks, Monday to Friday for currencies. */
const BUSINESS_DAYS: Readonly<Record<Exclude<AssetClass, 'crypto'>, (day: number) => boolean>> = {
  usEquity: (day) => sessionOf(day) !== undefined,
  fx: (day) => weekday(day) >= MONDAY && weekday(day) <= FRIDAY,
}

/** The day that belongs to a time as money counts it; it begins when what is due on it settles. */
export function ledgerDay(time: Time): number {
  return Math.floor((time - HOUR * MICROS_PER_HOUR) / MICROS_PER_DAY)
}

/** When a ledger day begins. */
export function startOfLedgerDay(day: number): Time {
  return day * MICROS_PER_DAY + HOUR * MICROS_PER_HOUR
}

/** So many business days of the asset class after a day; without any, the day itself or the next one that is one. */
export function businessDayAfter(assetClass: keyof typeof BUSINESS_DAYS, day: number, count: number): number {
  const isBusinessDay = BUSINESS_DAYS[assetClass]
  let [date, left] = [day, count]
  while (left > 0 || !isBusinessDay(date)) {
    date += 1
    if (isBusinessDay(date)) left -= 1
  }
  return date
}

/**
 * The day on which a trade made now settles; undefined: at once. Stocks by the cycle of the day, currencies after
 * two business days, crypto at once.
 */
export function settlementDay({ assetClass }: Instrument, time: Time): number | undefined {
  if (assetClass === 'crypto') return undefined
  const known = latest[assetClass]
  const day = ledgerDay(time)
  if (known.day === day) return known.settles
  const count = assetClass === 'fx' ? FX_DAYS : parameters.countOn('stockSettlementDays', day)
  const settles = businessDayAfter(assetClass, day, count)
  latest[assetClass] = { day, settles }
  return settles
}

/** Questions come in order of time, and many a day: the latest answer is all that is worth keeping. */
const latest = { usEquity: { day: Number.NaN, settles: 0 }, fx: { day: Number.NaN, settles: 0 } }
