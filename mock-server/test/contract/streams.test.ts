import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { call, type Json, Stream, submit } from './client.ts'
import { type Served, transports } from './transports.ts'

describe.each(transports)('streams over %s', (_name, serve) => {
  let served: Served

  beforeEach(async () => {
    served ??= await serve()
    await served.broker.reset()
    served.broker.market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01', askQuantity: '300' })
  })
  afterAll(() => served.close())

  test('the session begins with welcome and the subprotocol of the contract', async () => {
    const stream = new Stream(served)
    expect(await stream.next()).toEqual({ type: 'open', protocol: 'openbourse.v1.json' })
    expect(await stream.next()).toMatchObject({
      type: 'welcome',
      heartbeatMs: 5000,
      authenticateWithinMs: 5000,
    })
    stream.send({ type: 'authenticate', id: 'a', token: 'mk_demo' })
    expect(await stream.next()).toMatchObject({ type: 'authenticated', id: 'a', accountId: 'acc_demo' })
    stream.send({ type: 'ping', id: 'p' })
    expect(await stream.next()).toMatchObject({ type: 'pong', id: 'p' })
    await stream.close()
  })

  test('quotes begin with the present one and go on without a gap', async () => {
    const stream = await Stream.subscribed(served, 'quotes.AAPL')
    const first = await stream.next('quotes.AAPL')
    expect(first).toMatchObject({ type: 'snapshot', data: { bidPrice: '189.99', askPrice: '190.01' } })
    served.broker.market.setQuote('AAPL', { bidPrice: '189.98', askPrice: '190.00' })
    const second = await stream.next('quotes.AAPL')
    expect(second).toMatchObject({ type: 'quote', seq: first.seq + 1, data: { bidPrice: '189.98' } })
    await stream.close()
  })

  test('the book is a snapshot and deltas, trades and status say what happened', async () => {
    const stream = await Stream.subscribed(served, 'book.AAPL', 'trades.AAPL', 'status.AAPL')
    const book = await stream.next('book.AAPL')
    expect(book.data.asks).toEqual([{ price: '190.01', quantity: '300' }])
    expect(await stream.next('status.AAPL')).toMatchObject({ data: { phase: 'open', halted: false } })
    await submit(served, { type: 'market', limitPrice: undefined })
    const seen = [await stream.next(), await stream.next()]
    expect(seen).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ channel: 'trades.AAPL', type: 'trade' }),
        expect.objectContaining({ channel: 'book.AAPL', type: 'delta', seq: book.seq + 1 }),
      ]),
    )
    served.broker.market.halt('AAPL')
    expect(await stream.next('status.AAPL')).toMatchObject({ data: { halted: true } })
    await stream.close()
  })

  test('one order tells the same over REST, stream and listEvents', async () => {
    const stream = await Stream.subscribed(served, 'orders')
    const { json: order } = await submit(served, { type: 'market', limitPrice: undefined, quantity: '25' })
    const accepted = await stream.next('orders.acc_demo')
    const filled = await stream.next('orders.acc_demo')
    expect([accepted.type, accepted.seq, filled.type, filled.seq]).toEqual([
      'orderAccepted',
      1,
      'orderFilled',
      2,
    ])
    expect(filled.data.order).toEqual(order)
    const fills = await call(served, 'GET /v1/fills')
    expect(fills.json.data).toEqual([filled.data.fill])
    const target = `/v1/events?channel=orders.acc_demo&epoch=${filled.epoch}&from=1`
    const events = await call(served, `GET ${target}`)
    expect(events.json.data).toEqual([accepted, filled])
    await stream.close()
  })

  test('a resting order fills when the quote crosses it', async () => {
    const stream = await Stream.subscribed(served, 'orders')
    const { json: order } = await submit(served, { limitPrice: '189.50', quantity: '10' })
    await stream.next('orders.acc_demo')
    served.broker.market.setQuote('AAPL', { bidPrice: '189.39', askPrice: '189.40' })
    const { type, data } = await stream.next('orders.acc_demo')
    expect(type).toBe('orderFilled')
    expect(data.order).toMatchObject({ orderId: order.orderId, averageFillPrice: '189.50' })
    await stream.close()
  })

  test('a second subscription replays from the number asked for', async () => {
    const { json: order } = await submit(served, { type: 'market', limitPrice: undefined })
    const stream = await Stream.open(served)
    const { epoch } = (await call(served, 'GET /v1/accounts/acc_demo/snapshot')).json.orders
    const subscribed = await stream.subscribe({ channel: 'orders', epoch, fromSeq: 1 })
    expect(subscribed.channels).toEqual([{ channel: 'orders.acc_demo', epoch, nextSeq: 1 }])
    expect(await stream.next('orders.acc_demo')).toMatchObject({ seq: 1, type: 'orderAccepted' })
    expect((await stream.next('orders.acc_demo')).data.order).toEqual(order)
    await stream.close()
  })

  test('heartbeats carry the last numbers', async () => {
    const stream = await Stream.subscribed(served, 'orders')
    await submit(served)
    await stream.next('orders.acc_demo')
    served.transportClock.advance(5000)
    const { channels } = await stream.next('heartbeat')
    expect(channels['orders.acc_demo'].seq).toBe(1)
    await stream.close()
  })

  test('unsubscribing ends a channel and leaves the others', async () => {
    const stream = await Stream.subscribed(served, 'quotes.AAPL', 'orders')
    stream.send({ type: 'unsubscribe', id: 'u', channels: ['quotes.AAPL'] })
    await stream.next('unsubscribed')
    served.broker.market.setQuote('AAPL', { bidPrice: '189.90', askPrice: '190.00' })
    await submit(served)
    expect((await stream.next()).channel).toBe('orders.acc_demo')
    await stream.close()
  })

  test('a reset closes streams with 1012 and begins another epoch', async () => {
    const stream = await Stream.subscribed(served, 'orders')
    const before = (await call(served, 'GET /v1/accounts/acc_demo/snapshot')).json.orders.epoch
    await submit(served)
    await served.broker.reset()
    expect((await closeOf(stream)).code).toBe(1012)
    const after = (await call(served, 'GET /v1/accounts/acc_demo/snapshot')).json
    expect(after.orders.epoch).not.toBe(before)
    expect(after.openOrders).toEqual([])
  })

  test('closing the mock closes streams with 1001', async () => {
    const closing = await serve()
    const stream = await Stream.subscribed(closing, 'orders')
    await closing.close()
    expect((await closeOf(stream)).code).toBe(1001)
  })
})

async function closeOf(stream: Stream): Promise<Json> {
  for (;;) {
    const message = await stream.next()
    if (message.type === 'close') return message
  }
}
