import { expect, test } from 'vitest'
import { variance } from '../../scripts/realism/statistics/moments.ts'
import { PriceChange } from '../../src/exchange/corporate/price-change.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import { instrumentFor } from '../../src/market/demo-instruments.ts'
import { Activity } from '../../src/market/flow/activity.ts'
import { ActivityClock } from '../../src/market/flow/activity-clock.ts'
import { haste } from '../../src/market/flow/cancellation.ts'
import { CommonFactor } from '../../src/market/flow/common-factor.ts'
import { Factor } from '../../src/market/flow/factor.ts'
import { FlowDraws } from '../../src/market/flow/flow-draws.ts'
import { newsOf } from '../../src/market/flow/fundamental.ts'
import { OwnOrders } from '../../src/market/flow/own-orders.ts'
import { placeOf } from '../../src/market/flow/placement.ts'
import { FLOW_PRESETS } from '../../src/market/flow/presets.ts'
import { NO_PATTERN, SessionPattern } from '../../src/market/flow/session-pattern.ts'
import { SignMemory } from '../../src/market/flow/sign-memory.ts'
import { sizeOf } from '../../src/market/flow/sizes.ts'
import { Unrest } from '../../src/market/flow/unrest.ts'
import { exp, log, normal, power } from '../../src/market/math.ts'
import { Random } from '../../src/market/random.ts'

const START = 1_800_000_000_000_000
const SECOND = 1_000_000
const stream = (purpose: string): Random => Random.stream(1, 'test', purpose)
const timeOf = (text: string): number => parseTime(text) ?? Number.NaN

test('exponential, logarithm and powers agree with those of the engine', () => {
  for (let value = -40; value <= 40; value += 0.37) {
    expect(Math.abs(exp(value) / Math.exp(value) - 1)).toBeLessThan(1e-14)
    expect(log(exp(value))).toBeCloseTo(value, 12)
  }
  expect([exp(-2_000), exp(2_000)]).toEqual([0, Number.POSITIVE_INFINITY])
  expect(power(2, 0.5)).toBeCloseTo(Math.SQRT2, 14)
})

test.each([
  [0.5, 0],
  [0.975, 1.959963985],
  [0.025, -1.959963985],
  [0.001, -3.090232306],
  [0.999, 3.090232306],
])('the normal value below which a share of %f lies is %f', (share, value) => {
  expect(normal(share)).toBeCloseTo(value, 7)
})

test('no draw gives an infinite normal value', () => {
  expect(normal(0)).toBeGreaterThan(-7)
  expect(normal(1 - 2 ** -32)).toBeLessThan(7)
})

test('a factor has its variance and forgets within its seconds', () => {
  const factor = new Factor(stream('factor'), { seconds: 1, variance: 0.5 }, 0.1)
  const values: number[] = []
  for (let step = 0; step < 40_000; step += 1) {
    factor.move()
    values.push(factor.value)
  }
  expect(variance(values)).toBeGreaterThan(0.45)
  expect(variance(values)).toBeLessThan(0.55)
  const after = (steps: number): number => {
    let sum = 0
    for (let index = steps; index < values.length; index += 1)
      sum += (values[index] ?? 0) * (values[index - steps] ?? 0)
    return sum / values.length / variance(values)
  }
  expect(after(10)).toBeCloseTo(Math.exp(-1), 1)
})

test('falling prices make the market busier, rising ones quieter', () => {
  const afterMoves = (deviations: number): number => {
    const activity = new Activity(stream('leverage'), [{ seconds: 10, variance: 0.5 }], 1, 0.8)
    for (let step = 0; step < 30; step += 1) {
      activity.respond(deviations)
      activity.step()
    }
    return activity.level
  }
  expect(afterMoves(-1)).toBeGreaterThan(afterMoves(0))
  expect(afterMoves(1)).toBeLessThan(afterMoves(0))
})

test('the events of a clock come at its rate, later and later', () => {
  const clock = new ActivityClock({
    random: stream('clock'),
    eventsPerSecond: 10,
    activity: [],
    leverage: 0,
    startTime: START,
    common: new CommonFactor(1, 'test', START),
    unrest: new Unrest(stream('unrest'), [], START),
    pattern: NO_PATTERN,
  })
  let last = START
  for (let event = 0; event < 20_000; event += 1) {
    clock.next()
    expect(clock.time).toBeGreaterThan(last)
    last = clock.time
  }
  // The mood of the market is not 1 over half an hour.
  expect((last - START) / SECOND).toBeGreaterThan(500)
  expect((last - START) / SECOND).toBeLessThan(8_000)
})

