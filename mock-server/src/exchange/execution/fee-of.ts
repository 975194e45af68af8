import type { Account } from '../accounts/account.ts'
import type { OrderSoFar } from '../accounts/fees/fee-model.ts'
import type { Fill } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import type { ExchangeState } from '../state.ts'
import type { Minor } from '../values/types.ts'

/** What an execution costs the account, by what it traded before; from now on that has this in it. */
export function feeOf(
  { time: now }: ExchangeState,
  { fees, volume }: Account,
  { instrument, status: { phase } }: Listing,
  {
    side,
    liquidity,
    priceTicks,
    quantityLots,
    value,
    time,
  }: Pick<Fill, 'side' | 'liquidity' | 'priceTicks' | 'quantityLots' | 'value' | 'time'>,
  order: OrderSoFar,
): Minor {
  const tradedValue = volume?.before(now) ?? 0n
  const execution = { instrument, side, liquidity, priceTicks, quantityLots, value, time, phase, tradedValue }
  const fee = fees.fee(execution, order)
  volume?.add(now, value)
  return fee
}
