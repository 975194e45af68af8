import { parseChannel } from '@openbourse/spec'
import { type CorsRule, checkCors } from '../api/cors.ts'
import { checkRates, REALISTIC_RATES, RELAXED_RATES } from '../api/limits/rate-limits.ts'
import { FEE_SCHEDULES } from '../exchange/accounts/fees/fee-schedule.ts'
import { feesBySchedules } from '../exchange/accounts/fees/schedules.ts'
import type { ExchangeOptions } from '../exchange/create-exchange.ts'
import type { SessionCalendar } from '../exchange/sessions/calendar.ts'
import { fx as fxCalendar } from '../exchange/sessions/fx.ts'
import { xnys } from '../exchange/sessions/xnys.ts'
import { parseTime } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import { demoInstruments, instrumentFor, type MarketInstrument } from '../market/demo-instruments.ts'
import { MARKET_NAMES, type MarketChoice, marketModel } from '../market/market-models.ts'
import type { MarketModel } from '../market/symbol-source.ts'
import { systemClock } from '../ports/system-clock.ts'
import { REALISTIC_LIMITS, RELAXED_LIMITS } from '../streams/limits.ts'
import { REALISTIC_CONNECTIONS, RELAXED_CONNECTIONS } from '../transports/connection-limits.ts'
import { sendByFetch } from '../transports/send-by-fetch.ts'
import { NO_TRANSPORT, type WebhookTransport } from '../webhooks/send.ts'
import type { AccountDefaults } from '../worlds/accounts.ts'
import { runningClock, type WorldClock } from '../worlds/clock.ts'
import type { CalendarChoice, CalendarName, Limits, MockBrokerOptions, ReplayPlan } from './broker-options.ts'
import { isObject } from './check-option.ts'
import { withBorrow } from './margin-options.ts'

/** What the options of a mock broker mean: each reader makes one part of the world of them, defaults included. */

const DEFAULT_SEED = 1
/** Monday, 2026-01-05, 9:30 in New York. */
const PAUSED_START = '2026-01-05T14:30:00Z'

export function readSeed(seed: number = DEFAULT_SEED): number {
  if (Number.isSafeInteger(seed) && seed >= 0) return seed
  throw new RangeError(`A seed is a whole number from 0, not ${seed}`)
}

export function readMarkets(options: MockBrokerOptions): MarketInstrument[] {
  return withBorrow(chosenMarkets(options), options.borrow)
}

function chosenMarkets({ symbols, replay }: MockBrokerOptions): MarketInstrument[] {
  if (symbols === undefined) return replay === undefined ? demoInstruments() : []
  const recorded = new Set(replay?.source.instruments.map((instrument) => instrument.symbol))
  return [...new Set(symbols)].filter((symbol) => !recorded.has(symbol)).map(readMarket)
}

function readMarket(symbol: string): MarketInstrument {
  if (parseChannel(`quotes.${symbol}`) !== undefined) return instrumentFor(symbol)
  throw new RangeError(`A symbol is written like AAPL, BRK.B or BTC-USD, not ${JSON.stringify(symbol)}`)
}

export function readMarketModel(options: MockBrokerOptions): MarketModel {
  const { market = 'calm' } = options
  if (typeof market === 'object') {
    checkNamedSymbols(market, options)
    return marketModel(market)
  }
  if (MARKET_NAMES.includes(market)) return marketModel({ model: market })
  throw new RangeError(
    `A market is one of ${MARKET_NAMES.join(', ')} or an object such as { model: 'gbm', volatility: 0.4 }, not ${JSON.stringify(market)}`,
  )
}

/** Prices of a symbol that there is not would be waited for in vain. */
function checkNamedSymbols(market: MarketChoice, options: MockBrokerOptions): void {
  const symbols = chosenMarkets(options).map(({ instrument }) => instrument.symbol)
  const named = Object.entries(market).flatMap(([part, bySymbol]) =>
    isObject(bySymbol) ? Object.keys(bySymbol).map((symbol) => ({ part, symbol })) : [],
  )
  const wrong = named.find(({ symbol }) => !symbols.includes(symbol))
  if (wrong === undefined) return
  throw new RangeError(
    `${wrong.part} of a market names symbols with a background market (${symbols.join(', ')}), not ${wrong.symbol}`,
  )
}

/** The calendar of stocks, and those of the other asset classes. */
export function readCalendars(
  chosen: MockBrokerOptions['calendar'],
): Required<Pick<ExchangeOptions, 'calendars'>> & Pick<ExchangeOptions, 'calendar'> {
  const byClass = typeof chosen === 'object' && !('phaseAt' in chosen) ? chosen : { usEquity: chosen }
  const [calendar, coins, currencies] = [byClass.usEquity, byClass.crypto, byClass.fx].map(readCalendar)
  const calendars = {
    ...(coins === undefined ? {} : { crypto: coins }),
    ...(currencies === undefined ? {} : { fx: currencies }),
  }
  return calendar === undefined ? { calendars } : { calendar, calendars }
}

