import type { Command } from '../../exchange/commands.ts'
import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { BestPrices, ExchangeView } from '../../exchange/exchange.ts'
import type { Side, Time } from '../../exchange/values/types.ts'
import { FLOW_TAKER, isOpen, type SymbolSource, type SymbolSourceOptions } from '../background.ts'
import { mix, Random } from '../random.ts'
import { ActivityClock } from './activity-clock.ts'
import { haste } from './cancellation.ts'
import { CommonFactor } from './common-factor.ts'
import { Fundamental } from './fundamental.ts'
import { HalfSpread } from './half-spread.ts'
import { bestLots, Makers } from './makers.ts'
import { placeOf } from './placement.ts'
import { PostedOrders } from './posted-orders.ts'
import type { FlowPreset } from './preset.ts'
import { SessionPattern } from './session-pattern.ts'
import { behind, OPPOSITE, priceOf, SIDES, uncrossed } from './sides.ts'
import { type Sign, SignMemory } from './sign-memory.ts'
import { sizeOf } from './sizes.ts'

/** Of so many resting orders the one that is readiest to go is canceled. */
const CANDIDATES = 3

/**
 * Individual limit orders, cancels and market orders of one symbol. When events happen, of which kind they are,
 * their sides and sizes, and how the fundamental price moves are drawn whatever the book looks like; where orders
 * stand and which are canceled follows from those draws and the book. So an order of a customer changes what the
 * flow meets, never what it draws.
 */
export class LiveFlow implements SymbolSource {
  readonly symbol: string
  readonly #preset: FlowPreset
  readonly #random: Random
  readonly #clock: ActivityClock
  readonly #fundamental: Fundamental
  readonly #signs: SignMemory
  readonly #halfSpread: HalfSpread
  readonly #orders: PostedOrders
  readonly #makers: Makers
  #eventDue: Time
  /** When the makers answer to what they saw. */
  #reactionDue = Number.POSITIVE_INFINITY
  #events = 0

