import { describe, expect, test } from 'vitest'
import type { Command } from '../../src/exchange/commands.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { instrumentFor } from '../../src/market/demo-instruments.ts'
import { type MarketChoice, marketModel } from '../../src/market/market-models.ts'
import {
  type BackgroundWorldOptions,
  backgroundWorld,
  openCustomer,
  rest,
  SECOND,
  START,
  symbolOf,
  take,
} from './support/background-world.ts'

/** What every market model owes, whatever moves it. What one alone does is in the tests named after it. */

const [APPLE, MICROSOFT, BITCOIN] = ['AAPL', 'MSFT', 'BTC-USD'].map(instrumentFor)
const APPLE_ALONE = { markets: [APPLE].flatMap((market) => market ?? []) }
const APPLE_AND_MICROSOFT = { markets: [APPLE, MICROSOFT].flatMap((market) => market ?? []) }
const APPLE_AND_BITCOIN = { markets: [APPLE, BITCOIN].flatMap((market) => market ?? []) }

const SCRIPT = Array.from(
  { length: 200 },
  (_, second) => [second, (227.5 + (second % 7) / 100).toFixed(2)] as const,
)
const MODELS: readonly MarketChoice[] = [
  { model: 'calm' },
  { model: 'orderFlow' },
  { model: 'gbm' },
  { model: 'scripted', prices: { AAPL: SCRIPT, MSFT: SCRIPT } },
]
/** What of a model's orders must not depend on customers; nothing of those that only quote. */
const DRAWN: Partial<Record<MarketChoice['model'], (command: Command) => unknown>> = {
  calm: (command) => (command.type === 'SubmitOrder' ? command : undefined),
  // How much it takes depends on what is shown.
  orderFlow: (command) =>
    command.type === 'SubmitOrder' && command.terms.type === 'market'
      ? `${command.terms.clientOrderId} ${command.terms.side}`
      : undefined,
}

describe.each(MODELS.map((choice) => [choice.model, choice] as const))('%s', (name, choice) => {
  const world = (options: BackgroundWorldOptions = {}) =>
    backgroundWorld({ model: marketModel(choice), ...options })
  const commandsOf = (options: BackgroundWorldOptions): string => {
    const market = world(options)
    market.runTo(START + 20 * SECOND)
    return JSON.stringify(market.commands)
  }

  test('the same seed and world flow alike, another seed or world does not', () => {
    const first = commandsOf(APPLE_AND_BITCOIN)
    expect(commandsOf(APPLE_AND_BITCOIN)).toBe(first)
    // A script leaves nothing to chance.
    expect(commandsOf({ ...APPLE_AND_BITCOIN, seed: 2 }) === first).toBe(name === 'scripted')
    expect(commandsOf({ ...APPLE_AND_BITCOIN, world: 'other' }) === first).toBe(name === 'scripted')
  })

  test('a second symbol shifts no draw of the first', () => {
    const ofApple = (options: BackgroundWorldOptions) => {
      const market = world(options)
      market.runTo(START + 60 * SECOND)
      return market.events.filter((event) => event.type === 'LevelChanged' && event.symbol === 'AAPL')
    }
    const alone = ofApple(APPLE_ALONE)
    expect(ofApple(APPLE_AND_BITCOIN)).toEqual(alone)
    expect(alone.length).toBeGreaterThan(10)
  })

  const drawnFrom = DRAWN[name]
  if (drawnFrom !== undefined) {
    test('an order of a customer shifts no draw', () => {
      const drawn = (trade: boolean) => {
        const market = world(APPLE_ALONE)
        openCustomer(market)
        market.runTo(START + 5 * SECOND)
        if (trade) market.execute(take(5_000))
        market.runTo(START + 90 * SECOND)
        return market.commands.flatMap((command) => drawnFrom(command) ?? [])
      }
      expect(drawn(true)).toEqual(drawn(false))
      expect(drawn(true).length).toBeGreaterThan(10)
    })
  }

  test('a side that a customer emptied is quoted again within 100 ms', () => {
    const market = world(APPLE_ALONE)
    openCustomer(market)
    for (let round = 0; round < 40; round += 1) {
      const now = START + SECOND + round * 1_013_000
      market.runTo(now)
      market.execute(take(9_000_000, `c${round}`))
      expect(market.exchange.view.best('AAPL')?.askTicks).toBeNull()
      market.runTo(now + 100_000)
      expect(market.exchange.view.best('AAPL')?.askTicks).not.toBeNull()
    }
    checkInvariants(market.exchange)
  })

  test.each([
    ['far behind', 40_000],
    ['where the last of its prices was', undefined],
  ])('neither is a side dead on which another customer stands %s', (_where, limitPriceTicks) => {
    const market = world(APPLE_ALONE)
    openCustomer(market)
    market.runTo(START + SECOND)
    const asks = market.exchange.view.levels('AAPL', 'sell', 1_000)
    const [first, last] = [asks[0]?.priceTicks ?? 0, asks.at(-1)?.priceTicks ?? 0]
    const lots = asks.reduce((sum, level) => sum + level.quantityLots, 0)
    market.execute(rest('sell', 100, limitPriceTicks ?? last))
    market.execute(take(lots))
    expect(market.exchange.view.best('AAPL')?.askTicks).toBe(limitPriceTicks ?? last)
    market.runTo(START + 1.5 * SECOND)
    expect(market.exchange.view.best('AAPL')?.askTicks).toBeLessThan(first + 20)
    checkInvariants(market.exchange)
  })

  test('a halted symbol is silent, and goes on afterwards', () => {
    const market = world(APPLE_AND_MICROSOFT)
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
    const market = world(APPLE_AND_MICROSOFT)
    market.runTo(START + 5 * SECOND)
    for (const command of market.flow.withdraw('AAPL')) market.execute(command)
    expect(market.exchange.view.best('AAPL')).toMatchObject({ bidTicks: null, askTicks: null })
    market.runTo(START + 30 * SECOND)
    expect(market.exchange.view.best('AAPL')).toMatchObject({ bidTicks: null, askTicks: null })
    expect(market.flow.withdraw('AAPL')).toEqual([])
    expect(market.exchange.view.best('MSFT')?.bidTicks).not.toBeNull()
  })

  test('a stock of a few cents keeps valid prices', () => {
    const market = world({ markets: [{ ...instrumentFor('PENNY'), referenceTicks: 12 }] })
    market.runTo(START + 120 * SECOND)
    expect(market.events.filter((event) => event.type === 'CommandRejected')).toEqual([])
    expect(market.events.filter((event) => event.type === 'OrderRejected')).toEqual([])
    expect(market.exchange.view.best('PENNY')?.bidTicks).toBeGreaterThan(0)
  })
})
