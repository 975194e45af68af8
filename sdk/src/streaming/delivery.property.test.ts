import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { TradeGap } from './delivery-queue.ts'
import type { NumberedMessage } from './messages.ts'
import type { OrdersResync, OrderUpdate, StreamTrade } from './projections.ts'
import { collect, createTestStreams, type FakeServer, settle, type TestClock } from './testing.ts'

type Step =
  | {
      readonly do: 'publish'
      readonly kind: 'quotes' | 'trades' | 'orders' | 'book' | 'status'
      readonly count: number
    }
  | { readonly do: 'advance'; readonly ms: number }
  | { readonly do: 'heartbeat' | 'disconnect' | 'restart' | 'renumber' | 'forget' | 'mendRest' }
  | { readonly do: 'breakRest'; readonly how: 'fails' | 'hangs' | 'isStale' }
  | { readonly do: 'transmit'; readonly fates: readonly Fate[] }

type Fate = 'pass' | 'drop' | 'duplicate' | 'hold'

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      do: fc.constant('publish' as const),
      kind: fc.constantFrom('quotes', 'trades', 'orders', 'book', 'status'),
      count: fc.integer({ min: 1, max: 5 }),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('advance' as const), ms: fc.integer({ min: 1, max: 4_000 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('heartbeat' as const) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('transmit' as const),
      fates: fc.array(fc.constantFrom<Fate[]>('pass', 'pass', 'drop', 'duplicate', 'hold'), {
        minLength: 1,
        maxLength: 7,
      }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom('disconnect', 'restart', 'renumber', 'forget', 'mendRest') }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('breakRest' as const),
      how: fc.constantFrom('fails', 'hangs', 'isStale'),
    }),
  },
)

test('whatever is lost, doubled or reordered, each event comes once and in order or a resync says so, and in the end all is as the server has it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 60 }), async (steps) => {
      const { streams, server, clock } = createTestStreams()
      const archive = archiveOf(server)
      let price = 100
      const publish = (kind: string) => {
        price += 1
        if (kind === 'quotes') server.quote('AAPL', price)
        else if (kind === 'trades') server.trade('AAPL', price)
        else if (kind === 'status') server.status('AAPL', `phase ${price}`)
        else if (kind === 'orders') server.order('orderAccepted', price)
        else
          server.book(
            'AAPL',
            [[String(90 - (price % 13)), String(price % 5)]],
            [[String(100 + (price % 11)), String(price % 4)]],
          )
      }
      publish('quotes')
      const quotes = collect(streams.quotes(['AAPL']))
      const statuses = collect(streams.status(['AAPL']))
      const trades = collect(streams.trades(['AAPL']))
      const orders = collect(streams.orders())
      const books = streams.book('AAPL')
      const book = collect(books)

      const run = runner(server, clock, publish)
      for (const item of steps) {
        await run(item)
        const latest = book.values.at(-1)
        if (latest?.live) expectUncrossed(latest)
      }
      await heal(server, clock)

      for (const { error } of [quotes, statuses, trades, orders, book]) expect(error).toBe(undefined)
      expectOrdered(trades.values, 'gap', server.seq('trades.AAPL'), server.epoch)
      expectOrdered(orders.values, 'resync', server.seq('orders.acc_demo'), server.epoch)
      for (const trade of trades.values) {
        if (trade.type === 'gap') continue
        const sent = archive.get(`trades.AAPL ${trade.epoch} ${trade.seq}`)
        expect(trade).toMatchObject(sent?.data ?? { never: 'sent' })
      }
      for (const [channel, { values }] of [
        ['quotes.AAPL', quotes],
        ['status.AAPL', statuses],
      ] as const) {
        const places = values.map(({ epoch, seq }) => `${epoch} ${seq}`)
        expect(new Set(places).size).toBe(places.length)
        const last = server.log(channel).at(-1)
        if (last) expect(values.at(-1)).toMatchObject({ ...last.data, epoch: last.epoch, seq: last.seq })
      }
      const { bids, asks } = server.bookOf('AAPL')
      expect(book.values.at(-1)).toMatchObject({ live: true, bids, asks, seq: server.seq('book.AAPL') })
      expect(streams.state).toBe('live')

      streams.close()
      await settle()
      expect(clock.timers.size).toBe(0)
    }),
    { numRuns: 1_000 },
  )
}, 240_000)

