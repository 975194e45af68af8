import type { Command, SubmitOrder } from '../exchange/commands.ts'
import type { PriceChange } from '../exchange/corporate/price-change.ts'
import type { SessionCalendar } from '../exchange/sessions/calendar.ts'
import { nextTurn } from '../exchange/sessions/sessions.ts'
import { MICROS_PER_SECOND } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import { AuctionOrders, type MarketAuction } from './auction-orders.ts'
import type { MarketView } from './market-source.ts'
import { Random } from './random.ts'
import { SIDES } from './sides.ts'
import type { AuctionLaw, SymbolSource, SymbolSourceOptions } from './symbol-source.ts'

interface Auction {
  readonly kind: MarketAuction
  readonly at: Time
  /** When its first orders come. */
  readonly from: Time
  readonly random: Random
  /** Part by which purchases are more than usual and sales less; below zero the other way. */
  readonly bias: number
}

/** By how much more one side may want than is usual, and the other less. */
const LARGEST_BIAS = 0.3
/** Market orders come in so many parts, evenly from just before the first indication ... */
const PARTS = 8
/** ... to shortly before the auction. */
const LAST: Time = MICROS_PER_SECOND

/**
 * A market's orders for the opening and closing auctions: market orders on both sides, bit by bit, and limits around its
 * price against what one side wants more, which move with that price. They do not depend on what customers do, and come
 * in a jump of the clock as well: an auction is held whether or not anybody watches.
 */
export class WithAuctions implements SymbolSource {
  readonly symbol: string
  readonly #orders: AuctionOrders
  readonly #source: SymbolSource
  readonly #options: SymbolSourceOptions
  readonly #calendar: SessionCalendar
  #auction: Auction | undefined
  /** Of the next part. */
  #due: Time = 0
  #part = 0

  constructor(source: SymbolSource, calendar: SessionCalendar, options: SymbolSourceOptions) {
    this.symbol = source.symbol
    this.#orders = new AuctionOrders(options.market.instrument, source.auctionLaw)
    this.#source = source
    this.#options = options
    // The moment of a random end nobody knows.
    this.#calendar = calendar.announced ?? calendar
    this.#due = options.startTime
    this.#expect(options.startTime)
  }

  get due(): Time {
    return Math.min(this.#source.due, this.#due)
  }

  get fairTicks(): number {
    return this.#source.fairTicks
  }

  get auctionLaw(): AuctionLaw {
    return this.#orders.law
  }

  open(view: MarketView): readonly Command[] {
    return this.#source.open(view)
  }

  next(view: MarketView): readonly Command[] {
    return this.#source.due < this.#due ? this.#source.next(view) : this.#nextPart(view)
  }

  told(command: SubmitOrder, orderNumber: number | undefined): void {
    this.#orders.told(command, orderNumber)
    this.#source.told?.(command, orderNumber)
  }

  /** Auctions are held all the same. */
  restUntil(time: Time): void {
    this.#source.restUntil(time)
  }

  quote(view: MarketView): readonly Command[] {
    return this.#source.quote(view)
  }

  repair(view: MarketView): readonly Command[] {
    return this.#source.repair(view)
  }

  adjust(change: PriceChange): void {
    this.#source.adjust(change)
    this.#orders.law = this.#source.auctionLaw
  }

  withdraw(): readonly Command[] {
    return [...this.#source.withdraw(), ...this.#orders.withdraw()]
  }

  /** The first auction after `time`; parts that should have come before the world began come when it begins. */
  #expect(time: Time): void {
    const { seed, world } = this.#options
    const kind = this.#calendar.phaseAt(time) === 'open' ? 'closing' : 'opening'
    const at = nextTurn(this.#calendar, time, kind === 'opening' ? 'open' : 'closed')
    const { openingEntry = 0, closingEntry = 0 } = this.#calendar.auctions ?? {}
    this.#part = 0
    this.#orders.begin()
    this.#auction = undefined
    if (at !== undefined) {
      const notice = kind === 'opening' ? openingEntry : closingEntry
      const random = Random.stream(seed, world, `auction-${at}`, this.symbol)
      this.#auction = {
        kind,
        at,
        from: at - notice - 2 * LAST,
        random,
        bias: LARGEST_BIAS * (2 * random.unit() - 1),
      }
    }
    this.#due = this.#dueOfPart()
  }

  #dueOfPart(): Time {
    if (this.#auction === undefined) return Number.POSITIVE_INFINITY
    const { at, from } = this.#auction
    const time = from + Math.floor(((at - LAST - from) * this.#part) / (PARTS - 1))
    return Math.max(this.#due, time)
  }

  #nextPart(view: MarketView): readonly Command[] {
    const auction = this.#auction
    if (auction === undefined) return []
    const commands = this.#commandsOf(auction, view)
    this.#part += 1
    if (this.#part === PARTS) this.#expect(auction.at)
    else this.#due = this.#dueOfPart()
    return commands
  }

  /** Draws as much whatever it may say. */
  #commandsOf(auction: Auction, view: MarketView): readonly Command[] {
    const { kind, random, bias } = auction
    const units = [random.unit(), random.unit()]
    const status = view.status(this.symbol)
    if (status === undefined || status.halted) return []
    return [
      ...(kind === 'opening' ? this.#source.quote(view) : []),
      ...SIDES.map((side, index) => {
        const lean = side === 'buy' ? 1 + bias : 1 - bias
        const factor = this.auctionLaw.isDrawn ? lean * (0.5 + (units[index] ?? 0)) : 1
        return this.#orders.atMarket(side, kind, factor / PARTS)
      }),
      ...this.#orders.renewOffers(view, kind, this.fairTicks),
    ]
  }
}
