import type { AssetClass } from '../exchange/instruments/instrument.ts'
import type { VolatilityRules } from '../exchange/sessions/volatility.ts'
import { CALENDAR_NAMES, type CalendarName } from '../options/broker-options.ts'
import { UsageError } from './usage-error.ts'

/** When which assets trade, and what stops them, as the command line says it. */

type Calendars = Partial<Record<AssetClass, CalendarName>>

const CLASSES: readonly AssetClass[] = ['usEquity', 'crypto', 'fx']

/** A name is meant for stocks; with `class=` before it, for that class. */
export function readCalendar(text: string | undefined): CalendarName | Calendars | undefined {
  if (text === undefined) return undefined
  if (!text.includes('=')) return calendarName(text)
  const calendars: Calendars = {}
  for (const choice of text.split(',')) {
    const [name = '', calendar = '', ...more] = choice.split('=')
    const assetClass = CLASSES.find((known) => known === name.trim())
    if (assetClass === undefined || more.length > 0) throw wrongCalendar(choice)
    if (calendars[assetClass] !== undefined)
      throw new UsageError(`--calendar names ${assetClass} twice: ${JSON.stringify(text)}`)
    calendars[assetClass] = calendarName(calendar)
  }
  return calendars
}

function calendarName(text: string): CalendarName {
  const name = CALENDAR_NAMES.find((known) => known === text.trim())
  if (name === undefined) throw wrongCalendar(text)
  return name
}

function wrongCalendar(text: string): UsageError {
  return new UsageError(
    `--calendar takes ${CALENDAR_NAMES.join(', ')}, or these by class (${CLASSES.join(', ')}) like usEquity=XNYS,fx=24x5, not ${JSON.stringify(text)}`,
  )
}

/** Refused where nothing would come of it. */
export function readRandomEnd(
  milliseconds: number | undefined,
  calendar: string | undefined,
): number | undefined {
  if (milliseconds !== undefined && milliseconds > 0 && !calendar?.includes('XNYS'))
    throw new UsageError('--auction-random-end needs a calendar with auctions: --calendar XNYS')
  return milliseconds
}

const LIMITS = ['priceBands', 'reprice', 'marketWide'] as const

/** Checked here, so that a limit that would never be met is not taken for one that holds. */
export function readVolatility(
  values: { readonly volatility?: string; readonly calendar?: string },
  tier2: readonly string[] | undefined,
): VolatilityRules | undefined {
  const { volatility, calendar } = values
  const names = volatility?.split(',').map((name) => name.trim()) ?? []
  const wrong = names.find((name) => !LIMITS.some((known) => known === name))
  if (wrong !== undefined)
    throw new UsageError(`--volatility takes ${LIMITS.join(', ')}, not ${JSON.stringify(wrong)}`)
  if (names.includes('reprice') && !names.includes('priceBands'))
    throw new UsageError('--volatility reprice needs priceBands beside it')
  if (tier2 !== undefined && !names.includes('priceBands'))
    throw new UsageError('--tier2 needs --volatility priceBands')
  if (volatility === undefined) return undefined
  const stocks = readCalendar(calendar)
  const name = typeof stocks === 'object' ? stocks.usEquity : stocks
  if (name === undefined || name === '24x7')
    throw new UsageError('--volatility needs sessions of stocks: --calendar XNYS')
  return {
    ...(names.includes('priceBands') ? { priceBands: true } : {}),
    ...(names.includes('reprice') ? { beyondBands: 'reprice' as const } : {}),
    ...(names.includes('marketWide') ? { marketWide: true } : {}),
    ...(tier2 === undefined ? {} : { tier2 }),
  }
}
