import type { Lots, Minor } from '../values/types.ts'
import type { Account } from './account.ts'
import type { Ledger } from './ledger.ts'
import type { Position } from './position.ts'

/**
 * The undoing of a trade: for each posting of it an equal and opposite one, made now. Nothing is edited: what has
 * happened since stands, and is counted with the trade gone.
 *
 * The trade stands undone even where an account has sold the stock or spent the money since: as with a broker, it
 * owes them from then on ({@link Account.owed}).
 */

/** What a trade did to one account: its fee, and its part in the cost and the profit of its position. */
export interface PostedSide {
  readonly account: Account
  readonly fee: Minor
  readonly costChange: Minor
  readonly profitChange: Minor
}

export interface PostedTrade {
  readonly symbol: string
  readonly asset: string
  readonly buyer: PostedSide
  readonly seller: PostedSide
  readonly lots: Lots
  readonly value: Minor
}

export function reverseTrade(ledger: Ledger, trade: PostedTrade): void {
  const { symbol, asset, buyer, seller, lots, value } = trade
  ledger.drawStock(symbol, buyer.account, lots)
  ledger.drawCash(asset, seller.account, value - seller.fee)
  takeBack(buyer, symbol, lots)
  takeBack(seller, symbol, -lots)
  ledger.moveCash(asset, seller.account, buyer.account, value)
  for (const { account, fee } of [buyer, seller]) ledger.chargeFee(asset, account, -fee)
}

/** What is below zero now is owed: see {@link Account.owed}. */
export function noteOwed(account: Account, symbol: string, asset: string): void {
  if (account.kind !== 'customer') return
  note(account, asset, account.balance(asset).available)
  note(account, symbol, BigInt(account.position(symbol).availableLots))
}

function note({ owed }: Account, what: string, available: bigint): void {
  if (available < 0n) owed.set(what, available)
  else owed.delete(what)
}

function takeBack({ account, costChange, profitChange }: PostedSide, symbol: string, lots: Lots): void {
  const position = account.position(symbol)
  position.availableLots -= lots
  position.cost -= costChange
  position.realizedProfit -= profitChange
  realizeRest(position)
}

/**
 * Later sales took a share of what this purchase cost along with them. What the position has no more lots for is
 * theirs, and so belongs to the profit that they made.
 */
function realizeRest(position: Position): void {
  const lots = position.availableLots + position.heldLots
  const isOfLots = lots > 0 ? position.cost >= 0n : lots < 0 && position.cost <= 0n
  if (isOfLots) return
  position.realizedProfit -= position.cost
  position.cost = 0n
}
