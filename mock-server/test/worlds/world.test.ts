import { expect, test } from 'vitest'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { formatTime, MICROS_PER_DAY, parseTime } from '../../src/exchange/values/time.ts'
import { demoInstruments } from '../../src/market/demo-instruments.ts'
import { marketModel } from '../../src/market/market-models.ts'
import { DEMO_ACCOUNT } from '../../src/worlds/accounts.ts'
import { runningClock } from '../../src/worlds/clock.ts'
import { createWorld } from '../../src/worlds/create-world.ts'
import type { RunningWorld } from '../../src/worlds/running-world.ts'
import type { ScriptedQuote } from '../../src/worlds/scripted-market.ts'
import type { WorldOptions } from '../../src/worlds/world-options.ts'
import { FakeClock } from '../streams/fake-clock.ts'

const monday = parseTime('2026-01-05T14:30:00Z') ?? 0
const SECOND = 1_000_000

function aWorld(options: Partial<WorldOptions> = {}): { world: RunningWorld; machine: FakeClock } {
  const machine = new FakeClock()
  const world = createWorld({
    seed: 7,
    epoch: 'epoch',
    machine,
    clock: { mode: 'paused', time: monday },
    accounts: [DEMO_ACCOUNT],
    markets: demoInstruments(),
    ...options,
  })
  return { world, machine }
}

function running(speed: number, options: Partial<WorldOptions> = {}) {
  // The fake machine begins at 1,000,000 ms.
  return aWorld({ clock: runningClock(monday, speed, 1_000_000), ...options })
}

/** Numbers of every quote channel: where two worlds agree, the same happened in both. */
function numbers(world: RunningWorld): string {
  return [...world.view.instruments()]
    .map(({ symbol }) => {
      const best = world.view.best(symbol)
      return `${symbol} ${world.feed.seq(`book.${symbol}`)} ${best?.bidTicks} ${best?.askTicks} ${best?.askLots}`
    })
    .join('\n')
}

/** Lets the tasks run that are on their way now. */
async function tasks(): Promise<void> {
  for (let round = 0; round < 5; round += 1) await new Promise((resolve) => setImmediate(resolve))
}

test('every instrument is two-sided as soon as the world exists', () => {
  const { world } = aWorld()
  for (const { symbol } of world.view.instruments()) {
    const best = world.view.best(symbol)
    expect(best?.bidTicks, symbol).toBeGreaterThan(0)
    expect(best?.askTicks ?? 0, symbol).toBeGreaterThan(best?.bidTicks ?? 0)
  }
})

/** A machine that takes a millisecond whenever it is asked for the time. */
class SlowMachine extends FakeClock {
  override nowMs(): number {
    this.advance(1)
    return super.nowMs()
  }
}

test('nobody waits long for a clock that is faster than the machine can play: it loses what it is behind', async () => {
  const machine = new SlowMachine()
  const { world } = running(600, { machine })
  const times: number[] = []
  for (let request = 0; request < 20; request += 1) {
    machine.advance(10_000)
    const askedAt = machine.nowMs()
    times.push(world.now())
    expect(machine.nowMs() - askedAt).toBeLessThan(150)
  }
  const played = (times.at(-1) ?? 0) - (times[0] ?? 0)
  expect(played).toBeGreaterThan(0)
  expect(played).toBeLessThan(190_000 * 600 * 1000)
  expect(times).toEqual([...times].sort((one, other) => one - other))
  // What is asked for by name is played in full.
  await world.clock.advanceTo((times.at(-1) ?? 0) + 60 * SECOND)
  expect(world.now()).toBeGreaterThanOrEqual((times.at(-1) ?? 0) + 60 * SECOND)
})

test('nor for one that would come past years of sessions', () => {
  const machine = new SlowMachine()
  const { world } = running(1e20, { machine, markets: [], calendar: xnys })
  machine.advance(10_000)
  const askedAt = machine.nowMs()
  expect(world.now()).toBeGreaterThan(monday)
  expect(machine.nowMs() - askedAt).toBeLessThan(150)
})

test('a clock at the pace of the machine loses nothing, however long the machine slept', () => {
  const machine = new SlowMachine()
  const { world } = running(1, { machine })
  machine.advance(30_000)
  const before = machine.nowMs()
  expect(world.now()).toBeGreaterThanOrEqual(monday + (before - 1_000_000) * 1000)
})

