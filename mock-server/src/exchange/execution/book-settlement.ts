import type { Account } from '../accounts/account.ts'
import { totalLots } from '../accounts/position.ts'
import { noteSale } from '../accounts/settlement/good-faith.ts'
import { addCash, addStock, type Settlement, spendProceeds } from '../accounts/settlement/settlement.ts'
import { settlementDay, startOfLedgerDay } from '../accounts/settlement/settlement-date.ts'
import type { Fill } from '../events.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { ExchangeState } from '../state.ts'

/** When the fill of a customer settles, and whether it was made in good faith. Called after the ledger has it. */
export function bookSettlement(
  state: ExchangeState,
  account: Account,
  instrument: Instrument,
  fill: Traded & Pick<Fill, 'orderNumber'>,
): void {
  const { settlement } = account
  const { side, quantityLots: lots, orderNumber } = fill
  if (settlement === undefined) return
  const { symbol, quoteAsset: asset, assetClass } = instrument
  const day = settlementDay(instrument, state.time)
  // Margin accounts buy with credit rather than with what has not settled.
  const isWatched = assetClass === 'usEquity' && account.margin === undefined
  if (side === 'buy') {
    const { available, held } = account.balance(asset)
    const doubtfulUntil = spendProceeds(settlement, asset, available + held)
    if (isWatched && doubtfulUntil !== undefined) addStock(settlement.unpaid, symbol, doubtfulUntil, lots)
  } else if (isWatched) {
    const owned = totalLots(account.position(symbol)) + lots
    noteSale(settlement, { symbol, lots, owned, orderNumber }, state.time)
  }
  if (day === undefined) return
  addPending(settlement, instrument, day, fill)
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
  { side, quantityLots, value, fee, time }: Traded & Pick<Fill, 'time'>,
): void {
  const day = settlementDay(instrument, time)
  if (settlement === undefined || day === undefined || startOfLedgerDay(day) <= state.time) return
  addPending(settlement, instrument, day, { side, quantityLots: -quantityLots, value: -value, fee: -fee })
}

type Traded = Pick<Fill, 'side' | 'quantityLots' | 'value' | 'fee'>

/** What changes hands on the day; what never will, negative. */
function addPending(
  settlement: Settlement,
  { symbol, quoteAsset }: Instrument,
  day: number,
  { side, quantityLots, value, fee }: Traded,
): void {
  if (side === 'buy') {
    addCash(settlement, quoteAsset, { day, received: 0n, unspent: 0n, paid: value + fee })
    addStock(settlement.bought, symbol, day, quantityLots)
  } else addCash(settlement, quoteAsset, { day, received: value - fee, unspent: value - fee, paid: 0n })
}
