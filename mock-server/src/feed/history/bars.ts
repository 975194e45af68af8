import type { Bar as WireBar } from '@openbourse/spec'
import type { TradePrinted } from '../../exchange/events.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { MICROS_PER_MINUTE } from '../../exchange/values/time.ts'
import type { Lots, Ticks, Time } from '../../exchange/values/types.ts'
import { scaleOf } from '../../exchange/values/wire.ts'
import { Ring } from '../ring.ts'

export type Timeframe = '1s' | '1m' | '5m' | '15m' | '1h' | '1d'

/** Lengths in micros. All of them divide a day, so that bars begin at whole multiples in UTC. */
export const TIMEFRAMES: Readonly<Record<Timeframe, number>> = {
  '1s': 1_000_000,
  '1m': MICROS_PER_MINUTE,
  '5m': 5 * MICROS_PER_MINUTE,
  '15m': 15 * MICROS_PER_MINUTE,
  '1h': 60 * MICROS_PER_MINUTE,
  '1d': 1440 * MICROS_PER_MINUTE,
} satisfies Record<WireBar['timeframe'] & Timeframe, number>

/** Final bars that are kept of each symbol and timeframe. */
const BARS_KEPT = 5_000

/** See PrintTrade: a price may lie between two ticks. */
export interface PrintPrice {
  readonly priceTicks: Ticks
  readonly subTick: number
}

/** What was traded from `start` on, for one timeframe. */
export interface TradeBar {
  readonly timeframe: Timeframe
  readonly start: Time
  readonly open: PrintPrice
  readonly high: PrintPrice
  readonly low: PrintPrice
  readonly close: PrintPrice
  readonly volumeLots: Lots
  /** Sum of price (in units of 1e-8) times lots. */
  readonly weighted: bigint
  readonly tradeCount: number
  readonly final: boolean
}

/** A bar that goes on; prints stand for their prices. */
interface OpenBar {
  readonly start: Time
  readonly open: PrintPrice
  high: PrintPrice
  low: PrintPrice
  close: PrintPrice
  volumeLots: Lots
  tradeCount: number
  /** The sum over all prints before its first, and with its last. */
  readonly weightedBefore: bigint
  weightedAfter: bigint
}

/** The bars of one symbol and timeframe. */
export class BarSeries {
  readonly timeframe: Timeframe
  readonly #length: number
  readonly #kept = new Ring<TradeBar>()
  #open: OpenBar | undefined

  constructor(timeframe: Timeframe) {
    this.timeframe = timeframe
    this.#length = TIMEFRAMES[timeframe]
  }

  /** When the bar in progress is over. */
  get end(): Time {
    return this.#open === undefined ? Number.POSITIVE_INFINITY : this.#open.start + this.#length
  }

  /** The bar in progress, until the clock is past its end. */
  get current(): TradeBar | undefined {
    return this.#open && this.#barOf(this.#open, false)
  }

  /**
   * One more print, after `close` was asked for its time. What is weighted is the sum over all prints of the symbol,
   * before and with this one, which is added up once for all timeframes. True when another bar begins.
   */
  add(print: TradePrinted, weightedBefore: bigint, weightedAfter: bigint): boolean {
    const bar = this.#open
    if (bar === undefined) {
      this.#open = {
        start: Math.floor(print.time / this.#length) * this.#length,
        open: print,
        high: print,
        low: print,
        close: print,
        volumeLots: print.quantityLots,
        tradeCount: 1,
        weightedBefore,
        weightedAfter,
      }
      return true
    }
    if (isAbove(print, bar.high)) bar.high = print
    if (isAbove(bar.low, print)) bar.low = print
    bar.close = print
    bar.volumeLots += print.quantityLots
    bar.tradeCount += 1
    bar.weightedAfter = weightedAfter
    return false
  }

  /** The bar that is over at `time`, once. */
  close(time: Time): TradeBar | undefined {
    if (this.#open === undefined || time < this.end) return undefined
    const bar = this.#barOf(this.#open, true)
    this.#open = undefined
    this.#kept.append(bar)
    if (this.#kept.size > BARS_KEPT) this.#kept.dropOldest()
    return bar
  }

  *newestFirst(): Generator<TradeBar> {
    const { current } = this
    if (current !== undefined) yield current
    yield* this.#kept.newestFirst()
  }

  #barOf(bar: OpenBar, final: boolean): TradeBar {
    return {
      timeframe: this.timeframe,
      start: bar.start,
      open: priceOf(bar.open),
      high: priceOf(bar.high),
      low: priceOf(bar.low),
      close: priceOf(bar.close),
      volumeLots: bar.volumeLots,
      weighted: bar.weightedAfter - bar.weightedBefore,
      tradeCount: bar.tradeCount,
      final,
    }
  }
}

function priceOf({ priceTicks, subTick }: PrintPrice): PrintPrice {
  return { priceTicks, subTick }
}

/** Price times lots of a print, in units of 1e-8 a lot: what a weighted average sums. */
export function weightOf(
  instrument: Instrument,
  { priceTicks, subTick, quantityLots }: TradePrinted,
): bigint {
  return (BigInt(priceTicks) * scaleOf(instrument).tick.units + BigInt(subTick)) * BigInt(quantityLots)
}

function isAbove(left: PrintPrice, right: PrintPrice): boolean {
  return left.priceTicks === right.priceTicks
    ? left.subTick > right.subTick
    : left.priceTicks > right.priceTicks
}
