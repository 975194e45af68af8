import type { Command, SubmitOrder } from '../exchange/commands.ts'
import type { PriceChange } from '../exchange/corporate/price-change.ts'
import type { SessionCalendar } from '../exchange/sessions/calendar.ts'
import { withinBands } from '../exchange/sessions/price-bands.ts'
import { nextTurn } from '../exchange/sessions/sessions.ts'
import { MICROS_PER_SECOND } from '../exchange/values/time.ts'
import type { Side, Ticks, Time } from '../exchange/values/types.ts'
import { type AuctionLaw, FLOW_TAKER, type SymbolSource, type SymbolSourceOptions } from './background.ts'
import type { MarketView } from './market-source.ts'
import { Random } from './random.ts'
import { behind, SIDES } from './sides.ts'

type Kind = 'opening' | 'closing'

interface Auction {
  readonly kind: Kind
  readonly at: Time
  /** When its first orders come. */
  readonly from: Time
  readonly random: Random
  /** Part by which purchases are more than usual and sales less; below zero the other way. */
  readonly bias: number
}

/** What an auction trades of a day's volume: of US stocks 1-2 % at the open, 5-10 % at the close. */
const SHARES: Readonly<Record<Kind, number>> = { opening: 0.015, closing: 0.07 }
/** How far from its price the market still offers to trade, as a share of the price: more after a night. */
const REACHES: Readonly<Record<Kind, number>> = { opening: 0.0005, closing: 0.0002 }
/** Of that a side wants so much at any price, and offers as much at its limits. */
const SIDE_SHARE = 0.65
const LARGEST_BIAS = 0.3
const SESSION_SECONDS = 6.5 * 3_600
/** Market orders come in so many parts, evenly from just before the first indication ... */
const PARTS = 8
/** ... to shortly before the auction. */
const LAST: Time = MICROS_PER_SECOND
/** Prices of a side at which limit orders stand against what is left over. */
const OFFERS = 4

/**
 * A market's orders for the opening and closing auctions: market orders on both sides, bit by bit, and limits around its
 * price against what one side wants more, which move with that price. They do not depend on what customers do, and come
 * in a jump of the clock as well: an auction is held whether or not anybody watches.
 */
export class WithAuctions implements SymbolSource {
  readonly symbol: string
  auctionLaw: AuctionLaw
  readonly #source: SymbolSource
  readonly #options: SymbolSourceOptions
  readonly #calendar: SessionCalendar
  #auction: Auction | undefined
  /** Of the next part. */
  #due: Time
  #part = 0
  #orders = 0
  /** Limits that wait for the auction, and the price around which they stand. */
  #offers: { readonly ids: readonly string[]; readonly ticks: number } = { ids: [], ticks: 0 }

