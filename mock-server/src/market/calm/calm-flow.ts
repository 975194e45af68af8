import type { Command, HouseLevel, SetHouseLevels, SubmitOrder } from '../../exchange/commands.ts'
import type { PriceChange } from '../../exchange/corporate/price-change.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Lots, Side, Ticks, Time } from '../../exchange/values/types.ts'
import type { MarketView } from '../market-source.ts'
import { exponential } from '../math.ts'
import { changedPrice } from '../model-price.ts'
import { mix, Random } from '../random.ts'
import { isEmptied } from '../sides.ts'
import {
  type AuctionLaw,
  FLOW_MAKER,
  FLOW_TAKER,
  isOpen,
  type SymbolSource,
  type SymbolSourceOptions,
} from '../symbol-source.ts'
import { type CalmPreset, calmPreset, REVERSION, tradingOf } from './calm-presets.ts'

const MICROS = 1_000_000

/**
 * A two-sided book of eight levels around a slowly moving price, with market orders now and then, at Poisson times:
 * easy to read, and cheap. Every event takes exactly five draws, whatever the book looks like: what a customer
 * does changes what the flow meets, never what it draws.
 */
export class CalmFlow implements SymbolSource {
  readonly symbol: string
  readonly #instrument: Instrument
  #preset: CalmPreset
  #referenceTicks: Ticks = 0
  readonly #random: Random
  readonly #salt: number
  /** What the flow has set, by price; what others took of it shows in the exchange's view alone. */
  readonly #bids = new Map<Ticks, Lots>()
  readonly #asks = new Map<Ticks, Lots>()
  #fundamental = 0
  #due: Time = 0
  #taken = 0

  constructor({ market, seed, world, startTime }: SymbolSourceOptions) {
    const random = Random.stream(seed, world, 'order-flow', market.instrument.symbol)
    this.#instrument = market.instrument
    this.symbol = market.instrument.symbol
    this.#referenceTicks = market.referenceTicks
    this.#preset = calmPreset(market.instrument.assetClass, market.referenceTicks)
    this.#random = random
    this.#salt = random.uint32()
    this.#fundamental = market.referenceTicks
    this.#due = startTime
    this.#due = startTime + this.#wait()
  }

  get due(): Time {
    return this.#due
  }

  get fairTicks(): number {
    return this.#fundamental
  }

