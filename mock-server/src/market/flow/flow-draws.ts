import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { SymbolSourceOptions } from '../background.ts'
import { Random } from '../random.ts'
import { ActivityClock } from './activity-clock.ts'
import { CommonFactor } from './common-factor.ts'
import { Fundamental } from './fundamental.ts'
import type { FlowPreset } from './preset.ts'
import { NO_PATTERN, SessionPattern } from './session-pattern.ts'
import { type Sign, SignMemory } from './sign-memory.ts'
import { Unrest } from './unrest.ts'

/** What chance decides of one event; fractions in [0, 1) but for `choice`, 32 bits. */
export interface FlowDraw {
  readonly time: Time
  readonly kind: number
  readonly choice: number
  readonly where: number
  readonly howFar: number
  readonly size: number
  /** Of a market order. */
  readonly sign: Sign | undefined
}

/**
 * Everything about one symbol's flow that is drawn: when events happen, of which kind they are, and how the fundamental
 * price moves. It never sees a book, so that nobody who trades can change it.
 */
export class FlowDraws {
  readonly fundamental: Fundamental
  /** When the next event happens. */
  due: Time
  readonly #marketShare: number
  readonly #random: Random
  readonly #clock: ActivityClock
  readonly #signs: SignMemory

  constructor(preset: FlowPreset, { market, seed, world, startTime, calendar }: SymbolSourceOptions) {
    const { instrument, referenceTicks } = market
    const stream = (purpose: string): Random => Random.stream(seed, world, purpose, instrument.symbol)
    const hasSessions = calendar !== undefined && instrument.assetClass === 'usEquity'
    const pattern = hasSessions ? new SessionPattern(calendar) : NO_PATTERN
    const { eventsPerSecond, marketShare, activity, leverage } = preset
    // One for both: the clock looks ahead to the next event, the fundamental then moves there.
    const common = new CommonFactor(seed, world, startTime)
    const unrest = new Unrest(stream('flow-unrest'), preset.unrest, startTime)
    this.#marketShare = marketShare
    this.#random = stream('flow-orders')
    this.#signs = new SignMemory(preset.signs, stream('flow-signs'))
    this.#clock = new ActivityClock({
      random: stream('flow-clock'),
      eventsPerSecond,
      activity,
      leverage,
      common,
      unrest,
      startTime,
      pattern,
    })
    this.fundamental = new Fundamental({
      law: preset.fundamental,
      random: stream('flow-fundamental'),
      common,
      unrest,
      pattern,
      eventsPerSecond,
      tradesPerSecond: eventsPerSecond * marketShare,
      referenceTicks,
      lowestTicks: instrument.minimumPriceTicks + 2 * preset.quoting.halfSpreadTicks + 2,
      startTime,
    })
    this.due = this.#clock.next()
  }

  /** One event; always the same number of draws for its kind. */
  next(): FlowDraw {
    const time = this.due
    const kind = this.#random.unit()
    const choice = this.#random.uint32()
    const where = this.#random.unit()
    const howFar = this.#random.unit()
    const size = this.#random.unit()
    const sign = kind < this.#marketShare ? this.#signs.next() : undefined
    this.#clock.respond(this.fundamental.move(time, sign?.surprise ?? 0))
    this.due = this.#clock.next()
    return { time, kind, choice, where, howFar, size, sign }
  }

  /** Nothing happens before `time`. */
  restUntil(time: Time): void {
    this.#clock.restUntil(time)
    this.fundamental.restUntil(time)
    this.due = this.#clock.next()
  }

  adjust(change: PriceChange): void {
    this.fundamental.adjust(change)
  }
}
