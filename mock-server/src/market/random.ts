/**
 * Seeded chance: xoshiro128** (Blackman and Vigna), 32-bit integer arithmetic only, so that every machine and
 * every Node draws the same numbers. Not for secrets.
 */

export type RandomState = readonly [number, number, number, number]

export class Random {
  /** Four words of 32 bits, as integers with a sign: others would be kept as doubles. */
  #a = 0
  #b = 0
  #c = 0
  #d = 0

  private constructor(state: RandomState) {
    this.#a = state[0] | 0
    this.#b = state[1] | 0
    this.#c = state[2] | 0
    this.#d = state[3] | 0
  }

  /**
   * The stream of one purpose. Streams do not share draws: whatever one of them does, no other shifts.
   * `symbol` may be left out for purposes that have none.
   */
  static stream(seed: number | string, world: string, purpose: string, symbol = ''): Random {
    return new Random(spread(hashText(JSON.stringify([String(seed), world, purpose, symbol]))))
  }

  /** Goes on exactly where `state()` was taken. */
  static restore(state: RandomState): Random {
    return new Random(state)
  }

  state(): RandomState {
    return [this.#a >>> 0, this.#b >>> 0, this.#c >>> 0, this.#d >>> 0]
  }

  /** An integer of 32 bits, 0 to 4294967295. */
  uint32(): number {
    const scrambled = Math.imul(rotateLeft(Math.imul(this.#b, 5), 7), 9) >>> 0
    const shifted = this.#b << 9
    this.#c ^= this.#a
    this.#d ^= this.#b
    this.#b ^= this.#c
    this.#a ^= this.#d
    this.#c ^= shifted
    this.#d = rotateLeft(this.#d, 11)
    return scrambled
  }

  /** A fraction in [0, 1) in steps of 2^-32; always one draw. */
  unit(): number {
    return this.uint32() / 4_294_967_296
  }

  /** An integer in [0, limit), `limit` at most 2^32; always one draw (the bias is below limit / 2^32). */
  below(limit: number): number {
    return Math.floor(this.unit() * limit)
  }
}

/** One well-mixed 32-bit integer from two: for values that must not cost a draw. */
export function mix(left: number, right: number): number {
  let hash = Math.imul(left ^ (left >>> 16), 0x85ebca6b) ^ Math.imul(right + 0x9e3779b9, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x27d4eb2f)
  return (hash ^ (hash >>> 16)) >>> 0
}

/** 32-bit FNV-1a over UTF-16 code units. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193)
  }
  return hash >>> 0
}

/** Four words from one by splitmix32; xoshiro must not start from all zeros, which this cannot give. */
function spread(hash: number): RandomState {
  const word = (index: number): number => mix(hash + Math.imul(index, 0x9e3779b9), index)
  const state: RandomState = [word(1), word(2), word(3), word(4)]
  return (state[0] | state[1] | state[2] | state[3]) === 0 ? [1, 2, 3, 4] : state
}

function rotateLeft(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits))
}
