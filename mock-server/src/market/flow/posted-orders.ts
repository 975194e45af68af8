import type { Command, SubmitOrder } from '../../exchange/commands.ts'
import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { type PriceBands, withinBands } from '../../exchange/sessions/price-bands.ts'
import type { Lots, Side, Ticks, Time } from '../../exchange/values/types.ts'
import { cancelOf, cancelsOf, type OwnOrder } from '../cancels-of.ts'
import type { MarketView } from '../market-source.ts'
import { FLOW_MAKER } from '../symbol-source.ts'
import { OwnOrders } from './own-orders.ts'

/** The limit orders of the flow in one book: posts them, and cancels those that still rest. */
export class PostedOrders {
  readonly #instrument: Instrument
  readonly #bids = new OwnOrders('buy')
  readonly #asks = new OwnOrders('sell')
  /** Within which the exchange takes its orders now. */
  bands: PriceBands | undefined
  readonly #idPrefix: string
  #posted = 0

  constructor(instrument: Instrument) {
    this.#instrument = instrument
    this.#idPrefix = `flow-${instrument.symbol}-m`
  }

  get count(): number {
    return this.#bids.count + this.#asks.count
  }

  /** Of the order with that index among all of them, bids first. */
  sideAt(index: number): Side {
    return index < this.#bids.count ? 'buy' : 'sell'
  }

  priceAt(index: number): Ticks {
    const { count } = this.#bids
    return index < count ? this.#bids.priceAt(index) : this.#asks.priceAt(index - count)
  }

  bornAt(index: number): Time {
    const { count } = this.#bids
    return index < count ? this.#bids.bornAt(index) : this.#asks.bornAt(index - count)
  }

  of(side: Side): OwnOrders {
    return side === 'buy' ? this.#bids : this.#asks
  }

  adjust(change: PriceChange): void {
    this.#bids.adjust(change)
    this.#asks.adjust(change)
  }

  /** The price, or the last that the bands allow. */
  allowed(side: Side, priceTicks: Ticks): Ticks {
    return withinBands(side, priceTicks, this.bands)
  }

  post(side: Side, wantedTicks: Ticks, lots: Lots, now: Time): readonly Command[] {
    const priceTicks = this.allowed(side, wantedTicks)
    const { symbol, minimumPriceTicks, maximumPriceTicks, maximumQuantityLots } = this.#instrument
    if (priceTicks < minimumPriceTicks || priceTicks > maximumPriceTicks) return NOTHING
    this.#posted += 1
    const clientOrderId = `${this.#idPrefix}${this.#posted}`
    this.of(side).add(clientOrderId, priceTicks, now)
    const command: SubmitOrder = {
      type: 'SubmitOrder',
      accountId: FLOW_MAKER,
      terms: {
        clientOrderId,
        symbol,
        side,
        type: 'limit',
        timeInForce: 'gtc',
        quantityLots: Math.min(lots, maximumQuantityLots),
        limitPriceTicks: priceTicks,
      },
    }
    return [command]
  }

  /** What was posted was executed; one that was refused is canceled by nothing. */
  told({ terms }: SubmitOrder, orderNumber: number | undefined): void {
    if (orderNumber !== undefined) this.of(terms.side).numbered(terms.clientOrderId, orderNumber)
  }

  /** Of those that still rest. */
  cancels(view: MarketView, orders: readonly OwnOrder[]): readonly Command[] {
    return cancelsOf(view, FLOW_MAKER, orders)
  }

  /** The order with that index is the flow's no more; nothing to cancel where it rests no more. */
  cancelAt(view: MarketView, index: number): readonly Command[] {
    const { count } = this.#bids
    const order = index < count ? this.#bids.takeAt(index) : this.#asks.takeAt(index - count)
    const cancel = cancelOf(view, FLOW_MAKER, order)
    return cancel === undefined ? NOTHING : [cancel]
  }

  withdrawAll(): readonly Command[] {
    this.#bids.clear()
    this.#asks.clear()
    return [{ type: 'CancelAllOrders', accountId: FLOW_MAKER, symbol: this.#instrument.symbol }]
  }
}

const NOTHING: readonly Command[] = []
