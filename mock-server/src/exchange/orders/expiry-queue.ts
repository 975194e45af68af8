import { Rows, rowsOf } from '../snapshot/rows.ts'
import { firstWhere } from '../values/first-where.ts'
import type { Time } from '../values/types.ts'

interface Due {
  readonly time: Time
  readonly orderNumbers: Set<number>
}

/** An instant, and the number of an order that expires at it. */
type KeptDue = readonly [Time, number]

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
  keep(): Rows<Due | KeptDue> {
    const rows: KeptDue[] = []
    for (const { time, orderNumbers } of this.#due) {
      for (const orderNumber of orderNumbers) rows.push([time, orderNumber])
    }
    return new Rows(rowsOf(rows))
  }

  /** In snapshots of before an instant stands with all its orders. */
  static revive(rows: Iterable<Due | KeptDue>): ExpiryQueue {
    const queue = new ExpiryQueue()
    for (const row of rows) {
      if ('time' in row) queue.#due.push(row)
      else queue.add(...row)
    }
    return queue
  }

  /** Where the instant stands or would stand: behind all later ones. */
  #indexOf(time: Time): number {
    return firstWhere(0, this.#due.length, (at) => (this.#due[at]?.time ?? time) <= time)
  }
}
