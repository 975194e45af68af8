import { OrderBook } from '../../mock-server/src/exchange/matching/order-book.ts'
import { PagedIndex } from '../../mock-server/src/exchange/matching/paged-index.ts'
import { type Contender, ladder, nodejsOrderBook } from './contenders.ts'
import { depthBenchmarks } from './depth.ts'
import { compare, type Result, rateOf } from './measure.ts'
import { cancelMix, liquibookMix, type Operation } from './workload.ts'

const OPERATIONS = 200_000
const TARGET = 30
/** At most three times the time of the bare ladder. */
const LIMIT = 1 / 3

export async function matchBenchmarks(): Promise<Result[]> {
  const adds = liquibookMix(OPERATIONS)
  const crossing = Math.round(crossingShare(adds) * 100)
  return [
    await compareBooks('match.liquibook-mix', [], adds, `${crossing} % of the adds cross`),
    await compareBooks('match.cancel-mix', ...mixAt(1000), 'at 1,000 resting orders'),
    await compareBooks('match.cancel-mix-10k', ...mixAt(10_000), 'at 10,000 resting orders'),
    ...(await depthBenchmarks()),
  ]
}

function mixAt(resting: number): [Operation[], Operation[]] {
  const { warmUp, operations } = cancelMix(OPERATIONS, resting)
  return [warmUp, operations]
}

function compareBooks(
  name: string,
  warmUp: Operation[],
  operations: Operation[],
  note: string,
): Promise<Result> {
  const expected = fillsOf(nodejsOrderBook(), warmUp, operations)
  const sample = (make: () => Contender) => (): number => {
    const contender = make()
    contender.apply(warmUp)
    const rate = rateOf(operations.length, () => contender.apply(operations))
    // A fast answer that is another answer is no answer.
    if (contender.fills !== expected)
      throw new Error(`${name}: ${contender.fills} fills instead of ${expected}`)
    return rate
  }
  return compare({
    name,
    unit: 'operations/s',
    better: 'higher',
    ours: sample(ours),
    peers: { 'nodejs-order-book': sample(nodejsOrderBook) },
    limit: sample(() => ladder(warmUp.length + operations.length)),
    // Ours and the ladder take some 50 ms each, the peer some seconds.
    turns: 5,
    target: {
      text: `at least ${TARGET} x nodejs-order-book, at most 3 x the time of the ladder`,
      met: ({ ratioToPeer, ratioToLimit }) =>
        (ratioToPeer['nodejs-order-book'] ?? 0) >= TARGET && (ratioToLimit ?? 0) >= LIMIT,
    },
    note: `${note}; all three report the same ${expected} fills`,
  })
}

/** The book, and what whoever uses it keeps: where each order rests, by its number. */
function ours(): Contender {
  const book = new OrderBook()
  const slots = new PagedIndex()
  let fills = 0
  let filledQuantity = 0
  const onFill = (maker: number, _price: number, quantity: number, isGone: boolean): void => {
    fills++
    filledQuantity += quantity
    if (isGone) slots.delete(maker)
  }
  const cancel = (id: number): void => {
    const slot = slots.get(id)
    if (slot === 0) return
    book.remove(slot)
    slots.delete(id)
  }
  return {
    apply: (operations) => {
      for (const operation of operations) {
        if (operation.kind === 'cancel') cancel(operation.id)
        else {
          const side = operation.buy ? 'buy' : 'sell'
          if (operation.kind === 'add') {
            const slot = book.add(operation.id, side, operation.price, operation.quantity, onFill)
            if (slot !== 0) slots.set(operation.id, slot)
          } else book.sweep(side, operation.price, operation.quantity, onFill)
        }
      }
    },
    get fills() {
      return fills
    },
    get filledQuantity() {
      return filledQuantity
    },
  }
}

function fillsOf(contender: Contender, warmUp: Operation[], operations: Operation[]): number {
  contender.apply(warmUp)
  contender.apply(operations)
  return contender.fills
}

function crossingShare(operations: readonly Operation[]): number {
  const book = ladder(operations.length)
  let crossing = 0
  for (const operation of operations) {
    const before = book.fills
    book.apply([operation])
    if (book.fills > before) crossing++
  }
  return crossing / operations.length
}
