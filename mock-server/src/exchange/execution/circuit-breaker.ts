import { parameters } from '../parameters/parameters.ts'
import { breakerAction, breakerLevel } from '../sessions/circuit-breaker.ts'
import { lastTicks } from '../sessions/reference.ts'
import { nextTurn } from '../sessions/sessions.ts'
import type { ExchangeState } from '../state.ts'
import { MICROS_PER_MINUTE } from '../values/time.ts'
import { halt, pause } from './reopen.ts'

/** What the index stands at when no stock has moved since its last close. */
const PAR = 100_000_000

/** The reason of a halt that lasts until the next session. */
export const STOPPED = 'market-wide circuit breaker, level 3'

/** After what a command did: whether all stocks together have fallen too far. */
export function watchIndex(state: ExchangeState): void {
  if (!state.indexMoved) return
  state.indexMoved = false
  const index = state.volatilityRules.marketWide === true ? indexOf(state) : undefined
  const { calendar, time } = state
  if (index === undefined || calendar === undefined || calendar.phaseAt(time) !== 'open') return
  const level = breakerLevel(index, PAR, time)
  const close = nextTurn(calendar, time, 'closed') ?? time
  const action = breakerAction(level, { reached: state.breakerLevel, untilClose: close - time }, time)
  if (action === 'nothing') return
  state.breakerLevel = level
  const minutes = parameters.countAt('breakerPause', time)
  for (const listing of state.volatile) {
    if (listing.status.halted && listing.status.phase !== 'auction') continue
    if (action === 'stop') halt(state, listing, STOPPED)
    else
      pause(state, listing, `market-wide circuit breaker, level ${level}`, time + minutes * MICROS_PER_MINUTE)
  }
}

/**
 * The mean of what each stock is worth against its last close: every stock of the world counts as much, however cheap
 * it is. The real breakers go by the S&P 500, whose weights are companies' market values; the world knows none, and
 * weights by price would mean nothing.
 */
function indexOf({ volatile }: ExchangeState): number | undefined {
  let [sum, count] = [0, 0]
  for (const listing of volatile) {
    const [last, close] = [lastTicks(listing), listing.volatility?.lastCloseTicks]
    if (last === undefined || close === undefined) continue
    sum += Math.floor((last * PAR) / close)
    count += 1
  }
  return count === 0 ? undefined : Math.floor(sum / count)
}
