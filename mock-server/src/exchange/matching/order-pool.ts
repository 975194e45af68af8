import type { Lots } from '../values/types.ts'
import { Cells, DOUBLES, INTEGERS } from './cells.ts'

/** Where a resting order stands in the pool: from 1; 0 is nowhere. Given to another order once it has left. */
export type Slot = number

const FIRST_SIZE = 32

interface Iceberg {
  readonly displayLots: Lots
  readonly hiddenLots: Lots
}

/** Of each order: two doubles ... */
const NUMBER = 0
const SHOWN = 1
/** ... and four integers behind them. */
const OWNER = 4
const LEVEL = 5
const PREVIOUS = 6
const NEXT = 7

/**
 * The resting orders of one book, in one piece of memory: two lie in a cache line, so that an operation on a book
 * of a million orders costs little more than on one of a thousand. Slots that were left are filled again first.
 */
export class OrderPool {
  #cells = new Cells(0)
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
    const { doubles, integers } = this.#cells
    doubles[DOUBLES * slot + NUMBER] = orderNumber
    doubles[DOUBLES * slot + SHOWN] = shown
    integers[INTEGERS * slot + OWNER] = ownerNumber
    if (displayLots > 0) this.#icebergs.set(slot, { displayLots, hiddenLots: lots - shown })
    this.#size += 1
    return slot
  }

  drop(slot: Slot): void {
    if (this.#icebergs.size > 0) this.#icebergs.delete(slot)
    const { integers } = this.#cells
    integers[INTEGERS * slot + LEVEL] = 0
    integers[INTEGERS * slot + NEXT] = this.#free
    this.#free = slot
    this.#size -= 1
  }

  numberOf(slot: Slot): number {
    return this.#cells.doubles[DOUBLES * slot + NUMBER] ?? 0
  }

  ownerOf(slot: Slot): number {
    return this.#cells.integers[INTEGERS * slot + OWNER] ?? 0
  }

  shownOf(slot: Slot): Lots {
    return this.#cells.doubles[DOUBLES * slot + SHOWN] ?? 0
  }

  hiddenOf(slot: Slot): Lots {
    return this.#icebergs.size === 0 ? 0 : (this.#icebergs.get(slot)?.hiddenLots ?? 0)
  }

  displayOf(slot: Slot): Lots {
    return this.#icebergs.size === 0 ? 0 : (this.#icebergs.get(slot)?.displayLots ?? 0)
  }

  setShown(slot: Slot, shown: Lots): void {
    this.#cells.doubles[DOUBLES * slot + SHOWN] = shown
  }

  /** The same, and what it hides. */
  setLots(slot: Slot, shown: Lots, hiddenLots: Lots): void {
    this.setShown(slot, shown)
    const iceberg = this.#icebergs.get(slot)
    if (iceberg !== undefined) this.#icebergs.set(slot, { ...iceberg, hiddenLots })
  }

  /** Number of the level where it stands; 0 for one that stands nowhere. */
  levelOf(slot: Slot): number {
    return this.#cells.integers[INTEGERS * slot + LEVEL] ?? 0
  }

  nextOf(slot: Slot): Slot {
    return this.#cells.integers[INTEGERS * slot + NEXT] ?? 0
  }

  previousOf(slot: Slot): Slot {
    return this.#cells.integers[INTEGERS * slot + PREVIOUS] ?? 0
  }

  place(slot: Slot, level: number, previous: Slot, next: Slot): void {
    const { integers } = this.#cells
    integers[INTEGERS * slot + LEVEL] = level
    integers[INTEGERS * slot + PREVIOUS] = previous
    integers[INTEGERS * slot + NEXT] = next
  }

  setNext(slot: Slot, next: Slot): void {
    this.#cells.integers[INTEGERS * slot + NEXT] = next
  }

  setPrevious(slot: Slot, previous: Slot): void {
    this.#cells.integers[INTEGERS * slot + PREVIOUS] = previous
  }

  #take(): Slot {
    const slot = this.#free
    if (slot !== 0) {
      this.#free = this.nextOf(slot)
      return slot
    }
    if (this.#end >= this.#cells.size) this.#cells = this.#cells.grown(FIRST_SIZE)
    this.#end += 1
    return this.#end - 1
  }
}
