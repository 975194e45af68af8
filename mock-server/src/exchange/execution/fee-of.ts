import { type Executed, executionOf, type Trader } from '../accounts/fees/execution-of.ts'
import type { OrderSoFar } from '../accounts/fees/fee-model.ts'
import type { ExchangeState } from '../state.ts'
import type { Minor } from '../values/types.ts'

/** What an execution costs the account, by what it traded before; from now on that has this in it. */
export function feeOf({ time }: ExchangeState, trader: Trader, executed: Executed, order: OrderSoFar): Minor {
  const { fees, volume } = trader.account
  const fee = fees.fee(executionOf(time, trader, executed), order)
  volume?.add(time, executed.value)
  return fee
}
