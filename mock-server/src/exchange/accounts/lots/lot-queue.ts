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

  /** Rounding is by the sum of the lots so far, so that they make the total of the position. */
  restate(quantity: (lots: Lots) => Lots, total: Lots): void {
    let [before, after] = [0, 0]
    const last = this.lots.length - 1
    this.lots = this.lots.map((lot, index) => {
      before += lot.lots
      const sum = index === last ? total : quantity(before)
      const lots = sum - after
      after = sum
      return { ...lot, lots }
    })
    this.#joinEmpty()
  }

  /** The same share of every lot's cost leaves. */
  payOut(value: Minor, fraction: bigint, whole: bigint): void {
    let leaves = 0n
    this.lots = this.lots.map((lot) => {
      const share = divideHalfEven(lot.cost * fraction * signOf(whole), whole * signOf(whole))
      leaves += share
      return { ...lot, cost: lot.cost - share }
    })
    this.realizedProfit += value - leaves
  }

  /** A lot of nothing is part of the next one, or of the one before; of all nothing, its cost was paid out. */
  #joinEmpty(): void {
    const joinedLots: TaxLot[] = []
    let cost = 0n
    for (const lot of this.lots) {
      if (lot.lots === 0) cost += lot.cost
      else {
        joinedLots.push({ ...lot, cost: lot.cost + cost })
        cost = 0n
      }
    }
    const latest = joinedLots.at(-1)
    if (latest !== undefined) joinedLots[joinedLots.length - 1] = { ...latest, cost: latest.cost + cost }
    else this.realizedProfit -= cost
    this.lots = joinedLots
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

function signOf(value: bigint): bigint {
  return value < 0n ? -1n : 1n
}

function joined(first: TaxLot, second: TaxLot): TaxLot {
  return { openedOn: first.openedOn, lots: first.lots + second.lots, cost: first.cost + second.cost }
}

/** A fill has one price, so that its parts are whole. */
function partOf(value: Minor, lots: Lots, of: Lots): Minor {
  return (value * BigInt(lots)) / BigInt(Math.abs(of))
}
