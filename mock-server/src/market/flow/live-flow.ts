import type { CancelOrder, Command, SubmitOrder } from '../../exchange/commands.ts'
import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { BestPrices, ExchangeView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Lots, Side, Ticks, Time } from '../../exchange/values/types.ts'
import { FLOW_MAKER, FLOW_TAKER, isOpen, type SymbolSource, type SymbolSourceOptions } from '../background.ts'
import { exp } from '../math.ts'
import { mix, Random } from '../random.ts'
import { ActivityClock } from './activity-clock.ts'
import { haste } from './cancellation.ts'
import { CommonFactor } from './common-factor.ts'
import { Factor } from './factor.ts'
import { Fundamental } from './fundamental.ts'
import { type OwnOrder, OwnOrders } from './own-orders.ts'
import { placeOf } from './placement.ts'
import type { FlowPreset } from './preset.ts'
import { SessionPattern } from './session-pattern.ts'
import { type Sign, SignMemory } from './sign-memory.ts'
import { sizeOf } from './sizes.ts'

const BREATH_STEP: Time = 1_000_000
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
  readonly #instrument: Instrument
  readonly #preset: FlowPreset
  readonly #random: Random
  readonly #salt: number
  readonly #clock: ActivityClock
  readonly #fundamental: Fundamental
  readonly #signs: SignMemory
  readonly #breath: Factor
  readonly #bids = new OwnOrders('buy')
  readonly #asks = new OwnOrders('sell')
  #breathDue: Time
  #halfSpread: number
  #eventDue: Time
  /** When the makers answer to what they saw. */
  #reactionDue = Number.POSITIVE_INFINITY
  #events = 0
  #posted = 0

  constructor(preset: FlowPreset, { market, seed, world, startTime, calendar }: SymbolSourceOptions) {
    const { instrument, referenceTicks } = market
    const { symbol } = instrument
    const stream = (purpose: string): Random => Random.stream(seed, world, purpose, symbol)
    const pattern =
      calendar === undefined || instrument.assetClass !== 'usEquity'
        ? undefined
        : new SessionPattern(calendar)
    this.symbol = symbol
    this.#instrument = instrument
    this.#preset = preset
    this.#random = stream('flow-orders')
    this.#salt = this.#random.uint32()
    this.#clock = new ActivityClock({
      random: stream('flow-clock'),
      eventsPerSecond: preset.eventsPerSecond,
      activity: preset.activity,
      leverage: preset.leverage,
      common: new CommonFactor(seed, world, startTime),
      startTime,
      pattern: pattern === undefined ? () => 1 : (time) => pattern.at(time),
    })
    this.#fundamental = new Fundamental({
      law: preset.fundamental,
      random: stream('flow-fundamental'),
      common: new CommonFactor(seed, world, startTime),
      eventsPerSecond: preset.eventsPerSecond,
      tradesPerSecond: preset.eventsPerSecond * preset.marketShare,
      referenceTicks,
      lowestTicks: instrument.minimumPriceTicks + 2 * preset.quoting.halfSpreadTicks + 2,
      startTime,
    })
    this.#signs = new SignMemory(preset.signs, stream('flow-signs'))
    this.#breath = new Factor(stream('flow-spread'), preset.quoting.breath, BREATH_STEP / 1_000_000)
    this.#breathDue = startTime + BREATH_STEP
    this.#halfSpread = this.#breathe()
    this.#eventDue = this.#clock.next()
  }

  get due(): Time {
    return Math.min(this.#eventDue, this.#reactionDue)
  }

  open(view: ExchangeView): readonly Command[] {
    return isOpen(view, this.symbol)
      ? [...this.#ladder('buy', view.time), ...this.#ladder('sell', view.time)]
      : []
  }

  next(view: ExchangeView): readonly Command[] {
    if (this.#reactionDue < this.#eventDue) {
      const now = this.#reactionDue
      this.#reactionDue = Number.POSITIVE_INFINITY
      return isOpen(view, this.symbol) ? this.#react(view, now) : []
    }
    return this.#event(view)
  }

  restUntil(time: Time): void {
    if (this.#eventDue >= time) return
    this.#clock.restUntil(time)
    this.#fundamental.restUntil(time)
    const steps = Math.floor((time - this.#breathDue) / BREATH_STEP) + 1
    if (steps > 0) this.#breathDue += steps * BREATH_STEP
    this.#eventDue = this.#clock.next()
    this.#reactionDue = Number.POSITIVE_INFINITY
  }

  adjust(change: PriceChange): void {
    this.#fundamental.adjust(change)
    this.#bids.adjust(change)
    this.#asks.adjust(change)
  }

  /** Puts back a side that customers emptied; draws nothing, because customers decide when it is needed. */
  repair(view: ExchangeView, now: Time): readonly Command[] {
    const best = view.best(this.symbol)
    if (best === undefined || (best.bidTicks !== null && best.askTicks !== null)) return []
    if (!isOpen(view, this.symbol)) return []
    const commands: Command[] = []
    for (const side of SIDES) {
      if (priceOf(best, side) !== null) continue
      this.#own(side).takeAll()
      commands.push(...this.#ladder(side, now))
    }
    return commands
  }

  withdraw(): readonly Command[] {
    this.#bids.takeAll()
    this.#asks.takeAll()
    return [{ type: 'CancelAllOrders', accountId: FLOW_MAKER, symbol: this.symbol }]
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
    if (now >= this.#breathDue) this.#breathTo(now)
    if (!isOpen(view, this.symbol)) return NOTHING
    const best = view.best(this.symbol)
    if (best === undefined) return NOTHING
    if (this.#isBehind(best)) this.#reactAfter(now)
    if (sign !== undefined) return this.#market(best, now, sign, where, size)
    if (kind < marketShare + cancelShare) return this.#cancelOne(view, best, now, choice)
    return this.#limit(best, now, choice, where, howFar, size)
  }

  /** Makers look at the book a moment later. */
  #reactAfter(now: Time): void {
    if (this.#reactionDue !== Number.POSITIVE_INFINITY) return
    this.#reactionDue = now + this.#preset.quoting.reactionMicros
  }

  /** Whether makers have something to do. */
  #isBehind(best: BestPrices): boolean {
    for (const side of SIDES) {
      const shown = priceOf(best, side)
      if (shown === null || ahead(side, shown, this.#staleAt(side)) > 0) return true
      const price = uncrossed(side, this.#fair(side), priceOf(best, OPPOSITE[side]))
      if (ahead(side, price, shown) > this.#preset.quoting.slackTicks) return true
    }
    return false
  }

  /** An order of the side that is better than this is withdrawn. */
  #staleAt(side: Side): Ticks {
    const { withdrawShare, withdrawTicks } = this.#preset.quoting
    return this.#behind(side, this.#fundamental.ticks, withdrawShare * this.#halfSpread + withdrawTicks)
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
    const { placement, quoting, limitSizes } = this.#preset
    const side: Side = choice & 1 ? 'buy' : 'sell'
    const place = placeOf(placement, this.#halfSpread, where, howFar)
    const other = priceOf(best, OPPOSITE[side])
    const price = this.#behind(side, uncrossed(side, this.#fair(side), other), place)
    const size = sizeOf(limitSizes, unit)
    const lots = place <= 0 ? Math.max(limitSizes.roundLots, Math.round(size * quoting.bestSizeFactor)) : size
    return this.#post(side, uncrossed(side, price, other), lots, now)
  }

  /** The readiest of some resting orders; none when the book is thin. */
  #cancelOne(view: ExchangeView, best: BestPrices, now: Time, choice: number): readonly Command[] {
    const { cancellation } = this.#preset
    const count = this.#bids.count + this.#asks.count
    if ((choice / 4_294_967_296) * cancellation.crowd >= count) return NOTHING
    let readiest = -1
    let most = -1
    for (let candidate = 0; candidate < CANDIDATES; candidate += 1) {
      const index = mix(choice, candidate) % count
      const order = this.#orderAt(index)
      if (order === undefined) continue
      const bestTicks = priceOf(best, order.side) ?? order.priceTicks
      const ready = haste(cancellation, now - order.bornAt, Math.abs(bestTicks - order.priceTicks))
      if (ready <= most) continue
      most = ready
      readiest = index
    }
    const order = this.#orderAt(readiest)
    if (order === undefined) return NOTHING
    if (readiest < this.#bids.count) this.#bids.removeAt(readiest)
    else this.#asks.removeAt(readiest - this.#bids.count)
    // Perhaps it was the last at the best price.
    if (order.priceTicks === priceOf(best, order.side)) this.#reactAfter(now)
    return this.#cancels(view, [order])
  }

  /** Makers withdraw what the price has left behind, and improve a best that is too far away. */
  #react(view: ExchangeView, now: Time): readonly Command[] {
    const best = view.best(this.symbol)
    if (best === undefined) return NOTHING
    const commands: Command[] = []
    const { withdrawMost } = this.#preset.quoting
    for (const side of SIDES) {
      const shown = priceOf(best, side)
      const limit = this.#staleAt(side)
      if (shown === null || ahead(side, shown, limit) <= 0) continue
      const own = this.#own(side)
      // What is priced better than the best is filled.
      own.takeBetter(shown)
      commands.push(...this.#cancels(view, own.takeBetter(limit, withdrawMost)))
    }
    for (const side of SIDES) commands.push(...this.#improve(side, best, commands.length > 0, now))
    return commands
  }

  #improve(side: Side, best: BestPrices, hasWithdrawn: boolean, now: Time): readonly Command[] {
    const { quoting, limitSizes } = this.#preset
    const fair = this.#fair(side)
    const other = hasWithdrawn ? this.#own(OPPOSITE[side]).best() : priceOf(best, OPPOSITE[side])
    const price = uncrossed(side, fair, other ?? null)
    const shown = hasWithdrawn ? this.#own(side).best() : priceOf(best, side)
    if (shown !== null && shown !== undefined && ahead(side, price, shown) <= quoting.slackTicks)
      return NOTHING
    const commands: Command[] = []
    for (let count = 0; count < quoting.reactionOrders; count += 1) {
      const unit = mix(this.#salt + this.#events, 2 * count + (side === 'buy' ? 0 : 1)) / 4_294_967_296
      const lots = Math.max(
        limitSizes.roundLots,
        Math.round(sizeOf(limitSizes, unit) * quoting.bestSizeFactor),
      )
      commands.push(...this.#post(side, price, lots, now))
    }
    return commands
  }

  #ladder(side: Side, now: Time): readonly Command[] {
    const { levels, gapTicks, ordersPerLevel, lots } = this.#preset.ladder
    const commands: Command[] = []
    for (let level = 0; level < levels; level += 1) {
      for (let count = 0; count < ordersPerLevel; count += 1) {
        const chance = mix(this.#salt + now, 64 * level + 2 * count + (side === 'buy' ? 0 : 1))
        const jitter = level === 0 ? 0 : (chance >>> 16) % gapTicks
        const price = this.#behind(side, this.#fair(side), level * gapTicks + jitter)
        const { roundLots } = this.#preset.limitSizes
        const rounds = 1 + (chance % Math.max(1, Math.round(lots / roundLots)))
        commands.push(...this.#post(side, price, rounds * roundLots, now))
      }
    }
    return commands
  }

  #post(side: Side, priceTicks: Ticks, lots: Lots, now: Time): readonly Command[] {
    const { minimumPriceTicks, maximumPriceTicks, maximumQuantityLots } = this.#instrument
    if (priceTicks < minimumPriceTicks || priceTicks > maximumPriceTicks) return NOTHING
    this.#posted += 1
    const clientOrderId = `flow-${this.symbol}-m${this.#posted}`
    this.#own(side).add({ clientOrderId, side, priceTicks, bornAt: now })
    const command: SubmitOrder = {
      type: 'SubmitOrder',
      accountId: FLOW_MAKER,
      terms: {
        clientOrderId,
        symbol: this.symbol,
        side,
        type: 'limit',
        timeInForce: 'gtc',
        quantityLots: Math.min(lots, maximumQuantityLots),
        limitPriceTicks: priceTicks,
      },
    }
    return [command]
  }

  /** Of those that still rest. */
  #cancels(view: ExchangeView, orders: readonly OwnOrder[]): CancelOrder[] {
    const commands: CancelOrder[] = []
    for (const { clientOrderId } of orders) {
      const order = view.orderByClientId(FLOW_MAKER, clientOrderId)
      if (order === undefined) continue
      commands.push({ type: 'CancelOrder', accountId: FLOW_MAKER, orderNumber: order.orderNumber })
    }
    return commands
  }

  /** Where a side should be best. */
  #fair(side: Side): number {
    const price = this.#behind(side, this.#fundamental.ticks, this.#halfSpread)
    return side === 'buy' ? price : Math.max(price, this.#fair('buy') + 1)
  }

  /** So many ticks worse for who trades with it, on a whole tick. */
  #behind(side: Side, price: number, ticks: number): Ticks {
    return this.#round(side, side === 'buy' ? price - ticks : price + ticks)
  }

  #round(side: Side, price: number): Ticks {
    return side === 'buy' ? Math.floor(price) : Math.ceil(price)
  }

  #own(side: Side): OwnOrders {
    return side === 'buy' ? this.#bids : this.#asks
  }

  #orderAt(index: number): OwnOrder | undefined {
    return index < this.#bids.count ? this.#bids.at(index) : this.#asks.at(index - this.#bids.count)
  }

  #breathTo(now: Time): void {
    while (this.#breathDue <= now) {
      this.#breathDue += BREATH_STEP * this.#breath.everySteps
      this.#breath.move()
    }
    this.#halfSpread = this.#breathe()
  }

  #breathe(): number {
    return this.#preset.quoting.halfSpreadTicks * exp(this.#breath.value)
  }
}

const NOTHING: readonly Command[] = []
const SIDES: readonly Side[] = ['buy', 'sell']
const OPPOSITE: Readonly<Record<Side, Side>> = { buy: 'sell', sell: 'buy' }

function priceOf(best: BestPrices, side: Side): Ticks | null {
  return side === 'buy' ? best.bidTicks : best.askTicks
}

/** By how much `price` is better than `other` for who trades with it. */
function ahead(side: Side, price: number, other: number): number {
  return side === 'buy' ? price - other : other - price
}

/** The price, or the last before it would cross the other side. */
function uncrossed(side: Side, price: Ticks, other: Ticks | null): Ticks {
  if (other === null) return price
  return side === 'buy' ? Math.min(price, other - 1) : Math.max(price, other + 1)
}
