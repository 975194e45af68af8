import type { Instrument } from '../instruments/instrument.ts'
import type { HalfTicks, Lots, Side, Ticks } from '../values/types.ts'
import { scaleOf } from '../values/wire.ts'
import type { CorporateTerms } from './corporate-terms.ts'

/**
 * What becomes of prices and quantities on an ex-date: FINRA rule 5330. A price is rounded to a tick in favour of the
 * order's owner, down for a buy and up for a sale, so that orders that did not cross do not cross then.
 */
export class PriceChange {
  readonly #terms: CorporateTerms
  readonly #tickUnits: bigint

  constructor(terms: CorporateTerms, instrument: Instrument) {
    this.#terms = terms
    this.#tickUnits = scaleOf(instrument).tick.units
  }

  limit(side: Side, ticks: Ticks): Ticks {
    return side === 'buy' ? this.#down(ticks) : this.#up(ticks)
  }

  /** A stop is reached no earlier than it would have been. */
  stop(side: Side, ticks: Ticks): Ticks {
    return side === 'buy' ? this.#up(ticks) : this.#down(ticks)
  }

  /** A price that was seen, to the nearest half tick below. */
  seen(half: HalfTicks): HalfTicks {
    return Math.max(0, this.#down(half, this.#tickUnits / 2n))
  }

  /** A distance between prices changes with splits alone, and does not vanish. */
  distance(ticks: Ticks): Ticks {
    return this.#terms.type === 'split' ? Math.max(1, this.#down(ticks)) : ticks
  }

  /** Rounded towards zero. */
  lots(lots: Lots): Lots {
    if (this.#terms.type !== 'split') return lots
    const { newUnits, oldUnits } = this.#terms
    const scaled = BigInt(lots) * BigInt(newUnits)
    return Number(scaled / BigInt(oldUnits))
  }

  /** For a model of prices, which has no ticks: as exact as its numbers are. */
  model(ticks: number): number {
    const { type } = this.#terms
    if (type === 'cashDividend') return ticks - Number(this.#terms.amount) / Number(this.#tickUnits)
    return (ticks * this.#terms.oldUnits) / this.#terms.newUnits
  }

  /** The same for a distance between two prices, which a dividend leaves as it is. */
  modelDistance(ticks: number): number {
    return this.#terms.type === 'split' ? this.model(ticks) : ticks
  }

  #down(steps: number, unit = this.#tickUnits): number {
    const { dividend, divisor } = this.#fraction(steps, unit)
    const floor = dividend / divisor
    return Number(dividend < 0n && floor * divisor !== dividend ? floor - 1n : floor)
  }

  #up(steps: number): number {
    const { dividend, divisor } = this.#fraction(steps, this.#tickUnits)
    const floor = dividend / divisor
    return Number(dividend > 0n && floor * divisor !== dividend ? floor + 1n : floor)
  }

  #fraction(steps: number, unit: bigint): { readonly dividend: bigint; readonly divisor: bigint } {
    const terms = this.#terms
    if (terms.type === 'cashDividend') return { dividend: BigInt(steps) * unit - terms.amount, divisor: unit }
    return { dividend: BigInt(steps) * BigInt(terms.oldUnits), divisor: BigInt(terms.newUnits) }
  }
}

export function isReverseSplit(terms: CorporateTerms): boolean {
  return terms.type === 'split' && terms.newUnits < terms.oldUnits
}
