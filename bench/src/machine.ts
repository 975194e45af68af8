import { compare, type Result, rateOf } from './measure.ts'

const LOADS = 2_000_000
const NANOSECONDS_PER_SECOND = 1e9
const BYTES_AN_ENTRY = 4
/** More than a core has for itself, less than its machine has. */
const FAR_BYTES = 8 * 1024 * 1024
const NEAR_BYTES = 16 * 1024

/** What the machine is: how long it waits for its memory decides most bare figures of the exchange. */
export async function machineBenchmarks(): Promise<Result[]> {
  const [far, near] = [chainOf(FAR_BYTES), chainOf(NEAR_BYTES)]
  return [
    await compare({
      name: 'machine.load',
      unit: 'ns/load',
      better: 'lower',
      ours: async () => nanosecondsOf(far),
      limit: async () => nanosecondsOf(near),
      note: 'nothing of ours: a load from anywhere in 8 MiB, each for the address of the next; limit: in 16 KiB. The slower it is, the slower is everything that keeps much in memory',
    }),
  ]
}

/** Entries that name each other in one circle through all of them, as if drawn. */
function chainOf(bytes: number): Int32Array {
  const chain = Int32Array.from({ length: bytes / BYTES_AN_ENTRY }, (_, index) => index)
  let state = 1
  for (let last = chain.length - 1; last > 0; last -= 1) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const other = Math.floor((state / 2 ** 32) * last)
    const kept = chain[last] ?? 0
    chain[last] = chain[other] ?? 0
    chain[other] = kept
  }
  return chain
}

function nanosecondsOf(chain: Int32Array): number {
  let last = 0
  const rate = rateOf(LOADS, () => {
    let at = 0
    for (let load = 0; load < LOADS; load += 1) at = chain[at] ?? 0
    last = at
  })
  if (last < 0) throw new Error('A chain names no entry below the first')
  return NANOSECONDS_PER_SECOND / rate
}
