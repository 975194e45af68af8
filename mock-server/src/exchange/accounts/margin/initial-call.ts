import type { Instrument } from '../../instruments/instrument.ts'
import { parameters } from '../../parameters/parameters.ts'
import type { Lots, Minor, Time } from '../../values/types.ts'
import { businessDayAfter, ledgerDay, startOfLedgerDay } from '../settlement/settlement-date.ts'
import type { Assessment } from './assessment.ts'
import { against, type TradedStock } from './day-trading.ts'
import type { InitialCall, MarginAccount } from './margin-account.ts'
import type { MarginDesk } from './margin-desk.ts'
import { greater, requirementOf } from './requirements.ts'

/**
 * The call of Regulation T. Within a day more may be opened than its initial rate allows; by what its trades went
 * beyond what there was in the morning is called for as it ends, if that lacks then, and never a fall of prices.
 * Paying in, closing, and prices that rise again meet it.
 *
 * Not simulated: the special memorandum account, which keeps the excess of earlier days; a trade of the day that is
 * busted counts until its end.
 */

/** What a trade wants at the initial rate; below zero where it closes more than it opens. */
export function chargeOf(
  { marginRules, time }: MarginDesk,
  instrument: Instrument,
  { lots, value, before }: Pick<TradedStock, 'lots' | 'value' | 'before'>,
): Minor {
  const size = Math.abs(lots)
  const closing = against(before, lots)
  const closed = (value * BigInt(closing)) / BigInt(size)
  const wanted = (of: Lots, worth: Minor): Minor =>
    of === 0 ? 0n : requirementOf(marginRules, instrument, lots < 0 ? -of : of, worth, time).initial
  const released = closing === 0 ? 0n : requirementOf(marginRules, instrument, before, closed, time).initial
  return wanted(size - closing, value - closed) - released
}

/** The call once a day is over; undefined: there is none. */
export function callAfterDay(
  { initialCall, dayCharge, dayExcess }: Pick<MarginAccount, 'initialCall' | 'dayCharge' | 'dayExcess'>,
  lacking: Minor,
  now: Time,
): InitialCall | undefined {
  const created = dayCharge > 0n ? greater(dayCharge - greater(dayExcess, 0n), 0n) : dayCharge
  const owed = greater((initialCall?.amount ?? 0n) + created, 0n)
  const amount = owed < lacking ? owed : lacking
  if (amount <= 0n) return undefined
  if (initialCall !== undefined) return { ...initialCall, amount }
  const day = ledgerDay(now) - 1
  if (amount <= parameters.on('initialCallLeast', day)) return undefined
  const days = parameters.countOn('stockSettlementDays', day) + parameters.countOn('initialCallDays', day)
  const dueAt = startOfLedgerDay(businessDayAfter('usEquity', day, days) + 1)
  return { calledAt: now, dueAt, isLiquidating: false, amount }
}

/** What of the call is not met now. */
export function outstandingOf(
  { initialCall, dayCharge }: Pick<MarginAccount, 'initialCall' | 'dayCharge'>,
  { equity, positions }: Assessment,
): Minor {
  if (initialCall === undefined) return 0n
  const [left, lacking] = [initialCall.amount + (dayCharge < 0n ? dayCharge : 0n), positions.initial - equity]
  return greater(left < lacking ? left : lacking, 0n)
}
