import type { ListInstrument } from '../commands.ts'
import { scheduleAuctions } from '../due/auctions.ts'
import { earlier } from '../due/due-source.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { Listing } from '../instruments/listing.ts'
import type { SessionCalendar } from '../sessions/calendar.ts'
import { CALM } from '../sessions/volatility.ts'
import type { ExchangeState } from '../state.ts'
import { scaleOf } from '../values/wire.ts'

export function listInstrument(state: ExchangeState, command: ListInstrument): void {
  const { instrument } = command
  const fault = faultOf(state, instrument)
  if (fault !== undefined) {
    state.reject('invalid-request', fault)
    return
  }
  const calendar = calendarOf(state, instrument)
  const phase = calendar?.phaseAt(state.time) ?? 'open'
  const listing = new Listing(instrument, calendar, {
    phase,
    halted: false,
    haltReason: null,
    market: 'normal',
  })
  state.listings.set(instrument.symbol, listing)
  if (calendar !== undefined) {
    state.phaseChangeAt = earlier(state.phaseChangeAt, calendar.nextChange(state.time))
    scheduleAuctions(state)
    limitVolatility(state, listing)
  }
  state.emit({ type: 'InstrumentListed', time: state.time, symbol: instrument.symbol })
}

/** Rules of stocks, in sessions. */
function limitVolatility({ volatilityRules, banded, volatile }: ExchangeState, listing: Listing): void {
  const { priceBands = false, marketWide = false } = volatilityRules
  if (listing.instrument.assetClass !== 'usEquity' || (!priceBands && !marketWide)) return
  listing.volatility = CALM
  volatile.add(listing)
  if (priceBands) banded.add(listing)
}

/** When the instrument trades; undefined: always. */
export function calendarOf(
  { calendar, calendars }: ExchangeState,
  { assetClass }: Instrument,
): SessionCalendar | undefined {
  return assetClass === 'usEquity' ? calendar : calendars[assetClass]
}

function faultOf(state: ExchangeState, instrument: Instrument): string | undefined {
  const { symbol } = instrument
  if (state.listings.has(symbol)) return `${symbol} is listed already.`
  try {
    scaleOf(instrument)
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  }
  const bounds = [
    [instrument.minimumPriceTicks, instrument.maximumPriceTicks],
    [instrument.minimumQuantityLots, instrument.maximumQuantityLots],
  ] as const
  for (const [minimum, maximum] of bounds) {
    const whole = Number.isSafeInteger(minimum) && Number.isSafeInteger(maximum)
    if (!whole || minimum < 1 || minimum > maximum) {
      return `${symbol}: bounds ${minimum} to ${maximum} must be positive safe integers in ascending order.`
    }
  }
  return undefined
}
