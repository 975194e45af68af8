import { describe, expect, test } from 'vitest'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import type { OrderTerms } from '../../src/exchange/orders/order.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import { instrumentFor } from '../../src/market/demo-instruments.ts'
import { type MarketChoice, marketModel } from '../../src/market/market-models.ts'
import {
  type BackgroundWorldOptions,
  backgroundWorld,
  openCustomer,
  rest,
  SECOND,
  symbolOf,
} from './support/background-world.ts'

/** What every market model owes to opening and closing auctions. */

const at = (time: string): number => parseTime(`2026-01-05T${time}Z`) ?? 0
const [OPEN, CLOSE] = [at('14:30:00'), at('21:00:00')]
const [APPLE, MICROSOFT] = [instrumentFor('AAPL'), instrumentFor('MSFT')]
const SCRIPT = [
  [0, '227.50'],
  [100, '228.00'],
] as const
const MODELS: readonly MarketChoice[] = [
  { model: 'calm' },
  { model: 'orderFlow' },
  { model: 'orderFlow', presets: { AAPL: 'largeTickStock' } },
  { model: 'gbm' },
  { model: 'scripted', prices: { AAPL: SCRIPT } },
]
/** What is traded in a session, measured over whole ones; where nobody but customers trades, as much as in a calm one. */
const DAYS = [4_100_000, 3_100_000, 7_900_000, 4_100_000, 4_100_000]

describe.each(MODELS.map((choice, index) => [choice.model, index, choice] as const))(
  '%s (%i)',
  (name, index, choice) => {
    const day = DAYS[index] ?? 0

    const world = (start: number, options: BackgroundWorldOptions = {}) =>
      backgroundWorld({ model: marketModel(choice), markets: [APPLE], calendar: xnys, start, ...options })
    type World = ReturnType<typeof world>
    const auctionOf = ({ events }: World, condition: string) => {
      const prints = events.filter((event) => event.type === 'TradePrinted')
      return prints.find(({ conditions }) => conditions?.includes(condition))
    }
    const middleOf = ({ exchange }: World): number => {
      const { bidTicks, askTicks } = exchange.view.best('AAPL') ?? {}
      return ((bidTicks ?? Number.NaN) + (askTicks ?? Number.NaN)) / 2
    }

    test('opens near its price, with one or two per cent of a day, and goes on from there', () => {
      let traded = 0
      for (const seed of [1, 2, 3, 4]) {
        const market = world(OPEN - 130 * SECOND, { seed, volatility: { priceBands: true } })
        market.runTo(OPEN + SECOND)
        const { priceTicks = 0, quantityLots = 0 } = auctionOf(market, 'opening') ?? {}
        expect(Math.abs(middleOf(market) / priceTicks - 1)).toBeLessThan(0.002)
        traded += quantityLots
        checkInvariants(market.exchange)
        expect(market.events.filter(({ type }) => /Rejected$/.test(type))).toEqual([])
      }
      expect(traded / 4 / day).toBeGreaterThan(0.01)
      expect(traded / 4 / day).toBeLessThan(0.02)
    })

    test('closes near its price, with five to ten per cent of a day', () => {
      let traded = 0
      for (const seed of [1, 2, 3, 4]) {
        const market = world(CLOSE - 60 * SECOND, { seed })
        market.runTo(CLOSE - 1)
        const before = middleOf(market)
        market.runTo(CLOSE)
        const { priceTicks = 0, quantityLots = 0 } = auctionOf(market, 'closing') ?? {}
        expect(Math.abs(before / priceTicks - 1)).toBeLessThan(0.001)
        traded += quantityLots
        checkInvariants(market.exchange)
        expect(market.events.filter(({ type }) => /Rejected$/.test(type))).toEqual([])
      }
      expect(traded / 4 / day).toBeGreaterThan(0.05)
      expect(traded / 4 / day).toBeLessThan(0.1)
    })

    test('tells price, quantity and surplus as they come together', () => {
      const market = world(OPEN - 200 * SECOND)
      market.runTo(OPEN - 1)
      const told = market.events.flatMap((event) =>
        event.type === 'StatusChanged' ? (event.status.auction ?? []) : [],
      )
      expect(told.length).toBeGreaterThan(5)
      expect(told.every(({ priceTicks }) => priceTicks !== null)).toBe(true)
      const paired = told.map(({ pairedLots }) => pairedLots)
      expect(paired.at(-1)).toBeGreaterThan(1.5 * (paired[0] ?? 0))
      expect(told.some(({ surplusLots }) => surplusLots > 0)).toBe(name === 'calm' || name === 'orderFlow')
    })

    test.each([
      ['opg', OPEN - 300 * SECOND, OPEN],
      ['cls', CLOSE - 605 * SECOND, CLOSE],
    ] as const)(
      'customers who want to buy or to sell %s find the market in the auction',
      (timeInForce, start, end) => {
        const market = world(start)
        openCustomer(market)
        for (const [accountId, side, limitPriceTicks] of [
          ['acc', 'buy', 30_000],
          ['other', 'sell', 15_000],
        ] as const) {
          const base = {
            clientOrderId: 'c1',
            symbol: 'AAPL',
            type: 'limit',
            timeInForce,
            quantityLots: 1_000,
          } as const
          const terms: OrderTerms = { ...base, side, limitPriceTicks }
          market.execute({ type: 'SubmitOrder', accountId, terms })
        }
        market.runTo(end)
        const fills = market.events.flatMap((event) => (event.type === 'OrderFilled' ? event.order : []))
        for (const accountId of ['acc', 'other']) {
          const order = fills.findLast((filled) => filled.accountId === accountId)
          expect(order).toMatchObject({ status: 'filled', filledLots: 1_000 })
        }
        checkInvariants(market.exchange)
      },
    )

    test('flows alike whoever trades beside it, and takes back what it has for an auction', () => {
      const ofApple = (options: BackgroundWorldOptions, trades = false): string => {
        const market = world(OPEN - 130 * SECOND, options)
        openCustomer(market)
        market.runTo(OPEN - 60 * SECOND)
        if (trades) market.execute(rest('sell', 500, 22_000))
        market.runTo(OPEN - 1)
        const own = market.commands.filter((command) => symbolOf(command) === 'AAPL')
        return JSON.stringify(
          own.filter((command) => command.type === 'SubmitOrder' && command.terms.timeInForce === 'opg'),
        )
      }
      const alone = ofApple({})
      expect(JSON.parse(alone).length).toBeGreaterThan(20)
      expect(ofApple({ markets: [APPLE, MICROSOFT] })).toBe(alone)
      expect(ofApple({}, true)).toBe(alone)

      const market = world(OPEN - 60 * SECOND)
      market.runTo(OPEN - 30 * SECOND)
      for (const command of market.flow.withdraw('AAPL')) market.execute(command)
      market.runTo(OPEN)
      expect(auctionOf(market, 'opening')).toBeUndefined()
    })
  },
)
