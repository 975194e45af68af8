import type { Time } from '../values/types.ts'

/**
 * Open `day` orders by the instant at which they expire. There are few distinct instants (the ends of the
 * trade date), so the list of them stays short.
 */
export class ExpiryQueue {
  readonly #due: { readonly time: Time; readonly orderNumbers: Set<number> }[] = []

  /** The earliest instant at which something expires. */
  get next(): Time | undefined {
    return this.#due[0]?.time
  }

  add(time: Time, orderNumber: number): void {
    let index = this.#due.findIndex((entry) => entry.time >= time)
    if (index === -1) index = this.#due.length
    const entry = this.#due[index]
    if (entry?.time === time) entry.orderNumbers.add(orderNumber)
    else this.#due.splice(index, 0, { time, orderNumbers: new Set([orderNumber]) })
  }

  remove(time: Time, orderNumber: number): void {
    const index = this.#due.findIndex((entry) => entry.time === time)
    const entry = this.#due[index]
    if (entry === undefined) return
    entry.orderNumbers.delete(orderNumber)
    if (entry.orderNumbers.size === 0) this.#due.splice(index, 1)
  }

  /** Numbers that expire at `time` or before, in the order of entry. */
  dueAt(time: Time): readonly number[] {
    const entry = this.#due[0]
    return entry !== undefined && entry.time <= time ? [...entry.orderNumbers] : []
  }
}