const CALENDARS: Readonly<Record<CalendarName, SessionCalendar | undefined>> = {
  XNYS: xnys,
  '24x5': fxCalendar,
  '24x7': undefined,
}

function readCalendar(calendar: CalendarChoice | undefined): SessionCalendar | undefined {
  if (calendar === undefined || typeof calendar === 'object') return calendar
  if (Object.hasOwn(CALENDARS, calendar)) return CALENDARS[calendar]
  throw new RangeError(`A built-in calendar is XNYS, 24x5 or 24x7, not ${JSON.stringify(calendar)}`)
}

export function readAccountDefaults(options: MockBrokerOptions): AccountDefaults {
  const { fees, interest, accountType, costBasis, settlementRules } = options
  return {
    ...(fees === undefined ? {} : { fees: typeof fees === 'string' ? [fees] : fees }),
    ...(interest === undefined ? {} : { interest }),
    ...(accountType === undefined ? {} : { type: accountType }),
    ...(costBasis === undefined ? {} : { costBasis }),
    ...(settlementRules === undefined ? {} : { settlementRules }),
  }
}

/** @throws RangeError when there is no such schedule, or two are for one asset class */
export function checkFees(fees: MockBrokerOptions['fees']): void {
  if (fees === undefined) return
  const names: unknown = typeof fees === 'string' ? [fees] : fees
  if (!Array.isArray(names)) {
    throw new RangeError(
      `fees is one or an array of ${FEE_SCHEDULES.join(', ')}, not ${JSON.stringify(fees)}`,
    )
  }
  feesBySchedules(names)
}

export function readLimits(limits: MockBrokerOptions['limits'] = 'relaxed'): Limits {
  if (limits === 'relaxed') return RELAXED
  if (limits === 'realistic') return REALISTIC
  if (typeof limits !== 'object') {
    throw new RangeError(
      `Limits are 'relaxed', 'realistic' or an object of numbers, not ${JSON.stringify(limits)}`,
    )
  }
  const rates = { ...RELAXED_RATES.rates, ...limits.rates }
  const { ban = null, attempts = RELAXED.attempts } = limits
  return { ...RELAXED, ...limits, ...checkRates({ rates, ban, attempts }) }
}

const RELAXED: Limits = { ...RELAXED_LIMITS, ...RELAXED_CONNECTIONS, ...RELAXED_RATES }
const REALISTIC: Limits = { ...REALISTIC_LIMITS, ...REALISTIC_CONNECTIONS, ...REALISTIC_RATES }

export function readCors({ cors }: MockBrokerOptions): CorsRule | undefined {
  return checkCors(cors)
}

export function readWebhooks({
  webhookFetch,
  transportClock = systemClock,
}: MockBrokerOptions): WebhookTransport {
  if (webhookFetch === undefined) return NO_TRANSPORT
  return { policy: { allowed: 'any' }, send: sendByFetch(webhookFetch, transportClock) }
}

export function readClock({ clock, replay }: MockBrokerOptions, nowMs: number): WorldClock {
  if (replay !== undefined) return replayClock(replay, nowMs)
  const { start, speed = 1 } = readClockChoice(clock)
  const time = start === undefined ? nowMs * 1000 : parseTime(start)
  if (time === undefined || time < 0) {
    throw new RangeError(
      `The start of a clock is a time from 1970 on like ${PAUSED_START}, not ${JSON.stringify(start)}`,
    )
  }
  return speed === 0 ? { mode: 'paused', time } : runningClock(time, speed, nowMs)
}

/**
 * The clock of a world that goes on after a restart, which had come to `time`: a real one is the machine's again, any
 * other goes on where it stood. World time never goes back.
 */
export function resumeClock({ clock }: MockBrokerOptions, time: Time, nowMs: number): WorldClock {
  const { start, speed = 1 } = readClockChoice(clock)
  if (speed === 0) return { mode: 'paused', time }
  return runningClock(start === undefined ? Math.max(time, nowMs * 1000) : time, speed, nowMs)
}

function readClockChoice(clock: MockBrokerOptions['clock'] = 'real'): { start?: string; speed?: number } {
  if (typeof clock === 'object') return clock
  if (clock === 'paused') return { start: PAUSED_START, speed: 0 }
  if (clock === 'real') return {}
  throw new RangeError(`A clock is 'real', 'paused' or { start, speed }, not ${JSON.stringify(clock)}`)
}

function replayClock({ source, speed = 1 }: ReplayPlan, nowMs: number): WorldClock {
  if (speed === 'max') return { mode: 'recorded', time: source.startTime }
  return runningClock(source.startTime, speed, nowMs)
}
