import type { ExchangeState } from '../state.ts'
import { watchIndex } from './circuit-breaker.ts'
import { watchBands } from './volatility.ts'

/** After everything that a command, or an instant of one, did. */
export function watchVolatility(state: ExchangeState): void {
  if (state.volatile.size > 0) watchIndex(state)
  if (state.banded.size > 0) watchBands(state)
}
