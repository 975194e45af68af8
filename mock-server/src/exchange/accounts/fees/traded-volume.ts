import { MICROS_PER_DAY } from '../../values/time.ts'
import type { Minor, Time } from '../../values/types.ts'

const DAYS = 30

/** What an account traded on each of the latest days, which are those of UTC. */
export class TradedVolume {
  readonly #days: Map<number, Minor>
  #day = 0
  #before: Minor = 0n

  constructor(days: Iterable<readonly [day: number, value: Minor]> = []) {
    this.#days = new Map(days)
  }

  static revive(days: readonly (readonly [day: number, value: Minor])[]): TradedVolume {
    return new TradedVolume(days)
  }

  add(time: Time, value: Minor): void {
    const day = Math.floor(time / MICROS_PER_DAY)
    for (const past of this.#days.keys()) if (past < day - DAYS) this.#days.delete(past)
    this.#days.set(day, (this.#days.get(day) ?? 0n) + value)
  }

  /** The sum of the 30 days before today. */
  before(time: Time): Minor {
    this.#turnTo(Math.floor(time / MICROS_PER_DAY))
    return this.#before
  }

  /** Day and value, oldest first. */
  keep(): readonly (readonly [day: number, value: Minor])[] {
    return [...this.#days]
  }

  #turnTo(day: number): void {
    if (day === this.#day) return
    this.#day = day
    this.#before = 0n
    for (const [past, value] of this.#days) {
      if (past >= day - DAYS && past < day) this.#before += value
    }
  }
}
