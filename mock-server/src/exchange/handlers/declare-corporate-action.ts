import { ledgerDay, startOfLedgerDay } from '../accounts/settlement/settlement-date.ts'
import type { DeclareCorporateAction } from '../commands.ts'
import type { Listing } from '../instruments/listing.ts'
import type { SessionCalendar } from '../sessions/calendar.ts'
import { nextTurn } from '../sessions/sessions.ts'
import type { ExchangeState } from '../state.ts'
import { formatDate } from '../values/time.ts'
import { listingOf } from './listing-of.ts'

const MOST_UNITS = 10_000

export function declareCorporateAction(state: ExchangeState, command: DeclareCorporateAction): void {
  const { symbol, terms, exDay, recordDay, payDay } = command
  const listing = listingOf(state, symbol)
  if (listing === undefined) return
  const fault = faultOf(command, listing, ledgerDay(state.time))
  if (fault !== undefined) {
    state.reject('invalid-request', fault)
    return
  }
  state.lastActionNumber += 1
  const actionNumber = state.lastActionNumber
  const dates = { exDay, recordDay, payDay }
  const action = { actionNumber, symbol, terms, ...dates, declaredAt: state.time, entitlements: [] }
  state.corporateActions.push({ ...action, stage: 'declared' })
  state.pendingActions.add(actionNumber)
}

function faultOf(command: DeclareCorporateAction, listing: Listing, today: number): string | undefined {
  const { terms, exDay, recordDay, payDay, symbol } = command
  const { instrument, calendar } = listing
  if (instrument.assetClass !== 'usEquity')
    return `${symbol} is no stock: nobody splits it or pays dividends on it.`
  if (exDay <= today) return `The ex-date ${formatDate(exDay)} must be after today, ${formatDate(today)}.`
  const next = nextTradingDay(calendar, exDay)
  if (next !== exDay)
    return `${symbol} does not trade on the ex-date ${formatDate(exDay)}; the next day on which it does is ${formatDate(next)}.`
  if (recordDay < exDay) return `The record date ${formatDate(recordDay)} must not be before the ex-date.`
  if (payDay < recordDay) return `The pay date ${formatDate(payDay)} must not be before the record date.`
  if (terms.type === 'cashDividend') return terms.amount > 0n ? undefined : 'A dividend is above zero.'
  const { newUnits, oldUnits } = terms
  const areUnits = [newUnits, oldUnits].every(
    (units) => Number.isInteger(units) && units > 0 && units <= MOST_UNITS,
  )
  return areUnits && newUnits !== oldUnits
    ? undefined
    : `A split gives other units for some, both from 1 to ${MOST_UNITS}, not ${newUnits} for ${oldUnits}.`
}

/** The day itself, where the stock trades on it; the last resort of a calendar that never opens again, too. */
function nextTradingDay(calendar: SessionCalendar | undefined, day: number): number {
  const from = startOfLedgerDay(day)
  if (calendar === undefined || calendar.phaseAt(from) === 'open') return day
  const open = nextTurn(calendar, from - 1, 'open')
  return open === undefined ? day : ledgerDay(open)
}
