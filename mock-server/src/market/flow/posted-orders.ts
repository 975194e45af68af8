import type { CancelOrder, Command, SubmitOrder } from '../../exchange/commands.ts'
import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { type PriceBands, withinBands } from '../../exchange/sessions/price-bands.ts'
import type { Lots, Side, Ticks, Time } from '../../exchange/values/types.ts'
import { FLOW_MAKER } from '../background.ts'
import { cancelsOf } from '../cancels-of.ts'
import type { MarketView } from '../market-source.ts'
import { type OwnOrder, OwnOrders } from './own-orders.ts'

/** The limit orders of the flow in one book: posts them, and cancels those that still rest. */
export class PostedOrders {
  readonly #instrument: Instrument
  readonly #bids = new OwnOrders('buy')
  readonly #asks = new OwnOrders('sell')
  /** Within which the exchange takes its orders now. */
  bands: PriceBands | undefined
  #posted = 0

  constructor(instrument: Instrument) {
    this.#instrument = instrument
  }

  get count(): number {
    return this.#bids.count + this.#asks.count
  }

  /** Bids first. */
  at(index: number): OwnOrder | undefined {
    return index < this.#bids.count ? this.#bids.at(index) : this.#asks.at(index - this.#bids.count)
  }

  removeAt(index: number): void {
    if (index < this.#bids.count) this.#bids.removeAt(index)
    else this.#asks.removeAt(index - this.#bids.count)
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
    const clientOrderId = `flow-${symbol}-m${this.#posted}`
    this.of(side).add({ clientOrderId, side, priceTicks, bornAt: now })
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

  /** Of those that still rest. */
  cancels(view: MarketView, orders: readonly OwnOrder[]): CancelOrder[] {
    return cancelsOf(view, FLOW_MAKER, orders)
  }

  withdrawAll(): readonly Command[] {
    this.#bids.takeAll()
    this.#asks.takeAll()
    return [{ type: 'CancelAllOrders', accountId: FLOW_MAKER, symbol: this.#instrument.symbol }]
  }
}

const NOTHING: readonly Command[] = []
