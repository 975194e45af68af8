import type { ExchangeSnapshot } from '../exchange/snapshot/snapshot.ts'
import type { Entry } from './records.ts'

/** About 6 MB of text. Of a million orders at once no engine makes one text: V8 ends at 512 MiB. */
const ORDERS_AT_ONCE = 10_000

/** The state of an exchange as entries of a checkpoint: all but its orders, then these in parts. */
export function* exchangeEntries(snapshot: ExchangeSnapshot): Generator<Entry> {
  const { orders } = snapshot
  yield ['exchange', { ...snapshot, orders: [] }]
  for (let from = 0; from < orders.length; from += ORDERS_AT_ONCE) {
    yield ['orders', orders.slice(from, from + ORDERS_AT_ONCE)]
  }
}

/** Undefined where there is none among the entries. */
export function exchangeOf(entries: readonly Entry[]): ExchangeSnapshot | undefined {
  const [, rest] = entries.find(([kind]) => kind === 'exchange') ?? []
  if (rest === undefined) return undefined
  const parts = entries.filter(([kind]) => kind === 'orders')
  const orders = parts.flatMap(([, part]) => part as ExchangeSnapshot['orders'])
  return { ...(rest as ExchangeSnapshot), orders }
}
