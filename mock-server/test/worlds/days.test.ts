import type { Bar, Quote, Trade } from '@openbourse/spec'
import { expect, test } from 'vitest'
import { createExchange, type InspectableExchange } from '../../src/exchange/create-exchange.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import type { OrderTerms } from '../../src/exchange/orders/order.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import type { Side } from '../../src/exchange/values/types.ts'
import type { Feed } from '../../src/feed/feed.ts'
import { instrumentFor } from '../../src/market/demo-instruments.ts'
import { type MarketChoice, marketModel } from '../../src/market/market-models.ts'
import { createWorld } from '../../src/worlds/create-world.ts'
import { FakeClock } from '../streams/fake-clock.ts'

/**
 * The week of Thanksgiving under every market model: customers empty the book, rest far from it and within its spread;
 * there are a split, a dividend and a halt, and limits on volatility. What must hold whenever somebody looks.
 */

const at = (time: string): number => parseTime(`2026-11-${time}:00Z`) ?? 0
/** A minute after each opening: of a jump the market plays the last ten minutes, and most of these it is closed. */
const LOOKS = ['25T14:31', '27T14:31', '30T14:31'] as const
const WAVE = (seconds: number): string => (227.5 * (1 + 0.03 * Math.sin(seconds / 5_000))).toFixed(2)
const MODELS: readonly MarketChoice[] = [
  { model: 'calm' },
  { model: 'orderFlow' },
  { model: 'orderFlow', presets: { AAPL: 'largeTickStock' } },
  { model: 'gbm', volatility: 0.6 },
  { model: 'scripted', prices: { AAPL: [[0, '190.00']] } },
  { model: 'scripted', prices: { AAPL: (seconds) => (seconds < 125_000 ? WAVE(seconds) : '57.00') } },
]

test.each(MODELS.map((choice, index) => [index, choice.model, choice] as const))(
  'days of market %i, %s, stay a market',
  async (_index, _name, choice) => {
    let exchange: InspectableExchange | undefined
    const world = createWorld({
      seed: 7,
      epoch: 'epoch',
      machine: new FakeClock(),
      clock: { mode: 'paused', time: at('25T14:25') },
      accounts: ['acc_one', 'acc_two'].map((accountId) => ({
        key: accountId.replace('acc', 'mk'),
        accountId,
        cash: '9000000000.00',
      })),
      markets: [instrumentFor('AAPL')],
      marketModel: marketModel(choice),
      calendar: xnys,
      volatility: { priceBands: true, marketWide: true },
      exchange: (options) => {
        exchange = createExchange(options)
        return exchange
      },
    })
    const tape = new Tape(world.feed)
    for (const accountId of ['acc_one', 'acc_two'])
      world.operate({ type: 'DepositPosition', accountId, symbol: 'AAPL', quantityLots: 9_000_000 })
    world.declareCorporateAction('AAPL', { type: 'split', newUnits: 4, oldUnits: 1, exDate: '2026-11-27' })
    world.declareCorporateAction('AAPL', { type: 'cashDividend', amount: '0.30', exDate: '2026-11-30' })

    let orders = 0
    const submit = (accountId: string, side: Side, quantityLots: number, limitPriceTicks?: number): void => {
      orders += 1
      const base = { clientOrderId: `c${orders}`, symbol: 'AAPL', side, quantityLots } as const
      const terms: OrderTerms =
        limitPriceTicks === undefined
          ? { ...base, type: 'market', timeInForce: 'ioc' }
          : { ...base, type: 'limit', timeInForce: 'gtc', limitPriceTicks }
      world.execute({ type: 'SubmitOrder', accountId, terms })
    }
    /** Both sides, not crossed, near each other. */
    const best = (): { readonly bid: number; readonly ask: number } => {
      const { bidTicks, askTicks } = world.view.best('AAPL') ?? {}
      const [bid, ask] = [bidTicks ?? Number.NaN, askTicks ?? Number.NaN]
      expect(bid, `${bid}/${ask}`).toBeLessThan(ask)
      expect(ask - bid, `${bid}/${ask}`).toBeLessThan(Math.max(30, bid / 100))
      return { bid, ask }
    }
    const pass = (seconds: number): Promise<void> => world.clock.advanceBy(seconds * 1_000_000)

    for (const look of LOOKS) {
      await world.clock.advanceTo(at(look))
      for (let pauses = 0; world.view.status('AAPL')?.halted === true && pauses < 4; pauses += 1)
        await pass(301)
      const { bid, ask } = best()
      submit('acc_one', 'buy', 10, Math.floor(bid / 2))
      submit('acc_one', 'sell', 10, 2 * ask)
      submit('acc_two', 'buy', 20, ask - 1)
      for (const side of ['buy', 'sell'] as const) {
        submit('acc_two', side, 5_000_000)
        await pass(0.5)
        best()
      }
      if (exchange !== undefined) checkInvariants(exchange)
    }
    world.operate({ type: 'HaltSymbol', symbol: 'AAPL', reason: 'news' })
    await pass(60)
    world.operate({ type: 'ResumeSymbol', symbol: 'AAPL', callFor: 60_000_000 })
    await pass(61)
    best()
    await world.clock.advanceTo(at('30T22:00'))
    tape.assertConsistent()
    await world.stop()
  },
)

const CHANNELS = ['quotes.AAPL', 'trades.AAPL', 'bars.1m.AAPL', 'status.AAPL', 'orders.acc_two']

/** All that the feed says of the symbol, held against itself. */
class Tape {
  readonly #trades = new Map<number, Trade[]>()
  readonly #bars: Bar[] = []
  readonly #last = new Map<string, { readonly seq: number; readonly time: string }>()

  constructor(feed: Feed) {
    for (const channel of CHANNELS) {
      feed.listen(channel, ({ seq, time, type, data }) => {
        const last = this.#last.get(channel)
        if (last !== undefined)
          expect([channel, seq, time >= last.time]).toEqual([channel, last.seq + 1, true])
        this.#last.set(channel, { seq, time })
        if (type === 'trade') this.#print(data as Trade)
        else if (type === 'bar' && (data as Bar).final) this.#bars.push(data as Bar)
        else if (type === 'quote') expect((data as Quote).symbol).toBe('AAPL')
      })
    }
  }

  assertConsistent(): void {
    expect(this.#bars).toHaveLength(this.#trades.size)
    for (const { start, open, high, low, close, volume, tradeCount } of this.#bars) {
      const trades = this.#trades.get(minuteOf(start)) ?? []
      const prices = trades.map(({ price }) => Number(price))
      const traded = trades.reduce((sum, { quantity }) => sum + Number(quantity), 0)
      expect([open, high, low, close, volume].map(Number).concat(tradeCount)).toEqual([
        ...[prices[0], Math.max(...prices), Math.min(...prices), prices.at(-1), traded],
        trades.length,
      ])
    }
  }

  #print(trade: Trade): void {
    const minute = minuteOf(trade.time)
    this.#trades.set(minute, [...(this.#trades.get(minute) ?? []), trade])
  }
}

function minuteOf(time: string): number {
  return Math.floor((parseTime(time) ?? 0) / 60_000_000)
}
