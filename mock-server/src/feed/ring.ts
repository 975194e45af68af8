const FIRST_CAPACITY = 16

/**
 * Consecutively numbered entries of which the oldest can be dropped; found by number in constant time. Beside an entry
 * lies a row of so many numbers as the ring is wide: outside the heap, where the collector does not copy what is kept.
 */
export class Ring<Entry> {
  readonly #width: number
  #capacity = 0
  /** Number `n` lies at `n` modulo the capacity, which is a power of two. Empty until there is an entry to keep. */
  #entries: (Entry | undefined)[] = []
  #numbers = NONE
  #oldestSeq = 1
  #lastSeq = 0

  constructor(width = 0) {
    this.#width = width
  }

  /** The first number still held; one past the last when nothing is. */
  get oldestSeq(): number {
    return this.#oldestSeq
  }

  /** The last number given; 0 before the first. */
  get lastSeq(): number {
    return this.#lastSeq
  }

  get size(): number {
    return this.#lastSeq - this.#oldestSeq + 1
  }

  /** All rows; others after the next entry. */
  get numbers(): Float64Array {
    return this.#numbers
  }

  /** The entry's number is one past the last. */
  append(entry?: Entry): void {
    if (this.size === this.#capacity) this.#grow()
    this.#lastSeq += 1
    if (entry !== undefined) this.keep(entry)
  }

  /** What the latest number stands for, where its row does not say it all. */
  keep(entry: Entry): void {
    if (this.#entries.length === 0) this.#entries = new Array(this.#capacity).fill(undefined)
    this.#entries[this.#index(this.#lastSeq)] = entry
  }

  at(seq: number): Entry | undefined {
    return this.holds(seq) ? this.#entries[this.#index(seq)] : undefined
  }

  holds(seq: number): boolean {
    return seq >= this.#oldestSeq && seq <= this.#lastSeq
  }

  /** Where the row of an entry that is held begins in `numbers`. */
  rowOf(seq: number): number {
    return this.#index(seq) * this.#width
  }

  get oldest(): Entry | undefined {
    return this.at(this.#oldestSeq)
  }

  dropOldest(): Entry | undefined {
    const entry = this.oldest
    if (this.size === 0) return undefined
    if (entry !== undefined) this.#entries[this.#index(this.#oldestSeq)] = undefined
    this.#oldestSeq += 1
    return entry
  }

  *newestFirst(): Generator<Entry> {
    for (let seq = this.#lastSeq; seq >= this.#oldestSeq; seq -= 1) {
      const entry = this.at(seq)
      if (entry !== undefined) yield entry
    }
  }

  /** Says that everything up to `lastSeq` was given before this ring began; only while it is empty. */
  startAfter(lastSeq: number): void {
    if (this.size > 0) throw new Error('A ring that holds entries cannot start again')
    this.#lastSeq = lastSeq
    this.#oldestSeq = lastSeq + 1
  }

  #index(seq: number): number {
    return seq & (this.#capacity - 1)
  }

  /** It is full. */
  #grow(): void {
    const [before, entries, numbers] = [this.#capacity, this.#entries, this.#numbers]
    const width = this.#width
    this.#capacity = Math.max(FIRST_CAPACITY, before * 2)
    this.#numbers = new Float64Array(this.#capacity * width)
    if (before === 0) return
    // Rows from the oldest to the end stay in one piece, and so do those from the beginning on.
    const oldest = this.#oldestSeq & (before - 1)
    this.#numbers.set(numbers.subarray(oldest * width), this.rowOf(this.#oldestSeq))
    this.#numbers.set(numbers.subarray(0, oldest * width), this.rowOf(this.#oldestSeq + before - oldest))
    if (entries.length === 0) return
    this.#entries = new Array(this.#capacity).fill(undefined)
    for (let seq = this.#oldestSeq; seq <= this.#lastSeq; seq += 1)
      this.#entries[this.#index(seq)] = entries[seq & (before - 1)]
  }
}

const NONE = new Float64Array(0)
