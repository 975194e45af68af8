import { divideHalfEven } from '../../values/decimal.ts'
import type { Lots, Minor } from '../../values/types.ts'

/** A quantity that was bought or, below zero, sold short at once. */
export interface TaxLot {
  /** Days since 1970-01-01. */
  readonly openedOn: number
  /** Below zero when short. */
  readonly lots: Lots
  /** What it cost, without fees; of a short lot below zero, what it brought. */
  readonly cost: Minor
}

/** Stock that was bought (positive) or sold; `value` undefined: it came or went without a trade. */
export interface LotMove {
  readonly fillNumber: number
  readonly day: number
  readonly lots: Lots
  readonly value: Minor | undefined
}

/** Beyond it the two oldest lots become one: what they cost together stays exact. */
const MOST_LOTS = 1_000

/** Lots in the order in which they were opened: the first in is the first out. */
export class LotQueue {
  lots: TaxLot[] = []
  realizedProfit: Minor = 0n

  apply({ day, lots, value }: LotMove): void {
    let left = lots
    while (left !== 0) {
      const [oldest] = this.lots
      if (oldest === undefined || oldest.lots > 0 === left > 0) break
      const closing = Math.min(Math.abs(left), Math.abs(oldest.lots))
      this.#close(oldest, closing, value === undefined ? undefined : partOf(value, closing, lots))
      left -= left > 0 ? closing : -closing
    }
    if (left === 0) return
    const cost = partOf(value ?? 0n, Math.abs(left), lots)
    this.#open({ openedOn: day, lots: left, cost: left > 0 ? cost : -cost })
  }

  get cost(): Minor {
    return this.lots.reduce((sum, { cost }) => sum + cost, 0n)
  }

  copy(): LotQueue {
    const copy = new LotQueue()
    copy.lots = [...this.lots]
    copy.realizedProfit = this.realizedProfit
    return copy
  }

  /** Its share of the cost leaves, rounded half-even; the last of a lot takes all that is left of it. */
  #close(oldest: TaxLot, closing: Lots, value: Minor | undefined): void {
    const size = Math.abs(oldest.lots)
    const share = closing === size ? oldest.cost : divideHalfEven(oldest.cost * BigInt(closing), BigInt(size))
    if (value !== undefined) this.realizedProfit += (oldest.lots > 0 ? value : -value) - share
    if (closing === size) {
      this.lots.shift()
      return
    }
    const lots = oldest.lots > 0 ? oldest.lots - closing : oldest.lots + closing
    this.lots[0] = { ...oldest, lots, cost: oldest.cost - share }
  }

  /** Beside a lot of the same day and price it is one with that. */
  #open(lot: TaxLot): void {
    const latest = this.lots.at(-1)
    const isSame =
      latest?.openedOn === lot.openedOn && latest.cost * BigInt(lot.lots) === lot.cost * BigInt(latest.lots)
    if (isSame && latest !== undefined) this.lots[this.lots.length - 1] = joined(latest, lot)
    else this.lots.push(lot)
    const [first, second] = this.lots
    if (this.lots.length > MOST_LOTS && first !== undefined && second !== undefined) {
      this.lots.splice(0, 2, joined(first, second))
    }
  }
}

function joined(first: TaxLot, second: TaxLot): TaxLot {
  return { openedOn: first.openedOn, lots: first.lots + second.lots, cost: first.cost + second.cost }
}

/** A fill has one price, so that its parts are whole. */
function partOf(value: Minor, lots: Lots, of: Lots): Minor {
  return (value * BigInt(lots)) / BigInt(Math.abs(of))
}
