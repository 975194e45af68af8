import type { Account } from '../accounts/account.ts'
import { withinExcess } from '../accounts/margin/buying-power.ts'
import { isLentOn } from '../accounts/margin/credit.ts'
import { refitStock } from '../accounts/margin/fit-exposure.ts'
import { markOf } from '../accounts/margin/valuation.ts'
import { totalLots } from '../accounts/position.ts'
import { unsettledCash, unsettledLots } from '../accounts/settlement/settlement.ts'
import type { Deposit, DepositPosition } from '../commands.ts'
import { moveOtherLots } from '../execution/move-lots.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import { MOST_AMOUNT } from '../values/decimal.ts'
import type { Lots, Minor } from '../values/types.ts'
import { formatMoney, formatQuantity, tradeValue } from '../values/wire.ts'
import { listingOf } from './listing-of.ts'

/** An account may be given {@link MOST_AMOUNT} of an asset, and stock worth as much at its highest price. */
export function deposit(state: ExchangeState, command: Deposit): void {
  const account = openAccount(state, command.accountId, command.amount >= 0n)
  if (account === undefined) return
  const { asset, amount } = command
  const known = moneyOf(state, account)
  if (!known.includes(asset)) {
    const what = `Nothing here is paid in ${JSON.stringify(asset)}, only in ${known.join(', ')}`
    state.reject('invalid-request', `${what}; units of an instrument are a position.`)
    return
  }
  const { available = 0n, held = 0n } = account.balances.get(asset) ?? {}
  const free = freeCash(state, account, asset, available)
  if (amount < 0n && free + amount < 0n) {
    const [wanted, there] = [formatMoney(-amount), formatMoney(free)]
    state.reject('insufficient-buying-power', `Withdrawing ${wanted} ${asset}: ${there} is available.`)
    return
  }
  const { settlement } = account
  const unsettled = settlement === undefined ? 0n : unsettledCash(settlement, asset, available + held)
  if (amount < 0n && available + held - unsettled + amount < 0n) {
    const [wanted, settled] = [formatMoney(-amount), formatMoney(available + held - unsettled)]
    state.reject('insufficient-buying-power', `Withdrawing ${wanted} ${asset}: ${settled} has settled.`)
    return
  }
  if (available + held + amount > MOST_AMOUNT) {
    state.reject('invalid-request', `An account may be given at most ${formatMoney(MOST_AMOUNT)} ${asset}.`)
    return
  }
  state.ledger.moveCash(asset, state.ledger.external, account, amount)
  if (account.margin !== undefined && asset === account.currency) account.margin.dayCharge -= amount
  state.booked(account, { type: amount < 0n ? 'withdrawal' : 'deposit', cash: { asset, amount } })
  state.accountChanged(account)
}

/** What instruments are paid in, and what the account itself counts in. */
function moneyOf({ listings }: ExchangeState, { currency }: Account): readonly string[] {
  return [...new Set([currency, ...[...listings.values()].map(({ instrument }) => instrument.quoteAsset)])]
}

/** A margin account pays out nothing that what it owes stands on. */
function freeCash(state: ExchangeState, account: Account, asset: string, available: Minor): Minor {
  const { margin, currency } = account
  return margin === undefined || asset !== currency ? available : withinExcess(state, account, available)
}

/** Stock from the issuer comes without a cost: its average price is that of what is bought with money. */
export function depositPosition(state: ExchangeState, command: DepositPosition): void {
  const listing = listingOf(state, command.symbol)
  if (listing === undefined) return
  const { symbol, quantityLots } = command
  const account = openAccount(state, command.accountId, quantityLots >= 0)
  if (account === undefined) return
  const position = account.positions.get(symbol)
  const available = position?.availableLots ?? 0
  const free = freeLots(state, account, listing, available)
  if (!Number.isSafeInteger(available + quantityLots) || !Number.isInteger(quantityLots)) {
    state.reject('quantity-out-of-bounds', `${quantityLots} lots of ${symbol} is not a whole, safe quantity.`)
    return
  }
  if (quantityLots < 0 && free + quantityLots < 0) {
    const [wanted, there] = [-quantityLots, free].map((lots) => formatQuantity(listing.instrument, lots))
    state.reject('insufficient-position', `Withdrawing ${wanted} ${symbol}: ${there} is available.`)
    return
  }
  const { settlement } = account
  const total = position === undefined ? 0 : totalLots(position)
  const unsettled = settlement === undefined ? 0 : unsettledLots(settlement, symbol, total)
  if (quantityLots < 0 && total - unsettled + quantityLots < 0) {
    const [wanted, there] = [-quantityLots, total - unsettled].map((lots) =>
      formatQuantity(listing.instrument, lots),
    )
    state.reject('insufficient-position', `Withdrawing ${wanted} ${symbol}: ${there} has settled.`)
    return
  }
  const { instrument } = listing
  const owned = available + (position?.heldLots ?? 0) + quantityLots
  if (quantityLots > 0 && tradeValue(instrument, instrument.maximumPriceTicks, owned) > MOST_AMOUNT) {
    const most = Number(MOST_AMOUNT / tradeValue(instrument, instrument.maximumPriceTicks, 1))
    state.reject(
      'quantity-out-of-bounds',
      `An account may be given at most ${formatQuantity(instrument, most)} ${symbol}.`,
    )
    return
  }
  if (quantityLots >= 0) state.ledger.moveStock(symbol, state.ledger.issuer, account, quantityLots)
  else state.ledger.moveStock(symbol, account, state.ledger.issuer, -quantityLots)
  moveOtherLots(state, account, symbol, quantityLots)
  refitStock(account, listing, state.ledger)
  const type = quantityLots < 0 ? 'withdrawal' : 'deposit'
  state.booked(account, { type, stock: { symbol, lots: quantityLots } })
  state.accountChanged(account)
}

/** Of a margin account no more than is worth what it owns beyond what credit needs. */
function freeLots(state: ExchangeState, account: Account, listing: Listing, available: Lots): Lots {
  const { margin, currency } = account
  if (margin === undefined || !isLentOn(listing.instrument, currency)) return available
  const mark = markOf(listing)
  // Without a price it counts nothing but its cost, and its cost leaves with it.
  if (mark === undefined) return available
  const one = tradeValue(listing.instrument, mark, 1)
  const lots = withinExcess(state, account, one * BigInt(Math.max(0, available))) / one
  return Number(lots)
}

/** A closed account may only withdraw. */
function openAccount(state: ExchangeState, accountId: string, paysIn: boolean): Account | undefined {
  const account = state.accounts.get(accountId)
  if (account === undefined) state.reject('unknown-account', `No account has the id ${accountId}.`)
  else if (account.closed && paysIn) state.reject('account-closed', `Account ${accountId} is closed.`)
  else return account
  return undefined
}