test('every symbol sees the same common factor, however it looks', () => {
  const [often, once] = [new CommonFactor(7, 'test', START), new CommonFactor(7, 'test', START)]
  for (let second = 1; second <= 600; second += 1) often.advanceTo(START + second * SECOND)
  once.advanceTo(START + 600 * SECOND)
  expect([often.value, often.mood]).toEqual([once.value, once.mood])
  expect(once.value).not.toBe(0)
})

test('signs are remembered, and partly expected', () => {
  const law = { metaorders: 6, lengthExponent: 1.5, repeat: 0.26, foresight: 0.7 }
  const memory = new SignMemory(law, stream('signs'))
  const signs = Array.from({ length: 40_000 }, () => memory.next())
  const product = (lag: number, of: (index: number) => number): number => {
    let sum = 0
    for (let index = lag; index < signs.length; index += 1) sum += (signs[index - lag]?.side ?? 0) * of(index)
    return sum / signs.length
  }
  expect(product(1, (index) => signs[index]?.side ?? 0)).toBeGreaterThan(0.25)
  expect(product(10, (index) => signs[index]?.side ?? 0)).toBeGreaterThan(0.03)
  // What is left over after what makers expect says little of the next sign.
  expect(Math.abs(product(1, (index) => signs[index]?.surprise ?? 0))).toBeLessThan(0.12)
})

test('limit orders stand at the fair quote, within the spread or behind it, never beyond the deepest', () => {
  const law = { atBest: 0.4, inside: 0.1, exponent: 1, scaleTicks: 4, deepestTicks: 50 }
  expect(placeOf(law, 3, 0.39, 0.9)).toBe(0)
  expect(placeOf(law, 3, 0.45, 0.9)).toBe(-2)
  expect(placeOf(law, 3, 0.9, 0)).toBe(1)
  expect(placeOf(law, 3, 0.9, 0.5)).toBe(5)
  expect(placeOf(law, 3, 0.9, 0.999999)).toBe(50)
})

test('sizes are whole round lots up to a maximum', () => {
  const law = { roundLots: 100, exponent: 1, maximumRounds: 10 }
  expect([0, 0.49, 0.5, 0.7, 0.99].map((unit) => sizeOf(law, unit))).toEqual([100, 100, 200, 300, 1_000])
})

test('young orders near the best are canceled first', () => {
  const law = { crowd: 100, patienceSeconds: 5, restTicks: 4 }
  expect(haste(law, 0, 0)).toBe(1)
  expect(haste(law, 5 * SECOND, 0)).toBe(0.5)
  expect(haste(law, 0, 4)).toBe(0.5)
  expect(haste(law, 0, -3)).toBe(1)
})

test('own orders know their best, and give away what is better than a price', () => {
  const bids = new OwnOrders('buy')
  for (const priceTicks of [10, 12, 11]) bids.add(`${priceTicks}`, priceTicks, 0)
  expect(bids.best()).toBe(12)
  expect([bids.areBetter(9), bids.areBetter(10)]).toEqual([true, false])
  expect(bids.takeBetter(10, 1)).toEqual(['11'])
  expect(bids.takeBetter(10)).toEqual(['12'])
  expect([bids.count, bids.best()]).toEqual([1, 10])
  bids.clear()
  expect([bids.count, bids.best()]).toEqual([0, undefined])
})

test('own orders go by their client order ids until they have numbers, wherever they have moved', () => {
  const asks = new OwnOrders('sell')
  for (const [place, id] of ['a', 'b', 'c', 'd'].entries()) asks.add(id, 10 + place, 0)
  expect(asks.takeAt(0)).toBe('a')
  for (const [id, orderNumber] of [
    ['a', 1],
    ['b', 2],
    ['d', 4],
  ] as const)
    asks.numbered(id, orderNumber)
  expect([0, 0, 0].map((index) => asks.takeAt(index))).toEqual([4, 'c', 2])
})

test('the best of own orders is right whatever came, went and was asked before', () => {
  const random = stream('own-orders')
  for (const side of ['buy', 'sell'] as const) {
    const orders = new OwnOrders(side)
    for (let step = 0; step < 2_000; step += 1) {
      const what = random.below(4)
      if (what < 2) orders.add(`${step}`, 1 + random.below(9), step)
      else if (what === 2 && orders.count > 0) orders.takeAt(random.below(orders.count))
      else if (random.below(9) === 0) orders.takeBetter(1 + random.below(9), 3)
      if (random.below(2) === 0) continue
      const prices = Array.from({ length: orders.count }, (_, index) => orders.priceAt(index))
      const best = side === 'buy' ? Math.max(...prices) : Math.min(...prices)
      expect(orders.best()).toBe(prices.length === 0 ? undefined : best)
    }
  }
})

