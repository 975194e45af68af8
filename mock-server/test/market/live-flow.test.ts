import { expect, test } from 'vitest'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import { demoInstruments, instrumentFor } from '../../src/market/demo-instruments.ts'
import { marketModel } from '../../src/market/market-models.ts'
import { type BackgroundWorldOptions, backgroundWorld, SECOND, START } from './support/background-world.ts'

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

test('with a calendar stocks are quoted before the open, and trade from then on', () => {
  const open = parseTime('2026-01-05T14:30:00Z') ?? 0
  const market = world({ markets: APPLE, calendar: xnys, start: open - 600 * SECOND })
  market.runTo(open - 123 * SECOND)
  const quoted = market.commands.length
  market.runTo(open - 1)
  const { bidTicks, askTicks } = market.exchange.view.best('AAPL') ?? {}
  expect((askTicks ?? 0) - (bidTicks ?? 0)).toBeLessThan(30)
  // Makers come back to it with the auction.
  expect(market.commands.length).toBeGreaterThan(quoted)
  const printed = () => market.events.filter((event) => event.type === 'TradePrinted').length
  expect(printed()).toBe(0)
  market.runTo(open + 20 * SECOND)
  expect(printed()).toBeGreaterThan(1)
  expect(market.events.filter((event) => event.type === 'OrderRejected')).toEqual([])
})

test('where the price has left its band, makers stand at the band until trading is paused, and open at the price', () => {
  const open = parseTime('2026-01-05T14:30:00Z') ?? 0
  const volatility = { priceBands: true }
  const market = world({ markets: APPLE, calendar: xnys, volatility, start: open - 10 * SECOND })
  market.runTo(open + 60 * SECOND)
  // As news do it: the flow alone hears of it.
  market.flow.adjust?.('AAPL', { type: 'cashDividend', amount: 2_000_000_000n })
  const states = new Set<unknown>()
  for (let second = 60; second <= 900; second += 5) {
    market.runTo(open + second * SECOND)
    states.add(market.exchange.view.status('AAPL')?.limitState)
    states.add(market.exchange.view.status('AAPL')?.phase)
  }
  expect([...states]).toEqual(expect.arrayContaining(['sell', 'auction']))
  const { bidTicks, askTicks } = market.exchange.view.best('AAPL') ?? {}
  expect(market.exchange.view.status('AAPL')).toMatchObject({ phase: 'open', halted: false })
  expect(((bidTicks ?? 0) + (askTicks ?? 0)) / 2 / 20_750).toBeCloseTo(1, 1)
  expect((askTicks ?? 0) - (bidTicks ?? 0)).toBeLessThan(40)
  expect(market.events.filter((event) => event.type === 'OrderRejected')).toEqual([])
  checkInvariants(market.exchange)
})