  get auctionLaw(): AuctionLaw {
    return { ...tradingOf(this.#preset), isDrawn: true }
  }

  /** The first book, all levels at once. */
  open(): readonly Command[] {
    return [this.#command(this.#reshape(this.#salt, undefined))]
  }

  /** The event due now; draws even when it may say nothing. */
  next(view: MarketView): readonly Command[] {
    const wait = this.#wait()
    const kind = this.#random.unit()
    const move = this.#random.unit() + this.#random.unit() - 1
    const choice = this.#random.uint32()
    const now = this.#due
    this.#due += wait
    const { quoteRate, tradeRate, stepTicks } = this.#preset
    const pull = (this.#referenceTicks - this.#fundamental) * REVERSION
    this.#fundamental = Math.max(this.#fundamental + move * stepTicks + pull, this.#floor())
    if (!isOpen(view.status(this.symbol))) return []
    if (kind * (quoteRate + tradeRate) < tradeRate) return [this.#take(choice, now)]
    this.#forgetTaken(view)
    return this.#changed(this.#reshape(choice, choice))
  }

  /** Nothing happens before `time`. */
  restUntil(time: Time): void {
    if (this.#due < time) this.#due = time + this.#wait()
  }

  adjust(change: PriceChange): void {
    this.#referenceTicks = Math.max(1, change.nearest(this.#referenceTicks))
    this.#preset = calmPreset(this.#instrument.assetClass, this.#referenceTicks)
    this.#fundamental = Math.max(changedPrice(this.#fundamental, change), this.#floor())
    for (const [side, own] of [
      ['buy', this.#bids],
      ['sell', this.#asks],
    ] as const) {
      const levels = [...own]
      own.clear()
      for (const [ticks, lots] of levels) own.set(change.limit(side, ticks), change.lots(lots))
    }
  }

  /** Fills up a side that customers emptied; draws nothing, because customers decide when it is needed. */
  repair(view: MarketView): readonly Command[] {
    const book = view.listing(this.symbol)?.book
    if (book === undefined) return []
    const isWhole =
      !isEmptied('buy', book.bids.bestTicks, this.#bids.keys()) &&
      !isEmptied('sell', book.asks.bestTicks, this.#asks.keys())
    return isWhole || !isOpen(view.status(this.symbol)) ? [] : this.quote(view)
  }

  quote(view: MarketView): readonly Command[] {
    this.#forgetTaken(view)
    return this.#changed(this.#reshape(mix(this.#salt, view.time % 4_294_967_296), undefined))
  }

  /** Cancels every order of the flow. */
  withdraw(): readonly Command[] {
    const levels: HouseLevel[] = []
    for (const priceTicks of this.#bids.keys()) levels.push({ side: 'buy', priceTicks, quantityLots: 0 })
    for (const priceTicks of this.#asks.keys()) levels.push({ side: 'sell', priceTicks, quantityLots: 0 })
    this.#bids.clear()
    this.#asks.clear()
    return this.#changed(levels)
  }

  #wait(): Time {
    const mean = MICROS / (this.#preset.quoteRate + this.#preset.tradeRate)
    return Math.max(1, Math.round(exponential(this.#random.unit(), mean)))
  }

  /** Moves both sides to the fundamental, and redraws one level where `redraw` says which. */
  #reshape(sizes: number, redraw: number | undefined): HouseLevel[] {
    const { levelTicks, levels, spreadTicks } = this.#preset
    const bestBid = Math.floor((this.#fundamental - spreadTicks / 2) / levelTicks) * levelTicks
    const gap = Math.max(levelTicks, -Math.floor(-spreadTicks / levelTicks) * levelTicks)
    const out: HouseLevel[] = []
    const lowestBid = bestBid - (levels - 1) * levelTicks
    const highestAsk = bestBid + gap + (levels - 1) * levelTicks
    drop(this.#bids, 'buy', lowestBid, bestBid, out)
    drop(this.#asks, 'sell', bestBid + gap, highestAsk, out)
    // Half of the redrawn levels are the best one, so that quotes tick; `redraw` names side and depth.
    const depth = redraw === undefined ? -1 : Math.max(0, ((redraw >>> 8) % (2 * levels)) - levels)
    const redrawSide: Side = (redraw ?? 0) & 1 ? 'buy' : 'sell'
    for (let level = 0; level < levels; level += 1) {
      const bid = bestBid - level * levelTicks
      const ask = bestBid + gap + level * levelTicks
      const again = level === depth
      this.#put(this.#bids, 'buy', bid, mix(sizes, 2 * level), again && redrawSide === 'buy', out)
      this.#put(this.#asks, 'sell', ask, mix(sizes, 2 * level + 1), again && redrawSide === 'sell', out)
    }
    return out
  }

  #put(
    own: Map<Ticks, Lots>,
    side: Side,
    priceTicks: Ticks,
    size: number,
    redraw: boolean,
    out: HouseLevel[],
  ) {
    if (own.has(priceTicks) && !redraw) return
    const { levelRounds, roundLots } = this.#preset
    const quantityLots = (1 + (size % levelRounds)) * roundLots
    own.set(priceTicks, quantityLots)
    out.push({ side, priceTicks, quantityLots })
  }

  /** Levels better than the market's best were bought away: they may be posted again. */
  #forgetTaken(view: MarketView): void {
    const book = view.listing(this.symbol)?.book
    const bid = book?.bids.bestTicks ?? Number.NEGATIVE_INFINITY
    const ask = book?.asks.bestTicks ?? Number.POSITIVE_INFINITY
    for (const price of this.#bids.keys()) if (price > bid) this.#bids.delete(price)
    for (const price of this.#asks.keys()) if (price < ask) this.#asks.delete(price)
  }

  #take(choice: number, now: Time): SubmitOrder {
    const { roundLots, tradeRounds } = this.#preset
    this.#taken += 1
    return {
      type: 'SubmitOrder',
      accountId: FLOW_TAKER,
      terms: {
        clientOrderId: `flow-${this.symbol}-${now}-${this.#taken}`,
        symbol: this.symbol,
        side: choice & 1 ? 'buy' : 'sell',
        type: 'market',
        timeInForce: 'ioc',
        quantityLots: (1 + ((choice >>> 8) % tradeRounds)) * roundLots,
      },
    }
  }

  /** The lowest fundamental at which every level still has a valid price. */
  #floor(): number {
    const { levelTicks, levels, spreadTicks } = this.#preset
    return this.#instrument.minimumPriceTicks + (levels + 1) * levelTicks + spreadTicks
  }

  #changed(levels: readonly HouseLevel[]): readonly Command[] {
    return levels.length === 0 ? [] : [this.#command(levels)]
  }

  #command(levels: readonly HouseLevel[]): SetHouseLevels {
    return { type: 'SetHouseLevels', accountId: FLOW_MAKER, symbol: this.symbol, levels }
  }
}

function drop(own: Map<Ticks, Lots>, side: Side, lowest: Ticks, highest: Ticks, out: HouseLevel[]): void {
  for (const priceTicks of own.keys()) {
    if (priceTicks >= lowest && priceTicks <= highest) continue
    own.delete(priceTicks)
    out.push({ side, priceTicks, quantityLots: 0 })
  }
}
