import { expect, test } from 'vitest'
import { call, submit } from './client.ts'
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
      { asset: 'USD', total: '98099.90', available: '98099.90', held: '0.00' },
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
}
