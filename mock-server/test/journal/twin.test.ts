import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { MockBrokerOptions } from '../../src/index.ts'
import type { JournalOptions } from '../../src/journal/journal.ts'
import { aBroker } from './journaled.ts'
import { MemoryFile } from './memory-file.ts'
import { type Server, STORIES, type Story } from './stories.ts'

const TARGETS = [
  '/v1/orders?limit=1000',
  '/v1/fills?limit=1000',
  '/v1/positions',
  '/v1/accounts',
  '/v1/accounts/acc_demo/balances',
  '/v1/accounts/acc_demo/activities?limit=1000',
  '/v1/accounts/acc_demo/snapshot',
  '/v1/corporate-actions',
  '/v1/market/clock',
  '/v1/status',
]

test.each(Object.entries(STORIES))(
  'killed before each step it ends as if it never was: %s',
  async (_, story) => {
    const whole = await play(story, { kills: false })
    expect(whole.ends).toEqual(story.ends)
    for (const journal of [{}, CHECKPOINTS]) {
      const broken = await play(story, { kills: true, journal })
      expect(broken.statuses).toEqual(whole.statuses)
      expect(broken.answers).toEqual(whole.answers)
    }
  },
)

/** One after another, each a piece at a time: it is killed in the middle of most of them. */
const CHECKPOINTS = { checkpointBytes: 1, turnBytes: 1 }

/** Journals as they were written when a checkpoint named orders by their places and had its lists in one line. */
test.each([
  ['bracket', 'a bracket whose legs grow with it, then lose'],
  ['expiry', 'orders that expire, a switch that was armed, and requests on their way'],
  ['split', 'a split and a dividend over positions and orders, a bust and a correction'],
])('a journal of before goes on as if it never was: %s', async (file, name) => {
  const story = STORIES[name] ?? expect.fail()
  const steps = Math.ceil(story.steps.length / 2)
  const bytes = new Uint8Array(readFileSync(join(import.meta.dirname, 'before', `${file}.journal`)))
  const whole = await play(story, { kills: false })
  const gone = await play(story, { kills: false, from: { bytes, steps } })
  expect(gone.statuses).toEqual(whole.statuses.slice(steps))
  // A fill keeps the sentence that it was told with, of which this is spelled otherwise now.
  const answers = JSON.parse(JSON.stringify(gone.answers).replaceAll('a exchange print', 'a print'))
  expect([gone.ends, answers]).toEqual([whole.ends, whole.answers])
})

interface Course {
  readonly kills: boolean
  readonly journal?: Partial<JournalOptions>
  /** Written by a server of before, that was stopped after so many steps. */
  readonly from?: { readonly bytes: Uint8Array; readonly steps: number }
}

async function play({ options = {}, steps }: Story, { kills, journal, from }: Course) {
  let file = new MemoryFile(from?.bytes)
  const open = () => aServer(file, options, journal)
  let server = open()
  if (from === undefined) server.quote('100.00', '100.10')
  await server.written()
  const statuses: unknown[] = []
  for (const step of steps.slice(from?.steps ?? 0)) {
    if (kills) {
      const bytes = file.bytes?.slice()
      await server.broker.close()
      file = new MemoryFile(bytes)
      server = open()
    }
    statuses.push(await step(server))
    await server.written()
  }
  const answers = await Promise.all(TARGETS.map(server.read))
  const { bids, asks } = await server.read('/v1/order-books/AAPL')
  const [{ time: _, ...quote }] = (await server.read('/v1/quotes/latest?symbols=AAPL')).data
  const [{ data }] = answers
  const ends = data.map(
    (order: { clientOrderId: string; status: string }) => `${order.clientOrderId} ${order.status}`,
  )
  await server.broker.close()
  return { statuses, ends, answers: [...answers, bids, asks, quote] }
}

interface Watched extends Server {
  // biome-ignore lint/suspicious/noExplicitAny: answers of any operation
  read(path: string): Promise<any>
  /** Everything is on disk: a read is answered after it. */
  written(): Promise<unknown>
}

function aServer(
  file: MemoryFile,
  options: MockBrokerOptions,
  journal: Partial<JournalOptions> | undefined,
): Watched {
  const { broker, headers } = aBroker(file, options, journal)
  const ask = (method: string, path: string, body?: object) =>
    broker.fetch(`${broker.baseUrl}${path}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
  const send = async (method: string, path: string, body?: object) => {
    return (await ask(method, path, body)).status
  }
  const find = async (path: string) => (await ask('GET', path)).json()
  const read = async (path: string) => {
    const text = await (await ask('GET', path)).text()
    // Numbers of these channels begin anew with their epoch; those of orders (updatedSeq) go on.
    return JSON.parse(text.replace(/"epoch":"[^"]*"/g, '"epoch":""').replace(/"seq":\d+/g, '"seq":0'))
  }
  return {
    broker,
    send,
    read,
    submit: (clientOrderId: string, change: object = {}) =>
      send('POST', '/v1/orders', {
        clientOrderId,
        symbol: 'AAPL',
        side: 'buy',
        timeInForce: 'gtc',
        quantity: '10',
        ...change,
      }),
    quote: (bidPrice: string, askPrice: string, quantity = '10000') =>
      broker.market.setQuote('AAPL', { bidPrice, askPrice, bidQuantity: quantity, askQuantity: quantity }),
    orderId: async (clientOrderId: string) =>
      String((await find(`/v1/orders/by-client-id/${clientOrderId}`)).orderId),
    fillOf: async (clientOrderId: string) => {
      const { data } = await find('/v1/fills')
      return String(
        data.find((fill: { clientOrderId: string }) => fill.clientOrderId === clientOrderId)?.tradeId,
      )
    },
    written: () => ask('GET', '/v1/time'),
  }
}
