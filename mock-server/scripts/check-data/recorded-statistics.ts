import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import { returnsOf } from '../realism/measure.ts'
import { arrivalVariation, fano } from '../realism/statistics/arrivals.ts'
import { weightedQuantile } from '../realism/statistics/book-shape.ts'
import { autocorrelation } from '../realism/statistics/correlation.ts'
import { kurtosis, mean, trimmedKurtosis, variance } from '../realism/statistics/moments.ts'

/**
 * The statistics of the realism reports on recorded files, against what was found for the same files by other
 * programs.
 */

/** Name, measured, published, and how far they may lie apart: the published figures are rounded. */
export type Comparison = readonly [name: string, measured: number, published: number, tolerance: number]

interface DukascopyHour {
  readonly multiplier: number
  readonly ask: number
  readonly bid: number
  /** Differences from the entry before, in milliseconds and in multipliers. */
  readonly times: readonly number[]
  readonly asks: readonly number[]
  readonly bids: readonly number[]
}

const HOUR = 3_600

/** One hour of quotes of EUR/USD. */
export async function dealerQuotes(path: string): Promise<Comparison[]> {
  const hour = JSON.parse(await readFile(path, 'utf8')) as DukascopyHour
  const mids = new Float64Array(HOUR + 1).fill(Number.NaN)
  const spreads = new Map<number, number>()
  const times: number[] = []
  let [time, bid, ask, since, spread] = [0, hour.bid, hour.ask, 0, 0]
  for (const [index, wait] of hour.times.entries()) {
    time += wait / 1_000
    if (spread > 0) spreads.set(spread, (spreads.get(spread) ?? 0) + time - since)
    bid += (hour.bids[index] ?? 0) * hour.multiplier
    ask += (hour.asks[index] ?? 0) * hour.multiplier
    since = time
    spread = Math.round((ask - bid) / hour.multiplier)
    times.push(time)
    // The published grid begins with the first quote.
    const second = Math.ceil(time - (times[0] ?? time))
    if (second <= HOUR) mids[second] = (bid + ask) / 2
  }
  carryOn(mids)
  const [one, ten, minute] = [1, 10, 60].map((step) => returnsOf(mids, step))
  if (!one || !ten || !minute) throw new Error('no returns')
  const deviation = (returns: Float64Array): number => Math.sqrt(variance(returns)) * 10_000
  const sizes = one.map(Math.abs)
  return [
    ['quotes', times.length, 3_550, 1],
    ['median spread, ticks', weightedQuantile(spreads, 0.5), 3, 0],
    ['deviation of 1 s returns, bps', deviation(one), 0.13, 0.006],
    ['deviation of 10 s returns, bps', deviation(ten), 0.41, 0.01],
    ['deviation of 60 s returns, bps', deviation(minute), 1.13, 0.02],
    ['kurtosis of 1 s returns', kurtosis(one), 17.1, 0.2],
    ['kurtosis of 1 s returns, trimmed', trimmedKurtosis(one), 8.3, 0.1],
    ['kurtosis of 10 s returns', kurtosis(ten), 2.8, 0.1],
    ['autocorrelation of 1 s returns', autocorrelation(one, 1), 0.021, 0.01],
    ['autocorrelation of absolute 1 s returns, lag 1', autocorrelation(sizes, 1), 0.074, 0.01],
    ['autocorrelation of absolute 1 s returns, lag 10', autocorrelation(sizes, 10), 0.033, 0.01],
    ['waiting times, deviation over mean', arrivalVariation(times), 1.49, 0.02],
    ['Fano factor, 1 s', fano(times, 1, 0, HOUR), 1.8, 0.1],
    ['Fano factor, 10 s', fano(times, 10, 0, HOUR), 3.4, 0.2],
    ['Fano factor, 60 s', fano(times, 60, 0, HOUR), 6.4, 0.3],
  ]
}

/** Trades of BTC-USDT, merged to orders where time and direction are the same. */
export async function exchangeTrades(paths: readonly string[]): Promise<Comparison[]> {
  const times: number[] = []
  const signs: number[] = []
  for (const path of paths) {
    for await (const line of createInterface({ input: createReadStream(path).pipe(createGunzip()) })) {
      if (!line.includes('@trade"')) continue
      const { data } = JSON.parse(line.slice(line.indexOf(' ') + 1)) as BinanceTrade
      if (data.X !== undefined && data.X !== 'MARKET') continue
      const [time, sign] = [data.T / 1_000, data.m ? -1 : 1]
      if (times.at(-1) === time && signs.at(-1) === sign) continue
      times.push(time)
      signs.push(sign)
    }
  }
  const [from = 0] = times
  const until = times.at(-1) ?? 0
  return [
    ['orders', times.length, 7_135, 30],
    [
      'mean waiting time, s',
      mean(times.slice(1).map((time, index) => time - (times[index] ?? 0))),
      0.091,
      0.001,
    ],
    ['waiting times, deviation over mean', arrivalVariation(times), 1.74, 0.02],
    ['Fano factor, 1 s', fano(times, 1, from, until), 11.9, 0.4],
    ['Fano factor, 10 s', fano(times, 10, from, until), 27.3, 2],
    ['autocorrelation of signs, lag 1', autocorrelation(signs, 1), 0.405, 0.01],
    ['autocorrelation of signs, lag 10', autocorrelation(signs, 10), 0.156, 0.01],
    ['autocorrelation of signs, lag 100', autocorrelation(signs, 100), 0.033, 0.01],
  ]
}

interface BinanceTrade {
  readonly data: { readonly T: number; readonly m: boolean; readonly X?: string }
}

/** A second without a quote has that of the second before. */
export function carryOn(mids: Float64Array): void {
  let last = mids.find((mid) => !Number.isNaN(mid)) ?? Number.NaN
  for (const [index, mid] of mids.entries()) {
    if (Number.isNaN(mid)) mids[index] = last
    else last = mid
  }
}
