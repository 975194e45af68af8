import type { Command, SubmitOrder } from '../../exchange/commands.ts'
import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { BookView } from '../../exchange/exchange.ts'
import { opposite } from '../../exchange/matching/side.ts'
import type { Side, Time } from '../../exchange/values/types.ts'
import type { MarketStatus, MarketView } from '../market-source.ts'
import { Random } from '../random.ts'
import { behind, priceOf, SIDES, uncrossed } from '../sides.ts'
import {
  type AuctionLaw,
  FLOW_MAKER,
  FLOW_TAKER,
  isOpen,
  type SymbolSource,
  type SymbolSourceOptions,
} from '../symbol-source.ts'
import { CancelChoice } from './cancel-choice.ts'
import { type FlowDraw, FlowDraws } from './flow-draws.ts'
import { HalfSpread } from './half-spread.ts'
import { bestLots, Makers } from './makers.ts'
import { placeOf } from './placement.ts'
import { PostedOrders } from './posted-orders.ts'
import type { FlowPreset } from './preset.ts'
import type { Sign } from './sign-memory.ts'
import { meanSizeOf, sizeOf } from './sizes.ts'

/**
 * Individual limit orders, cancels and market orders of one symbol. When events happen, of which kind they are,
 * their sides and sizes, and how the fundamental price moves are drawn whatever the book looks like; where orders
 * stand and which are canceled follows from those draws and the book. So an order of a customer changes what the
 * flow meets, never what it draws.
 */
export class LiveFlow implements SymbolSource {
  readonly symbol: string
  readonly #preset: FlowPreset
  readonly #draws: FlowDraws
  readonly #halfSpread: HalfSpread
  readonly #orders: PostedOrders
  readonly #makers: Makers
  readonly #cancelChoice: CancelChoice
  /** Found once. */
  #book: BookView | undefined
  /** When the makers answer to what they saw. */
  #reactionDue = Number.POSITIVE_INFINITY
  #events = 0

  constructor(preset: FlowPreset, options: SymbolSourceOptions) {
    const { market, seed, world, startTime } = options
    const { symbol } = market.instrument
    const stream = (purpose: string): Random => Random.stream(seed, world, purpose, symbol)
    const draws = new FlowDraws(preset, options)
    const halfSpread = new HalfSpread(preset.quoting, stream('flow-spread'), startTime)
    const orders = new PostedOrders(market.instrument)
    const salt = stream('flow-makers').uint32()
    this.symbol = symbol
    this.#preset = preset
    this.#draws = draws
    this.#halfSpread = halfSpread
    this.#orders = orders
    this.#makers = new Makers({ preset, fundamental: draws.fundamental, halfSpread, orders, salt })
    this.#cancelChoice = new CancelChoice(preset.cancellation, orders)
  }

