import { parameters } from '../parameters/parameters.ts'
import { UNIT } from '../values/decimal.ts'
import { MICROS_PER_DAY } from '../values/time.ts'
import type { Ticks, Time } from '../values/types.ts'

/**
 * Regulation SHO rule 201: once a stock has fallen by a tenth from the close of the day before, it may be sold short
 * only above the best bid for the rest of that day and all of the next. Days are those of UTC on which it traded,
 * which for New York is its trading days; a day's close is its last print.
 */
export class ShortSaleCircuit {
  day = -1
  last: Ticks = 0
  /** 0: there was no day before. */
  priorClose: Ticks = 0
  /** Days with the restriction, this one included. */
  restrictedDays = 0

  note(priceTicks: Ticks, time: Time): void {
    const day = Math.floor(time / MICROS_PER_DAY)
    if (day !== this.day) this.#turn(day)
    this.last = priceTicks
    if (this.restrictedDays < 2 && priceTicks < this.priorClose && hasFallen(this, time))
      this.restrictedDays = 2
  }

  /** After a split prices count other units, and after a dividend they are without it. */
  restate(restated: (ticks: Ticks) => Ticks): void {
    if (this.last > 0) this.last = restated(this.last)
    if (this.priorClose > 0) this.priorClose = restated(this.priorClose)
  }

  isRestricted(time: Time): boolean {
    const day = Math.floor(time / MICROS_PER_DAY)
    return this.restrictedDays > (day === this.day ? 0 : 1)
  }

  #turn(day: number): void {
    this.day = day
    this.priorClose = this.last
    if (this.restrictedDays > 0) this.restrictedDays -= 1
  }
}

function hasFallen({ last, priorClose }: ShortSaleCircuit, time: Time): boolean {
  const share = parameters.at('shortSaleCircuit', time)
  return share > 0n && BigInt(priorClose - last) * UNIT >= BigInt(priorClose) * share
}
