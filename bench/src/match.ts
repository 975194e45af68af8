import { OrderBook } from '../../mock-server/src/exchange/matching/order-book.ts'
import { type Contender, ladder, nodejsOrderBook } from './contenders.ts'
import { compare, type Result, rateOf } from './measure.ts'
import { cancelMix, liquibookMix, type Operation } from './workload.ts'

const OPERATIONS = 200_000
const TARGET = 20

export async function matchBenchmarks(): Promise<Result[]> {
  const adds = liquibookMix(OPERATIONS)
  const crossing = Math.round(crossingShare(adds) * 100)
  return [
    await compareBooks('match.liquibook-mix', [], adds, `${crossing} % of the adds cross`),
    await compareBooks('match.cancel-mix', ...mixAt(1000), 'at 1,000 resting orders'),
    await compareBooks('match.cancel-mix-10k', ...mixAt(10_000), 'at 10,000 resting orders'),
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
    runs: 7,
    target: {
      text: `at least ${TARGET} x nodejs-order-book`,
      met: ({ ratioToPeer }) => (ratioToPeer['nodejs-order-book'] ?? 0) >= TARGET,
    },
    note: `${note}; all three report the same ${expected} fills`,
  })
}

function ours(): Contender {
  const book = new OrderBook()
  let fills = 0
  let filledQuantity = 0
  const onFill = (_maker: number, _price: number, quantity: number): void => {
    fills++
    filledQuantity += quantity
  }
  return {
    apply: (operations) => {
      for (const operation of operations) {
        if (operation.kind === 'cancel') book.cancel(operation.id)
        else {
          const side = operation.buy ? 'buy' : 'sell'
          if (operation.kind === 'add')
            book.add(operation.id, side, operation.price, operation.quantity, onFill)
          else book.sweep(side, operation.price, operation.quantity, onFill)
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
