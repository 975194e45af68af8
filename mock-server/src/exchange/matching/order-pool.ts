import type { Lots } from '../values/types.ts'

/** Where a resting order stands in the pool: from 1; 0 is nowhere. Given to another order once it has left. */
export type Slot = number

interface Iceberg {
  readonly displayLots: Lots
  readonly hiddenLots: Lots
}

/**
 * The resting orders of one book, in one piece of memory: two lie in a cache line, so that an operation on a book
 * of a million orders costs little more than on one of a thousand. Slots that were left are filled again first.
 */
export class OrderPool {
  #numbers = new Float64Array(0)
  #shown = new Float64Array(0)
  #owners = new Int32Array(0)
  #levels = new Int32Array(0)
  #previous = new Int32Array(0)
  #next = new Int32Array(0)
  /** Those that show a part at a time; they are few. */
  readonly #icebergs = new Map<Slot, Iceberg>()
  /** First of the slots that were left; each names the next one where its next order stood. */
  #free: Slot = 0
  #end: Slot = 1
  #size = 0

  get size(): number {
    return this.#size
  }

  add(orderNumber: number, ownerNumber: number, lots: Lots, displayLots: Lots): Slot {
    const slot = this.#take()
    const shown = displayLots === 0 || displayLots > lots ? lots : displayLots
    this.#numbers[slot] = orderNumber
    this.#shown[slot] = shown
    this.#owners[slot] = ownerNumber
    if (displayLots > 0) this.#icebergs.set(slot, { displayLots, hiddenLots: lots - shown })
    this.#size += 1
    return slot
  }

  drop(slot: Slot): void {
    if (this.#icebergs.size > 0) this.#icebergs.delete(slot)
    this.#levels[slot] = 0
    this.#next[slot] = this.#free
    this.#free = slot
    this.#size -= 1
  }

  numberOf(slot: Slot): number {
    return this.#numbers[slot] ?? 0
  }

  ownerOf(slot: Slot): number {
    return this.#owners[slot] ?? 0
  }

  shownOf(slot: Slot): Lots {
    return this.#shown[slot] ?? 0
  }

  hiddenOf(slot: Slot): Lots {
    return this.#icebergs.size === 0 ? 0 : (this.#icebergs.get(slot)?.hiddenLots ?? 0)
  }

  displayOf(slot: Slot): Lots {
    return this.#icebergs.size === 0 ? 0 : (this.#icebergs.get(slot)?.displayLots ?? 0)
  }

  setShown(slot: Slot, shown: Lots): void {
    this.#shown[slot] = shown
  }

  /** The same, and what it hides. */
  setLots(slot: Slot, shown: Lots, hiddenLots: Lots): void {
    this.setShown(slot, shown)
    const iceberg = this.#icebergs.get(slot)
    if (iceberg !== undefined) this.#icebergs.set(slot, { ...iceberg, hiddenLots })
  }

  /** Number of the level where it stands; 0 for one that stands nowhere. */
  levelOf(slot: Slot): number {
    return this.#levels[slot] ?? 0
  }

  nextOf(slot: Slot): Slot {
    return this.#next[slot] ?? 0
  }

  previousOf(slot: Slot): Slot {
    return this.#previous[slot] ?? 0
  }

  place(slot: Slot, level: number, previous: Slot, next: Slot): void {
    this.#levels[slot] = level
    this.#previous[slot] = previous
    this.#next[slot] = next
  }

  setNext(slot: Slot, next: Slot): void {
    this.#next[slot] = next
  }

  setPrevious(slot: Slot, previous: Slot): void {
    this.#previous[slot] = previous
  }

  #take(): Slot {
    const slot = this.#free
    if (slot !== 0) {
      this.#free = this.nextOf(slot)
      return slot
    }
    if (this.#end >= this.#numbers.length) this.#grow()
    this.#end += 1
    return this.#end - 1
  }

  #grow(): void {
    const size = Math.max(32, 2 * this.#numbers.length)
    this.#numbers = doublesOf(size, this.#numbers)
    this.#shown = doublesOf(size, this.#shown)
    this.#owners = integersOf(size, this.#owners)
    this.#levels = integersOf(size, this.#levels)
    this.#previous = integersOf(size, this.#previous)
    this.#next = integersOf(size, this.#next)
  }
}

/** A longer array that begins with what was in a shorter one. */
export function doublesOf(size: number, before: Float64Array): Float64Array<ArrayBuffer> {
  const doubles = new Float64Array(size)
  doubles.set(before)
  return doubles
}

export function integersOf(size: number, before: Int32Array): Int32Array<ArrayBuffer> {
  const integers = new Int32Array(size)
  integers.set(before)
  return integers
}
