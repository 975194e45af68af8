import type { Command, SubmitOrder } from '../exchange/commands.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import { withinBands } from '../exchange/sessions/price-bands.ts'
import type { Lots, Side, Ticks } from '../exchange/values/types.ts'
import { cancelsOf, type OwnOrder } from './cancels-of.ts'
import type { MarketView } from './market-source.ts'
import { behind, SIDES } from './sides.ts'
import { type AuctionLaw, FLOW_TAKER } from './symbol-source.ts'

export type MarketAuction = 'opening' | 'closing'

/** What an auction trades of a day's volume: of US stocks 1-2 % at the open, 5-10 % at the close. */
const SHARES: Readonly<Record<MarketAuction, number>> = { opening: 0.015, closing: 0.07 }
/** How far from its price the market still offers to trade, as a share of the price: more after a night. */
const REACHES: Readonly<Record<MarketAuction, number>> = { opening: 0.0005, closing: 0.0002 }
/** Of that a side wants so much at any price, and offers as much at its limits. */
const SIDE_SHARE = 0.65
const SESSION_SECONDS = 6.5 * 3_600
/** Prices of a side at which limit orders stand against what is left over. */
const OFFERS = 4

/** A market's orders for the auctions of one symbol. */
export class AuctionOrders {
  law: AuctionLaw
  readonly #instrument: Instrument
  #count = 0
  /** Limits that wait for the auction, and the price around which they stand. */
  #offers: Offers = NO_OFFERS

  constructor(instrument: Instrument, law: AuctionLaw) {
    this.#instrument = instrument
    this.law = law
  }

  /** The next auction begins without any. */
  begin(): void {
    this.#offers = NO_OFFERS
  }

  /** A market order for so much of what a side wants in the mean. */
  atMarket(side: Side, kind: MarketAuction, part: number): SubmitOrder {
    return this.#order(side, kind, part * this.#sideLots(kind))
  }

  /** Moves the limits where the price has moved. */
  renewOffers(view: MarketView, kind: MarketAuction, fairTicks: number): readonly Command[] {
    const { orders, ticks } = this.#offers
    const fair = Math.round(fairTicks)
    if (orders.length > 0 && ticks === fair) return []
    const cancels = cancelsOf(view, FLOW_TAKER, orders)
    const bands = view.status(this.#instrument.symbol)?.bands
    const prices = SIDES.flatMap((side) =>
      this.#pricesOf(side, kind, fair).map((price) => [side, withinBands(side, price, bands)] as const),
    )
    const offers = prices.map(([side, price]) =>
      this.#order(side, kind, this.#sideLots(kind) / OFFERS, price),
    )
    this.#offers = { orders: offers.map(({ terms }) => terms.clientOrderId), ticks: fair }
    return [...cancels, ...offers]
  }

  /** An order of the market was executed, perhaps one of these. */
  told({ terms }: SubmitOrder, orderNumber: number | undefined): void {
    const { orders } = this.#offers
    const place = orders.indexOf(terms.clientOrderId)
    if (place >= 0 && orderNumber !== undefined) orders[place] = orderNumber
  }

  /** Takes back what waits. */
  withdraw(): readonly Command[] {
    const { symbol } = this.#instrument
    return this.#count === 0 ? [] : [{ type: 'CancelAllOrders', accountId: FLOW_TAKER, symbol }]
  }

  /** What a side wants at any price. */
  #sideLots(kind: MarketAuction): number {
    return SIDE_SHARE * SHARES[kind] * this.law.lotsPerSecond * SESSION_SECONDS
  }

  #pricesOf(side: Side, kind: MarketAuction, fair: Ticks): readonly Ticks[] {
    const reach = this.law.isDrawn ? fair * REACHES[kind] : 0
    return Array.from({ length: OFFERS }, (_, step) => behind(side, fair, (reach * step) / (OFFERS - 1)))
  }

  #order(side: Side, kind: MarketAuction, lots: number, limitTicks?: Ticks): SubmitOrder {
    const { symbol, minimumPriceTicks, maximumPriceTicks, maximumQuantityLots } = this.#instrument
    this.#count += 1
    const base = {
      clientOrderId: `flow-${symbol}-a${this.#count}`,
      symbol,
      side,
      timeInForce: kind === 'opening' ? 'opg' : 'cls',
      quantityLots: Math.min(this.#rounded(lots), maximumQuantityLots),
    } as const
    if (limitTicks === undefined)
      return { type: 'SubmitOrder', accountId: FLOW_TAKER, terms: { ...base, type: 'market' } }
    const limitPriceTicks = Math.min(maximumPriceTicks, Math.max(minimumPriceTicks, limitTicks))
    return { type: 'SubmitOrder', accountId: FLOW_TAKER, terms: { ...base, type: 'limit', limitPriceTicks } }
  }

  #rounded(lots: number): Lots {
    const { roundLots } = this.law
    return Math.max(roundLots, Math.round(lots / roundLots) * roundLots)
  }
}

interface Offers {
  readonly orders: OwnOrder[]
  readonly ticks: number
}

const NO_OFFERS: Offers = { orders: [], ticks: 0 }
