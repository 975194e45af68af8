import type { Lots, Minor, Time } from '../../values/types.ts'

/** Money that will change hands on a day. */
export interface PendingCash {
  readonly day: number
  /** Proceeds of sales, less their fees. */
  received: Minor
  /** What of that has not been spent again. */
  unspent: Minor
  /** What was bought, with fees. */
  paid: Minor
}

/** Stock that will change hands on a day. */
export interface PendingStock {
  readonly day: number
  lots: Lots
}

/**
 * What of an account's trades has not settled. Its balances and positions have everything from the moment of the
 * trade, and may be traded with; this says how much of it has yet to be delivered.
 */
export class Settlement {
  /** Whether violations restrict the account; they are counted in any case. */
  isStrict = false
  /** By asset and by symbol, each in the order of days. */
  readonly cash = new Map<string, PendingCash[]>()
  readonly bought = new Map<string, PendingStock[]>()
  /** Stock that was paid with proceeds, until the day on which these settle. */
  readonly unpaid = new Map<string, PendingStock[]>()
  /** The days of good-faith violations in the latest year, oldest first. */
  violations: number[] = []
  /** The latest order that was one: its later fills are none again. */
  lastViolator = 0
  /** Until when the account may spend settled money only. */
  restrictedUntil: Time | undefined = undefined
}

/** Proceeds that have not settled, of those that are still there: what is bought is paid with settled money first. */
export function unsettledCash({ cash }: Settlement, asset: string, total: Minor): Minor {
  const list = cash.get(asset)
  if (list === undefined || total <= 0n) return 0n
  let proceeds = 0n
  for (const { unspent } of list) proceeds += unspent
  if (proceeds <= 0n) return 0n
  return proceeds < total ? proceeds : total
}

/**
 * After a purchase that left `total`: what settled money did not suffice for is taken from proceeds, in the order in
 * which they settle. Answers the day on which the latest of these do; undefined when none were needed.
 */
export function spendProceeds({ cash }: Settlement, asset: string, total: Minor): number | undefined {
  const pending = cash.get(asset)
  if (pending === undefined) return undefined
  let short = -(total > 0n ? total : 0n)
  for (const { unspent } of pending) short += unspent
  let latest: number | undefined
  for (const entry of pending) {
    if (short <= 0n) break
    const taken = short < entry.unspent ? short : entry.unspent
    if (taken <= 0n) continue
    entry.unspent -= taken
    short -= taken
    latest = entry.day
  }
  return latest
}

/** The balance with everything undelivered undone: what interest is due on. */
export function settledBalance({ cash }: Settlement, asset: string, total: Minor): Minor {
  let balance = total
  for (const { received, paid } of cash.get(asset) ?? []) balance += paid - received
  return balance
}

/** Bought stock that has not been delivered, of what is still there: what is sold is settled stock first. */
export function unsettledLots({ bought }: Settlement, symbol: string, total: Lots): Lots {
  const list = bought.get(symbol)
  if (list === undefined) return 0
  let lots = 0
  for (const pending of list) lots += pending.lots
  return Math.max(0, Math.min(lots, total))
}

/** Adds to what changes hands on a day; trades come in the order of time, so it is mostly the latest. */
export function addCash(settlement: Settlement, asset: string, pending: PendingCash): void {
  const list = listOf(settlement.cash, asset)
  const same = list.findLast(({ day }) => day === pending.day)
  if (same === undefined) insert(list, pending)
  else {
    same.received += pending.received
    same.unspent += pending.unspent
    same.paid += pending.paid
  }
}

export function addStock(map: Map<string, PendingStock[]>, symbol: string, day: number, lots: Lots): void {
  const list = listOf(map, symbol)
  const same = list.findLast((pending) => pending.day === day)
  if (same === undefined) insert(list, { day, lots })
  else same.lots += lots
}

/** Forgets what has been delivered by the beginning of `day`; true when that was anything. */
export function deliver({ cash, bought, unpaid }: Settlement, day: number): boolean {
  const delivered = [dropUntil(cash, day), dropUntil(bought, day), dropUntil(unpaid, day)]
  return delivered.includes(true)
}

function dropUntil<Pending extends { readonly day: number }>(
  map: Map<string, Pending[]>,
  day: number,
): boolean {
  let dropped = false
  for (const [name, list] of map) {
    const left = list.filter((pending) => pending.day > day)
    if (left.length === list.length) continue
    dropped = true
    if (left.length === 0) map.delete(name)
    else map.set(name, left)
  }
  return dropped
}

function listOf<Pending>(map: Map<string, Pending[]>, name: string): Pending[] {
  let list = map.get(name)
  if (list === undefined) {
    list = []
    map.set(name, list)
  }
  return list
}

function insert<Pending extends { readonly day: number }>(list: Pending[], pending: Pending): void {
  list.push(pending)
  list.sort((left, right) => left.day - right.day)
}
