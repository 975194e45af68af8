import { expect, test } from 'vitest'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { demoInstruments, instrumentFor } from '../../src/market/demo-instruments.ts'
import { backgroundWorld as market, SECOND, START } from './support/background-world.ts'

test('the demo world has six stocks, three crypto assets and three currency pairs, all in dollars', () => {
  const classes = demoInstruments().map(({ instrument }) => instrument.assetClass)
  expect(classes).toEqual([...Array(6).fill('usEquity'), ...Array(3).fill('crypto'), ...Array(3).fill('fx')])
  expect(new Set(demoInstruments().map(({ instrument }) => instrument.quoteAsset))).toEqual(new Set(['USD']))
})

test('an unknown name is a stock with a price of its own, always the same', () => {
  const unknown = instrumentFor('ZZTOP')
  expect(unknown).toEqual(instrumentFor('ZZTOP'))
  expect(unknown.instrument).toMatchObject({ assetClass: 'usEquity', tickSize: '0.01', lotSize: '1' })
  expect(unknown.referenceTicks).toBeGreaterThanOrEqual(2_000)
  expect(unknown.referenceTicks).not.toBe(instrumentFor('ZZTOQ').referenceTicks)
  expect(instrumentFor('BRK.B').instrument.name).toContain('Berkshire')
})

test('the first batch gives every instrument eight levels a side at once', () => {
  const { exchange, runTo } = market()
  runTo(START)
  for (const { instrument, referenceTicks } of demoInstruments()) {
    const bids = exchange.view.levels(instrument.symbol, 'buy', 100)
    const asks = exchange.view.levels(instrument.symbol, 'sell', 100)
    expect([instrument.symbol, bids.length, asks.length]).toEqual([instrument.symbol, 8, 8])
    const middle = ((bids[0]?.priceTicks ?? 0) + (asks[0]?.priceTicks ?? 0)) / 2
    expect(Math.abs(middle - referenceTicks) / referenceTicks).toBeLessThan(0.001)
    const multiple = instrument.assetClass === 'usEquity' ? 100 : 1
    for (const level of [...bids, ...asks]) expect(level.quantityLots % multiple).toBe(0)
  }
  checkInvariants(exchange)
})

test('in two minutes every instrument quotes and trades, is never one-sided, and the exchange stays sound', () => {
  const world = market()
  const { exchange, runTo, events } = world
  const symbols = demoInstruments().map(({ instrument }) => instrument.symbol)
  for (let second = 0; second <= 120; second += 1) {
    runTo(START + second * SECOND)
    for (const symbol of symbols) {
      const best = exchange.view.best(symbol)
      expect([best?.bidTicks === null, best?.askTicks === null]).toEqual([false, false])
    }
  }
  checkInvariants(exchange)
  for (const symbol of symbols) {
    const quotes = events.filter((event) => event.type === 'LevelChanged' && event.symbol === symbol).length
    const trades = events.filter((event) => event.type === 'TradePrinted' && event.symbol === symbol).length
    expect([symbol, quotes > 240, quotes < 8_000]).toEqual([symbol, true, true])
    expect([symbol, trades > 30, trades < 600]).toEqual([symbol, true, true])
  }
  expect(events.filter((event) => event.type === 'CommandRejected')).toEqual([])
  expect(events.filter((event) => event.type === 'OrderRejected')).toEqual([])
})

test('the price stays near its reference for hours', () => {
  const world = market({ markets: [instrumentFor('AAPL')] })
  let low = Number.POSITIVE_INFINITY
  let high = 0
  for (let minute = 1; minute <= 120; minute += 1) {
    world.runTo(START + minute * 60 * SECOND)
    const bid = world.exchange.view.best('AAPL')?.bidTicks ?? 0
    low = Math.min(low, bid)
    high = Math.max(high, bid)
  }
  expect(low).toBeGreaterThan(22_750 * 0.97)
  expect(high).toBeLessThan(22_750 * 1.03)
  expect(high - low).toBeGreaterThan(10)
})

test('after a split the book is that of a stock of its new price', () => {
  const [day, cut] = [20_834, { type: 'split', newUnits: 1, oldUnits: 50 }] as const
  const world = market({ markets: [instrumentFor('AAPL')] })
  const spread = (): number => {
    const { bidTicks, askTicks } = world.exchange.view.best('AAPL') ?? {}
    return (askTicks ?? 0) - (bidTicks ?? 0)
  }
  world.runTo(START + SECOND)
  expect(spread()).toBe(2)
  const dates = { exDay: day, recordDay: day, payDay: day }
  world.execute({ type: 'DeclareCorporateAction', symbol: 'AAPL', terms: cut, ...dates })
  world.execute({ type: 'AdvanceTo', time: day * 86_400 * SECOND + 5 * 3600 * SECOND })
  world.flow.restUntil?.(world.exchange.view.time)
  world.flow.adjust?.('AAPL', cut)
  world.runTo(world.exchange.view.time + 60 * SECOND)
  // A twenty-thousandth of 11,375.00 on either side.
  expect(spread()).toBe(2 * 57)
})