test('a paused world moves by advanceTo alone, a running one with the machine', async () => {
  const { world, machine } = aWorld()
  machine.advance(60_000)
  expect(formatTime(world.now())).toBe('2026-01-05T14:30:00.000000Z')
  await world.clock.advanceTo(monday + SECOND)
  expect(formatTime(world.now())).toBe('2026-01-05T14:30:01.000000Z')
  const fast = running(60)
  fast.machine.advance(1000)
  expect(formatTime(fast.world.now())).toBe('2026-01-05T14:31:00.000000Z')
})

test('what happens does not depend on how often anybody looks', async () => {
  const once = aWorld().world
  await once.clock.advanceTo(monday + 5 * SECOND)
  const often = running(1)
  for (let step = 0; step < 500; step += 1) {
    often.machine.advance(10)
    often.world.now()
  }
  const alone = running(1)
  alone.world.start()
  for (let step = 0; step < 100; step += 1) {
    alone.machine.advance(50)
    await tasks()
  }
  await alone.world.stop()
  expect(numbers(often.world)).toBe(numbers(once))
  expect(numbers(alone.world)).toBe(numbers(once))
})

test('another seed gives another market, another symbol shifts nobody’s chance', async () => {
  const all = aWorld().world
  const other = aWorld({ seed: 8 }).world
  const alone = aWorld({ markets: demoInstruments().slice(0, 1) }).world
  for (const world of [all, other, alone]) await world.clock.advanceTo(monday + 2 * SECOND)
  const lineOfFirst = (world: RunningWorld) => numbers(world).split('\n')[0]
  expect(lineOfFirst(alone)).toBe(lineOfFirst(all))
  expect(numbers(other)).not.toBe(numbers(all))
})

test('pause, resume and a speed change keep world time continuous', () => {
  const { world, machine } = running(1)
  machine.advance(1000)
  world.clock.pause()
  machine.advance(5000)
  expect(world.now()).toBe(monday + SECOND)
  world.clock.resume(10)
  machine.advance(100)
  expect(world.now()).toBe(monday + 2 * SECOND)
})

test('a scripted quote replaces the background market of its symbol and of no other', async () => {
  const { world } = aWorld()
  world.setQuote('AAPL', { bidPrice: '189.99', askPrice: 190.01, askQuantity: '300' })
  await world.clock.advanceTo(monday + 5 * SECOND)
  expect(world.view.levels('AAPL', 'buy', 9)).toEqual([{ priceTicks: 18_999, quantityLots: 1000 }])
  expect(world.view.levels('AAPL', 'sell', 9)).toEqual([{ priceTicks: 19_001, quantityLots: 300 }])
  expect(world.view.levels('MSFT', 'buy', 9).length).toBeGreaterThan(1)
  world.setQuote('AAPL', { bidPrice: null, askPrice: '190.02' })
  expect(world.view.levels('AAPL', 'buy', 9)).toEqual([])
  expect(world.view.levels('AAPL', 'sell', 9)).toEqual([{ priceTicks: 19_002, quantityLots: 1000 }])
})

test('of a long jump the market plays the last minutes, and orders expire at their own time', async () => {
  const { world } = aWorld()
  const terms = { clientOrderId: 'c1', symbol: 'AAPL', side: 'buy', type: 'limit', quantityLots: 1 } as const
  world.operate({
    type: 'SubmitOrder',
    accountId: 'acc_demo',
    terms: { ...terms, timeInForce: 'day', limitPriceTicks: 100 },
  })
  const times: string[] = []
  world.feed.listen('book.AAPL', ({ time }) => times.push(time))
  await world.clock.advanceTo(monday + 8 * MICROS_PER_DAY)
  expect(times[0]).toBe('2026-01-06T00:00:00.000000Z')
  expect(times.slice(1).every((time) => time >= '2026-01-13T14:20:00.000000Z')).toBe(true)
  expect(times.length).toBeGreaterThan(100)
  expect(formatTime(world.now())).toBe('2026-01-13T14:30:00.000000Z')
})

test('accounts open once whatever the number of their keys', () => {
  const { world } = aWorld({
    accounts: [DEMO_ACCOUNT, { ...DEMO_ACCOUNT, key: 'mk_reader', scopes: ['read'] }],
  })
  const cash = [...(world.view.account('acc_demo')?.balances ?? [])]
  expect(cash).toEqual([{ asset: 'USD', available: 10_000_000_000_000n, held: 0n, unsettled: 0n }])
  expect(world.authenticator.authenticate('mk_reader')).toMatchObject({ defaultAccountId: 'acc_demo' })
  expect(() => aWorld({ accounts: [{ ...DEMO_ACCOUNT, cash: '9999999999999999' }] })).toThrow(/at most/)
})

