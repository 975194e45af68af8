import type { Account } from './accounts/account.ts'
import type { ExchangeEvent } from './events.ts'
import type { BookSide } from './matching/book-side.ts'
import type { OrderRecord } from './orders/order-record.ts'
import type { ExchangeState } from './state.ts'

/**
 * Canonical text of events and of the whole state, and a hash of it, to compare two runs. The hash (two
 * lanes of 32 bits, multiply and xor) finds differences; it does not withstand forgery.
 */

/** JSON with bigints as decimal text; keys in the order in which the core writes them. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item))
}

/** 64 bits as 16 hexadecimal digits. */
export function hashText(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return hex(high) + hex(low)
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0')
}

export function eventHash(events: readonly ExchangeEvent[]): string {
  return hashText(canonicalText(events))
}

/** Hash of all that the exchange knows and could ever show. */
export function stateHash({ state }: { readonly state: ExchangeState }): string {
  return hashText(canonicalText(canonicalState(state)))
}

function canonicalState(state: ExchangeState): object {
  return {
    time: state.time,
    last: [state.lastOrderNumber, state.lastTradeNumber, state.lastFillNumber],
    phaseChangeAt: state.phaseChangeAt ?? null,
    expiry: state.expiries.next ?? null,
    listings: [...state.listings.values()].map(({ instrument, status, book, stops }) => ({
      instrument,
      status,
      last: stops.last ?? null,
      bids: queuesOf(book.bids),
      asks: queuesOf(book.asks),
    })),
    system: state.ledger.systemAccounts.map(possessions),
    accounts: [...state.accounts.values()].map((account) => {
      const archive = state.orders.archive(account)
      return {
        ...possessions(account),
        orders: [...archive.newestFirst()].map(orderText),
        fills: [...archive.fills.newestFirst()],
      }
    }),
  }
}

/** Every level from the best, every order of it from the oldest. */
function queuesOf(side: BookSide): readonly object[] {
  const queues: object[] = []
  for (let position = 0; position < side.count; position += 1) {
    const level = side.fromBest(position)
    const orders: number[] = []
    for (let order = level?.first; order !== undefined; order = order.next) {
      orders.push(order.orderNumber, order.remainingLots, order.hiddenLots)
    }
    queues.push([level?.priceTicks, orders])
  }
  return queues
}

function possessions(account: Account): object {
  return {
    accountId: account.accountId,
    closed: account.closed,
    ordersSeq: account.ordersSeq,
    cancelAllAt: account.cancelAllAt,
    balances: [...account.balances],
    positions: [...account.positions],
  }
}

function orderText(record: OrderRecord): object {
  const { order, rejection, reservedCash, reservedLots, aheadLots, printedLots, expiresAt } = record
  const stop =
    record.waiting === undefined ? undefined : [record.waiting.triggerBy, record.waiting.place.priceTicks]
  return {
    order,
    rejection,
    reservedCash,
    reservedLots,
    aheadLots,
    printedLots,
    expiresAt,
    stop,
    extreme: record.extreme,
  }
}
