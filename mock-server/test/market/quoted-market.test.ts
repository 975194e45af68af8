import { expect, test } from 'vitest'
import { instrumentFor } from '../../src/market/demo-instruments.ts'
import { type MarketChoice, marketModel } from '../../src/market/market-models.ts'
import { backgroundWorld, openCustomer, SECOND, START, take } from './support/background-world.ts'

const APPLE = [instrumentFor('AAPL')]
const world = (choice: MarketChoice, seed = 1) =>
  backgroundWorld({ model: marketModel(choice), markets: APPLE, seed })

/** The middle of the best prices in dollars. */
function middle({ exchange }: ReturnType<typeof world>): number {
  const best = exchange.view.best('AAPL')
  return ((best?.bidTicks ?? 0) + (best?.askTicks ?? 0)) / 200
}

test('scripted prices hold from their second on', () => {
  const market = world({
    model: 'scripted',
    prices: {
      AAPL: [
        [0, '190.00'],
        [60, 191.5],
        [90, '189.25'],
      ],
    },
  })
  const at = (second: number): number => {
    market.runTo(START + second * SECOND)
    return middle(market)
  }
  expect([0, 59.999, 60, 89, 90, 10_000].map(at)).toEqual([190, 190, 191.5, 191.5, 189.25, 189.25])
})

test('a scripted function is asked every second', () => {
  const market = world({ model: 'scripted', prices: { AAPL: (seconds) => 200 + seconds / 10 } })
  market.runTo(START)
  expect(middle(market)).toBe(200)
  market.runTo(START + 30 * SECOND)
  expect(middle(market)).toBe(203)
})

test('a scripted number that is no decimal of the instrument stands for the nearest tick', () => {
  // What 190 + 1608 / 100 and the like become, and a number without an end.
  const market = world({
    model: 'scripted',
    prices: { AAPL: (seconds) => (seconds === 0 ? 206.07999999999998 : 632 / 3) },
  })
  market.runTo(START)
  expect(middle(market)).toBe(206.08)
  market.runTo(START + SECOND)
  expect(middle(market)).toBe(210.67)
})

test('a jump of the clock leaves out no step of a script', () => {
  const market = world({
    model: 'scripted',
    prices: {
      AAPL: [
        [10, '190.00'],
        [20, '191.00'],
      ],
    },
  })
  market.runTo(START)
  market.flow.restUntil?.(START + 86_400 * SECOND)
  expect(market.flow.nextDue()).toBeLessThanOrEqual(START + 10 * SECOND)
})

test('a symbol without a script stays at its reference price', () => {
  const market = world({ model: 'scripted', prices: {} })
  market.runTo(START + 100 * SECOND)
  expect(middle(market)).toBe(227.5)
})

test('what a customer took of a scripted side is quoted again', () => {
  const market = world({ model: 'scripted', prices: { AAPL: [[0, '190.00']] } })
  openCustomer(market)
  market.runTo(START + SECOND)
  market.execute(take(1_000_000))
  expect(market.exchange.view.best('AAPL')?.askTicks).toBeNull()
  market.runTo(START + 1.1 * SECOND)
  expect(middle(market)).toBe(190)
})

test('after a split a price that stands is that of the new stock, and later steps are what the script says', () => {
  const script = [
    [0, '190.00'],
    [60, '96.00'],
  ] as const
  const market = world({ model: 'scripted', prices: { AAPL: script } })
  openCustomer(market)
  market.runTo(START + SECOND)
  // The exchange has no split here: what it does with the orders is tested in worlds/corporate-actions.
  market.flow.adjust?.('AAPL', { type: 'split', newUnits: 2, oldUnits: 1 })
  market.execute(take(1_000_000))
  market.runTo(START + 2 * SECOND)
  expect(market.exchange.view.best('AAPL')?.askTicks).toBe(9_501)
  market.runTo(START + 60 * SECOND)
  expect(market.exchange.view.best('AAPL')?.askTicks).toBe(9_601)
})

test('a script with prices or times that are none is refused', () => {
  expect(() => world({ model: 'scripted', prices: { AAPL: [[0, 'many']] } })).toThrow(
    /price such as '190.25', not many/,
  )
  expect(() => world({ model: 'scripted', prices: { AAPL: [[-1, '1.00']] } })).toThrow(/from 0, not -1/)
  const backwards: MarketChoice = {
    model: 'scripted',
    prices: {
      AAPL: [
        [5, '1.00'],
        [5, '2.00'],
      ],
    },
  }
  expect(() => world(backwards)).toThrow(/in order of time/)
})

test('geometric Brownian motion has the volatility that was asked for, and no trades', () => {
  const volatility = 0.4
  const market = world({ model: 'gbm', volatility })
  const prices: number[] = []
  for (let second = 0; second <= 1_200; second += 1) {
    market.runTo(START + second * SECOND)
    prices.push(Math.log(middle(market)))
  }
  const returns = prices.slice(1).map((value, index) => value - (prices[index] ?? 0))
  const deviation = Math.sqrt(returns.reduce((sum, value) => sum + value * value, 0) / returns.length)
  const expected = volatility / Math.sqrt(252 * 6.5 * 3_600)
  // 1,200 returns: a standard error of 2 %, and less than a tick of rounding at nearly four a second.
  expect(deviation / expected).toBeGreaterThan(0.88)
  expect(deviation / expected).toBeLessThan(1.15)
  expect(market.events.some((event) => event.type === 'TradePrinted')).toBe(false)
})

test('a drift of geometric Brownian motion shows where nothing else moves', () => {
  const market = world({ model: 'gbm', volatility: 0, drift: 100 })
  market.runTo(START + 600 * SECOND)
  expect(middle(market) / 227.5).toBeCloseTo(Math.exp(100 / (252 * 6.5 * 6)), 3)
})

test.each([-100_000, 100_000])(
  'a price that runs away with a drift of %i is quoted on both sides',
  (drift) => {
    const market = world({ model: 'gbm', volatility: 0, drift })
    market.runTo(START + 600 * SECOND)
    const { instrument } = instrumentFor('AAPL')
    const { bidTicks, askTicks } = market.exchange.view.best('AAPL') ?? {}
    if (drift < 0) expect([bidTicks, askTicks]).toEqual([1, 3])
    else
      expect([bidTicks, askTicks]).toEqual([instrument.maximumPriceTicks - 2, instrument.maximumPriceTicks])
  },
)

test('a price that fell to the lowest tick comes back by chance', () => {
  const market = world({ model: 'gbm', volatility: 1_000 })
  let [lowest, highestAfter] = [Number.POSITIVE_INFINITY, 0]
  for (let second = 10; second <= 1_200; second += 10) {
    market.runTo(START + second * SECOND)
    const bid = market.exchange.view.best('AAPL')?.bidTicks ?? Number.NaN
    lowest = Math.min(lowest, bid)
    if (lowest === 1) highestAfter = Math.max(highestAfter, bid)
  }
  expect(lowest).toBe(1)
  expect(highestAfter).toBeGreaterThan(5)
})

test('another seed is another path', () => {
  const path = (seed: number): number => {
    const market = world({ model: 'gbm' }, seed)
    market.runTo(START + 600 * SECOND)
    return middle(market)
  }
  expect(path(1)).toBe(path(1))
  expect(path(1)).not.toBe(path(2))
})
