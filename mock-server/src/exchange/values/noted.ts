/** From here on a hash finds what was noted faster than a walk. */
const FEW = 16

/**
 * What a command noted, each thing once and in that order. Made for the few things that most commands touch: nothing
 * is allocated for them, unlike by a Set that is cleared after every command.
 */
export class Noted<Of> {
  readonly #items: Of[] = []
  /** Those noted now are the first of `items`; what lies behind is left from before. */
  #count = 0
  /** Once there are many. */
  #index: Set<Of> | undefined = undefined

  get count(): number {
    return this.#count
  }

  /** Whether it was not noted before. */
  add(item: Of): boolean {
    if (this.#has(item)) return false
    this.#items[this.#count] = item
    this.#count += 1
    if (this.#index !== undefined) this.#index.add(item)
    else if (this.#count > FEW) this.#index = new Set(this.#items.slice(0, this.#count))
    return true
  }

  /** The item that was noted so many before it. */
  at(position: number): Of {
    if (position >= this.#count) throw new RangeError(`nothing was noted at ${position}`)
    return this.#items[position] as Of
  }

  clear(): void {
    if (this.#index !== undefined) this.#items.length = 0
    this.#index = undefined
    this.#count = 0
  }

  #has(item: Of): boolean {
    if (this.#index !== undefined) return this.#index.has(item)
    // The last one is the likeliest.
    for (let position = this.#count - 1; position >= 0; position -= 1) {
      if (this.#items[position] === item) return true
    }
    return false
  }
}
