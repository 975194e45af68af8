import { createMockBroker } from '@openbourse/mock-server'
import { startMockServer } from '@openbourse/mock-server/node'
import {
  createClient,
  type NewOrder,
  type StreamAccount,
  type StreamBar,
  type TradeGap,
} from '@openbourse/sdk'
import { expect, test } from 'vitest'
import { createFastClock, until } from './fast-clock.ts'
import { Line } from './proxy.ts'

const base = { environment: 'mock', credentials: { apiKey: 'mk_demo' } } as const
const buy: NewOrder = { symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'ioc', quantity: '3' }

/** A market that moves only when told, the client on the other end of a line where there is one. */
const places = {
  async port() {
    const clock = createFastClock(10)
    const server = await startMockServer({
      port: 0,
      symbols: ['AAPL'],
      clock: 'paused',
      transportClock: clock,
    })
    const line = await Line.to(server.port)
    // On a fast clock a busy machine is late soon: the limits of single calls are not what is tested.
    const timeouts = { totalMs: 600_000, headersMs: 600_000, orderHeadersMs: 600_000 }
    const client = createClient({ ...base, baseUrl: line.url, clock, timeouts })
    const near = createClient({ ...base, baseUrl: server.url })
    const close = async () => {
      await Promise.all([client.close({ timeoutMs: 0 }), near.close({ timeoutMs: 0 })])
      await line[Symbol.asyncDispose]()
      await server.close()
    }
    return { broker: server.broker, client, near, cut: () => line.cutAll(), close }
  },
  async 'in process'() {
    const broker = createMockBroker({ symbols: ['AAPL'], clock: 'paused' })
    const { fetch, WebSocket, baseUrl } = broker
    const client = createClient({ ...base, baseUrl, fetch, WebSocket })
    const close = async () => {
      await client.close({ timeoutMs: 0 })
      await broker.close()
    }
    return { broker, client, near: client, cut: () => {}, close }
  },
}

/** Reads in the background. */
function read<Value>(stream: AsyncIterable<Value>): { values: Value[]; error: unknown } {
  const state: { values: Value[]; error: unknown } = { values: [], error: undefined }
  void (async () => {
    try {
      for await (const value of stream) state.values.push(value)
    } catch (error) {
      state.error = error
    }
  })()
  return state
}

const isBar = (value: StreamBar | TradeGap): value is StreamBar => value.type === 'bar'

test.each(['port', 'in process'] as const)(
  '%s: bars come after each print, and once more when they are over',
  async (place) => {
    const { broker, client, near, cut, close } = await places[place]()
    broker.market.setQuote('AAPL', { bidPrice: '99.00', askPrice: '101.00' })
    const stream = client.stream.bars(['AAPL'], { timeframe: '1m' })
    await stream.ready()
    const bars = read(stream)
    const printed: string[] = []
    for (let minute = 0; minute < 4; minute += 1) {
      for (let print = 0; print < 5; print += 1) {
        const price = `100.${String(10 + minute * 5 + print)}`
        broker.market.printTrade('AAPL', { price, quantity: '2' })
        printed.push(price)
        if (print === 2) cut()
      }
      await broker.clock.advance(60_000)
      await until(
        () => bars.values.filter(isBar).filter(({ final }) => final).length > minute,
        'the bar is over',
      )
    }
    const seen = bars.values.filter(isBar)
    // Each print and each end, in order, with nothing left out.
    expect(seen.map(({ seq }) => seq)).toEqual(Array.from({ length: 24 }, (_, index) => index + 1))
    expect(seen.filter(({ final }) => !final).map(({ close: last }) => last)).toEqual(printed)
    const listed = []
    for await (const bar of near.bars.list({ symbol: 'AAPL', timeframe: '1m' })) listed.push(bar)
    const ended = seen.filter(({ final }) => final)
    expect(ended).toMatchObject(
      listed
        .filter(({ final }) => final)
        .slice(0, 4)
        .reverse(),
    )
    expect(ended.at(-1)).toMatchObject({
      timeframe: '1m',
      open: '100.25',
      high: '100.29',
      close: '100.29',
      volume: '10',
    })
    expect(bars.error).toBeUndefined()
    await close()
  },
)

test.each(['port', 'in process'] as const)(
  '%s: the account is as it is, then as each order leaves it, never ahead of the order',
  async (place) => {
    const { broker, client, near, cut, close } = await places[place]()
    broker.market.setQuote('AAPL', { bidPrice: '99.00', askPrice: '101.00', askQuantity: '1000' })
    const orders = client.stream.orders()
    const account = client.stream.account()
    await Promise.all([orders.ready(), account.ready()])
    const told: string[] = []
    let ordersSeq = 0
    const states: StreamAccount[] = []
    void (async () => {
      for await (const update of orders) {
        if (update.type === 'resync') told.push('resync')
        else ordersSeq = update.seq
      }
    })().catch((error: unknown) => told.push(String(error)))
    void (async () => {
      for await (const state of account) {
        states.push(state)
        // Two loops take turns: the other has by now taken what it was told before.
        await new Promise((resolve) => setImmediate(resolve))
        if (state.ordersSeq > ordersSeq)
          told.push(`state of ${state.ordersSeq} after order event ${ordersSeq}`)
      }
    })().catch((error: unknown) => told.push(String(error)))
    await until(() => states.length > 0, 'the present state')
    expect(states[0]).toMatchObject({ accountId: 'acc_demo', ordersSeq: 0, positions: [] })
    for (let turn = 0; turn < 12; turn += 1) {
      await near.orders.submit(buy)
      if (turn % 4 === 1) cut()
    }
    broker.account.deposit('5.00')
    const { orders: position, balances, positions } = await near.accounts.snapshot('acc_demo')
    await until(() => states.at(-1)?.ordersSeq === position.seq, 'the last state')
    await until(() => states.at(-1)?.balances[0]?.total === balances[0]?.total, 'the deposit')
    expect(states.at(-1)).toMatchObject({ balances, positions })
    expect(states.at(-1)?.positions).toMatchObject([{ symbol: 'AAPL', quantity: '36' }])
    expect(told).toEqual([])
    for (const [index, { seq }] of states.entries()) expect(seq).toBeGreaterThan(states[index - 1]?.seq ?? -1)
    await close()
  },
)
