import { expect, test } from 'vitest'
import { createRestClient } from '../client.ts'
import { json, problem, stubFetch } from '../testing/stub-fetch.ts'

function clientOf(...pages: { data: unknown[]; nextCursor: string | null }[]) {
  const stub = stubFetch(...pages.map((page) => json(page)))
  const client = createRestClient({
    environment: 'mock',
    credentials: { apiKey: 'mk_demo' },
    fetch: stub.fetch,
  })
  const queries = () => stub.requests.map((request) => new URL(request.url).search)
  return { client, stub, queries }
}

const three = [
  { data: [1, 2], nextCursor: 'a' },
  { data: [], nextCursor: 'b' },
  { data: [3], nextCursor: null },
]

async function collect(items: AsyncIterable<unknown>): Promise<unknown[]> {
  const all: unknown[] = []
  for await (const item of items) all.push(item)
  return all
}

test('awaited, a list is its first page', async () => {
  const { client, stub } = clientOf(...three)
  expect(await client.fills.list({ symbol: 'AAPL' })).toEqual(three[0])
  expect(stub.requests).toHaveLength(1)
})

test('iterated, a list is every item, with the filter of the first page on every page', async () => {
  const { client, queries } = clientOf(...three)
  expect(await collect(client.fills.list({ symbol: 'AAPL', limit: 2 }, { accountId: 'acc_2' }))).toEqual([
    1, 2, 3,
  ])
  const filter = '?symbol=AAPL&limit=2'
  expect(queries()).toEqual([
    `${filter}&accountId=acc_2`,
    `${filter}&cursor=a&accountId=acc_2`,
    `${filter}&cursor=b&accountId=acc_2`,
  ])
})

test('whoever stops early fetches no more', async () => {
  const { client, stub } = clientOf(...three)
  for await (const item of client.fills.list()) {
    if (item !== undefined) break
  }
  expect(stub.requests).toHaveLength(1)
})

test('a list can be awaited and then iterated; its first page is fetched once', async () => {
  const { client, stub } = clientOf(...three)
  const list = client.fills.list()
  await list
  expect(await collect(list)).toEqual([1, 2, 3])
  expect(stub.requests).toHaveLength(3)
})

test('pages come with their answers', async () => {
  const { client } = clientOf(...three)
  const pages: unknown[] = []
  for await (const { data, requestId } of client.fills.list().pages())
    pages.push([data.data.length, requestId])
  expect(pages).toEqual([
    [2, 'req_1'],
    [0, 'req_1'],
    [1, 'req_1'],
  ])
})

test('a cursor that comes back ends the loop', async () => {
  const { client, stub } = clientOf(
    { data: [1], nextCursor: 'a' },
    { data: [2], nextCursor: 'b' },
    { data: [3], nextCursor: 'a' },
  )
  await expect(collect(client.fills.list())).rejects.toMatchObject({ name: 'InvalidResponseError' })
  expect(stub.requests).toHaveLength(3)
})

test('a page that fails ends the loop with its error, and nothing else is told', async () => {
  const stub = stubFetch(json({ data: [1], nextCursor: 'a' }), problem(422, 'cursor-mismatch'))
  const client = createRestClient({
    environment: 'mock',
    credentials: { apiKey: 'mk_demo' },
    fetch: stub.fetch,
  })
  await expect(collect(client.fills.list())).rejects.toMatchObject({ code: 'cursor-mismatch' })
})
