import { firstWhere } from '../values/first-where.ts'
import type { Time } from '../values/types.ts'

interface Due {
  readonly time: Time
  readonly orderNumbers: Set<number>
}

/** Open orders by the instant at which they expire. Sorted with the earliest last, where it is taken off cheaply. */
export class ExpiryQueue {
  readonly #due: Due[] = []

  /** The earliest instant at which something expires. */
  get next(): Time | undefined {
    return this.#due.at(-1)?.time
  }

  add(time: Time, orderNumber: number): void {
    const index = this.#indexOf(time)
    const entry = this.#due[index]
    if (entry?.time === time) entry.orderNumbers.add(orderNumber)
    else this.#due.splice(index, 0, { time, orderNumbers: new Set([orderNumber]) })
  }

  remove(time: Time, orderNumber: number): void {
    const index = this.#indexOf(time)
    const entry = this.#due[index]
    if (entry?.time !== time) return
    entry.orderNumbers.delete(orderNumber)
    if (entry.orderNumbers.size === 0) this.#due.splice(index, 1)
  }

  /** Numbers that expire at `time` or before, in the order of entry. */
  dueAt(time: Time): readonly number[] {
    const entry = this.#due.at(-1)
    return entry !== undefined && entry.time <= time ? [...entry.orderNumbers] : []
  }

  /** For a snapshot. */
  keep(): readonly Due[] {
    return this.#due
  }

  static revive(due: readonly Due[]): ExpiryQueue {
    const queue = new ExpiryQueue()
    queue.#due.push(...due)
    return queue
  }

  /** Where the instant stands or would stand: behind all later ones. */
  #indexOf(time: Time): number {
    return firstWhere(0, this.#due.length, (at) => (this.#due[at]?.time ?? time) <= time)
  }
}
