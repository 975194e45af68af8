import type { Instrument } from '../instruments/instrument.ts'
import { divideDown } from '../values/decimal.ts'
import type { HalfTicks, Lots, Side, Ticks } from '../values/types.ts'
import { scaleOf } from '../values/wire.ts'
import type { CorporateTerms } from './corporate-terms.ts'

/**
 * What becomes of prices and quantities on an ex-date: FINRA rule 5330. A price is rounded to a tick in favour of the
 * order's owner, down for a buy and up for a sale, so that orders that did not cross do not cross then.
 */
export class PriceChange {
  readonly terms: CorporateTerms
  /** A tick in units of 1e-8. */
  readonly tickUnits: bigint

  constructor(terms: CorporateTerms, instrument: Instrument) {
    this.terms = terms
    this.tickUnits = scaleOf(instrument).tick.units
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
    return Math.max(0, this.#down(half, 2n))
  }

  /** A distance between prices changes with splits alone, and does not vanish. */
  distance(ticks: Ticks): Ticks {
    return this.terms.type === 'split' ? Math.max(1, this.#down(ticks)) : ticks
  }

  /** Rounded towards zero. */
  lots(lots: Lots): Lots {
    if (this.terms.type !== 'split') return lots
    const { newUnits, oldUnits } = this.terms
    const scaled = BigInt(lots) * BigInt(newUnits)
    return Number(scaled / BigInt(oldUnits))
  }

  /** A price that is nobody's order, to the nearest tick; from the middle upwards. */
  nearest(ticks: Ticks): Ticks {
    const { dividend, divisor } = this.#fraction(ticks)
    return Number(divideDown(2n * dividend + divisor, 2n * divisor))
  }

  #down(steps: number, perTick = 1n): number {
    const { dividend, divisor } = this.#fraction(steps, perTick)
    return Number(divideDown(dividend, divisor))
  }

  #up(steps: number): number {
    const { dividend, divisor } = this.#fraction(steps)
    return Number(-divideDown(-dividend, divisor))
  }

  #fraction(steps: number, perTick = 1n): { readonly dividend: bigint; readonly divisor: bigint } {
    const { terms, tickUnits } = this
    if (terms.type === 'split')
      return { dividend: BigInt(steps) * BigInt(terms.oldUnits), divisor: BigInt(terms.newUnits) }
    return { dividend: BigInt(steps) * tickUnits - perTick * terms.amount, divisor: tickUnits }
  }
}

export function isReverseSplit(terms: CorporateTerms): boolean {
  return terms.type === 'split' && terms.newUnits < terms.oldUnits
}
