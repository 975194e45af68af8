import type { LevelChanged, SymbolStatus } from '../events.ts'
import { OrderBook } from '../matching/order-book.ts'
import type { Slot } from '../matching/order-pool.ts'
import type { AuctionKind } from '../sessions/auction-kind.ts'
import type { SessionCalendar } from '../sessions/calendar.ts'
import type { Volatility } from '../sessions/volatility.ts'
import type { Lots, Side, Ticks, Time } from '../values/types.ts'
import type { Instrument } from './instrument.ts'
import { ShortSaleCircuit } from './short-sale-circuit.ts'
import { Stops } from './stops.ts'
import { TouchedLevels } from './touched-levels.ts'

/** An auction that will be held, and when what it would trade is told next. */
export interface PreparedAuction {
  readonly kind: AuctionKind
  readonly at: Time
  readonly indicationAt: Time
}

/**
 * A symbol on the exchange: its book and its status. The book is changed only through here, so that each
 * level's quantity before the command is known when the command ends.
 */
export class Listing {
  /** It stays the same but for what can be borrowed of it. */
  instrument: Instrument
  /** Undefined: always open. */
  readonly calendar: SessionCalendar | undefined
  readonly book = new OrderBook()
  readonly stops = new Stops()
  /** Numbers of orders that wait outside the book for a phase in which they may trade. */
  readonly queue = new Set<number>()
  /** Of stocks whose volatility is limited. */
  volatility: Volatility | undefined = undefined
  /** The auction that is being prepared. */
  auction: PreparedAuction | undefined = undefined
  /** Open orders that transfer within a group of accounts, by number, with the id of their account. */
  readonly transferring = new Map<number, string>()
  status: SymbolStatus
  /** Stock that margin accounts borrowed for short sales, made or open. */
  lentLots: Lots = 0
  readonly shortSales = new ShortSaleCircuit()
  readonly #touchedBids = new TouchedLevels()
  readonly #touchedAsks = new TouchedLevels()

  constructor(instrument: Instrument, calendar: SessionCalendar | undefined, status: SymbolStatus) {
    this.instrument = instrument
    this.calendar = calendar
    this.status = status
  }

  /** Whether orders may trade now, be it only those that ask for extended hours. */
  get tradable(): boolean {
    const { phase, halted } = this.status
    return !halted && phase !== 'closed' && phase !== 'auction'
  }

  /** Whether trading is that of a regular session, whose prices count for stops. */
  get isRegular(): boolean {
    return this.status.phase === 'open' && !this.status.halted
  }

  rest(orderNumber: number, side: Side, priceTicks: Ticks, lots: Lots, owner: number, display: Lots): Slot {
    this.#note(side, priceTicks)
    return this.book.rest(orderNumber, side, priceTicks, lots, owner, display)
  }

  succeed(resting: Slot, orderNumber: number, lots: Lots): Slot {
    this.#noteOf(resting)
    return this.book.succeed(resting, orderNumber, lots)
  }

  /** Whether what it shows is new, and so stands at the back of the queue. */
  take(resting: Slot, lots: Lots): boolean {
    this.#noteOf(resting)
    return this.book.take(resting, lots)
  }

  remove(resting: Slot): void {
    this.#noteOf(resting)
    this.book.remove(resting)
  }

  grow(resting: Slot, lots: Lots): void {
    this.#noteOf(resting)
    this.book.grow(resting, lots)
  }

  /** Tells the levels whose quantity differs from before the last call: bids, then asks, each as first touched. */
  tellChanges(teller: { readonly time: Time; emit(change: LevelChanged): void }): void {
    const { symbol } = this.instrument
    const { time } = teller
    for (const side of SIDES) {
      const touched = this.#touchedOf(side)
      for (let position = 0; position < touched.count; position += 1) {
        const priceTicks = touched.priceAt(position)
        const quantityLots = this.book.quantityAt(side, priceTicks)
        if (quantityLots === touched.quantityBefore(position)) continue
        teller.emit({ type: 'LevelChanged', time, symbol, side, priceTicks, quantityLots })
      }
      touched.clear()
    }
  }

  #noteOf(resting: Slot): void {
    const { side, priceTicks } = this.book.placeOf(resting)
    this.#note(side, priceTicks)
  }

  #note(side: Side, priceTicks: Ticks): void {
    this.#touchedOf(side).note(priceTicks, this.book.quantityAt(side, priceTicks))
  }

  #touchedOf(side: Side): TouchedLevels {
    return side === 'buy' ? this.#touchedBids : this.#touchedAsks
  }
}

const SIDES = ['buy', 'sell'] as const