  constructor(source: SymbolSource, calendar: SessionCalendar, options: SymbolSourceOptions) {
    this.symbol = source.symbol
    this.auctionLaw = source.auctionLaw
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

  open(view: MarketView): readonly Command[] {
    return this.#source.open(view)
  }

  next(view: MarketView): readonly Command[] {
    return this.#source.due < this.#due ? this.#source.next(view) : this.#nextPart(view)
  }

  /** Auctions are held all the same. */
  restUntil(time: Time): void {
    this.#source.restUntil(time)
  }

  quote(view: MarketView, now: Time): readonly Command[] {
    return this.#source.quote(view, now)
  }

  repair(view: MarketView, now: Time): readonly Command[] {
    return this.#source.repair(view, now)
  }

  adjust(change: PriceChange): void {
    this.#source.adjust(change)
    this.auctionLaw = this.#source.auctionLaw
  }

  withdraw(): readonly Command[] {
    const waiting: Command = { type: 'CancelAllOrders', accountId: FLOW_TAKER, symbol: this.symbol }
    return [...this.#source.withdraw(), ...(this.#orders === 0 ? [] : [waiting])]
  }

  /** The first auction after `time`; parts that should have come before the world began come when it begins. */
  #expect(time: Time): void {
    const { seed, world } = this.#options
    const kind = this.#calendar.phaseAt(time) === 'open' ? 'closing' : 'opening'
    const at = nextTurn(this.#calendar, time, kind === 'opening' ? 'open' : 'closed')
    const { openingEntry = 0, closingEntry = 0 } = this.#calendar.auctions ?? {}
    this.#part = 0
    this.#offers = { ids: [], ticks: 0 }
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
    const { kind, random } = auction
    const units = [random.unit(), random.unit()]
    const status = view.status(this.symbol)
    if (status === undefined || status.halted) return []
    return [
      ...(kind === 'opening' ? this.#source.quote(view, this.#due) : []),
      ...SIDES.map((side, index) => this.#marketOrder(side, auction, units[index] ?? 0)),
      ...this.#renewOffers(view, auction),
    ]
  }

  #marketOrder(side: Side, { kind, bias }: Auction, unit: number): SubmitOrder {
    const lean = side === 'buy' ? 1 + bias : 1 - bias
    const factor = this.auctionLaw.isDrawn ? lean * (0.5 + unit) : 1
    return this.#order(side, kind, (factor * this.#sideLots(kind)) / PARTS)
  }

  /** What a side wants in the mean. */
  #sideLots(kind: Kind): number {
    return SIDE_SHARE * SHARES[kind] * this.auctionLaw.lotsPerSecond * SESSION_SECONDS
  }

  /** Moves the limits where the price has moved. */
  #renewOffers(view: MarketView, auction: Auction): readonly Command[] {
    const { ids, ticks } = this.#offers
    const fair = Math.round(this.fairTicks)
    if (ids.length > 0 && ticks === fair) return []
    const commands: Command[] = []
    for (const id of ids) {
      const order = view.orderByClientId(FLOW_TAKER, id)
      if (order === undefined) continue
      commands.push({ type: 'CancelOrder', accountId: FLOW_TAKER, orderNumber: order.orderNumber })
    }
    const offers = SIDES.flatMap((side) => this.#offersOf(side, auction, fair, view))
    this.#offers = { ids: offers.map(({ terms }) => terms.clientOrderId), ticks: fair }
    return [...commands, ...offers]
  }

  #offersOf(side: Side, { kind }: Auction, fair: Ticks, view: MarketView): readonly SubmitOrder[] {
    const { minimumPriceTicks, maximumPriceTicks } = this.#options.market.instrument
    const reach = this.auctionLaw.isDrawn ? fair * REACHES[kind] : 0
    const bands = view.status(this.symbol)?.bands
    const offers: SubmitOrder[] = []
    for (let step = 0; step < OFFERS; step += 1) {
      const wanted = withinBands(side, behind(side, fair, (reach * step) / (OFFERS - 1)), bands)
      const limitPriceTicks = Math.min(maximumPriceTicks, Math.max(minimumPriceTicks, wanted))
      offers.push(this.#order(side, kind, this.#sideLots(kind) / OFFERS, limitPriceTicks))
    }
    return offers
  }

  #order(side: Side, kind: Kind, lots: number, limitPriceTicks?: Ticks): SubmitOrder {
    const { symbol, maximumQuantityLots } = this.#options.market.instrument
    const { roundLots } = this.auctionLaw
    const rounded = Math.max(roundLots, Math.round(lots / roundLots) * roundLots)
    this.#orders += 1
    const base = {
      clientOrderId: `flow-${symbol}-a${this.#orders}`,
      symbol,
      side,
      timeInForce: kind === 'opening' ? 'opg' : 'cls',
      quantityLots: Math.min(rounded, maximumQuantityLots),
    } as const
    const terms =
      limitPriceTicks === undefined
        ? ({ ...base, type: 'market' } as const)
        : ({ ...base, type: 'limit', limitPriceTicks } as const)
    return { type: 'SubmitOrder', accountId: FLOW_TAKER, terms }
  }
}
