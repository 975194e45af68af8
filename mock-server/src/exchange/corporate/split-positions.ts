import type { Account } from '../accounts/account.ts'
import { refitStock } from '../accounts/margin/fit-exposure.ts'
import { totalLots } from '../accounts/position.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import { divideHalfEven } from '../values/decimal.ts'
import type { HalfTicks, Minor } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import type { CorporateAction } from './corporate-action.ts'
import type { CorporateTerms } from './corporate-terms.ts'
import type { PriceChange } from './price-change.ts'

type Split = Extract<CorporateTerms, { type: 'split' }>

/**
 * Every position is counted anew, rounded towards zero; its cost stays. What is left of a lot is paid out at the last
 * price by the issuer, who also takes the difference of the quantities, so that all positions sum to zero still.
 */
export function splitPositions(
  state: ExchangeState,
  listing: Listing,
  { actionNumber, symbol }: CorporateAction,
  split: Split,
  change: PriceChange,
  lastPrice: HalfTicks,
): void {
  for (const account of state.accounts.values()) {
    const owned = account.positions.get(symbol)
    const before = owned === undefined ? 0 : totalLots(owned)
    if (before === 0) continue
    const lots = change.lots(before)
    const fraction = BigInt(before) * BigInt(split.newUnits) - BigInt(lots) * BigInt(split.oldUnits)
    account.position(symbol).availableLots += lots - before
    state.ledger.issuer.position(symbol).availableLots -= lots - before
    if (account.kind !== 'customer') continue
    const cashInLieu =
      (tradeValue(listing.instrument, lastPrice, 1) * fraction) / (2n * BigInt(split.newUnits))
    state.booked(account, {
      type: 'split',
      stock: { symbol, lots: lots - before },
      ...(cashInLieu === 0n ? {} : { cash: { asset: listing.instrument.quoteAsset, amount: cashInLieu } }),
      corporateAction: actionNumber,
    })
    payFraction(state, account, listing, { fraction, split, cashInLieu, before })
    splitLots(account, symbol, lots, change)
    refitStock(account, listing, state.ledger)
    state.accountChanged(account)
  }
}

interface Fraction {
  readonly fraction: bigint
  readonly split: Split
  readonly cashInLieu: Minor
  /** The old position. */
  readonly before: number
}

/** The fraction is sold: its share of the cost leaves, and the rest is profit. */
function payFraction(state: ExchangeState, account: Account, listing: Listing, sold: Fraction): void {
  const { fraction, split, cashInLieu, before } = sold
  if (fraction === 0n) return
  const { symbol, quoteAsset } = listing.instrument
  const position = account.position(symbol)
  const whole = BigInt(before) * BigInt(split.newUnits)
  const sign = before > 0 ? 1n : -1n
  const share =
    totalLots(position) === 0 ? position.cost : divideHalfEven(position.cost * fraction * sign, whole * sign)
  position.cost -= share
  position.realizedProfit += cashInLieu - share
  state.ledger.moveCash(quoteAsset, state.ledger.issuer, account, cashInLieu)
  account.lots?.get(symbol)?.payOut(cashInLieu, fraction, whole)
}

/** What is counted by lots, and what has not been delivered. */
function splitLots({ lots, settlement }: Account, symbol: string, total: number, change: PriceChange): void {
  lots?.get(symbol)?.restate((quantity) => change.lots(quantity), total)
  if (settlement === undefined) return
  for (const map of [settlement.bought, settlement.unpaid]) {
    for (const pending of map.get(symbol) ?? []) pending.lots = change.lots(pending.lots)
  }
}