test.each([
  ['2026-01-05T14:30:00Z', 18.5, 2.37],
  ['2026-01-05T17:30:00Z', 5.3, 0.8],
  ['2026-01-05T20:59:59Z', 14.1, 0.8],
  // An early close: the last thirteenth of 3.5 hours.
  ['2026-11-27T17:45:00Z', 14.1, 0.8],
])(
  'at %s the session has %f percent of its volume and returns %f times as large as in the mean',
  (text, percent, size) => {
    const pattern = new SessionPattern(xnys)
    const time = timeOf(text)
    expect(pattern.rateAt(time)).toBeCloseTo((percent * 13) / 100, 10)
    // The deviation is 1 in its mean square; that of the sizes is 1.2.
    expect((pattern.deviationAt(time) / size) ** 2).toBeCloseTo(1 / 1.2, 1)
  },
)

test('out of the session there is no pattern, and the next session has its own', () => {
  const pattern = new SessionPattern(xnys)
  expect(pattern.rateAt(timeOf('2026-01-05T20:50:00Z'))).toBeGreaterThan(1.8)
  expect(pattern.rateAt(timeOf('2026-01-05T21:00:00Z'))).toBe(1)
  expect(pattern.deviationAt(timeOf('2026-01-05T21:00:00Z'))).toBe(1)
  expect(pattern.rateAt(timeOf('2026-01-06T14:30:00Z'))).toBeGreaterThan(2.2)
})

test('in the mean of a session its rate is 1, and so is the square of its deviation', () => {
  const pattern = new SessionPattern(xnys)
  const parts = Array.from(
    { length: 13 },
    (_, part) => timeOf('2026-01-05T14:30:00Z') + part * 1_800 * SECOND,
  )
  const mean = (of: (time: number) => number): number => parts.reduce((sum, time) => sum + of(time), 0) / 13
  expect(mean((time) => pattern.rateAt(time))).toBeCloseTo(1, 10)
  expect(mean((time) => pattern.deviationAt(time) ** 2)).toBeCloseTo(1, 10)
})

test('unrest is 1 in the mean, stays while nothing happens, and is partly more events', () => {
  const unrest = new Unrest(stream('unrest'), [{ seconds: 60, variance: 0.5 }], START)
  let sum = 0
  for (let minute = 1; minute <= 5_000; minute += 1) {
    unrest.advanceTo(START + minute * 60 * SECOND)
    sum += unrest.level
  }
  expect(sum / 5_000).toBeGreaterThan(0.9)
  expect(sum / 5_000).toBeLessThan(1.1)
  expect(unrest.rate ** 4).toBeCloseTo(unrest.level, 10)
  const before = unrest.level
  unrest.restUntil(START + 10_000 * 60 * SECOND)
  unrest.advanceTo(START + 10_000 * 60 * SECOND - 1)
  expect(unrest.level).toBe(before)
})

test('news of the cubic law are as many up as down, and every tenfold size a thousandth as many', () => {
  const units = Array.from({ length: 200_000 }, (_, index) => (index + 0.5) / 200_000)
  const sizes = units.map((unit) => newsOf('cubic', unit))
  expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeCloseTo(0, 6)
  expect(newsOf('cubic', 0.9)).toBeCloseTo(-newsOf('cubic', 0.4), 10)
  const share = (least: number): number =>
    sizes.filter((size) => Math.abs(size) + 1 > least).length / sizes.length
  expect(share(10)).toBeCloseTo(1e-3, 4)
  expect(share(2)).toBeCloseTo(1 / 8, 4)
  expect(newsOf('normal', 0.975)).toBeCloseTo(1.959963985, 7)
})

test('after a split the price moves in proportion as before', () => {
  const market = instrumentFor('AAPL')
  const preset = FLOW_PRESETS.smallTickStock(market.referenceTicks)
  const options = { market, seed: 1, world: 'demo', startTime: START, calendar: undefined }
  const [whole, parts] = [new FlowDraws(preset, options), new FlowDraws(preset, options)]
  parts.adjust(new PriceChange({ type: 'split', newUnits: 20, oldUnits: 1 }, market.instrument))
  const seen = Array.from({ length: 2_000 }, () => {
    whole.next()
    parts.next()
    return [whole.fundamental.ticks, 20 * parts.fundamental.ticks] as const
  })
  for (const [before, after] of seen) expect(after / before).toBeCloseTo(1, 9)
  expect(Math.abs((seen.at(-1)?.[0] ?? 0) - market.referenceTicks)).toBeGreaterThan(1)
})
