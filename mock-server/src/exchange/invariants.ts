import type { Account } from './accounts/account.ts'
import { lotsHeldBy } from './accounts/held-by-order.ts'
import { lotsOf } from './accounts/margin/assessment.ts'
import { isLentOn, isOnCredit } from './accounts/margin/credit.ts'
import {
  type Exposure,
  type MarginAccount,
  NO_AMOUNT,
  NO_EXPOSURE,
  plus,
} from './accounts/margin/margin-account.ts'
import { openAmountOf } from './accounts/margin/open-amount.ts'
import { reservationOf } from './accounts/reservations.ts'
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
  for (const listing of state.listings.values()) loansAreCounted(state, listing)
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

function loansAreCounted(state: ExchangeState, { instrument: { symbol }, lentLots }: Listing): void {
  let borrowed = 0
  for (const { margin } of state.accounts.values()) borrowed += margin?.exposure(symbol).borrowedLots ?? 0
  hold(
    borrowed === lentLots,
    'what is lent is borrowed',
    () => `${symbol}: ${lentLots} lent, ${borrowed} borrowed`,
  )
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
  if (account.margin !== undefined) creditIsSound(state, account, account.margin, heldLots)
  for (const [asset, { available, held }] of account.balances) {
    const mayOwe = account.margin !== undefined && asset === account.currency
    hold(
      mayOwe || available >= (account.owed.get(asset) ?? 0n),
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
    const mayOwe = account.margin !== undefined && held === 0
    hold(
      mayOwe || availableLots >= Number(account.owed.get(symbol) ?? 0n),
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

/** Open orders on credit add up to what the account counts; sales hold what it is long and borrow the rest. */
function creditIsSound(
  state: ExchangeState,
  account: Account,
  margin: MarginAccount,
  heldLots: Map<string, number>,
): void {
  const sums = new Map<string, Exposure>()
  for (const { exposure: amount, listing, order } of state.orders.archive(account).open.values()) {
    if (amount === undefined || listing === undefined) continue
    const { symbol } = listing.instrument
    const sum = sums.get(symbol) ?? NO_EXPOSURE
    sums.set(symbol, { ...sum, [order.terms.side]: plus(sum[order.terms.side], amount) })
  }
  for (const symbol of new Set([...sums.keys(), ...margin.exposures.keys(), ...account.positions.keys()])) {
    const { instrument } = state.listings.get(symbol) ?? {}
    if (instrument === undefined || !isLentOn(instrument, account.currency)) continue
    const { buy, sell, borrowedLots } = margin.exposure(symbol)
    const sum = sums.get(symbol) ?? NO_EXPOSURE
    const total = lotsOf(account, symbol)
    const numbers = () =>
      `${account.accountId} ${symbol}: ${borrowedLots} borrowed, has ${total}, sells ${sell.lots}`
    const isSum = [buy.lots - sum.buy.lots, sell.lots - sum.sell.lots].every((lots) => lots === 0)
    hold(
      isSum && buy.value === sum.buy.value && sell.value === sum.sell.value,
      'credit is counted exactly',
      numbers,
    )
    hold(borrowedLots === Math.max(0, sell.lots - total), 'what is short is borrowed', numbers)
    if (total > 0) heldLots.set(symbol, Math.min(total, sell.lots))
  }
}

function orderIsSound({ order }: OrderRecord): void {
  const { filledLots, remainingLots, preventedLots = 0, terms, status, orderNumber } = order
  const numbers = () =>
    `order ${orderNumber} (${status}): ${filledLots} filled, ${remainingLots} remaining, ${preventedLots} prevented of ${terms.quantityLots}`
  hold(filledLots >= 0 && filledLots <= terms.quantityLots, 'filled is within quantity', numbers)
  const done = filledLots + preventedLots
  const working = isOpen(status) ? done + remainingLots === terms.quantityLots : remainingLots === 0
  hold(working, 'filled and remaining make the quantity, ended orders have no remainder', numbers)
  // Filled with a request on its way: an order is over when that is answered.
  const mayBeAll = status === 'pendingCancel' || status === 'pendingReplace'
  const isComplete =
    status === 'filled' ? done === terms.quantityLots : mayBeAll || filledLots < terms.quantityLots
  hold(status === 'rejected' || isComplete, 'filled means all of it', numbers)
}

function reservationIsExact(record: OrderRecord): void {
  if (record.account.kind !== 'customer' || record.order.status === 'pendingNew') return
  const { order, account, listing } = record
  if (listing !== undefined && isOnCredit(account, listing.instrument)) {
    const [counted, needed] = [record.exposure ?? NO_AMOUNT, openAmountOf(record, order.remainingLots)]
    const same =
      counted.lots === needed.lots && counted.value === needed.value && counted.fees === needed.fees
    const numbers = () => `order ${order.orderNumber} counts ${counted.value}, needs ${needed.value}`
    hold(same && record.reservedCash === 0n && record.reservedLots === 0, 'reservations are exact', numbers)
    return
  }
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
    isStop(terms) &&
    status !== 'held' &&
    status !== 'pendingNew' &&
    triggeredAt === undefined &&
    stopPriceTicks !== undefined
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
