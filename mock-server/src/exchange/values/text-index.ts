/** Slots of an empty index; always a power of two. */
const LEAST_SLOTS = 16

/**
 * From texts to numbers of things that have them, by hashes of our own over open addresses. A Map would make every text
 * one of the engine's table of all names first, which costs more than the rest of the look-up. A slot is two numbers
 * side by side, the hash and the number: a look-up meets one cache line, and the collector nothing.
 */
export class TextIndex {
  readonly #textOf: (number: number) => string | undefined
  /** A hash of 0: the slot is free. At most half of them are taken. */
  #slots = new Float64Array(2 * LEAST_SLOTS)
  #size = 0

  /** @param textOf what a number stands for; asked of numbers that were set and not deleted */
  constructor(textOf: (number: number) => string | undefined) {
    this.#textOf = textOf
  }

  get size(): number {
    return this.#size
  }

  find(text: string): number | undefined {
    // Asked for every order of an account that has none here: not even the hash is summed.
    if (this.#size === 0) return undefined
    const slot = this.#slotOf(text, hashOf(text))
    return this.#slots[slot] === 0 ? undefined : this.#slots[slot + 1]
  }

  /** The text finds this number from now on. */
  set(text: string, number: number): void {
    const hash = hashOf(text)
    const slot = this.#slotOf(text, hash)
    const isNew = this.#slots[slot] === 0
    this.#put(slot, hash, number)
    if (!isNew) return
    this.#size += 1
    if (4 * this.#size > this.#slots.length) this.#grow()
  }

  /** The text finds nothing any more, unless it finds another number by now. */
  delete(text: string, number: number): void {
    const slot = this.#slotOf(text, hashOf(text))
    if (this.#slots[slot] === 0 || this.#slots[slot + 1] !== number) return
    this.#size -= 1
    this.#free(slot)
  }

  /** Where the text is, or would be. */
  #slotOf(text: string, hash: number): number {
    const slots = this.#slots
    const last = slots.length - 1
    let slot = (2 * hash) & last
    while (slots[slot] !== 0 && !(slots[slot] === hash && this.#textOf(slots[slot + 1] ?? 0) === text)) {
      slot = (slot + 2) & last
    }
    return slot
  }

  #put(slot: number, hash: number, number: number): void {
    this.#slots[slot] = hash
    this.#slots[slot + 1] = number
  }

  /** What stands behind moves up into the hole, unless that lies before the place of its hash. */
  #free(slot: number): void {
    const slots = this.#slots
    const last = slots.length - 1
    let hole = slot
    for (let next = (slot + 2) & last; slots[next] !== 0; next = (next + 2) & last) {
      const hash = slots[next] ?? 0
      const home = (2 * hash) & last
      if (((next - home) & last) < ((next - hole) & last)) continue
      this.#put(hole, hash, slots[next + 1] ?? 0)
      hole = next
    }
    this.#put(hole, 0, 0)
  }

  #grow(): void {
    const before = this.#slots
    this.#slots = new Float64Array(2 * before.length)
    const last = this.#slots.length - 1
    for (let from = 0; from < before.length; from += 2) {
      const hash = before[from] ?? 0
      if (hash === 0) continue
      let slot = (2 * hash) & last
      while (this.#slots[slot] !== 0) slot = (slot + 2) & last
      this.#put(slot, hash, before[from + 1] ?? 0)
    }
  }
}

/** FNV-1a over the text's units, its high bits mixed into the low ones that choose the slot; never 0. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15) || 1
}
