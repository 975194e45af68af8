import { expect, test } from 'vitest'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import { demoInstruments, instrumentFor } from '../../src/market/demo-instruments.ts'
import { marketModel } from '../../src/market/market-models.ts'
import {
  type BackgroundWorldOptions,
  backgroundWorld,
  openCustomer,
  SECOND,
  START,
  symbolOf,
  take,
} from './support/background-world.ts'

const ORDER_FLOW = marketModel({ model: 'orderFlow' })
const APPLE = [instrumentFor('AAPL')]
const world = (options: BackgroundWorldOptions = {}) => backgroundWorld({ model: ORDER_FLOW, ...options })

test('in two minutes every instrument quotes and trades from single orders, and the exchange stays sound', () => {
  const market = world()
  const symbols = demoInstruments().map(({ instrument }) => instrument.symbol)
  for (let second = 0; second <= 120; second += 1) {
    market.runTo(START + second * SECOND)
    for (const symbol of symbols) {
      const best = market.exchange.view.best(symbol)
      expect([symbol, best?.bidTicks === null, best?.askTicks === null]).toEqual([symbol, false, false])
    }
  }
  checkInvariants(market.exchange)
  for (const symbol of symbols) {
    const count = (type: string): number =>
      market.events.filter((event) => event.type === type && 'symbol' in event && event.symbol === symbol)
        .length
    expect([symbol, count('LevelChanged') > 100, count('TradePrinted') > 3]).toEqual([symbol, true, true])
    expect(market.exchange.view.levels(symbol, 'buy', 20).length).toBeGreaterThan(8)
  }
  expect(market.commands.some((command) => command.type === 'SetHouseLevels')).toBe(false)
  expect(market.events.filter((event) => event.type === 'CommandRejected')).toEqual([])
  expect(market.events.filter((event) => event.type === 'OrderRejected')).toEqual([])
})

test('the same seed and world flow alike, another seed or world does not', () => {
  const script = (options: BackgroundWorldOptions) => {
    const market = world(options)
    market.runTo(START + 20 * SECOND)
    return JSON.stringify(market.commands)
  }
  const first = script({})
  expect(script({})).toBe(first)
  expect(script({ seed: 2 })).not.toBe(first)
  expect(script({ world: 'other' })).not.toBe(first)
})

test('a second symbol shifts no draw of the first', () => {
  const ofApple = (markets: BackgroundWorldOptions['markets']) => {
    const market = world({ markets })
    market.runTo(START + 60 * SECOND)
    return market.events.filter((event) => event.type === 'LevelChanged' && event.symbol === 'AAPL')
  }
  expect(ofApple([instrumentFor('AAPL'), instrumentFor('BTC-USD')])).toEqual(ofApple(APPLE))
})

test('an order of a customer shifts no draw: market orders come at the same times and on the same sides', () => {
  const taken = (trade: boolean) => {
    const market = world({ markets: APPLE })
    openCustomer(market)
    market.runTo(START + 5 * SECOND)
    if (trade) market.execute(take(5_000))
    market.runTo(START + 90 * SECOND)
    return market.commands.flatMap((command) =>
      command.type === 'SubmitOrder' && command.terms.type === 'market'
        ? [`${command.terms.clientOrderId} ${command.terms.side}`]
        : [],
    )
  }
  expect(taken(true)).toEqual(taken(false))
  expect(taken(true).length).toBeGreaterThan(10)
})

test('a side that a customer emptied is quoted again within 100 ms', () => {
  const market = world({ markets: APPLE })
  openCustomer(market)
  for (let round = 0; round < 20; round += 1) {
    const now = START + SECOND + round * 1_013_000
    market.runTo(now)
    market.execute(take(9_000_000, `c${round}`))
    expect(market.exchange.view.best('AAPL')?.askTicks).toBeNull()
    market.runTo(now + 100_000)
    expect(market.exchange.view.best('AAPL')?.askTicks).not.toBeNull()
  }
  checkInvariants(market.exchange)
})

test('a halted symbol is silent, and goes on afterwards', () => {
  const market = world({ markets: [instrumentFor('AAPL'), instrumentFor('MSFT')] })
  market.runTo(START + SECOND)
  market.execute({ type: 'HaltSymbol', symbol: 'AAPL', reason: 'news' })
  const before = market.commands.length
  market.runTo(START + 30 * SECOND)
  const meanwhile = market.commands.slice(before)
  expect(meanwhile.some((command) => symbolOf(command) === 'AAPL')).toBe(false)
  expect(meanwhile.some((command) => symbolOf(command) === 'MSFT')).toBe(true)
  market.execute({ type: 'ResumeSymbol', symbol: 'AAPL' })
  market.runTo(START + 60 * SECOND)
  expect(market.commands.slice(before).some((command) => symbolOf(command) === 'AAPL')).toBe(true)
  expect(market.events.filter((event) => event.type === 'CommandRejected')).toEqual([])
})

test('a withdrawn symbol has no order of the flow left and gets no new one', () => {
  const market = world({ markets: [instrumentFor('AAPL'), instrumentFor('MSFT')] })
  market.runTo(START + 5 * SECOND)
  for (const command of market.flow.withdraw('AAPL')) market.execute(command)
  expect(market.exchange.view.best('AAPL')).toMatchObject({ bidTicks: null, askTicks: null })
  expect(market.exchange.view.best('MSFT')?.bidTicks).not.toBeNull()
  market.runTo(START + 30 * SECOND)
  expect(market.exchange.view.best('AAPL')).toMatchObject({ bidTicks: null, askTicks: null })
  expect(market.flow.withdraw('AAPL')).toEqual([])
})

test('after a rest the flow goes on with the book that it left', () => {
  const market = world({ markets: APPLE })
  market.runTo(START + 5 * SECOND)
  const resumed = START + 3600 * SECOND
  market.flow.restUntil?.(resumed)
  const before = market.commands.length
  market.runTo(resumed - 50_000)
  expect(market.commands.length).toBe(before)
  market.runTo(resumed + 30 * SECOND)
  expect(market.commands.length).toBeGreaterThan(before + 30)
  checkInvariants(market.exchange)
})

test('a stock of a few cents keeps valid prices', () => {
  const market = world({ markets: [{ ...instrumentFor('PENNY'), referenceTicks: 12 }] })
  market.runTo(START + 120 * SECOND)
  expect(market.events.filter((event) => event.type === 'CommandRejected')).toEqual([])
  expect(market.events.filter((event) => event.type === 'OrderRejected')).toEqual([])
  expect(market.exchange.view.best('PENNY')?.bidTicks).toBeGreaterThan(0)
})

test('with a calendar stocks are silent before the open and get their book with it', () => {
  const open = parseTime('2026-01-05T14:30:00Z') ?? 0
  const market = world({ markets: APPLE, calendar: xnys, start: open - 10 * SECOND })
  market.runTo(open - 1)
  expect(market.exchange.view.best('AAPL')).toMatchObject({ bidTicks: null, askTicks: null })
  market.runTo(open + SECOND)
  expect(market.exchange.view.best('AAPL')?.bidTicks).not.toBeNull()
  expect(market.exchange.view.best('AAPL')?.askTicks).not.toBeNull()
  expect(market.events.filter((event) => event.type === 'OrderRejected')).toEqual([])
})
