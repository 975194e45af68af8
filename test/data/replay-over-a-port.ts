/**
 * A recorded morning over a real port through the SDK: every change of the file arrives, once, in order and
 * letter for letter; and orders take what was really there. Part of `npm run check:data`.
 */
import { deepStrictEqual, strictEqual } from 'node:assert'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createInterface } from 'node:readline'
import { startMockServer } from '@openbourse/mock-server/node'
import { type Client, createClient, type NewOrder } from '@openbourse/sdk'
import { expectedQuotes } from './lean-pairs.ts'

const data = resolve(process.env.OPENBOURSE_DATA ?? join(import.meta.dirname, '../../../shared/data'))
const folder = join(data, 'lean/equity/usa/tick/ibm')
const quotes = join(folder, '20131007_quote.zip')
const trades = join(folder, '20131007_trade.zip')
const range = { from: '2013-10-07T13:30:00Z', until: '2013-10-07T13:35:00Z' }
/** Milliseconds since midnight in New York, four hours behind UTC on that day. */
const window = [34_200_000, 34_500_000] as const

if (!existsSync(data)) {
  console.log(`skipped: there is no recorded data in ${data}`)
  process.exit(0)
}

await everyQuoteArrives()
await ordersTakeWhatWasThere()
await aDayFitsInMemory()
console.log('check:data over a port passed')

async function everyQuoteArrives(): Promise<void> {
  const expected = expectedQuotes(quotes, ...window)
  await using server = await startMockServer({
    port: 0,
    replay: { paths: [quotes, trades], ...range, speed: 'max' },
  })
  await using client = clientOf(server.url)
  const received = []
  for await (const quote of client.stream.quotes(['IBM'])) {
    received.push(quote)
    if (received.length === expected.length + 1) break
  }
  // Nothing may follow what the file has.
  const [latest] = (await client.quotes.latest(['IBM'])).data
  const [present, ...changes] = received
  strictEqual(latest?.seq, changes.at(-1)?.seq)
  strictEqual(changes.length, expected.length)
  for (const [index, change] of changes.entries()) {
    const { bidPrice, bidQuantity, askPrice, askQuantity, seq, epoch } = change
    deepStrictEqual({ bidPrice, bidQuantity, askPrice, askQuantity }, expected[index], `quote ${index}`)
    strictEqual(seq, (present?.seq ?? 0) + 1 + index, 'the numbers are contiguous')
    strictEqual(epoch, present?.epoch)
    strictEqual(change.conflated, undefined)
  }
  console.log(`ok  IBM 2013-10-07 13:30-13:35: ${changes.length} quotes over a port, contiguous, text equal`)
}

/** 1,000 shares against the recorded best: its size is taken, and the remainder ends as the type says. */
async function ordersTakeWhatWasThere(): Promise<void> {
  const cases = [
    {
      order: { type: 'market', timeInForce: 'day' },
      remainder: { status: 'canceled', reason: 'no-liquidity' },
    },
    {
      order: { type: 'limit', timeInForce: 'ioc' },
      remainder: { status: 'canceled', reason: 'ioc-remainder' },
    },
    { order: { type: 'limit', timeInForce: 'day' }, remainder: { status: 'partiallyFilled', reason: null } },
  ] as const
  for (const { order, remainder } of cases) {
    await using server = await startMockServer({
      port: 0,
      replay: { paths: [quotes, trades], ...range, speed: 1 },
    })
    server.broker.clock.pause()
    server.broker.account.deposit('1000000')
    await using client = clientOf(server.url)
    const [quote] = (await client.quotes.latest(['IBM'])).data
    const bestSize = Number(quote?.askQuantity)
    strictEqual(bestSize > 0 && bestSize < 1000, true, `the recorded best has ${bestSize} shares`)
    const request = { symbol: 'IBM', side: 'buy', quantity: '1000', ...order } as const
    const limitPrice = order.type === 'limit' ? { limitPrice: quote?.askPrice ?? '' } : {}
    const placed = await client.orders.submit({ ...request, ...limitPrice } as NewOrder)
    strictEqual(placed.filledQuantity, String(bestSize))
    strictEqual(placed.status, remainder.status)
    strictEqual(placed.reason, remainder.reason)
    strictEqual(Number(placed.averageFillPrice), Number(quote?.askPrice))
    console.log(
      `ok  ${order.type} ${order.timeInForce}: ${bestSize} of 1000 filled at ${quote?.askPrice}, then ${placed.status}`,
    )
  }
}

function clientOf(baseUrl: string): Client {
  return createClient({ environment: 'mock', baseUrl, credentials: { apiKey: 'mk_demo' } })
}

/** A whole day, 476,854 quote legs, at full speed from the built command, with one subscriber who reads. */
async function aDayFitsInMemory(): Promise<void> {
  const day = join(data, 'lean/equity/usa/tick/bac')
  const cli = join(import.meta.dirname, '../../mock-server/dist/cli.js')
  const files = [join(day, '20131007_quote.zip'), join(day, '20131007_trade.zip')]
  const args = [
    '--conditions=@openbourse/source',
    cli,
    '--port',
    '0',
    '--json',
    '--replay',
    ...files,
    '--speed',
    'max',
  ]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
    const { url, pid } = JSON.parse(line) as { url: string; pid: number }
    const expected = expectedQuotes(files[0] ?? '', 0, Number.POSITIVE_INFINITY).length
    await using client = clientOf(url)
    let quotes = 0
    for await (const quote of client.stream.quotes(['BAC'])) {
      quotes += 1
      strictEqual(quote.conflated, undefined)
      if (quotes === expected + 1) break
    }
    const peakMb = peakMemoryMb(pid)
    strictEqual(peakMb < 200, true, `the peak is ${peakMb} MB`)
    console.log(
      `ok  BAC 2013-10-07: ${quotes - 1} quotes to one subscriber at full speed, ${peakMb} MB at the peak`,
    )
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

/** Only Linux tells another process's peak. */
function peakMemoryMb(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return Math.round(Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024)
}
