import { firstWhere } from '../exchange/values/first-where.ts'

/** What changes now and then, as it was at every moment: only changes are noted. Moments are numbers that never fall. */
export class Steps<Value> {
  readonly #since: number[] = []
  readonly #values: Value[] = []

  get latest(): Value | undefined {
    return this.#values[this.#values.length - 1]
  }

  /** From this moment on; what was noted for the same moment counts no more. */
  note(moment: number, value: Value): void {
    if (this.#since[this.#since.length - 1] === moment) this.#values[this.#values.length - 1] = value
    else {
      this.#since.push(moment)
      this.#values.push(value)
    }
  }

  /** Undefined before the first. */
  at(moment: number): Value | undefined {
    return this.#values[firstWhere(0, this.#since.length, (place) => (this.#since[place] ?? 0) > moment) - 1]
  }
}
