import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { parseBinanceLine, StepParser } from './binance-lines.ts'
import { parseBatch } from './lean-files.ts'
import { readFileLines } from './lines.ts'
import type { RecordedItem } from './records.ts'
import { ReplayError } from './replay-error.ts'

/** One file of recorded streams: what its first lines say. */
export interface BinanceFile {
  readonly file: string
  readonly instrument: Instrument
  /** Receipt time of the first line in nanoseconds, as text of one length, which sorts. */
  readonly start: string
}

const QUOTE_ASSETS = ['USDT', 'USDC', 'FDUSD', 'TUSD', 'BUSD', 'BTC', 'ETH', 'BNB', 'EUR', 'TRY']
const LARGEST_LOTS = 1_000_000_000_000

/** Steps of the venue's instruments; others are inferred from the first lines. */
const KNOWN_STEPS: Readonly<Record<string, { tickSize: string; lotSize: string }>> = {
  'BTCUSDT spot': { tickSize: '0.01', lotSize: '0.00001' },
  'BTCUSDT futures': { tickSize: '0.1', lotSize: '0.001' },
}

/** @throws ReplayError when the first lines are not those of a recording. */
export async function describeBinanceFile(file: string): Promise<BinanceFile> {
  for await (const { lines } of readFileLines(file)) {
    const text = lines.join('\n')
    const start = /^(\d{16,19}) /.exec(text)?.[1]
    const venueSymbol = /"s":"([A-Z0-9]+)"/.exec(text)?.[1]
    if (start === undefined || venueSymbol === undefined) break
    const market = /"pu":|"e":"bookTicker"|"X":/.test(text) ? 'futures' : 'spot'
    return { file, start, instrument: instrumentOf(venueSymbol, market, text) }
  }
  const reason = 'not a recording of streams: lines must be a time in nanoseconds, a space, and JSON'
  throw new ReplayError({ file, line: 1, column: 1, reason })
}

/** Items in file order; a fault is thrown after the items before it. */
export async function* readBinanceFile({ file, instrument }: BinanceFile): AsyncGenerator<RecordedItem[]> {
  const parser = new StepParser(instrument)
  let latest = 0
  for await (const batch of readFileLines(file)) {
    const items: RecordedItem[] = []
    const fault = parseBatch(file, batch, (line) => {
      const item = parseBinanceLine(line, parser)
      if (item === undefined) return
      latest = Math.max(latest, item.time)
      items.push(item.time === latest ? item : { ...item, time: latest })
    })
    if (items.length > 0) yield items
    if (fault !== undefined) throw fault
  }
}

function instrumentOf(venueSymbol: string, market: 'spot' | 'futures', text: string): Instrument {
  const quoteAsset = QUOTE_ASSETS.find((asset) => venueSymbol.endsWith(asset)) ?? 'USDT'
  const base = venueSymbol.endsWith(quoteAsset) ? venueSymbol.slice(0, -quoteAsset.length) : venueSymbol
  const steps = KNOWN_STEPS[`${venueSymbol} ${market}`] ?? inferSteps(text)
  return {
    symbol: `${base}-${quoteAsset}`,
    name: `${base} in ${quoteAsset} (recorded ${market})`,
    assetClass: 'crypto',
    quoteAsset,
    ...steps,
    minimumPriceTicks: 1,
    maximumPriceTicks: LARGEST_LOTS,
    minimumQuantityLots: 1,
    maximumQuantityLots: LARGEST_LOTS,
  }
}

/** The finest decimals that the first lines use, trailing zeros aside; 8 places in all is the finest value. */
function inferSteps(text: string): { tickSize: string; lotSize: string } {
  let price = 0
  let quantity = 0
  for (const [, left = '', right = ''] of text.matchAll(/\["([\d.]+)","([\d.]+)"\]/g)) {
    price = Math.max(price, places(left))
    quantity = Math.max(quantity, places(right))
  }
  return { tickSize: step(Math.min(price, 8)), lotSize: step(Math.min(quantity, 8 - Math.min(price, 8))) }
}

function places(decimal: string): number {
  const point = decimal.indexOf('.')
  return point < 0 ? 0 : decimal.slice(point + 1).replace(/0+$/, '').length
}

function step(decimals: number): string {
  return decimals === 0 ? '1' : `0.${'1'.padStart(decimals, '0')}`
}