  constructor(preset: FlowPreset, { market, seed, world, startTime, calendar }: SymbolSourceOptions) {
    const { instrument, referenceTicks } = market
    const { symbol } = instrument
    const stream = (purpose: string): Random => Random.stream(seed, world, purpose, symbol)
    const pattern =
      calendar === undefined || instrument.assetClass !== 'usEquity'
        ? undefined
        : new SessionPattern(calendar)
    this.symbol = symbol
    this.#preset = preset
    this.#random = stream('flow-orders')
    const salt = this.#random.uint32()
    this.#clock = new ActivityClock({
      random: stream('flow-clock'),
      eventsPerSecond: preset.eventsPerSecond,
      activity: preset.activity,
      leverage: preset.leverage,
      common: new CommonFactor(seed, world, startTime),
      startTime,
      pattern: pattern === undefined ? () => 1 : (time) => pattern.at(time),
    })
    const fundamental = new Fundamental({
      law: preset.fundamental,
      random: stream('flow-fundamental'),
      common: new CommonFactor(seed, world, startTime),
      eventsPerSecond: preset.eventsPerSecond,
      tradesPerSecond: preset.eventsPerSecond * preset.marketShare,
      referenceTicks,
      lowestTicks: instrument.minimumPriceTicks + 2 * preset.quoting.halfSpreadTicks + 2,
      startTime,
    })
    const halfSpread = new HalfSpread(preset.quoting, stream('flow-spread'), startTime)
    const orders = new PostedOrders(instrument)
    this.#fundamental = fundamental
    this.#signs = new SignMemory(preset.signs, stream('flow-signs'))
    this.#halfSpread = halfSpread
    this.#orders = orders
    this.#makers = new Makers({ preset, fundamental, halfSpread, orders, salt })
    this.#eventDue = this.#clock.next()
  }

  get due(): Time {
    return Math.min(this.#eventDue, this.#reactionDue)
  }

  open(view: ExchangeView): readonly Command[] {
    if (!isOpen(view, this.symbol)) return NOTHING
    return SIDES.flatMap((side) => this.#makers.ladder(side, view.time))
  }

  next(view: ExchangeView): readonly Command[] {
    return this.#reactionDue < this.#eventDue ? this.#react(view) : this.#event(view)
  }

  restUntil(time: Time): void {
    if (this.#eventDue >= time) return
    this.#clock.restUntil(time)
    this.#fundamental.restUntil(time)
    this.#halfSpread.restUntil(time)
    this.#eventDue = this.#clock.next()
    this.#reactionDue = Number.POSITIVE_INFINITY
  }

  adjust(change: PriceChange): void {
    this.#fundamental.adjust(change)
    this.#orders.adjust(change)
  }

  /** Puts back a side that customers emptied; draws nothing, because customers decide when it is needed. */
  repair(view: ExchangeView, now: Time): readonly Command[] {
    const best = view.best(this.symbol)
    if (best === undefined || (best.bidTicks !== null && best.askTicks !== null)) return NOTHING
    if (!isOpen(view, this.symbol)) return NOTHING
    const commands: Command[] = []
    for (const side of SIDES) {
      if (priceOf(best, side) !== null) continue
      this.#orders.of(side).takeAll()
      commands.push(...this.#makers.ladder(side, now))
    }
    return commands
  }

  withdraw(): readonly Command[] {
    return this.#orders.withdrawAll()
  }

  /** One event of the clock: always the same number of draws for its kind. */
  #event(view: ExchangeView): readonly Command[] {
    const { marketShare, cancelShare } = this.#preset
    const now = this.#eventDue
    this.#events += 1
    const kind = this.#random.unit()
    const choice = this.#random.uint32()
    const where = this.#random.unit()
    const howFar = this.#random.unit()
    const size = this.#random.unit()
    const isMarket = kind < marketShare
    const sign = isMarket ? this.#signs.next() : undefined
    this.#clock.respond(this.#fundamental.move(now, sign?.surprise ?? 0))
    this.#eventDue = this.#clock.next()
    this.#halfSpread.moveTo(now)
    if (!isOpen(view, this.symbol)) return NOTHING
    const best = view.best(this.symbol)
    if (best === undefined) return NOTHING
    if (this.#makers.isBehind(best)) this.#reactAfter(now)
    if (sign !== undefined) return this.#market(best, now, sign, where, size)
    if (kind < marketShare + cancelShare) return this.#cancelOne(view, best, now, choice)
    return this.#limit(best, now, choice, where, howFar, size)
  }

  /** Makers look at the book a moment later. */
  #reactAfter(now: Time): void {
    if (this.#reactionDue !== Number.POSITIVE_INFINITY) return
    this.#reactionDue = now + this.#preset.quoting.reactionMicros
  }

  #react(view: ExchangeView): readonly Command[] {
    const now = this.#reactionDue
    this.#reactionDue = Number.POSITIVE_INFINITY
    const best = isOpen(view, this.symbol) ? view.best(this.symbol) : undefined
    return best === undefined ? NOTHING : this.#makers.react(view, best, now, this.#events)
  }

  #market(best: BestPrices, now: Time, { side }: Sign, where: number, unit: number): readonly Command[] {
    const { marketSizes, sweepShare } = this.#preset
    const shown = side === 1 ? best.askLots : best.bidLots
    if (shown === 0) return NOTHING
    const wanted = sizeOf(marketSizes, unit)
    const quantityLots = where < sweepShare ? Math.min(wanted, 3 * shown) : Math.min(wanted, shown)
    if (quantityLots >= shown) this.#reactAfter(now)
    return [
      {
        type: 'SubmitOrder',
        accountId: FLOW_TAKER,
        terms: {
          clientOrderId: `flow-${this.symbol}-${this.#events}`,
          symbol: this.symbol,
          side: side === 1 ? 'buy' : 'sell',
          type: 'market',
          timeInForce: 'ioc',
          quantityLots: Math.max(1, quantityLots),
        },
      },
    ]
  }

  #limit(
    best: BestPrices,
    now: Time,
    choice: number,
    where: number,
    howFar: number,
    unit: number,
  ): readonly Command[] {
    const { placement, limitSizes } = this.#preset
    const side: Side = choice & 1 ? 'buy' : 'sell'
    const place = placeOf(placement, this.#halfSpread.ticks, where, howFar)
    const other = priceOf(best, OPPOSITE[side])
    const price = behind(side, uncrossed(side, this.#makers.fair(side), other), place)
    const size = sizeOf(limitSizes, unit)
    const lots = place <= 0 ? bestLots(this.#preset, size) : size
    return this.#orders.post(side, uncrossed(side, price, other), lots, now)
  }

  /** The readiest of some resting orders; none when the book is thin. */
  #cancelOne(view: ExchangeView, best: BestPrices, now: Time, choice: number): readonly Command[] {
    const { cancellation } = this.#preset
    const { count } = this.#orders
    if ((choice / 4_294_967_296) * cancellation.crowd >= count) return NOTHING
    let readiest = -1
    let most = -1
    for (let candidate = 0; candidate < CANDIDATES; candidate += 1) {
      const index = mix(choice, candidate) % count
      const order = this.#orders.at(index)
      if (order === undefined) continue
      const bestTicks = priceOf(best, order.side) ?? order.priceTicks
      const ready = haste(cancellation, now - order.bornAt, Math.abs(bestTicks - order.priceTicks))
      if (ready <= most) continue
      most = ready
      readiest = index
    }
    const order = this.#orders.at(readiest)
    if (order === undefined) return NOTHING
    this.#orders.removeAt(readiest)
    // Perhaps it was the last at the best price.
    if (order.priceTicks === priceOf(best, order.side)) this.#reactAfter(now)
    return this.#orders.cancels(view, [order])
  }
}

const NOTHING: readonly Command[] = []