  get due(): Time {
    return Math.min(this.#draws.due, this.#reactionDue)
  }

  get fairTicks(): number {
    return this.#draws.fundamental.ticks
  }

  get auctionLaw(): AuctionLaw {
    const { eventsPerSecond, marketShare, marketSizes, tradedShare = 1 } = this.#preset
    const lotsPerTrade = tradedShare * meanSizeOf(marketSizes)
    return {
      lotsPerSecond: eventsPerSecond * marketShare * lotsPerTrade,
      roundLots: marketSizes.roundLots,
      isDrawn: true,
    }
  }

  open(view: MarketView): readonly Command[] {
    return this.quote(view)
  }

  next(view: MarketView): readonly Command[] {
    return this.#reactionDue < this.#draws.due ? this.#react(view) : this.#event(view)
  }

  told(command: SubmitOrder, orderNumber: number | undefined): void {
    if (command.accountId === FLOW_MAKER) this.#orders.told(command, orderNumber)
  }

  restUntil(time: Time): void {
    if (this.#draws.due >= time) return
    this.#draws.restUntil(time)
    this.#halfSpread.restUntil(time)
    this.#reactionDue = Number.POSITIVE_INFINITY
  }

  adjust(change: PriceChange): void {
    this.#draws.adjust(change)
    this.#halfSpread.adjust(change)
    this.#orders.adjust(change)
  }

  /** Puts back a side that customers emptied; draws nothing, because customers decide when it is needed. */
  repair(view: MarketView): readonly Command[] {
    const book = this.#bookOf(view)
    if (book === undefined || this.#isWhole(book) || this.#look(view) === undefined) return NOTHING
    return this.#refill(book, view.time)
  }

  #isWhole(book: BookView): boolean {
    return !this.#isEmptied('buy', book) && !this.#isEmptied('sell', book)
  }

  /** Whether customers left nothing of it. */
  #isEmptied(side: Side, book: BookView): boolean {
    const shown = priceOf(book, side)
    return shown === undefined || this.#orders.of(side).areBetter(shown)
  }

  #refill(book: BookView, now: Time): readonly Command[] {
    return SIDES.filter((side) => this.#isEmptied(side, book)).flatMap((side) => {
      this.#orders.of(side).clear()
      return this.#makers.ladder(side, now)
    })
  }

  /** Only where limit orders come to the book. */
  quote(view: MarketView): readonly Command[] {
    const book = this.#look(view, takesLimits)
    if (book === undefined) return NOTHING
    if (!this.#isWhole(book)) return this.#refill(book, view.time)
    return this.#makers.isBehind(book) ? this.#makers.react(view, book, this.#events) : NOTHING
  }

  withdraw(): readonly Command[] {
    return this.#orders.withdrawAll()
  }

  /** The book, while orders may enter. */
  #look(view: MarketView, mayEnter = isOpen): BookView | undefined {
    const status = view.status(this.symbol)
    if (status === undefined || !mayEnter(status)) return undefined
    this.#orders.bands = status.bands
    return this.#bookOf(view)
  }

  #bookOf(view: MarketView): BookView | undefined {
    this.#book ??= view.listing(this.symbol)?.book
    return this.#book
  }

  #event(view: MarketView): readonly Command[] {
    const { marketShare, cancelShare } = this.#preset
    const draw = this.#draws.next()
    this.#events += 1
    this.#halfSpread.moveTo(draw.time)
    const book = this.#look(view)
    if (book === undefined) return NOTHING
    if (this.#makers.isBehind(book)) this.#reactAfter(draw.time)
    if (draw.sign !== undefined) return this.#market(book, draw, draw.sign)
    if (draw.kind < marketShare + cancelShare) return this.#cancelOne(view, book, draw)
    return this.#limit(book, draw)
  }

  /** Makers look at the book a moment later. */
  #reactAfter(now: Time): void {
    if (this.#reactionDue !== Number.POSITIVE_INFINITY) return
    this.#reactionDue = now + this.#preset.quoting.reactionMicros
  }

  #react(view: MarketView): readonly Command[] {
    this.#reactionDue = Number.POSITIVE_INFINITY
    const book = this.#look(view)
    return book === undefined ? NOTHING : this.#makers.react(view, book, this.#events)
  }

  #market(book: BookView, { time, where, size }: FlowDraw, { side }: Sign): readonly Command[] {
    const { marketSizes, sweepShare } = this.#preset
    const shown = side === 1 ? book.asks.bestLots : book.bids.bestLots
    if (shown === 0) return NOTHING
    const wanted = sizeOf(marketSizes, size)
    const quantityLots = where < sweepShare ? Math.min(wanted, 3 * shown) : Math.min(wanted, shown)
    if (quantityLots >= shown) this.#reactAfter(time)
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

  #limit(book: BookView, { time, choice, where, howFar, size }: FlowDraw): readonly Command[] {
    const { placement, limitSizes } = this.#preset
    const side: Side = choice & 1 ? 'buy' : 'sell'
    const place = placeOf(placement, this.#halfSpread.ticks, where, howFar)
    const other = priceOf(book, opposite(side))
    const price = behind(side, uncrossed(side, this.#makers.fair(side), other), place)
    const wanted = sizeOf(limitSizes, size)
    const lots = place <= 0 ? bestLots(this.#preset, wanted) : wanted
    return this.#orders.post(side, uncrossed(side, price, other), lots, time)
  }

  #cancelOne(view: MarketView, book: BookView, draw: FlowDraw): readonly Command[] {
    const index = this.#cancelChoice.of(book, draw)
    if (index === undefined) return NOTHING
    // Perhaps it was the last at the best price.
    if (this.#orders.priceAt(index) === priceOf(book, this.#orders.sideAt(index))) this.#reactAfter(draw.time)
    return this.#orders.cancelAt(view, index)
  }
}

/** Before the open too. */
function takesLimits(status: MarketStatus | undefined): boolean {
  return status?.phase === 'preMarket' || isOpen(status)
}

const NOTHING: readonly Command[] = []
