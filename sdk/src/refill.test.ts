import { expect, test } from 'vitest'
import { createHttp } from './http/http.ts'
import { resolveOptions } from './options.ts'
import { createRefill } from './refill.ts'
import { json, problem, type StubAnswer, stubFetch } from './testing/stub-fetch.ts'

const { signal } = new AbortController()

function refillOver(...answers: StubAnswer[]) {
  const { fetch, requests } = stubFetch(...answers)
  const http = createHttp(resolveOptions({ environment: 'mock', credentials: { apiKey: 'mk_demo' }, fetch }))
  return {
    refill: createRefill(http),
    urls: () => requests.map(({ url }) => url.slice('http://127.0.0.1:4010'.length)),
  }
}

const time = '2026-11-22T14:30:00.000000Z'
const at = { epoch: 'e1', seq: 7, time }

test('missed events are asked for by number', async () => {
  const { refill, urls } = refillOver(json({ data: [{ seq: 3 }], nextCursor: null }))
  const page = await refill.events('trades.BRK.B', { epoch: 'e1', from: 3, to: 5 }, signal)
  expect(page).toEqual({ messages: [{ seq: 3 }] })
  expect(urls()).toEqual(['/v1/events?channel=trades.BRK.B&epoch=e1&from=3&to=5&limit=1000'])
})

test('events that are no longer retained are gone, with the oldest number where it is told', async () => {
  const errors = [{ pointer: '/query/from', code: 'sequence-gone', detail: 'x', oldestSeq: 90 }]
  const { refill } = refillOver(problem(410, 'sequence-gone', { errors }), problem(410, 'epoch-gone'))
  const ask = () => refill.events('trades.AAPL', { epoch: 'e1', from: 3, to: 5 }, signal)
  expect(await ask()).toEqual({ gone: { oldestSeq: 90 } })
  expect(await ask()).toEqual({ gone: {} })
})

test('any other failure stays one', async () => {
  const { refill } = refillOver(problem(404, 'unknown-symbol'))
  const ask = refill.events('trades.AAPL', { epoch: 'e1', from: 3, to: 5 }, signal)
  await expect(ask).rejects.toMatchObject({ code: 'unknown-symbol' })
})

test('each channel has its own place for the present state', async () => {
  const account = { orders: { epoch: 'e1', seq: 7 }, time, openOrders: [], balances: [], positions: [] }
  const { refill, urls } = refillOver(
    json({ data: [{ ...at, symbol: 'BRK.B', bidPrice: '1.00' }] }),
    json({ ...at, symbol: 'AAPL', bids: [], asks: [], checksum: 0 }),
    json(account),
  )
  expect(await refill.snapshot('quotes.BRK.B', signal)).toEqual({
    ...at,
    data: { time, symbol: 'BRK.B', bidPrice: '1.00' },
  })
  expect(await refill.snapshot('book.AAPL', signal)).toEqual({
    ...at,
    data: { time, symbol: 'AAPL', bids: [], asks: [], checksum: 0 },
  })
  expect(await refill.snapshot('orders.acc_1', signal)).toEqual({ ...at, data: account })
  expect(urls()).toEqual([
    '/v1/quotes/latest?symbols=BRK.B',
    '/v1/order-books/AAPL?depth=1000',
    '/v1/accounts/acc_1/snapshot',
  ])
})
