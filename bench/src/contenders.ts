import { OrderBook as PeerBook, Side } from 'nodejs-order-book'
import { Ladder } from './ladder.ts'
import type { Operation } from './workload.ts'

// The peer's enumeration is not exported; its value is this text.
const IOC = 'IOC' as NonNullable<Parameters<PeerBook['limit']>[0]['timeInForce']>

/** A book under test: applies operations and counts every fill that it reports. */
export interface Contender {
  apply(operations: readonly Operation[]): void
  readonly fills: number
  readonly filledQuantity: number
}

export function ladder(orders: number): Contender {
  const book = new Ladder(4096, orders + 1)
  let fills = 0
  let filledQuantity = 0
  const onFill = (_maker: number, quantity: number): void => {
    fills++
    filledQuantity += quantity
  }
  return {
    apply: (operations) => {
      for (const operation of operations) {
        if (operation.kind === 'cancel') book.cancel(operation.id)
        else
          book.add(
            operation.id,
            operation.buy,
            operation.price,
            operation.quantity,
            operation.kind === 'add',
            onFill,
          )
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

export function nodejsOrderBook(): Contender {
  const book = new PeerBook()
  let fills = 0
  let filledQuantity = 0
  return {
    apply: (operations) => {
      for (const operation of operations) {
        if (operation.kind === 'cancel') {
          book.cancel(String(operation.id))
          continue
        }
        const result = book.limit({
          id: String(operation.id),
          side: operation.buy ? Side.BUY : Side.SELL,
          price: operation.price,
          size: operation.quantity,
          ...(operation.kind === 'take' ? { timeInForce: IOC } : {}),
        })
        for (const done of result.done) {
          if (done.id === String(operation.id)) continue
          fills++
          filledQuantity += done.size
        }
        if (result.partial && result.partial.id !== String(operation.id)) {
          fills++
          filledQuantity += result.partialQuantityProcessed
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
