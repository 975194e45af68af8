import type { TradePrinted } from '../exchange/events.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import type { Time } from '../exchange/values/types.ts'
import { Channel, type Emit } from './channel.ts'
import { BarSeries, TIMEFRAMES, type Timeframe, weightOf } from './history/bars.ts'
import { BarProjection, type ToldBar } from './projections/bars.ts'

/**
 * The bars of one symbol in every timeframe. Each has a channel only from when somebody first asks for it: six
 * messages a print would be kept for nobody.
 */
export class SymbolBars {
  readonly #instrument: Instrument
  readonly #epoch: string
  readonly #projection: BarProjection
  readonly #series: readonly BarSeries[]
  readonly #channels = new Map<Timeframe, Channel<ToldBar>>()
  /** Of the command's prints the last. */
  #latest: TradePrinted | undefined
  /** Of all prints. */
  #weighted = 0n
  #nextEnd = Number.POSITIVE_INFINITY

  constructor(instrument: Instrument, epoch: string) {
    this.#instrument = instrument
    this.#epoch = epoch
    this.#projection = new BarProjection(instrument)
    this.#series = (Object.keys(TIMEFRAMES) as Timeframe[]).map((timeframe) => new BarSeries(timeframe))
  }

  /** When the first of the bars in progress is over. */
  get nextEnd(): Time {
    return this.#nextEnd
  }

  series(timeframe: Timeframe): BarSeries | undefined {
    return this.#series.find((series) => series.timeframe === timeframe)
  }

  channel(timeframe: Timeframe): Channel<ToldBar> {
    let channel = this.#channels.get(timeframe)
    if (channel === undefined) {
      channel = new Channel(
        `bars.${timeframe}.${this.#instrument.symbol}`,
        this.#epoch,
        'state',
        this.#projection,
      )
      this.#channels.set(timeframe, channel)
    }
    return channel
  }

  print(print: TradePrinted, emit: Emit): void {
    this.passed(print.time, emit)
    this.#latest = print
    const before = this.#weighted
    this.#weighted += weightOf(this.#instrument, print)
    let isOther = false
    for (const series of this.#series) if (series.add(print, before, this.#weighted)) isOther = true
    if (isOther) this.#nextEnd = endOfFirst(this.#series)
  }

  /** The command is complete: one message a timeframe, however many prints there were. */
  flush(emit: Emit): void {
    const time = this.#latest?.time
    this.#latest = undefined
    if (time === undefined || this.#channels.size === 0) return
    for (const series of this.#series) {
      const channel = this.#channels.get(series.timeframe)
      const bar = channel && series.current
      if (channel && bar) emit(channel, { bar, time })
    }
  }

  /** The clock has come to `time`: what is over by then is final. */
  passed(time: Time, emit: Emit): void {
    if (time < this.#nextEnd) return
    for (const series of this.#series) {
      const { timeframe, end } = series
      const bar = series.close(time)
      const channel = this.#channels.get(timeframe)
      if (channel && bar) emit(channel, { bar, time: end })
    }
    this.#nextEnd = endOfFirst(this.#series)
  }
}

function endOfFirst(all: readonly BarSeries[]): Time {
  let first = Number.POSITIVE_INFINITY
  for (const { end } of all) first = Math.min(first, end)
  return first
}
