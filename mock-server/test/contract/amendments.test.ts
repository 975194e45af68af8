import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { call, type Json, Stream, submit } from './client.ts'
import { type Served, transports } from './transports.ts'

const LATENCY_MS = 200

/** What happens to an order and its trades after it was answered, and what the account of one who borrows tells. */
describe.each(transports)('what comes later over %s', (_name, serve) => {
  let served: Served

  beforeEach(async () => {
    served ??= await serve({
      symbols: ['AAPL'],
      requestLatencyMs: LATENCY_MS,
      costBasis: 'fifo',
      margin: { regime: 'intraday' },
      accounts: [{ key: 'mk_demo', accountId: 'acc_demo', type: 'margin', cash: '10000.00' }],
    })
    await served.broker.reset()
    served.broker.market.setQuote('AAPL', { bidPrice: '99.00', askPrice: '101.00', askQuantity: '300' })
  })
  afterAll(() => served.close())

  const listed = async (path: string): Promise<Json[]> =>
    (await call(served, `GET /v1/accounts/acc_demo/${path}`)).json.data

  test('a trade that is corrected and then busted is told to its order, on the tape and in the history', async () => {
    const stream = await Stream.subscribed(served, 'orders', 'trades.AAPL')
    const bought = await submit(served, { type: 'market', limitPrice: undefined })
    expect(bought.json).toMatchObject({ status: 'filled', averageFillPrice: '101.00' })
    const [fill] = (await call(served, 'GET /v1/fills')).json.data
    const { tradeId, fillId } = fill
    served.broker.market.correctTrade(tradeId, { price: '100.00', reason: 'a typing error' })
    served.broker.market.bustTrade(tradeId)
    const told: string[] = []
    while (told.length < 7) {
      const { type, channel } = await stream.next()
      if (channel !== undefined) told.push(`${channel} ${type}`)
    }
    expect(told.sort()).toEqual([
      'orders.acc_demo orderAccepted',
      'orders.acc_demo orderFilled',
      'orders.acc_demo tradeBusted',
      'orders.acc_demo tradeCorrected',
      'trades.AAPL trade',
      'trades.AAPL tradeBusted',
      'trades.AAPL tradeCorrected',
    ])
    expect((await call(served, 'GET /v1/fills')).json.data).toMatchObject([
      { tradeId, corrects: fillId, price: '100.00', bustedAt: served.broker.clock.now() },
      { tradeId, fillId, price: '101.00', amendReason: 'a typing error' },
    ])
    expect(await listed('activities?type=reversal')).toMatchObject([
      { amount: '1000.00', quantity: '-10' },
      { amount: '1010.00', quantity: '-10' },
    ])
    await stream.close()
  })

  test('the account of one who may borrow tells its credit', async () => {
    await submit(served, { type: 'market', limitPrice: undefined, quantity: '150' })
    const { json } = await call(served, 'GET /v1/accounts/acc_demo')
    expect(json).toMatchObject({
      type: 'margin',
      margin: { longMarketValue: '15150.00', shortMarketValue: '0.00' },
    })
  })

  test('what is kept beyond its day is called for, and the position lists its lots', async () => {
    await submit(served, { type: 'market', limitPrice: undefined, quantity: '250' })
    await served.broker.clock.advance(86_400_000)
    const { json } = await call(served, 'GET /v1/accounts/acc_demo')
    expect(json.margin).toMatchObject({ initialCall: { amount: '2625.00', liquidating: false } })
    const position = await call(served, 'GET /v1/positions/AAPL')
    const openedOn: unknown = expect.stringMatching(/^\d{4}-\d\d-\d\d$/)
    expect(position.json.lots).toEqual([{ quantity: '250', costBasis: '25250.00', openedOn }])
  })

  test('a cancel that is on its way is told as pending, and then done', async () => {
    const stream = await Stream.subscribed(served, 'orders')
    const { orderId } = (await submit(served, { limitPrice: '90.00' })).json
    const asked = await call(served, `DELETE /v1/orders/${orderId}`)
    expect(asked.json).toMatchObject({ orderId, status: 'pendingCancel' })
    const again = await call(served, `DELETE /v1/orders/${orderId}`)
    expect([again.status, again.json.code]).toEqual([409, 'request-pending'])
    await served.broker.clock.advance(LATENCY_MS)
    expect((await call(served, `GET /v1/orders/${orderId}`)).json).toMatchObject({ status: 'canceled' })
    const statuses: string[] = []
    while (statuses.length < 3) statuses.push((await stream.next('orders.acc_demo')).data.order.status)
    expect(statuses).toEqual(['new', 'pendingCancel', 'canceled'])
    await stream.close()
  })
})
