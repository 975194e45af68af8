import type { Listing } from '../../instruments/listing.ts'
import type { Time } from '../../values/types.ts'
import type { Account } from '../account.ts'
import type { Execution } from './fee-model.ts'

/** Who trades, and what. */
export interface Trader {
  readonly account: Account
  readonly listing: Listing
}

export type Executed = Omit<Execution, 'instrument' | 'tradedValue'>

/** All that the fee of an execution depends on, but for the order; `now` decides what was traded before. */
export function executionOf(now: Time, { account, listing }: Trader, executed: Executed): Execution {
  const { instrument } = listing
  const { side, liquidity, priceTicks, quantityLots, value, time, phase } = executed
  const tradedValue = account.volume?.before(now) ?? 0n
  return { instrument, side, liquidity, priceTicks, quantityLots, value, time, phase, tradedValue }
}
