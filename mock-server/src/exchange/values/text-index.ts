/** Slots of an empty index; always a power of two. */
const LEAST_SLOTS = 16

/**
 * From texts that things have to the things, by hashes of our own over open addresses. A Map would make every text one
 * of the engine's table of all names first, which costs more than the rest of the look-up.
 */
export class TextIndex<Of> {
  readonly #textOf: (thing: Of) => string
  /** 0: the slot is free. At most half of them are taken. */
  #hashes = new Int32Array(LEAST_SLOTS)
  #things: (Of | undefined)[] = emptySlots(LEAST_SLOTS)
  #size = 0

  constructor(textOf: (thing: Of) => string) {
    this.#textOf = textOf
  }

  get size(): number {
    return this.#size
  }

  find(text: string): Of | undefined {
    return this.#things[this.#slotOf(text, hashOf(text))]
  }

  /** Its text finds this thing from now on. */
  set(thing: Of): void {
    const text = this.#textOf(thing)
    const hash = hashOf(text)
    const slot = this.#slotOf(text, hash)
    this.#things[slot] = thing
    if (this.#hashes[slot] !== 0) return
    this.#hashes[slot] = hash
    this.#size += 1
    if (2 * this.#size > this.#hashes.length) this.#grow()
  }

  /** Its text finds nothing any more, unless it finds another thing by now. */
  delete(thing: Of): void {
    const text = this.#textOf(thing)
    const slot = this.#slotOf(text, hashOf(text))
    if (this.#things[slot] !== thing) return
    this.#size -= 1
    this.#free(slot)
  }

  /** Where the text is, or would be. */
  #slotOf(text: string, hash: number): number {
    const hashes = this.#hashes
    const mask = hashes.length - 1
    let slot = hash & mask
    while (hashes[slot] !== 0 && !(hashes[slot] === hash && this.#textAt(slot) === text)) {
      slot = (slot + 1) & mask
    }
    return slot
  }

  #textAt(slot: number): string | undefined {
    const thing = this.#things[slot]
    return thing === undefined ? undefined : this.#textOf(thing)
  }

  /** What stands behind moves up into the hole, unless that lies before the place of its hash. */
  #free(slot: number): void {
    const hashes = this.#hashes
    const mask = hashes.length - 1
    let hole = slot
    for (let next = (slot + 1) & mask; hashes[next] !== 0; next = (next + 1) & mask) {
      const home = (hashes[next] ?? 0) & mask
      if (((next - home) & mask) < ((next - hole) & mask)) continue
      hashes[hole] = hashes[next] ?? 0
      this.#things[hole] = this.#things[next]
      hole = next
    }
    hashes[hole] = 0
    this.#things[hole] = undefined
  }

  #grow(): void {
    const [hashes, things] = [this.#hashes, this.#things]
    const mask = 2 * hashes.length - 1
    this.#hashes = new Int32Array(mask + 1)
    this.#things = emptySlots(mask + 1)
    for (let from = 0; from < hashes.length; from += 1) {
      const hash = hashes[from] ?? 0
      if (hash === 0) continue
      let slot = hash & mask
      while (this.#hashes[slot] !== 0) slot = (slot + 1) & mask
      this.#hashes[slot] = hash
      this.#things[slot] = things[from]
    }
  }
}

function emptySlots<Of>(count: number): (Of | undefined)[] {
  return new Array<Of | undefined>(count).fill(undefined)
}

/** FNV-1a over the text's units, its high bits mixed into the low ones that choose the slot; never 0. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193)
  return hash ^ (hash >>> 15) || 1
}
