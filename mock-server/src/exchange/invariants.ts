import type { Account } from './accounts/account.ts'
import { lotsHeldBy, reservationOf } from './accounts/reservations.ts'
import type { Listing } from './instruments/listing.ts'
import { referencePrice } from './instruments/stops.ts'
import type { BookSide } from './matching/book-side.ts'
import { betterThan, crosses } from './matching/side.ts'
import { isOpen } from './orders/lifecycle.ts'
import { isStop, limitOf } from './orders/order.ts'
import type { OrderRecord } from './orders/order-record.ts'
import type { ExchangeState } from './state.ts'

/**
 * What must hold between any two commands, whatever was executed. Looks at everything: for tests and for
 * whoever wants to know after every command.
 *
 * @throws Error that names the broken invariant and its numbers.
 */
export function checkInvariants({ state }: { readonly state: ExchangeState }): void {
  const accounts = [...state.ledger.systemAccounts, ...state.accounts.values()]
  moneyIsConserved(accounts)
  stockIsConserved(accounts)
  for (const account of state.accounts.values()) accountIsSound(state, account)
  for (const listing of state.listings.values()) bookIsSound(state, listing)
}

function moneyIsConserved(accounts: readonly Account[]): void {
  const totals = new Map<string, bigint>()
  for (const { balances } of accounts) {
    for (const [asset, { available, held }] of balances) {
      totals.set(asset, (totals.get(asset) ?? 0n) + available + held)
    }
  }
  for (const [asset, total] of totals) {
    hold(
      total === 0n,
      'money is conserved',
      () => `all accounts together have ${total} minor units of ${asset}, not 0`,
    )
  }
}

function stockIsConserved(accounts: readonly Account[]): void {
  const totals = new Map<string, number>()
  for (const { positions } of accounts) {
    for (const [symbol, { availableLots, heldLots }] of positions) {
      totals.set(symbol, (totals.get(symbol) ?? 0) + availableLots + heldLots)
    }
  }
  for (const [symbol, total] of totals) {
    hold(
      total === 0,
      'positions sum to zero',
      () => `all accounts together have ${total} lots of ${symbol}, not 0`,
    )
  }
}

/** Nothing is overdrawn, and exactly what open orders need is held. */
function accountIsSound(state: ExchangeState, account: Account): void {
  const { accountId } = account
  const heldCash = new Map<string, bigint>()
  const heldLots = new Map<string, number>()
  for (const record of state.orders.archive(account).open.values()) {
    orderIsSound(record)
    reservationIsExact(record)
    stopIsAhead(record)
    const { instrument } = record.listing ?? {}
    if (instrument === undefined) continue
    const { quoteAsset, symbol } = instrument
    heldCash.set(quoteAsset, (heldCash.get(quoteAsset) ?? 0n) + record.reservedCash)
    heldLots.set(symbol, (heldLots.get(symbol) ?? 0) + record.reservedLots)
  }
  for (const [asset, { available, held }] of account.balances) {
    hold(
      available >= (account.owed.get(asset) ?? 0n),
      'available is never negative but for what a reversal took',
      () => `${accountId} has ${available} ${asset}`,
    )
    const expected = heldCash.get(asset) ?? 0n
    hold(
      held === expected,
      'held equals reservations',
      () => `${accountId} holds ${held} ${asset}, orders ${expected}`,
    )
  }
  for (const [symbol, { availableLots, heldLots: held }] of account.positions) {
    hold(
      availableLots >= Number(account.owed.get(symbol) ?? 0n),
      'available is never negative but for what a reversal took',
      () => `${accountId} has ${availableLots} ${symbol}`,
    )
    const expected = heldLots.get(symbol) ?? 0
    hold(
      held === expected,
      'held equals reservations',
      () => `${accountId} holds ${held} ${symbol}, orders ${expected}`,
    )
  }
  for (const record of state.orders.archive(account).newestFirst()) orderIsSound(record)
}

function orderIsSound({ order }: OrderRecord): void {
  const { filledLots, remainingLots, preventedLots = 0, terms, status, orderNumber } = order
  const numbers = () =>
    `order ${orderNumber} (${status}): ${filledLots} filled, ${remainingLots} remaining, ${preventedLots} prevented of ${terms.quantityLots}`
  hold(filledLots >= 0 && filledLots <= terms.quantityLots, 'filled is within quantity', numbers)
  const done = filledLots + preventedLots
  const working = isOpen(status) ? done + remainingLots === terms.quantityLots : remainingLots === 0
  hold(working, 'filled and remaining make the quantity, ended orders have no remainder', numbers)
  const isComplete = status === 'filled' ? done === terms.quantityLots : filledLots < terms.quantityLots
  hold(status === 'rejected' || isComplete, 'filled means all of it', numbers)
}

