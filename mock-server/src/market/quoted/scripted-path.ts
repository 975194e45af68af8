import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { UNIT } from '../../exchange/values/decimal.ts'
import type { Ticks, Time } from '../../exchange/values/types.ts'
import { nearestPrice, toTicks } from '../../exchange/values/wire.ts'
import type { PricePath } from './quoted-symbol.ts'

/** Seconds after the world's start, and the price from then on. */
export type PriceStep = readonly [seconds: number, price: number | string]

/** Steps in order of time, or a function of the seconds since the world's start that is asked every second. */
export type PriceScript = readonly PriceStep[] | ((seconds: number) => number | string)

const SECOND: Time = 1_000_000

/** @throws RangeError where a price or a time is none */
export function scriptedPath(
  script: PriceScript | undefined,
  instrument: Instrument,
  referenceTicks: Ticks,
  startTime: Time,
): PricePath {
  if (typeof script === 'function') return new AskedPath(script, instrument, startTime)
  const steps = (script ?? []).map(([seconds, price]) => ({
    at: timeOf(seconds, startTime),
    ticks: ticksOf(instrument, price),
  }))
  return new SteppedPath(steps, referenceTicks, startTime)
}

interface Step {
  readonly at: Time
  readonly ticks: Ticks
}

class SteppedPath implements PricePath {
  ticks: Ticks = 0
  readonly #steps: readonly Step[]
  #next = 0

  constructor(steps: readonly Step[], referenceTicks: Ticks, startTime: Time) {
    const wrong = steps.find((step, index) => index > 0 && step.at <= (steps[index - 1]?.at ?? 0))
    if (wrong !== undefined) throw new RangeError('The steps of a scripted price must be in order of time')
    this.#steps = steps
    this.ticks = referenceTicks
    if (this.due <= startTime) this.next()
  }

  get due(): Time {
    return this.#steps[this.#next]?.at ?? Number.POSITIVE_INFINITY
  }

  next(): void {
    this.ticks = this.#steps[this.#next]?.ticks ?? this.ticks
    this.#next += 1
  }

  /** The price that stands changes like the stock's; each later step is what the script says. */
  adjust(change: PriceChange): void {
    this.ticks = Math.max(1, change.nearest(this.ticks))
  }

  /** A script is never left out: it says all its prices, however far the clock jumps. */
  restUntil(): void {}
}

class AskedPath implements PricePath {
  due: Time = 0
  ticks: Ticks = 0
  readonly #ask: (seconds: number) => number | string
  readonly #instrument: Instrument
  readonly #startTime: Time

  constructor(ask: (seconds: number) => number | string, instrument: Instrument, startTime: Time) {
    this.#ask = ask
    this.#instrument = instrument
    this.#startTime = startTime
    this.due = startTime + SECOND
    this.ticks = ticksOf(instrument, ask(0))
  }

  next(): void {
    this.ticks = ticksOf(this.#instrument, this.#ask((this.due - this.#startTime) / SECOND))
    this.due += SECOND
  }

  restUntil(time: Time): void {
    const seconds = Math.ceil((time - this.due) / SECOND)
    if (seconds > 0) this.due += seconds * SECOND
  }
}

function timeOf(seconds: number, startTime: Time): Time {
  if (Number.isFinite(seconds) && seconds >= 0) return startTime + Math.round(seconds * SECOND)
  throw new RangeError(`A step of a scripted price is at a number of seconds from 0, not ${seconds}`)
}

/** The nearest tick to a price. Of a number that was calculated the last digits say nothing: 190 + 1608 / 100 is 206.07999999999998. */
function ticksOf(instrument: Instrument, price: number | string): Ticks {
  const text = String(typeof price === 'number' ? Math.round(price * UNITS) / UNITS : price)
  const ticks = toTicks(instrument, text) ?? toTicks(instrument, nearestPrice(instrument, text) ?? '')
  if (ticks !== undefined && ticks >= instrument.minimumPriceTicks && ticks <= instrument.maximumPriceTicks) {
    return ticks
  }
  throw new RangeError(`A scripted price of ${instrument.symbol} is a price such as '190.25', not ${price}`)
}

/** As fine as a decimal is. */
const UNITS = Number(UNIT)
