import { expect, test } from 'vitest'
import { call, Stream, submit } from './client.ts'
import type { Served } from './transports.ts'

const BUY = { type: 'market', limitPrice: undefined }

/** Part of the REST suite: what every transport must answer about money and positions. */
export function accountTests(at: () => Served): void {
  test('an account gets a new name, which it keeps', async () => {
    const renamed = await call(at(), 'PATCH /v1/accounts/acc_demo/settings', { body: { name: 'Momentum' } })
    expect(renamed.json).toMatchObject({ accountId: 'acc_demo', name: 'Momentum' })
    expect((await call(at(), 'GET /v1/accounts/acc_demo')).json).toEqual(renamed.json)
    const mistyped = await call(at(), 'PATCH /v1/accounts/acc_demo/settings', { body: { nam: 'x' } })
    expect([mistyped.status, mistyped.json.errors[0].pointer]).toEqual([422, '/name'])
    const sent = { key: 'mk_other', body: { name: 'x' } }
    expect((await call(at(), 'PATCH /v1/accounts/acc_demo/settings', sent)).json.code).toBe('unknown-account')
  })

  test('a fill shows in the balances, the position and the activities', async () => {
    const { json: order } = await submit(at(), BUY)
    const balances = await call(at(), 'GET /v1/accounts/acc_demo/balances')
    expect(balances.json.data).toEqual([
      {
        asset: 'USD',
        total: '98099.90',
        available: '98099.90',
        held: '0.00',
        settled: '98099.90',
        unsettled: '0.00',
      },
    ])
    const position = await call(at(), 'GET /v1/positions/AAPL')
    expect(position.json).toMatchObject({ symbol: 'AAPL', quantity: '10', costBasis: '1900.10' })
    const { json } = await call(at(), 'GET /v1/accounts/acc_demo/activities')
    expect(json.data).toMatchObject([
      { type: 'fill', orderId: order.orderId, amount: '-1900.10', symbol: 'AAPL', quantity: '10' },
      { type: 'deposit', asset: 'USD', amount: '100000.00' },
    ])
    const deposits = await call(at(), 'GET /v1/accounts/acc_demo/activities?type=deposit')
    expect(deposits.json.data).toEqual([json.data[1]])
  })

  test('what is not owned is no position', async () => {
    expect((await call(at(), 'GET /v1/positions/MSFT')).json.code).toBe('unknown-position')
    expect((await call(at(), 'GET /v1/positions/NONE')).json.code).toBe('unknown-symbol')
  })

  test('a stream of the account begins with what it has, and tells what each order did to it', async () => {
    const stream = await Stream.subscribed(at(), 'account', 'orders')
    const first = await stream.next('account.acc_demo')
    expect(first).toMatchObject({ type: 'snapshot', data: { ordersSeq: 0, positions: [] } })
    await submit(at(), BUY)
    const types = [await stream.next(), await stream.next(), await stream.next()]
    expect(types.map(({ type }) => type)).toEqual(['orderAccepted', 'orderFilled', 'account'])
    const { data, seq, epoch } = types[2]
    expect([seq, data.ordersSeq]).toEqual([first.seq + 1, 2])
    const snapshot = (await call(at(), 'GET /v1/accounts/acc_demo/snapshot')).json
    expect(snapshot.account).toEqual({ epoch, seq })
    expect([data.balances, data.positions]).toEqual([snapshot.balances, snapshot.positions])
    const target = `/v1/events?channel=account&epoch=${epoch}&from=${seq}`
    expect((await call(at(), `GET ${target}`)).json.data).toEqual([types[2]])
    const other = `/v1/events?channel=account.acc_demo&epoch=${epoch}&from=1`
    expect((await call(at(), `GET ${other}`, { key: 'mk_other' })).json.code).toBe('unknown-account')
    await stream.close()
  })

  test('the worth of an account is known for now and for each full minute', async () => {
    const { broker } = at()
    await submit(at(), BUY)
    await broker.clock.advance(60_000)
    broker.account.deposit('5000.00')
    await broker.clock.advance(30_000)
    const { json } = await call(at(), 'GET /v1/accounts/acc_demo/portfolio-history?timeframe=1m')
    expect(json.data).toMatchObject([
      { time: '2026-01-05T14:31:30.000000Z', cash: '103099.90' },
      { time: '2026-01-05T14:31:00.000000Z', cash: '98099.90', equity: '99999.80' },
    ])
  })
}
