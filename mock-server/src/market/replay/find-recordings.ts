import type { Dirent } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { stockInstrument } from '../demo-instruments.ts'
import { type BinanceFile, describeBinanceFile, readBinanceFile } from './binance-files.ts'
import { describeLeanFile, isLeanName, type LeanFile, readLeanFile } from './lean-files.ts'
import { RecordedBook } from './recorded-book.ts'
import type { RecordedMarket } from './recorded-market.ts'
import type { RecordedItem } from './records.ts'
import { ReplayError } from './replay-error.ts'
import { Track } from './track.ts'
import { TwoLeggedMarket } from './two-legged-market.ts'

export interface Recordings {
  readonly instruments: readonly Instrument[]
  readonly markets: readonly RecordedMarket[]
  readonly tracks: readonly Track[]
  readonly files: readonly string[]
}

/** A folder of a vendor's whole archive is more than anyone means to replay. */
const MOST_FILES = 10_000
const DEEPEST_FOLDER = 4

/**
 * Prints before quotes of the same millisecond. In the IBM file of 2013-10-07, of the prints that share their
 * millisecond with a quote, 4 240 are at the best bid or ask before that quote only, and 315 at the one after
 * it only: the tape reports the trade, then the quote that it left.
 */
const RANK = { trade: 0, quote: 1 } as const

/** @throws ReplayError naming the path that is missing, unknown, or at odds with another. */
export async function findRecordings(paths: readonly string[]): Promise<Recordings> {
  const files = [...new Set((await Promise.all(paths.map(expand))).flat())]
  if (files.length > MOST_FILES) {
    throw new ReplayError({ file: paths.join(', '), reason: `more than ${MOST_FILES} files` })
  }
  const lean: LeanFile[] = []
  const binance: BinanceFile[] = []
  for (const file of files) {
    if (isGzip(file)) binance.push(await describeBinanceFile(file))
    else lean.push(await describeLeanFile(file))
  }
  const parts = [...leanMarkets(lean), ...binanceMarkets(binance)]
  checkSymbols(parts)
  return {
    instruments: parts.map((part) => part.instrument),
    markets: parts.map((part) => part.market),
    tracks: parts.flatMap((part) => part.tracks),
    files,
  }
}

interface Part {
  readonly instrument: Instrument
  readonly market: RecordedMarket
  readonly tracks: readonly Track[]
  readonly file: string
}

function leanMarkets(files: readonly LeanFile[]): Part[] {
  return [...groupBy(files, (file) => file.symbol)].map(([symbol, ofSymbol]) => {
    const tracks = [...groupBy(ofSymbol, (file) => file.kind)].map(([kind, ofKind]) => {
      const sorted = ofKind.toSorted((left, right) => (left.date < right.date ? -1 : 1))
      checkDays(sorted)
      return new Track(symbol, RANK[kind], chain(sorted, readLeanFile))
    })
    const instrument = stockInstrument(symbol)
    return { instrument, market: new TwoLeggedMarket(symbol), tracks, file: ofSymbol[0]?.file ?? '' }
  })
}

function binanceMarkets(files: readonly BinanceFile[]): Part[] {
  const ofMarket = groupBy(files, ({ instrument }) => `${instrument.symbol} ${instrument.name}`)
  return [...ofMarket.values()].flatMap((group) => {
    const sorted = group.toSorted((left, right) => (left.start < right.start ? -1 : 1))
    const [first] = sorted
    if (first === undefined) return []
    const { instrument, file } = first
    // All files of one market are read in the steps of the first.
    const same = sorted.map((entry) => ({ ...entry, instrument }))
    const tracks = [new Track(instrument.symbol, RANK.trade, chain(same, readBinanceFile))]
    return [{ instrument, market: new RecordedBook(instrument.symbol), tracks, file }]
  })
}

/** Opens each file when the one before is finished. */
async function* chain<File>(
  files: readonly File[],
  read: (file: File) => AsyncIterable<RecordedItem[]>,
): AsyncGenerator<RecordedItem[]> {
  for (const file of files) yield* read(file)
}

function checkDays(sorted: readonly LeanFile[]): void {
  for (const [index, { file, date, kind, symbol }] of sorted.entries()) {
    if (sorted[index - 1]?.date !== date) continue
    throw new ReplayError({ file, reason: `a second ${kind} file of ${symbol} for ${date}` })
  }
}

function checkSymbols(parts: readonly Part[]): void {
  for (const [index, { instrument, file }] of parts.entries()) {
    const other = parts.slice(0, index).find((part) => part.instrument.symbol === instrument.symbol)
    if (other === undefined) continue
    const reason = `another market of ${instrument.symbol} than ${other.file}; replay one of them at a time`
    throw new ReplayError({ file, reason })
  }
}

/** The files of a path: itself, or the recordings in that folder and below. */
async function expand(path: string): Promise<string[]> {
  const found = await stat(path).catch((cause: unknown) => {
    throw unreadable(path, cause)
  })
  if (!found.isDirectory()) {
    if (isRecording(path)) return [path]
    throw new ReplayError({
      file: path,
      reason: 'not a recording: a .zip of US equity ticks or a .gz of streams',
    })
  }
  const files = await walk(path, DEEPEST_FOLDER)
  if (files.length > 0) return files
  throw new ReplayError({
    file: path,
    reason: 'the folder holds no recording (`YYYYMMDD_trade.zip`, `*.gz`)',
  })
}

async function walk(folder: string, depth: number): Promise<string[]> {
  const entries: Dirent[] = await readdir(folder, { withFileTypes: true }).catch((cause: unknown) => {
    throw unreadable(folder, cause)
  })
  const files: string[] = []
  for (const entry of entries.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
    const path = join(folder, entry.name)
    if (entry.isDirectory() && depth > 1) files.push(...(await walk(path, depth - 1)))
    else if (entry.isFile() && (isGzip(path) || isLeanName(path))) files.push(path)
  }
  return files
}

function isRecording(path: string): boolean {
  return isGzip(path) || /\.(zip|csv)$/i.test(path)
}

function isGzip(path: string): boolean {
  return path.endsWith('.gz')
}

function unreadable(file: string, cause: unknown): ReplayError {
  const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
  const reason = missing ? 'no such file or folder' : cause instanceof Error ? cause.message : String(cause)
  return new ReplayError({ file, reason }, { cause })
}

function groupBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const key = keyOf(item)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [item])
    else group.push(item)
  }
  return groups
}
