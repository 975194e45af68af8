const FIRST_CAPACITY = 16

/** Consecutively numbered entries of which the oldest can be dropped; found by number in constant time. */
export class Ring<Entry> {
  /** Number `n` lies at `n` modulo the length, which is a power of two. */
  #slots: (Entry | undefined)[] = []
  #oldestSeq = 1
  #lastSeq = 0

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

  /** The entry's number is one past the last. */
  append(entry: Entry): void {
    if (this.size === this.#slots.length) this.#grow()
    this.#lastSeq += 1
    this.#slots[this.#index(this.#lastSeq)] = entry
  }

  at(seq: number): Entry | undefined {
    if (seq < this.#oldestSeq || seq > this.#lastSeq) return undefined
    return this.#slots[this.#index(seq)]
  }

  get oldest(): Entry | undefined {
    return this.at(this.#oldestSeq)
  }

  dropOldest(): Entry | undefined {
    const entry = this.oldest
    if (this.size === 0) return undefined
    this.#slots[this.#index(this.#oldestSeq)] = undefined
    this.#oldestSeq += 1
    return entry
  }

  /** Entries `fromSeq` to `toSeq`, both included, as far as they are held. */
  slice(fromSeq: number, toSeq: number): Entry[] {
    const entries: Entry[] = []
    const last = Math.min(toSeq, this.#lastSeq)
    for (let seq = Math.max(fromSeq, this.#oldestSeq); seq <= last; seq += 1) {
      const entry = this.at(seq)
      if (entry !== undefined) entries.push(entry)
    }
    return entries
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
    return seq % this.#slots.length
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Array(Math.max(FIRST_CAPACITY, before.length * 2)).fill(undefined)
    for (let seq = this.#oldestSeq; seq <= this.#lastSeq; seq += 1)
      this.#slots[this.#index(seq)] = before[seq % before.length]
  }
}
