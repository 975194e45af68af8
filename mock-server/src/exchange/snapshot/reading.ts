/**
 * One look at the state, which takes longer than the state stands still: what was read of it at once, and what
 * changed since then, as it was.
 */
export class Reading {
  readonly #was = new Map<unknown, unknown>()
  #isOver = false

  get isOver(): boolean {
    return this.#isOver
  }

  /** What it was when the look began; what is said later of the same thing counts no more. */
  note(key: unknown, was: unknown): void {
    if (!this.#was.has(key)) this.#was.set(key, was)
  }

  /** As it was. */
  of<Value>(key: unknown, now: Value): Value {
    return this.#was.has(key) ? (this.#was.get(key) as Value) : now
  }

  end(): void {
    this.#isOver = true
    this.#was.clear()
  }
}

/** Who looks at something that may change meanwhile: mostly nobody. */
export class Readings {
  #open: Reading[] = []

  begin(reading: Reading): void {
    this.#open.push(reading)
  }

  /** Whether somebody has to hear what changes, before it does. */
  get any(): boolean {
    if (this.#open.length === 0) return false
    if (this.#open.some(({ isOver }) => isOver)) this.#open = this.#open.filter(({ isOver }) => !isOver)
    return this.#open.length > 0
  }

  note(key: unknown, was: unknown): void {
    for (const reading of this.#open) reading.note(key, was)
  }
}
