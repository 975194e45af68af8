import type { Account } from '../accounts/account.ts'
import { totalLots } from '../accounts/position.ts'
import type { Fill } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import { divideHalfEven, UNIT } from '../values/decimal.ts'
import type { Lots, Minor, Time } from '../values/types.ts'
import { scaleOf } from '../values/wire.ts'
import { type CorporateAction, type Entitlement, tookEffectSince } from './corporate-action.ts'

/** Customers only: the market's own accounts stand for nobody. */
export function entitled(state: ExchangeState, listing: Listing, perUnit: Minor): readonly Entitlement[] {
  const { symbol } = listing.instrument
  return [...state.accounts.values()].flatMap((account) => {
    const position = account.kind === 'customer' ? account.positions.get(symbol) : undefined
    const lots = position === undefined ? 0 : totalLots(position)
    return lots === 0 ? [] : [entitlementOf(account, listing, lots, perUnit)]
  })
}

function entitlementOf(account: Account, { instrument }: Listing, lots: Lots, perUnit: Minor): Entitlement {
  const { units } = scaleOf(instrument).lot
  return { account, lots, amount: divideHalfEven(perUnit * BigInt(lots) * units, UNIT) }
}

/** The pay date has come: the issuer pays whoever was entitled, and whoever was short pays the issuer. */
export function payOut(state: ExchangeState, { instrument }: Listing, action: CorporateAction): void {
  action.stage = 'done'
  for (const entitlement of action.entitlements) {
    pay(state, instrument.quoteAsset, entitlement, { type: 'dividend', corporateAction: action.actionNumber })
    state.accountChanged(entitlement.account)
  }
  action.entitlements = []
}

function pay(
  state: ExchangeState,
  asset: string,
  { account, amount }: Entitlement,
  booking: { readonly type: 'dividend' | 'reversal'; readonly corporateAction: number },
): void {
  state.ledger.moveCash(asset, state.ledger.issuer, account, amount)
  state.booked(account, { ...booking, cash: { asset, amount } })
}

/** A trade that counts less than it did, by so many lots. */
export interface TakenBack {
  readonly fill: Fill
  readonly lots: Lots
  readonly tradedAt: Time
}

/**
 * Stock that was bought before the ex-date and is taken back goes with its dividend: what is to be paid is owed to
 * whoever would own it without the trade, and what was paid is taken back.
 */
export function takeBackDividends(
  state: ExchangeState,
  listing: Listing,
  { fill, lots, tradedAt }: TakenBack,
): void {
  const account = state.accounts.get(fill.accountId)
  if (account === undefined || account.kind !== 'customer' || lots === 0) return
  const change = fill.side === 'buy' ? -lots : lots
  for (const action of tookEffectSince(state.corporateActions, fill.symbol, tradedAt)) {
    const { terms, stage, actionNumber } = action
    if (terms.type !== 'cashDividend') continue
    const entitlement = (owned: Lots) => entitlementOf(account, listing, owned, terms.amount)
    if (stage === 'effective') {
      const owned = change + (action.entitlements.find((owner) => owner.account === account)?.lots ?? 0)
      const others = action.entitlements.filter((owner) => owner.account !== account)
      action.entitlements = owned === 0 ? others : [...others, entitlement(owned)]
    } else {
      const booking = { type: 'reversal', corporateAction: actionNumber } as const
      pay(state, listing.instrument.quoteAsset, entitlement(change), booking)
    }
  }
}
