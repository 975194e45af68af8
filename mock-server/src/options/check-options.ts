import { isCalendar, type SessionCalendar, type SessionPhase } from '../exchange/sessions/calendar.ts'
import { checkMarket } from '../market/check-market.ts'
import { RELAXED_LIMITS } from '../streams/limits.ts'
import { RELAXED_CONNECTIONS } from '../transports/connection-limits.ts'
import type { MockBrokerOptions } from './broker-options.ts'
import { checkAccountRules, checkAccounts, checkMargin, checkType } from './check-accounts.ts'
import { checkNames, expect, isList, isObject, show } from './check-option.ts'
import { checkFees } from './read-options.ts'

/** Options as a program without types may give them: each fault is a RangeError that says what would be right. */

const OPTIONS: Readonly<Record<keyof MockBrokerOptions, true>> = {
  seed: true,
  symbols: true,
  market: true,
  clock: true,
  calendar: true,
  auctionRandomEndMs: true,
  volatility: true,
  requestLatencyMs: true,
  dayEndReports: true,
  limits: true,
  cors: true,
  accounts: true,
  fees: true,
  interest: true,
  costBasis: true,
  settlementRules: true,
  accountType: true,
  borrow: true,
  margin: true,
  keys: true,
  strictAuth: true,
  baseUrl: true,
  replay: true,
  webhookFetch: true,
  transportClock: true,
  nextEpoch: true,
  onInternalError: true,
}

/** @throws RangeError on the first thing that is wrong */
export function checkOptions(options: MockBrokerOptions): void {
  if (!isObject(options))
    throw new RangeError(`Options are an object such as { seed: 7 }, not ${show(options)}`)
  checkNames('option', options, OPTIONS)
  const { symbols, clock, calendar, limits, accounts, baseUrl, replay, strictAuth } = options
  expect(
    symbols === undefined || (isList(symbols) && symbols.every((symbol) => typeof symbol === 'string')),
    () => [`symbols is an array such as ['AAPL', 'BTC-USD']`, symbols],
  )
  expect(clock === undefined || typeof clock === 'string' || isObject(clock), () => [
    `clock is 'real', 'paused' or { start, speed }`,
    clock,
  ])
  if (typeof clock === 'object') checkNames('part of a clock', clock, { start: true, speed: true })
  if (typeof calendar === 'object') checkCalendar(calendar)
  if (options.volatility !== undefined) checkVolatility(options.volatility, calendar)
  const { auctionRandomEndMs = 0 } = options
  const isEnd =
    Number.isInteger(auctionRandomEndMs) && auctionRandomEndMs >= 0 && auctionRandomEndMs <= 60_000
  expect(isEnd, () => ['auctionRandomEndMs is a whole number from 0 to 60000', auctionRandomEndMs])
  expect(auctionRandomEndMs === 0 || hasAuctions(calendar), () => [
    "auctionRandomEndMs is for the auctions of a calendar such as 'XNYS'",
    auctionRandomEndMs,
  ])
  const { requestLatencyMs = 0, dayEndReports = false } = options
  expect(Number.isInteger(requestLatencyMs) && requestLatencyMs >= 0 && requestLatencyMs <= 3_600_000, () => [
    'requestLatencyMs is a whole number from 0 to 3600000',
    requestLatencyMs,
  ])
  expect(typeof dayEndReports === 'boolean', () => ['dayEndReports is true or false', dayEndReports])
  expect(strictAuth === undefined || typeof strictAuth === 'boolean', () => [
    'strictAuth is true or false',
    strictAuth,
  ])
  if (typeof options.market === 'object') checkMarket(options.market)
  checkLimits(limits)
  checkCorsShape(options.cors)
  checkFees(options.fees)
  checkAccountRules(options)
  checkType('accountType', options.accountType)
  checkMargin(options)
  if (accounts !== undefined) checkAccounts(accounts)
  expect(baseUrl === undefined || isOrigin(baseUrl), () => [
    'baseUrl is an origin such as http://127.0.0.1:4010',
    baseUrl,
  ])
  expect(replay === undefined || (isObject(replay) && isObject(replay.source)), () => [
    'replay is { source, speed }, its source from openReplay',
    replay,
  ])
  checkFunctions(options)
}

function checkLimits(limits: MockBrokerOptions['limits']): void {
  if (limits === undefined || limits === 'relaxed' || limits === 'realistic') return
  expect(isObject(limits), () => [`limits is 'relaxed', 'realistic' or an object of numbers`, limits])
  if (typeof limits !== 'object') return
  const { rates, ban, attempts, ...numbers } = limits
  checkNames('limit', numbers, { ...RELAXED_LIMITS, ...RELAXED_CONNECTIONS })
  expect(rates === undefined || isObject(rates), () => [
    'rates is an object such as { orders: { quota: 5, windowSeconds: 1 } }',
    rates,
  ])
  expect(ban === undefined || ban === null || isObject(ban), () => [
    'ban is null or { violations, windowSeconds, firstSeconds, maximumSeconds }',
    ban,
  ])
  for (const rule of [...Object.values(rates ?? {}), ban ?? undefined, attempts]) {
    expect(rule === undefined || isObject(rule), () => ['A limit is an object of numbers', rule])
  }
  for (const [name, value] of Object.entries(numbers)) {
    expect(value === undefined || (typeof value === 'number' && value > 0), () => [
      `The limit ${name} is a number above 0`,
      value,
    ])
  }
}

