import type { ExchangeView } from '../../src/exchange/exchange.ts'
import type { Time } from '../../src/exchange/values/types.ts'
import type { Recording } from './recording.ts'

const SECOND = 1_000_000
const LEVELS = 20
/** Depth by distance from the best: so many basis points, every so many seconds. */
const POINTS = 20
const POINTS_EVERY = 10

/** What a recorder sees of a market. */
export type RecordedView = Pick<ExchangeView, 'time' | 'best' | 'levels'>

/** Looks at one symbol of a market while it is played, and writes down what its statistics need. */
export class Recorder {
  readonly #view: RecordedView
  readonly #symbol: string
  readonly #start: Time
  readonly #seconds: number
  readonly #mids: Float64Array
  readonly #spreads = new Map<number, number>()
  readonly #depths = new Float64Array(LEVELS)
  readonly #depthsByPoint = new Float64Array(POINTS)
  #depthSamples = 0
  #pointSamples = 0
  readonly #tradeTimes: number[] = []
  readonly #tradeSigns: number[] = []
  readonly #tradeMids: number[] = []
  readonly #tradeLots: number[] = []
  readonly #quoteTimes: number[] = []
  #mid = Number.NaN
  #spread = Number.NaN
  #since: Time

  constructor(view: RecordedView, symbol: string, start: Time, seconds: number) {
    this.#view = view
    this.#symbol = symbol
    this.#start = start
    this.#seconds = seconds
    this.#mids = new Float64Array(seconds)
    this.#since = start
  }

  /** The best prices after an event. */
  look(): void {
    const best = this.#view.best(this.#symbol)
    if (best === undefined || best.bidTicks === null || best.askTicks === null) return
    const now = this.#view.time
    const mid = (best.bidTicks + best.askTicks) / 2
    const spread = best.askTicks - best.bidTicks
    if (mid === this.#mid && spread === this.#spread) return
    this.#spend(now)
    this.#mid = mid
    this.#spread = spread
    this.#quoteTimes.push((now - this.#start) / SECOND)
  }

  trade(time: Time, sign: number, lots: number): void {
    const at = (time - this.#start) / SECOND
    const last = this.#tradeTimes.length - 1
    if (this.#tradeTimes[last] === at && this.#tradeSigns[last] === sign) {
      this.#tradeLots[last] = (this.#tradeLots[last] ?? 0) + lots
      return
    }
    this.#tradeTimes.push(at)
    this.#tradeSigns.push(sign)
    this.#tradeMids.push(this.#mid)
    this.#tradeLots.push(lots)
  }

  second(number: number): void {
    this.#mids[number - 1] = this.#mid
    for (const side of ['buy', 'sell'] as const) {
      const levels = this.#view.levels(this.#symbol, side, LEVELS)
      for (const [index, level] of levels.entries()) {
        this.#depths[index] = (this.#depths[index] ?? 0) + level.quantityLots
      }
    }
    this.#depthSamples += 2
    if (number % POINTS_EVERY === 0) this.#seePoints()
  }

  #seePoints(): void {
    const point = this.#mid / 10_000
    for (const side of ['buy', 'sell'] as const) {
      const levels = this.#view.levels(this.#symbol, side, Number.MAX_SAFE_INTEGER)
      const best = levels[0]?.priceTicks ?? 0
      for (const { priceTicks, quantityLots } of levels) {
        const index = Math.floor(Math.abs(priceTicks - best) / point)
        if (index >= POINTS) break
        this.#depthsByPoint[index] = (this.#depthsByPoint[index] ?? 0) + quantityLots
      }
    }
    this.#pointSamples += 2
  }

  recording(): Recording {
    this.#spend(this.#start + this.#seconds * SECOND)
    return {
      seconds: this.#seconds,
      mids: this.#mids,
      spreads: this.#spreads,
      depths: this.#depths.map((sum) => sum / this.#depthSamples),
      depthsByPoint: this.#depthsByPoint.map((sum) => sum / this.#pointSamples),
      tradeTimes: this.#tradeTimes,
      tradeSigns: this.#tradeSigns,
      tradeMids: this.#tradeMids,
      tradeLots: this.#tradeLots,
      quoteTimes: this.#quoteTimes,
    }
  }

  #spend(now: Time): void {
    const seconds = (now - this.#since) / SECOND
    if (this.#spread > 0) this.#spreads.set(this.#spread, (this.#spreads.get(this.#spread) ?? 0) + seconds)
    this.#since = now
  }
}
