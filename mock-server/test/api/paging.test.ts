import fc from 'fast-check'
import { expect, test } from 'vitest'
import { createBroker, type TestBroker } from './broker.ts'

async function page(broker: TestBroker, list: string, limit: number, cursor: string | null) {
  const more = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
  const answer = await broker.call('GET', `${list}${list.includes('?') ? '&' : '?'}limit=${limit}${more}`)
  expect(answer.status, answer.body).toBe(200)
  return answer.json
}

/** One order that trades at once: a new order, a new fill and a new trade. */
async function trade(broker: TestBroker): Promise<void> {
  broker.quote('AAPL', 'sell', 10_000, 1)
  await broker.submit({ quantity: '1' })
}

const lists = [
  ['/v1/orders', 'orderId'],
  ['/v1/orders?status=closed&symbol=AAPL', 'orderId'],
  ['/v1/fills', 'fillId'],
  ['/v1/trades?symbol=AAPL', 'tradeId'],
] as const

test.each(lists)('%s: what is added while paging loses and repeats nothing', async (list, id) => {
  await fc.assert(
    fc.asyncProperty(
      fc.nat(12),
      fc.integer({ min: 1, max: 5 }),
      fc.array(fc.nat(3), { maxLength: 20 }),
      async (before, limit, inserts) => {
        const broker = createBroker()
        for (let index = 0; index < before; index += 1) {
          await trade(broker)
          broker.pass(index % 2)
        }
        const wanted = (await page(broker, list, 1000, null)).data.map((item) => item[id])
        const seen: (string | undefined)[] = []
        let cursor: string | null = null
        let turn = 0
        do {
          const got = await page(broker, list, limit, cursor)
          expect(got.data.length).toBeLessThanOrEqual(limit)
          seen.push(...got.data.map((item) => item[id]))
          cursor = got.nextCursor
          for (let index = 0; index < (inserts[turn] ?? 0); index += 1) await trade(broker)
          turn += 1
        } while (cursor !== null)
        expect(seen).toEqual(wanted)
      },
    ),
    { numRuns: 50 },
  )
})

test('lists by name page in order', async () => {
  const broker = createBroker()
  for (const [list, id] of [
    ['/v1/instruments', 'symbol'],
    ['/v1/accounts', 'accountId'],
  ] as const) {
    const whole = await page(broker, list, 100, null)
    const first = await page(broker, list, 1, null)
    const second = await page(broker, list, 1, first.nextCursor)
    expect([first.data[0]?.[id], second.data[0]?.[id]]).toEqual(
      whole.data.slice(0, 2).map((item) => item[id]),
    )
  }
})

test('a cursor belongs to its operation, its filter and its account', async () => {
  const broker = createBroker()
  await trade(broker)
  await trade(broker)
  const { nextCursor } = await page(broker, '/v1/orders', 1, null)
  for (const other of [
    '/v1/fills?',
    '/v1/orders?status=closed&',
    '/v1/orders?accountId=acc_second&',
    '/v1/orders?symbol=AAPL&',
  ]) {
    const answer = await broker.call('GET', `${other}cursor=${nextCursor}`)
    expect(answer).toMatchObject({ status: 422, json: { code: 'cursor-mismatch' } })
  }
  expect((await page(broker, '/v1/orders', 1000, nextCursor)).data).toHaveLength(1)
})

test('each changed character of a cursor is refused', async () => {
  const broker = createBroker()
  await trade(broker)
  await trade(broker)
  const { nextCursor } = await page(broker, '/v1/orders', 1, null)
  const cursor = nextCursor ?? ''
  for (let index = 0; index < cursor.length; index += 1) {
    const flipped = cursor.slice(0, index) + (cursor[index] === 'A' ? 'B' : 'A') + cursor.slice(index + 1)
    const answer = await broker.call('GET', `/v1/orders?cursor=${flipped}`)
    expect(answer).toMatchObject({ status: 422, json: { code: 'invalid-cursor' } })
  }
})
