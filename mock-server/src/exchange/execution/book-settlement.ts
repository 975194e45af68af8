import type { Account } from '../accounts/account.ts'
import { totalLots } from '../accounts/position.ts'
import { noteSale } from '../accounts/settlement/good-faith.ts'
import { addCash, addStock, spendProceeds } from '../accounts/settlement/settlement.ts'
import { settlementDay, startOfLedgerDay } from '../accounts/settlement/settlement-date.ts'
import type { Fill } from '../events.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { ExchangeState } from '../state.ts'

/** When the fill of a customer settles, and whether it was made in good faith. Called after the ledger has it. */
export function bookSettlement(
  state: ExchangeState,
  account: Account,
  instrument: Instrument,
  {
    side,
    quantityLots: lots,
    value,
    fee,
    orderNumber,
  }: Pick<Fill, 'side' | 'quantityLots' | 'value' | 'fee' | 'orderNumber'>,
): void {
  const { settlement } = account
  if (settlement === undefined) return
  const { symbol, quoteAsset: asset, assetClass } = instrument
  const day = settlementDay(instrument, state.time)
  // Margin accounts buy with credit rather than with what has not settled.
  // Margin accounts pay with credit what has not settled.
  const isWatched = assetClass === 'usEquity' && account.margin === undefined && account.margin === undefined
  if (side === 'buy') {
    const { available, held } = account.balance(asset)
    const doubtfulUntil = spendProceeds(settlement, asset, available + held)
    if (isWatched && doubtfulUntil !== undefined) addStock(settlement.unpaid, symbol, doubtfulUntil, lots)
  } else if (isWatched) {
    const owned = totalLots(account.position(symbol)) + lots
    noteSale(settlement, { symbol, lots, owned, orderNumber }, state.time)
  }
  if (day === undefined) return
  if (side === 'buy') {
    addCash(settlement, asset, { day, received: 0n, unspent: 0n, paid: value + fee })
    addStock(settlement.bought, symbol, day, lots)
  } else addCash(settlement, asset, { day, received: value - fee, unspent: value - fee, paid: 0n })
  let settling = state.settling.get(day)
  if (settling === undefined) {
    settling = new Set()
    state.settling.set(day, settling)
  }
  settling.add(account)
}

/** The fill never was: what of it has not settled is not going to. What it said of good faith stands. */
export function unbookSettlement(
  state: ExchangeState,
  { settlement }: Account,
  instrument: Instrument,
  { side, quantityLots, value, fee, time }: Pick<Fill, 'side' | 'quantityLots' | 'value' | 'fee' | 'time'>,
): void {
  const day = settlementDay(instrument, time)
  if (settlement === undefined || day === undefined || startOfLedgerDay(day) <= state.time) return
  const { symbol, quoteAsset: asset } = instrument
  if (side === 'buy') {
    addCash(settlement, asset, { day, received: 0n, unspent: 0n, paid: -(value + fee) })
    addStock(settlement.bought, symbol, day, -quantityLots)
  } else addCash(settlement, asset, { day, received: fee - value, unspent: fee - value, paid: 0n })
}
