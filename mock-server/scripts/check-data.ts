import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { compareHours, compareSessions } from './check-data/published-sessions.ts'
import { quoteChanges } from './check-data/quote-changes.ts'
import { stockMinutes } from './check-data/recorded-minutes.ts'
import { type Comparison, dealerQuotes, exchangeTrades } from './check-data/recorded-statistics.ts'
import { replayThrough } from './check-data/replay-through.ts'

/**
 * Checks the replay, and the statistics of the realism reports, on real recorded files (`npm run check:data`). The folder is `../shared/data` beside the
 * repository, or what OPENBOURSE_DATA names; without it there is nothing to check. With it, a file that is
 * missing is a failure.
 */

const REPOSITORY = fileURLToPath(new URL('../..', import.meta.url))
const DATA = resolve(process.env.OPENBOURSE_DATA ?? join(REPOSITORY, '../shared/data'))

interface Check {
  readonly name: string
  /** Says what it measured. @throws what does not hold. */
  run(): Promise<string>
}

const TICKS = 'lean/equity/usa/tick'
const STREAMS = 'hftbacktest'

const checks: readonly Check[] = [
  ...[
    [`${STREAMS}/spot/btcusdt_20240808.gz`],
    [`${STREAMS}/spot/btcusdt_20240809.gz`],
    [`${STREAMS}/usdm/btcusdt_20240808.gz`],
    [`${STREAMS}/spot/btcusdt_20240808.gz`, `${STREAMS}/spot/btcusdt_20240809.gz`],
  ].map((files) => ({ name: `book of ${files.join(' + ')}`, run: () => rebuildBook(files) })),
  ...[
    [`${TICKS}/ibm/20131007_quote.zip`, `${TICKS}/ibm/20131007_trade.zip`],
    [`${TICKS}/ibm/20131008_quote.zip`, `${TICKS}/ibm/20131008_trade.zip`],
    [`${TICKS}/bac/20131007_quote.zip`, `${TICKS}/bac/20131007_trade.zip`],
    [`${TICKS}/ibm`, `${TICKS}/bac`],
  ].map((files) => ({ name: `ticks of ${files.join(' + ')}`, run: () => replayTicks(files) })),
  {
    name: 'sessions of New York',
    run: async () => compareSessions(locate('exchange_calendars/xnys.csv')),
  },
  {
    name: 'hours of New York',
    run: async () => compareHours(locate('lean/market-hours/market-hours-database.json')),
  },
  { name: 'quote changes of IBM 2013-10-07 13:30-13:35', run: countQuoteChanges },
  {
    name: 'statistics of EUR/USD quotes',
    run: () => compareAll(dealerQuotes(locate('dukascopy/ticks-EUR-USD-2026-7-13-12.json'))),
  },
  {
    name: 'statistics of BTC-USDT orders',
    run: () =>
      compareAll(
        exchangeTrades(['08', '09'].map((day) => locate(`${STREAMS}/spot/btcusdt_202408${day}.gz`))),
      ),
  },
  {
    name: 'statistics of the minutes of BAC',
    run: () =>
      compareAll(
        stockMinutes(locate(`${TICKS}/bac/20131007_quote.zip`), locate(`${TICKS}/bac/20131007_trade.zip`)),
      ),
  },
]

async function rebuildBook(files: readonly string[]): Promise<string> {
  const { progress, counts } = await replayThrough(files.map(locate))
  const book = progress.books['BTC-USDT']
  if (book === undefined) throw new Error('no book was rebuilt')
  expectEqual('sequence gaps', book.sequenceGaps, 0)
  expectEqual('crossings', book.crossings, 0)
  expectEqual('trades of the exchange without a customer', counts.exchangeTrades, 0)
  const updates = book.depthsApplied + book.tickersApplied
  return `${updates} updates applied (${book.depthsApplied} depth, ${book.tickersApplied} best price), ${book.sequenceGaps} gaps, ${book.crossings} crossings, ${counts.prints} prints, ${counts.invariantChecks} invariant checks`
}

async function replayTicks(files: readonly string[]): Promise<string> {
  const { progress, counts, seconds } = await replayThrough(files.map(locate))
  expectEqual('trades of the exchange without a customer', counts.exchangeTrades, 0)
  expectEqual('commands that the exchange refused', counts.rejections, 0)
  if (counts.prints === 0 || counts.quotes === 0) throw new Error('nothing was played')
  const rate = Math.round(progress.itemsRead / seconds)
  return `${progress.itemsRead} lines' items, ${counts.quotes} quotes, ${counts.prints} prints, ${counts.invariantChecks} invariant checks, ${rate}/s`
}

async function countQuoteChanges(): Promise<string> {
  const quotes = locate(`${TICKS}/ibm/20131007_quote.zip`)
  const trades = locate(`${TICKS}/ibm/20131007_trade.zip`)
  const range = { from: '2013-10-07T13:30:00Z', until: '2013-10-07T13:35:00Z' }
  const inFile = await quoteChanges(quotes, range)
  const { counts } = await replayThrough([quotes, trades], range)
  expectEqual('quote changes of the exchange', counts.bestChanges, inFile)
  return `${inFile} leg pairs of the file change a price or size, ${counts.bestChanges} changes of the exchange's best`
}

/** What the realism reports measure with, against figures published for the same files. */
async function compareAll(comparing: Promise<readonly Comparison[]>): Promise<string> {
  const comparisons = await comparing
  for (const [name, measured, published, tolerance] of comparisons) {
    if (Math.abs(measured - published) <= tolerance) continue
    throw new Error(`${name}: ${measured}, published ${published} (within ${tolerance})`)
  }
  return `${comparisons.length} statistics are those published for the file`
}

function locate(file: string): string {
  const path = join(DATA, file)
  if (existsSync(path)) return path
  throw new Error(`skipped: ${path} is missing though ${DATA} is there`)
}

function expectEqual(what: string, actual: number, expected: number): void {
  if (actual !== expected) throw new Error(`${what}: ${actual}, expected ${expected}`)
}

async function main(): Promise<number> {
  if (!existsSync(DATA)) {
    console.log(`check:data skipped: no recorded data at ${DATA} (set OPENBOURSE_DATA to its folder)`)
    return 0
  }
  let failures = 0
  for (const check of checks) {
    try {
      console.log(`ok      ${check.name}: ${await check.run()}`)
    } catch (error) {
      failures += 1
      console.log(`FAILED  ${check.name}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  console.log(
    failures === 0 ? `all ${checks.length} checks passed` : `${failures} of ${checks.length} checks failed`,
  )
  return failures === 0 ? 0 : 1
}

process.exitCode = await main()