function checkCorsShape(cors: MockBrokerOptions['cors']): void {
  const isRule =
    isObject(cors) && isList(cors.origins) && cors.origins.every((name) => typeof name === 'string')
  expect(cors === undefined || isRule, () => ["cors is { origins: ['http://localhost:5173'] }", cors])
}

function checkFunctions(options: MockBrokerOptions): void {
  const { transportClock, webhookFetch, nextEpoch, onInternalError } = options
  const isClock = typeof transportClock?.nowMs === 'function' && typeof transportClock.after === 'function'
  expect(transportClock === undefined || isClock, () => [
    'transportClock has the functions nowMs and after',
    transportClock,
  ])
  for (const [name, value] of Object.entries({ webhookFetch, nextEpoch, onInternalError })) {
    expect(value === undefined || typeof value === 'function', () => [`${name} is a function`, value])
  }
}

function checkVolatility(volatility: unknown, calendar: unknown): void {
  if (!isObject(volatility))
    throw new RangeError(`volatility is an object such as { priceBands: true }, not ${show(volatility)}`)
  checkNames('part of volatility', volatility, {
    priceBands: true,
    beyondBands: true,
    tier2: true,
    marketWide: true,
  })
  const rules = volatility as Record<string, unknown>
  const { priceBands = false, marketWide = false, tier2 = [], beyondBands = 'refuse' } = rules
  const isRight =
    typeof priceBands === 'boolean' &&
    typeof marketWide === 'boolean' &&
    (beyondBands === 'refuse' || beyondBands === 'reprice') &&
    isList(tier2) &&
    tier2.every((symbol) => typeof symbol === 'string')
  expect(isRight, () => [
    "volatility has priceBands and marketWide, true or false, beyondBands, 'refuse' or 'reprice', and tier2, symbols",
    volatility,
  ])
  if (beyondBands === 'reprice' || (isList(tier2) && tier2.length > 0))
    expect(priceBands === true, () => [
      'beyondBands and tier2 of volatility need priceBands: true',
      volatility,
    ])
  const stocks = calendarOf('usEquity', calendar)
  expect(stocks !== undefined && stocks !== '24x7', () => [
    'volatility is limited in the sessions of a calendar of stocks',
    calendar,
  ])
}

/** A calendar that is none by class is meant for stocks. */
function calendarOf(assetClass: string, calendar: unknown): unknown {
  if (isObject(calendar) && !isCalendar(calendar)) return Reflect.get(calendar, assetClass)
  return assetClass === 'usEquity' ? calendar : undefined
}

function hasAuctions(calendar: unknown): boolean {
  const all = CLASSES.map((assetClass) => calendarOf(assetClass, calendar))
  return all.some((each) => each === 'XNYS' || (isCalendar(each) && each.auctions !== undefined))
}

function checkCalendar(calendar: object | null): void {
  const isOwn = calendar !== null && !isCalendar(calendar)
  const byClass = isOwn ? Object.entries(calendar) : []
  const isByClass =
    byClass.length > 0 &&
    byClass.every(([name, each]) => CLASSES.includes(name) && (typeof each !== 'object' || isCalendar(each)))
  expect(calendar !== null && (!isOwn || isByClass), () => [
    `calendar is 'XNYS', '24x5', '24x7', an object with the functions phaseAt and nextChange, or these by asset class (${CLASSES.join(', ')})`,
    calendar,
  ])
  for (const each of isOwn ? byClass.map(([, own]) => own) : [calendar])
    if (isCalendar(each)) checkAnswers(each)
}

/** Asked once: a calendar whose next change is not later would be asked for ever. */
function checkAnswers(calendar: SessionCalendar): void {
  const phase = calendar.phaseAt(A_MONDAY)
  expect(PHASES.includes(phase), () => [`phaseAt of a calendar answers one of ${PHASES.join(', ')}`, phase])
  const next = calendar.nextChange(A_MONDAY)
  expect(next === undefined || (Number.isSafeInteger(next) && next > A_MONDAY), () => [
    `nextChange of a calendar, asked for ${A_MONDAY}, answers later microseconds since 1970 or undefined`,
    next,
  ])
}

/** 2026-01-05T14:30:00Z in microseconds. */
const A_MONDAY = 1_767_623_400_000_000
const PHASES: readonly string[] = ['preMarket', 'open', 'postMarket', 'closed'] satisfies SessionPhase[]

const CLASSES: readonly string[] = ['usEquity', 'crypto', 'fx']

function isOrigin(text: unknown): boolean {
  if (typeof text !== 'string' || !URL.canParse(text)) return false
  const { protocol, pathname, search, hash } = new URL(text)
  return /^https?:$/.test(protocol) && `${pathname}${search}${hash}` === '/'
}