test.each([
  [
    'AAPL',
    { bidPrice: '189.995', askPrice: '190.01' },
    /bidPrice of AAPL counts in ticks of 0\.01.*nearest is 190\.00/,
  ],
  ['AAPL', { bidPrice: '190.01', askPrice: '190.01' }, /must be below its ask/],
  ['AAPL', { bidPrice: '1', askPrice: '2', askQuantity: '0.5' }, /askQuantity of AAPL counts in lots of 1/],
  ['AAPL', { bidPrice: 1e-9, askPrice: '2' }, /cannot be written out exactly/],
  ['AAPL', { bidPrice: '1000000.01', askPrice: null }, /bidPrice of AAPL is at most 1000000\.00/],
  ['AAPL', { bidPrice: '1', askPrice: '2', bidQuantity: '9007199254740991' }, /at most 10000000/],
  ['AAPL', null as unknown as ScriptedQuote, /A quote is an object/],
  ['AAPL', { bidPrice: 'high', askPrice: '2' }, /not high/],
  ['NONE', { bidPrice: '1', askPrice: '2' }, /no instrument NONE; there are AAPL/],
])('setQuote of %s with %j says what is wrong', (symbol, quote, message) => {
  const { world } = aWorld()
  expect(() => world.setQuote(symbol, quote)).toThrow(message)
  expect(world.view.levels('AAPL', 'buy', 9).length).toBeGreaterThan(1)
})

test('what the exchange refuses is an error with its code', () => {
  const { world } = aWorld()
  expect(() => world.operate({ type: 'HaltSymbol', symbol: 'NONE', reason: 'x' })).toThrow(
    /\(unknown-symbol\)/,
  )
})

test('with a calendar stocks close and crypto does not', async () => {
  const close = parseTime('2026-01-05T21:00:00Z') ?? 0
  const { world } = aWorld({ calendar: xnys, clock: { mode: 'paused', time: close - SECOND } })
  expect(world.view.status('AAPL')?.phase).toBe('open')
  await world.clock.advanceTo(close)
  expect(world.view.status('AAPL')?.phase).toBe('postMarket')
  expect(world.view.status('BTC-USD')?.phase).toBe('open')
})

test('the world begins closed when its calendar says so', () => {
  const saturday = parseTime('2026-01-10T15:00:00Z') ?? 0
  const { world } = aWorld({ calendar: xnys, clock: { mode: 'paused', time: saturday } })
  expect(world.view.status('AAPL')?.phase).toBe('closed')
})

test.each(['calm', 'orderFlow', 'gbm'] as const)(
  'in a jump past sessions the market of model %s takes part in each auction',
  async (model) => {
    const markets = demoInstruments().filter(({ instrument }) => instrument.symbol === 'AAPL')
    const { world } = aWorld({
      markets,
      marketModel: marketModel({ model }),
      calendar: xnys,
      clock: { mode: 'paused', time: monday + 3_600 * SECOND },
    })
    const terms = { symbol: 'AAPL', side: 'buy', type: 'market', quantityLots: 100 } as const
    const submit = (timeInForce: 'opg' | 'cls') =>
      world.operate({
        type: 'SubmitOrder',
        accountId: 'acc_demo',
        terms: { ...terms, timeInForce, clientOrderId: timeInForce },
      })
    submit('cls')
    await world.clock.advanceTo(monday + 10 * 3_600 * SECOND)
    submit('opg')
    await world.clock.advanceTo(monday + 3 * MICROS_PER_DAY + 2 * 3_600 * SECOND)
    for (const clientOrderId of ['cls', 'opg'])
      expect(world.view.orderByClientId('acc_demo', clientOrderId)).toMatchObject({ status: 'filled' })
  },
)

test('a script that moves the price while nothing trades is quoted when trading goes on', async () => {
  const markets = demoInstruments().filter(({ instrument }) => instrument.symbol === 'AAPL')
  const prices = { AAPL: [[0, '200.00'] as const, [10, '210.00'] as const] }
  const { world } = aWorld({ markets, marketModel: marketModel({ model: 'scripted', prices }) })
  world.operate({ type: 'HaltSymbol', symbol: 'AAPL', reason: 'news' })
  await world.clock.advanceTo(monday + 20 * SECOND)
  expect(world.view.best('AAPL')?.askTicks).toBeLessThan(20_100)
  world.operate({ type: 'ResumeSymbol', symbol: 'AAPL' })
  await world.clock.advanceTo(monday + 20 * SECOND + 100_000)
  expect(world.view.best('AAPL')?.bidTicks).toBeGreaterThan(20_900)
})
