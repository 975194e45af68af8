import { expect, test } from 'vitest'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { demoInstruments, instrumentFor } from '../../src/market/demo-instruments.ts'
import {
  type BackgroundWorldOptions,
  backgroundWorld as market,
  openCustomer,
  SECOND,
  START,
  symbolOf,
  take,
} from './support/background-world.ts'

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

test('the same seed and world flow alike, another seed or world does not', () => {
  const script = (options: BackgroundWorldOptions) => {
    const world = market(options)
    world.runTo(START + 20 * SECOND)
    return JSON.stringify(world.commands)
  }
  const first = script({})
  expect(script({})).toBe(first)
  expect(script({ seed: 2 })).not.toBe(first)
  expect(script({ world: 'other' })).not.toBe(first)
})

test('a second symbol shifts no draw of the first', () => {
  const [apple, bitcoin] = ['AAPL', 'BTC-USD'].map(instrumentFor)
  if (apple === undefined || bitcoin === undefined) throw new Error('both are in the demo world')
  const ofApple = (markets: (typeof apple)[]) => {
    const world = market({ markets })
    world.runTo(START + 30 * SECOND)
    return world.events.filter(
      (event) => 'symbol' in event && event.symbol === 'AAPL' && event.type !== 'TradePrinted',
    )
  }
  expect(ofApple([apple, bitcoin])).toEqual(ofApple([apple]))
})

test('an order of a customer shifts no draw: the market orders that follow are the same', () => {
  const taken = (trade: boolean) => {
    const world = market({ markets: [instrumentFor('AAPL')] })
    openCustomer(world)
    world.runTo(START + 5 * SECOND)
    if (trade) world.execute(take(5_000))
    world.runTo(START + 60 * SECOND)
    return world.commands.filter((command) => command.type === 'SubmitOrder')
  }
  expect(taken(true)).toEqual(taken(false))
  expect(taken(true).length).toBeGreaterThan(10)
})

test('a side that a customer emptied is quoted again within 100 ms', () => {
  const world = market()
  openCustomer(world)
  for (let round = 0; round < 40; round += 1) {
    const now = START + SECOND + round * 1_013_000
    world.runTo(now)
    world.execute(take(1_000_000, `c${round}`))
    expect(world.exchange.view.best('AAPL')?.askTicks).toBeNull()
    world.runTo(now + 100_000)
    expect(world.exchange.view.best('AAPL')?.askTicks).not.toBeNull()
  }
  checkInvariants(world.exchange)
})

test('a halted symbol is silent, and goes on afterwards as if it had never stopped drawing', () => {
  const world = market()
  world.runTo(START + SECOND)
  world.execute({ type: 'HaltSymbol', symbol: 'AAPL', reason: 'news' })
  const before = world.commands.length
  world.runTo(START + 30 * SECOND)
  const meanwhile = world.commands.slice(before)
  expect(meanwhile.some((command) => symbolOf(command) === 'AAPL')).toBe(false)
  expect(meanwhile.some((command) => symbolOf(command) === 'MSFT')).toBe(true)
  world.execute({ type: 'ResumeSymbol', symbol: 'AAPL' })
  world.runTo(START + 40 * SECOND)
  expect(world.commands.slice(before).some((command) => symbolOf(command) === 'AAPL')).toBe(true)
  expect(world.events.filter((event) => event.type === 'CommandRejected')).toEqual([])
})

test('a withdrawn symbol has no order of the flow left and gets no new one', () => {
  const world = market()
  openCustomer(world)
  world.runTo(START + SECOND)
  for (const command of world.flow.withdraw('AAPL')) world.execute(command)
  expect(world.exchange.view.best('AAPL')).toMatchObject({ bidTicks: null, askTicks: null })
  world.runTo(START + 30 * SECOND)
  expect(world.exchange.view.best('AAPL')).toMatchObject({ bidTicks: null, askTicks: null })
  expect(world.flow.withdraw('AAPL')).toEqual([])
  expect(world.exchange.view.best('MSFT')?.bidTicks).not.toBeNull()
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

test('a stock of a few cents keeps valid prices', () => {
  const penny = { ...instrumentFor('PENNY'), referenceTicks: 12 }
  const world = market({ markets: [penny] })
  world.runTo(START + 120 * SECOND)
  expect(world.events.filter((event) => event.type === 'CommandRejected')).toEqual([])
  expect(world.exchange.view.best('PENNY')?.bidTicks).toBeGreaterThan(0)
})
