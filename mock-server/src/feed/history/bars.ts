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

/** What was traded from `start` on, for one timeframe. A value: another print makes another bar. */
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

/** The bars of one symbol and timeframe. */
export class BarSeries {
  readonly timeframe: Timeframe
  readonly #length: number
  readonly #kept = new Ring<TradeBar>()
  #current: TradeBar | undefined

  constructor(timeframe: Timeframe) {
    this.timeframe = timeframe
    this.#length = TIMEFRAMES[timeframe]
  }

  /** When the bar in progress is over. */
  get end(): Time {
    return this.#current === undefined ? Number.POSITIVE_INFINITY : this.#current.start + this.#length
  }

  /** The bar in progress, until the clock is past its end. */
  get current(): TradeBar | undefined {
    return this.#current
  }

  /** One more print, after `close` was asked for its time. */
  add(print: TradePrinted, weighted: bigint): TradeBar {
    const { priceTicks, subTick, quantityLots, time } = print
    const price: PrintPrice = { priceTicks, subTick }
    const bar = this.#current
    this.#current =
      bar === undefined
        ? {
            timeframe: this.timeframe,
            start: Math.floor(time / this.#length) * this.#length,
            open: price,
            high: price,
            low: price,
            close: price,
            volumeLots: quantityLots,
            weighted,
            tradeCount: 1,
            final: false,
          }
        : {
            ...bar,
            high: isAbove(price, bar.high) ? price : bar.high,
            low: isAbove(bar.low, price) ? price : bar.low,
            close: price,
            volumeLots: bar.volumeLots + quantityLots,
            weighted: bar.weighted + weighted,
            tradeCount: bar.tradeCount + 1,
          }
    return this.#current
  }

  /** The bar that is over at `time`, once. */
  close(time: Time): TradeBar | undefined {
    if (this.#current === undefined || time < this.end) return undefined
    const bar = { ...this.#current, final: true }
    this.#current = undefined
    this.#kept.append(bar)
    if (this.#kept.size > BARS_KEPT) this.#kept.dropOldest()
    return bar
  }

  *newestFirst(): Generator<TradeBar> {
    if (this.#current !== undefined) yield this.#current
    yield* this.#kept.newestFirst()
  }
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
