import { OrderBook } from '../../mock-server/src/exchange/matching/order-book.ts'
import { Ladder } from './ladder.ts'
import { compare, median, type Result } from './measure.ts'
import { seededRandom } from './workload.ts'

/**
 * What an operation costs in a deep book against a shallow one: the same operations on the same range of prices,
 * with a thousand orders resting, and with a million. Add, cancel and take are timed apart, a batch at a time.
 */

const SHALLOW = 1_000
const DEEP = 1_000_000
const LEVELS = 10_000
const BATCH = 100
const ROUNDS = 1_000
const LOTS = 100
const MIDDLE = LEVELS
const TARGET = 3

const KINDS = ['add', 'cancel', 'take'] as const
type Kind = (typeof KINDS)[number]
type Costs = Record<Kind, number>

/** A book under test; whoever adds keeps what `add` answers, as the exchange does, and cancels by it. */
interface DeepBook {
  add(id: number, buy: boolean, price: number): number
  cancel(handle: number): void
  take(buy: boolean): void
}

export async function depthBenchmarks(): Promise<Result[]> {
  const runs = 5
  const samples: Record<'ours' | 'limit', Costs[]> = { ours: [], limit: [] }
  const schedules = [prepare(SHALLOW), prepare(DEEP)] as const
  const ratios = (make: (orders: number) => DeepBook): Costs => {
    const [shallow, deep] = schedules.map((schedule) => costsOf(make(schedule.orders), schedule))
    return Object.fromEntries(
      KINDS.map((kind) => [kind, (deep?.[kind] ?? 0) / (shallow?.[kind] ?? 1)]),
    ) as Costs
  }
  for (let run = 0; run < runs; run++) {
    samples.ours.push(ratios(ours))
    samples.limit.push(ratios(bare))
  }
  const lines = KINDS.map((kind) => {
    const next = (of: readonly Costs[]) => {
      let run = 0
      return () => of[run++]?.[kind] ?? Number.NaN
    }
    return compare({
      name: `match.depth-${kind}`,
      unit: 'x',
      better: 'lower',
      ours: next(samples.ours),
      limit: next(samples.limit),
      runs,
      target: { text: `at most ${TARGET} x`, met: ({ ours: ratio }) => ratio <= TARGET },
      note: `cost of one ${kind} at ${DEEP} resting orders over ${LEVELS} levels over its cost at ${SHALLOW} in the same range; limit: the same of the bare ladder`,
    })
  })
  return Promise.all(lines)
}

/** Operations made ready before anything is timed: `price` below zero for a sale, ids of what is canceled. */
interface Schedule {
  readonly orders: number
  readonly first: Int32Array
  readonly rounds: readonly {
    readonly add: Int32Array
    readonly cancel: Int32Array
    readonly take: Uint8Array
    readonly refill: Int32Array
  }[]
}

/** Plays the run on a ladder, to know which orders are left to be canceled. */
function prepare(resting: number): Schedule {
  const random = seededRandom(5)
  const book = new Ladder(2 * LEVELS + 2, resting + 2 * ROUNDS * BATCH + 2)
  const live: number[] = []
  const place = new Int32Array(resting + 2 * ROUNDS * BATCH + 2)
  let next = 1
  const leave = (id: number): void => {
    const last = live.pop() ?? 0
    const at = place[id] ?? 0
    if (last === id) return
    live[at] = last
    place[last] = at
  }
  const draw = (buy: boolean, distance: number): number => {
    const price = buy ? MIDDLE - distance : MIDDLE + 1 + distance
    place[next] = live.push(next) - 1
    book.add(next++, buy, price, LOTS, true, ignore)
    return buy ? price : -price
  }
  const anywhere = (): number => draw(random() < 0.5, Math.floor((random() * LEVELS) / 2))
  const first = Int32Array.from({ length: resting }, anywhere)
  const rounds = Array.from({ length: ROUNDS }, () => {
    const add = Int32Array.from({ length: BATCH }, anywhere)
    const cancel = Int32Array.from({ length: BATCH }, () => {
      const id = live[Math.floor(random() * live.length)] ?? 0
      leave(id)
      book.cancel(id)
      return id
    })
    const taken: number[] = []
    const take = Uint8Array.from({ length: BATCH }, () => {
      const buy = random() < 0.5
      const from = taken.length
      book.add(0, buy, buy ? 2 * LEVELS : 1, LOTS, false, (maker) => taken.push(maker))
      for (const id of taken.slice(from)) leave(id)
      return buy ? 1 : 0
    })
    // As many as were taken, near the touch, so that the book stays as it is.
    const refill = Int32Array.from({ length: BATCH }, (_, index) =>
      draw(take[index] === 0, Math.floor(random() * 10)),
    )
    return { add, cancel, take, refill }
  })
  return { orders: next, first, rounds }
}

/** Nanoseconds an operation: medians of batches, which what else the machine does leaves alone. */
function costsOf(book: DeepBook, { orders, first, rounds }: Schedule): Costs {
  const handles = new Int32Array(orders)
  const times: Record<Kind, number[]> = { add: [], cancel: [], take: [] }
  let id = 1
  const addAll = (prices: Int32Array): void => {
    for (const price of prices) {
      handles[id] = book.add(id, price > 0, Math.abs(price))
      id++
    }
  }
  const timed = (kind: Kind, work: () => void): void => {
    const start = process.hrtime.bigint()
    work()
    times[kind].push(Number(process.hrtime.bigint() - start) / BATCH)
  }
  addAll(first)
  for (const { add, cancel, take, refill } of rounds) {
    timed('add', () => addAll(add))
    const leaving = cancel.map((leaver) => handles[leaver] ?? 0)
    timed('cancel', () => {
      for (const handle of leaving) book.cancel(handle)
    })
    timed('take', () => {
      for (const buy of take) book.take(buy === 1)
    })
    addAll(refill)
  }
  return { add: median(times.add), cancel: median(times.cancel), take: median(times.take) }
}

function ours(): DeepBook {
  const book = new OrderBook()
  return {
    add: (id, buy, price) => book.add(id, buy ? 'buy' : 'sell', price, LOTS, ignore),
    cancel: (slot) => book.remove(slot),
    take: (buy) => void book.sweep(buy ? 'buy' : 'sell', buy ? 2 * LEVELS : 1, LOTS, ignore),
  }
}

function bare(orders: number): DeepBook {
  const book = new Ladder(2 * LEVELS + 2, orders + 2)
  return {
    add: (id, buy, price) => {
      book.add(id, buy, price, LOTS, true, ignore)
      return id
    },
    cancel: (id) => book.cancel(id),
    take: (buy) => book.add(0, buy, buy ? 2 * LEVELS : 1, LOTS, false, ignore),
  }
}

function ignore(): void {}
