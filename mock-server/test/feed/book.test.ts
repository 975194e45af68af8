import type { BookUpdate } from '@openbourse/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Command } from '../../src/exchange/commands.ts'
import { createExchange } from '../../src/exchange/create-exchange.ts'
import type { ExchangeView } from '../../src/exchange/exchange.ts'
import { bookChecksum } from '../../src/feed/checksum.ts'
import { crc32 } from '../../src/feed/crc32.ts'
import { createFeed } from '../../src/feed/create-feed.ts'
import { anInstrument } from './scripted-market.ts'

const instrument = anInstrument('AAPL')

const order = fc.record({
  kind: fc.constantFrom('limit', 'limit', 'limit', 'limit', 'market', 'cancel'),
  account: fc.constantFrom('acc_one', 'acc_two', 'acc_flow'),
  side: fc.constantFrom('buy', 'sell'),
  priceTicks: fc.integer({ min: 9_985, max: 10_015 }),
  quantityLots: fc.integer({ min: 1, max: 50 }),
})
type Step = typeof order extends fc.Arbitrary<infer Value> ? Value : never

test('a snapshot and the deltas after it are the whole book, with equal checksums at every step', () => {
  fc.assert(
    fc.property(fc.array(order, { maxLength: 60 }), fc.nat(60), (steps, joinAt) => {
      const { exchange, feed } = aWorld()
      const book = new ClientBook()
      let expected: number | undefined
      for (const [index, step] of steps.entries()) {
        if (index === joinAt) {
          const snapshot = feed.snapshot('book.AAPL')
          if (snapshot === undefined) throw new Error('no snapshot')
          book.apply(snapshot.data as BookUpdate)
          expected = snapshot.seq + 1
          feed.listen('book.AAPL', ({ seq, data }) => {
            expect(seq).toBe(expected)
            expected = seq + 1
            const delta = data as BookUpdate
            book.apply(delta)
            expect(delta.checksum).toBe(book.checksum())
          })
        }
        feed.publish(exchange.execute(toCommand(step, index)))
        if (index >= joinAt) expect(book.levels()).toEqual(levelsOf(exchange.view))
      }
    }),
    { numRuns: 500 },
  )
})

test('a delta read later has the checksum of its own moment', () => {
  fc.assert(
    fc.property(fc.array(order, { maxLength: 60 }), (steps) => {
      const { exchange, feed } = aWorld()
      const checksums = new Map<number, number>()
      for (const [index, step] of steps.entries()) {
        feed.publish(exchange.execute(toCommand(step, index)))
        const top = {
          bids: exchange.view.levels('AAPL', 'buy', 99),
          asks: exchange.view.levels('AAPL', 'sell', 99),
        }
        checksums.set(feed.seq('book.AAPL'), bookChecksum(instrument, top))
      }
      const replay = feed.replay({ channel: 'book.AAPL', epoch: 'e1', fromSeq: 1 })
      if (replay.outcome !== 'messages') throw new Error(replay.outcome)
      for (const { seq, data } of replay.messages) {
        expect((data as BookUpdate).checksum).toBe(checksums.get(seq))
      }
    }),
    { numRuns: 200 },
  )
})

function aWorld() {
  const exchange = createExchange()
  const feed = createFeed({ view: exchange.view, epoch: 'e1', now: () => 0 })
  const setUp: Command[] = [
    { type: 'ListInstrument', instrument },
    ...(['acc_one', 'acc_two', 'acc_flow'] as const).flatMap((accountId): Command[] => [
      {
        type: 'OpenAccount',
        accountId,
        kind: accountId === 'acc_flow' ? 'liquidity' : 'customer',
        name: accountId,
        currency: 'USD',
      },
      { type: 'Deposit', accountId, asset: 'USD', amount: 10n ** 16n },
      { type: 'DepositPosition', accountId, symbol: 'AAPL', quantityLots: 10_000 },
    ]),
  ]
  for (const command of setUp) feed.publish(exchange.execute(command))
  return { exchange, feed }
}

function toCommand(step: Step, index: number): Command {
  const { kind, account: accountId, side, priceTicks, quantityLots } = step
  if (kind === 'cancel') return { type: 'CancelAllOrders', accountId, symbol: 'AAPL' }
  const common = { clientOrderId: `c${index}`, symbol: 'AAPL', side, quantityLots } as const
  const terms =
    kind === 'market'
      ? ({ ...common, type: 'market', timeInForce: 'ioc' } as const)
      : ({ ...common, type: 'limit', timeInForce: 'day', limitPriceTicks: priceTicks } as const)
  return { type: 'SubmitOrder', accountId, terms }
}

/** A book as a client keeps it: from the wire alone. */
class ClientBook {
  readonly #bids = new Map<string, string>()
  readonly #asks = new Map<string, string>()

  apply({ bids, asks }: BookUpdate): void {
    for (const [side, levels] of [
      [this.#bids, bids],
      [this.#asks, asks],
    ] as const) {
      for (const { price, quantity } of levels) {
        if (/^0+$/.test(quantity)) side.delete(price)
        else side.set(price, quantity)
      }
    }
  }

  levels() {
    return {
      bids: [...this.#bids].sort(([left], [right]) => Number(right) - Number(left)),
      asks: [...this.#asks].sort(([left], [right]) => Number(left) - Number(right)),
    }
  }

  checksum(): number {
    const { asks, bids } = this.levels()
    const digits = [...asks.slice(0, 10), ...bids.slice(0, 10)]
      .flat()
      .map((decimal) => decimal.replace('.', '').replace(/^0+/, ''))
    return crc32(digits.join(''))
  }
}

function levelsOf(view: ExchangeView) {
  const side = (name: 'buy' | 'sell') =>
    view
      .levels('AAPL', name, 1_000)
      .map(({ priceTicks, quantityLots }) => [(priceTicks / 100).toFixed(2), String(quantityLots)])
  return { bids: side('buy'), asks: side('sell') }
}
