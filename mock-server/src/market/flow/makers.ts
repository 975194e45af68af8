import type { Command } from '../../exchange/commands.ts'
import type { BookView } from '../../exchange/exchange.ts'
import { opposite } from '../../exchange/matching/side.ts'
import type { Lots, Side, Ticks, Time } from '../../exchange/values/types.ts'
import type { OwnOrder } from '../cancels-of.ts'
import type { MarketView } from '../market-source.ts'
import { mix } from '../random.ts'
import { ahead, behind, priceOf, SIDES, uncrossed } from '../sides.ts'
import type { Fundamental } from './fundamental.ts'
import type { HalfSpread } from './half-spread.ts'
import type { PostedOrders } from './posted-orders.ts'
import type { FlowPreset } from './preset.ts'
import { sizeOf } from './sizes.ts'

export interface MakersOptions {
  readonly preset: FlowPreset
  readonly fundamental: Fundamental
  readonly halfSpread: HalfSpread
  readonly orders: PostedOrders
  readonly salt: number
}

/**
 * Those who keep the book around the fundamental price. They answer to what they see, so they draw nothing: what
 * looks like chance in their orders is mixed from the salt and from when or after how many events they act.
 */
export class Makers {
  readonly #preset: FlowPreset
  readonly #fundamental: Fundamental
  readonly #halfSpread: HalfSpread
  readonly #orders: PostedOrders
  readonly #salt: number

  constructor({ preset, fundamental, halfSpread, orders, salt }: MakersOptions) {
    this.#preset = preset
    this.#fundamental = fundamental
    this.#halfSpread = halfSpread
    this.#orders = orders
    this.#salt = salt
  }

  /** Where a side should be best: where bands keep it from there, at the band. */
  fair(side: Side): Ticks {
    const price = behind(side, this.#fundamental.ticks, this.#halfSpread.ticks)
    return this.#orders.allowed(side, side === 'buy' ? price : Math.max(price, this.fair('buy') + 1))
  }

  /** Whether they have something to do. */
  isBehind(book: BookView): boolean {
    for (const side of SIDES) {
      const shown = priceOf(book, side)
      if (shown === undefined || ahead(side, shown, this.#staleAt(side)) > 0) return true
      const price = uncrossed(side, this.fair(side), priceOf(book, opposite(side)))
      if (ahead(side, price, shown) > this.#preset.quoting.slackTicks) return true
    }
    return false
  }

  /** They withdraw what the price has left behind, and improve a best that is too far away. */
  react(view: MarketView, book: BookView, events: number): readonly Command[] {
    const commands: Command[] = []
    const { withdrawMost } = this.#preset.quoting
    for (const side of SIDES) {
      const shown = priceOf(book, side)
      const limit = this.#staleAt(side)
      if (shown === undefined || ahead(side, shown, limit) <= 0) continue
      const own = this.#orders.of(side)
      // What is priced better than the best is filled.
      own.takeBetter(shown)
      commands.push(...this.#orders.cancels(view, own.takeBetter(limit, withdrawMost)))
    }
    for (const side of SIDES) {
      const price = this.#improvement(side, book, commands.length > 0)
      if (price === undefined) continue
      const left = this.#leftBehind(side, book)
      commands.push(...this.#postBest(side, price, view.time, events), ...this.#orders.cancels(view, left))
    }
    return commands
  }

  /** A side from nothing. */
  ladder(side: Side, now: Time): readonly Command[] {
    const { levels, gapTicks, ordersPerLevel, lots } = this.#preset.ladder
    const commands: Command[] = []
    for (let level = 0; level < levels; level += 1) {
      for (let count = 0; count < ordersPerLevel; count += 1) {
        const chance = mix(this.#salt + now, 64 * level + 2 * count + (side === 'buy' ? 0 : 1))
        const jitter = level === 0 ? 0 : (chance >>> 16) % gapTicks
        const price = behind(side, this.fair(side), level * gapTicks + jitter)
        const { roundLots } = this.#preset.limitSizes
        const rounds = 1 + (chance % Math.max(1, Math.round(lots / roundLots)))
        commands.push(...this.#orders.post(side, price, rounds * roundLots, now))
      }
    }
    return commands
  }

  /** An order of the side that is better than this is withdrawn. */
  #staleAt(side: Side): Ticks {
    const { withdrawShare, withdrawTicks } = this.#preset.quoting
    return behind(side, this.#fundamental.ticks, withdrawShare * this.#halfSpread.ticks + withdrawTicks)
  }

  /**
   * The best that the side should have; undefined where what it has is near enough. Once they have acted the best
   * prices of before hold no more, and their own orders stand for them.
   */
  #improvement(side: Side, book: BookView, hasActed: boolean): Ticks | undefined {
    const price = uncrossed(side, this.fair(side), this.#standing(opposite(side), book, hasActed))
    const shown = this.#standing(side, book, hasActed)
    const isNear = shown !== undefined && ahead(side, price, shown) <= this.#preset.quoting.slackTicks
    return isNear ? undefined : price
  }

  #standing(side: Side, book: BookView, hasActed: boolean): Ticks | undefined {
    return hasActed ? this.#orders.of(side).best() : priceOf(book, side)
  }

  /** What they had at the best price goes with them, where they follow. */
  #leftBehind(side: Side, book: BookView): readonly OwnOrder[] {
    const shown = priceOf(book, side)
    if (shown === undefined || !this.#preset.quoting.follows) return NONE
    return this.#orders.of(side).takeBetter(behind(side, shown, 1))
  }

  #postBest(side: Side, price: Ticks, now: Time, events: number): readonly Command[] {
    const { quoting, limitSizes } = this.#preset
    const commands: Command[] = []
    for (let count = 0; count < quoting.reactionOrders; count += 1) {
      const unit = mix(this.#salt + events, 2 * count + (side === 'buy' ? 0 : 1)) / 4_294_967_296
      const lots = bestLots(this.#preset, sizeOf(limitSizes, unit))
      commands.push(...this.#orders.post(side, price, lots, now))
    }
    return commands
  }
}

const NONE: readonly OwnOrder[] = []

/** What is shown at the best price is of another size than what stands behind it. */
export function bestLots({ limitSizes, quoting }: FlowPreset, size: number): Lots {
  return Math.max(limitSizes.roundLots, Math.round(size * quoting.bestSizeFactor))
}