function runner(server: FakeServer, clock: TestClock, publish: (kind: string) => void) {
  return async (item: Step): Promise<void> => {
    if (item.do === 'publish') for (let left = item.count; left > 0; left -= 1) publish(item.kind)
    else if (item.do === 'advance') await clock.advance(item.ms)
    else if (item.do === 'heartbeat') server.heartbeat()
    else if (item.do === 'disconnect') server.disconnect()
    else if (item.do === 'restart') server.restart()
    else if (item.do === 'renumber') server.renumber()
    else if (item.do === 'forget')
      for (const [channel, log] of server.logs) server.oldest.set(channel, log.length)
    else if (item.do === 'mendRest') mendRest(server)
    else if (item.do === 'breakRest') {
      server.restIsStale = item.how === 'isStale'
      server.beforeRest = () => {
        if (item.how === 'fails') throw new Error('no answer')
        return new Promise((resolve) => clock.after(3_000, resolve))
      }
    } else if (item.do === 'transmit') server.transmit = transmitter(item.fates)
    await settle()
  }
}

function mendRest(server: FakeServer): void {
  server.beforeRest = () => {}
  server.restIsStale = false
}

/** Each message meets the next fate; one that is held comes after the one that follows it. */
function transmitter(fates: readonly Fate[]): (message: object) => readonly object[] {
  let turn = 0
  let held: object[] = []
  return (message) => {
    const fate = fates[turn++ % fates.length]
    const late = held
    held = []
    if (fate === 'hold') held = [message]
    const now =
      fate === 'drop' || fate === 'hold' ? [] : fate === 'duplicate' ? [message, message] : [message]
    return [...now, ...late]
  }
}

async function heal(server: FakeServer, clock: TestClock): Promise<void> {
  server.transmit = (message) => [message]
  mendRest(server)
  for (let beat = 0; beat < 20; beat += 1) {
    await clock.advance(5_000)
    server.heartbeat()
    await settle()
  }
}

/** Every message that the server ever numbered. */
function archiveOf(server: FakeServer): Map<string, NumberedMessage> {
  const archive = new Map<string, NumberedMessage>()
  const publish = server.publish.bind(server)
  server.publish = (channel, type, data) => {
    publish(channel, type, data)
    const message = server.log(channel).at(-1)
    if (message) archive.set(`${channel} ${message.epoch} ${message.seq}`, message)
  }
  return archive
}

type Item = StreamTrade | TradeGap | OrderUpdate | OrdersResync

function expectOrdered(items: readonly Item[], jump: 'gap' | 'resync', lastSeq: number, epoch: string): void {
  let next: { epoch: string; seq: number } | undefined
  for (const item of items) {
    if ('from' in item) {
      expect(item.type).toBe(jump)
      if (next) expect(item.from).toEqual(next)
      if (item.from.epoch === item.to.epoch) expect(item.to.seq).toBeGreaterThanOrEqual(item.from.seq - 1)
      next = { epoch: item.to.epoch, seq: item.to.seq + 1 }
    } else {
      if (next) expect({ epoch: item.epoch, seq: item.seq }).toEqual(next)
      next = { epoch: item.epoch, seq: item.seq + 1 }
    }
  }
  if (next) expect(next).toEqual({ epoch, seq: lastSeq + 1 })
}

function expectUncrossed({
  bids,
  asks,
}: {
  bids: readonly { price: string }[]
  asks: readonly { price: string }[]
}) {
  if (bids[0] && asks[0]) expect(Number(bids[0].price)).toBeLessThan(Number(asks[0].price))
}
