/** One operation on a book, the same for every contender. */
export type Operation =
  | {
      readonly kind: 'add'
      readonly id: number
      readonly buy: boolean
      readonly price: number
      readonly quantity: number
    }
  | { readonly kind: 'cancel'; readonly id: number }
  | {
      readonly kind: 'take'
      readonly id: number
      readonly buy: boolean
      readonly price: number
      readonly quantity: number
    }

/** A small generator of its own, so that the workload never changes with what it measures. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

/** Liquibook's mix: adds alone, both sides on the same range of prices, so that about 45 % of them cross. */
export function liquibookMix(count: number): Operation[] {
  const random = seededRandom(11)
  return Array.from({ length: count }, (_, index) => {
    const buy = random() < 0.5
    const price = 1880 + Math.floor(random() * 13)
    return { kind: 'add', id: index + 1, buy, price, quantity: (1 + Math.floor(random() * 10)) * 100 }
  })
}

/**
 * 50 % add, 45 % cancel, 5 % immediate-or-cancel, around `resting` orders. Adds are passive; what takes is
 * small, so that the number of resting orders stays where it is.
 */
export function cancelMix(count: number, resting: number): { warmUp: Operation[]; operations: Operation[] } {
  const random = seededRandom(23)
  let next = 1
  const live: number[] = []
  const add = (): Operation => {
    const buy = random() < 0.5
    const distance = Math.floor(random() * random() * 100)
    live.push(next)
    return { kind: 'add', id: next++, buy, price: buy ? 1999 - distance : 2001 + distance, quantity: 100 }
  }
  const cancel = (): Operation => {
    const index = Math.floor(random() * live.length)
    const id = live[index] ?? 0
    const last = live.pop()
    if (last !== undefined && index < live.length) live[index] = last
    return { kind: 'cancel', id }
  }
  const take = (): Operation => {
    const buy = random() < 0.5
    return { kind: 'take', id: next++, buy, price: buy ? 2101 : 1899, quantity: 100 }
  }
  const warmUp = Array.from({ length: resting }, add)
  const operations = Array.from({ length: count }, (): Operation => {
    const draw = random()
    if (draw < 0.5) return add()
    return draw < 0.95 ? cancel() : take()
  })
  return { warmUp, operations }
}
