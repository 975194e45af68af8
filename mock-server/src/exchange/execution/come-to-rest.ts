import type { ExchangeState } from '../state.ts'
import { watchIndex } from './circuit-breaker.ts'
import { settle } from './settle.ts'
import { watchBands } from './volatility.ts'

/**
 * After everything that a command, or an instant of one, did. The first bands of a symbol end orders and let levels
 * trade, so that others follow and stops are reached once more. Ends because they are its first only once.
 */
export function comeToRest(state: ExchangeState): void {
  do settle(state)
  while (watchVolatility(state))
}

/** Whether orders may have changed by it. */
function watchVolatility(state: ExchangeState): boolean {
  if (state.volatile.size > 0) watchIndex(state)
  return state.banded.size > 0 && watchBands(state)
}