function reservationIsExact(record: OrderRecord): void {
  if (record.account.kind !== 'customer') return
  const { order } = record
  const cash = reservationOf(record, order.remainingLots)
  const lots = lotsHeldBy(record, order.remainingLots)
  const numbers = () =>
    `order ${order.orderNumber} reserves ${record.reservedCash} and ${record.reservedLots} lots, needs ${cash} and ${lots}`
  hold(record.reservedCash === cash && record.reservedLots === lots, 'reservations are exact', numbers)
}

/** An open stop waits where its price says, and no price has reached it while there was trading. */
function stopIsAhead({ order, listing, waiting }: OrderRecord): void {
  const { terms, stopPriceTicks, triggeredAt, orderNumber, status } = order
  const { side, triggerBy = 'last' } = terms
  const isExpected =
    isStop(terms) && status !== 'held' && triggeredAt === undefined && stopPriceTicks !== undefined
  const place = isExpected ? stopPriceTicks : undefined
  const numbers = () => `order ${orderNumber} waits at ${waiting?.stopTicks}, its stop is ${place}`
  hold(waiting?.stopTicks === place, 'stops wait at their price', numbers)
  if (!isExpected || listing === undefined || !listing.isRegular) return
  const price = referencePrice(listing, triggerBy, side)
  const isAhead = price === undefined || !crosses(side, price, 2 * stopPriceTicks)
  hold(isAhead, 'no stop is left past its price', () => `${numbers()}, ${triggerBy} at ${price} half ticks`)
}

function bookIsSound(state: ExchangeState, listing: Listing): void {
  const { symbol } = listing.instrument
  const { bids, asks } = listing.book
  const [bid, ask] = [bids.best?.priceTicks, asks.best?.priceTicks]
  if (bid !== undefined && ask !== undefined) {
    hold(
      !crosses('buy', bid, ask),
      'the book is never crossed or locked',
      () => `${symbol}: bid ${bid}, ask ${ask}`,
    )
  }
  const resting = sideIsSound(state, symbol, bids) + sideIsSound(state, symbol, asks)
  hold(
    resting === listing.book.size,
    'every order is in one queue',
    () => `${symbol}: ${resting} of ${listing.book.size}`,
  )
}

/** Levels sorted and none empty; queues in the order of entry; the same quantity as the orders say. */
function sideIsSound(state: ExchangeState, symbol: string, side: BookSide): number {
  let resting = 0
  for (let position = 0; position < side.count; position += 1) {
    const level = side.fromBest(position)
    const behind = side.fromBest(position + 1)
    if (level === undefined) continue
    const at = () => `${symbol} ${side.side} at ${level.priceTicks}`
    const sorted = behind === undefined || betterThan(side.side, level.priceTicks, behind.priceTicks)
    hold(sorted, 'levels are sorted', () => `${at()} before ${behind?.priceTicks}`)
    let total = 0
    let lastPlace = 0
    for (const order of side.queueFromBest(position)) {
      const record = state.orders.get(order.orderNumber)
      const remaining = record?.order.remainingLots
      const place = record?.placeNumber ?? 0
      hold(
        remaining === order.totalLots,
        'book and orders agree',
        () => `${at()}: order ${order.orderNumber} rests with ${order.totalLots}, has ${remaining}`,
      )
      hold(
        record !== undefined && limitOf(record.order.terms) === level.priceTicks,
        'orders rest at their limit',
        at,
      )
      hold(
        place > lastPlace,
        'queues are in the order of entry',
        () => `${at()}: ${place} behind ${lastPlace}`,
      )
      hold(
        order.remainingLots > 0,
        'resting orders have a remainder',
        () => `${at()}: order ${order.orderNumber}`,
      )
      const shown = Math.min(record?.order.terms.displayLots ?? order.totalLots, order.totalLots)
      hold(
        order.remainingLots <= shown && order.hiddenLots >= 0,
        'an order shows no more than it says',
        () => `${at()}: order ${order.orderNumber} shows ${order.remainingLots} of ${order.totalLots}`,
      )
      total += order.remainingLots
      lastPlace = place
      resting += 1
    }
    hold(
      total > 0 && total === level.quantityLots,
      'a level is the sum of its orders',
      () => `${at()}: ${level.quantityLots}, orders ${total}`,
    )
  }
  return resting
}

/** The numbers are put into words only when they are wrong. */
function hold(condition: boolean, invariant: string, numbers: () => string): asserts condition {
  if (!condition) throw new Error(`exchange invariant broken: ${invariant}: ${numbers()}`)
}
