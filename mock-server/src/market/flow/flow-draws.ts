import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Time } from '../../exchange/values/types.ts'
import { Random } from '../random.ts'
import type { SymbolSourceOptions } from '../symbol-source.ts'
import { ActivityClock } from './activity-clock.ts'
import { CommonFactor } from './common-factor.ts'
import { Fundamental } from './fundamental.ts'
import type { FlowPreset } from './preset.ts'
import { NO_PATTERN, SessionPattern } from './session-pattern.ts'
import { type Sign, SignMemory } from './sign-memory.ts'
import { Unrest } from './unrest.ts'

/** What chance decides of one event; fractions in [0, 1) but for `choice`, 32 bits. */
export type FlowDraw = Readonly<Draw>

class Draw {
  time: Time = 0
  kind = 0
  choice = 0
  where = 0
  howFar = 0
  size = 0
  /** Of a market order. */
  sign: Sign | undefined = undefined
}

/**
 * Everything about one symbol's flow that is drawn: when events happen, of which kind they are, and how the fundamental
 * price moves. It never sees a book, so that nobody who trades can change it.
 */
export class FlowDraws {
  readonly fundamental: Fundamental
  readonly #marketShare: number
  readonly #random: Random
  readonly #clock: ActivityClock
  readonly #signs: SignMemory
  /** The last, and there is but this one: a new object for each would be most of what a day leaves behind. */
  readonly #draw = new Draw()

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
    this.#clock.next()
  }

  /** When the next event happens. */
  get due(): Time {
    return this.#clock.time
  }

  /** One event; always the same number of draws for its kind. What it answers holds until the next one. */
  next(): FlowDraw {
    const draw = this.#draw
    draw.time = this.due
    draw.kind = this.#random.unit()
    draw.choice = this.#random.uint32()
    draw.where = this.#random.unit()
    draw.howFar = this.#random.unit()
    draw.size = this.#random.unit()
    draw.sign = draw.kind < this.#marketShare ? this.#signs.next() : undefined
    this.#clock.respond(this.fundamental.move(draw.time, draw.sign?.surprise ?? 0))
    this.#clock.next()
    return draw
  }

  /** Nothing happens before `time`. */
  restUntil(time: Time): void {
    this.#clock.restUntil(time)
    this.fundamental.restUntil(time)
    this.#clock.next()
  }

  adjust(change: PriceChange): void {
    this.fundamental.adjust(change)
  }
}
