import { expect, test } from 'vitest'
import { call } from './client.ts'
import type { Served } from './transports.ts'

/** Part of the REST suite: what every transport must answer about lists of symbols. */
export function watchlistTests(at: () => Served): void {
  const create = (name: string, symbols: string[] = ['AAPL', 'BRK.B'], key = 'mk_demo') =>
    call(at(), 'POST /v1/watchlists', { key, body: { name, symbols } })

  test('a watchlist is made, read, listed, replaced and deleted', async () => {
    const body = { name: 'Tech', symbols: ['AAPL', 'BRK.B'] }
    const { status, json: tech } = await call(at(), 'POST /v1/watchlists', { body })
    expect([status, tech.name, tech.symbols]).toEqual([201, 'Tech', ['AAPL', 'BRK.B']])
    const { json: coins } = await create('Coins', ['BTC-USD'])
    expect((await call(at(), `GET /v1/watchlists/${tech.watchlistId}`)).json).toEqual(tech)
    expect((await call(at(), 'GET /v1/watchlists')).json).toEqual({ data: [coins, tech], nextCursor: null })
    const first = await call(at(), 'GET /v1/watchlists?limit=1')
    const cursor = encodeURIComponent(first.json.nextCursor)
    expect((await call(at(), `GET /v1/watchlists?limit=1&cursor=${cursor}`)).json.data).toEqual([tech])
    const sent = { body: { name: 'Tech', symbols: ['MSFT'] } }
    const replaced = await call(at(), `PUT /v1/watchlists/${tech.watchlistId}`, sent)
    expect(replaced.json).toEqual({ ...tech, symbols: ['MSFT'] })
    expect((await call(at(), `DELETE /v1/watchlists/${tech.watchlistId}`)).json).toEqual(replaced.json)
    expect((await call(at(), `DELETE /v1/watchlists/${tech.watchlistId}`)).json.code).toBe(
      'unknown-watchlist',
    )
    expect((await call(at(), 'GET /v1/watchlists')).json.data).toEqual([coins])
  })

  test('a wrong watchlist is refused with what is wrong', async () => {
    const { json: tech } = await create('Tech')
    const { json: other } = await create('Other')
    const taken = await create('Tech')
    expect([taken.status, taken.json.code]).toEqual([409, 'watchlist-name-taken'])
    const sent = { body: { name: 'Tech', symbols: [] } }
    expect((await call(at(), `PUT /v1/watchlists/${other.watchlistId}`, sent)).status).toBe(409)
    const unknown = await create('X', ['AAPL', 'NONE'])
    expect(unknown.json).toMatchObject({
      code: 'invalid-request',
      errors: [{ pointer: '/symbols/1', code: 'unknown-symbol' }],
    })
    expect((await create('X', ['AAPL', 'AAPL'])).json.errors[0].pointer).toBe('/symbols')
    expect((await create('')).json.errors[0].pointer).toBe('/name')
    expect((await call(at(), 'GET /v1/watchlists/wat_0')).json.code).toBe('unknown-watchlist')
    const foreign = { key: 'mk_other' }
    expect((await call(at(), `GET /v1/watchlists/${tech.watchlistId}`, foreign)).status).toBe(404)
    expect((await call(at(), `DELETE /v1/watchlists/${tech.watchlistId}`, foreign)).status).toBe(404)
    expect((await create('Tech', ['AAPL'], 'mk_other')).status).toBe(201)
  })
}
