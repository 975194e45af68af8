import type { SymbolStatus } from '../../events.ts'
import type { Instrument } from '../../instruments/instrument.ts'
import type { Liquidity, Lots, Minor, Side, Ticks, Time } from '../../values/types.ts'

/** One side of one execution: what a fee may depend on. */
export interface Execution {
  readonly instrument: Instrument
  readonly side: Side
  readonly liquidity: Liquidity
  readonly priceTicks: Ticks
  readonly quantityLots: Lots
  readonly value: Minor
  readonly time: Time
  readonly phase: SymbolStatus['phase']
  /** What the account traded in the 30 days before today; 0 where the model does not ask. */
  readonly tradedValue: Minor
}

/** What the order had come to before the execution, with the orders that it replaced. */
export interface OrderSoFar {
  readonly filledLots: Lots
  readonly filledValue: Minor
  readonly fees: Minor
}

/** The order after an execution. */
export function soFarWith(
  { filledLots, filledValue, fees }: OrderSoFar,
  { quantityLots, value }: Pick<Execution, 'quantityLots' | 'value'>,
  fee: Minor,
): OrderSoFar {
  return { filledLots: filledLots + quantityLots, filledValue: filledValue + value, fees: fees + fee }
}

export const NOTHING_FILLED: OrderSoFar = { filledLots: 0, filledValue: 0n, fees: 0n }

/** What may still be executed of an order, and for how much at most. */
export interface Rest {
  readonly lots: Lots
  readonly value: Minor
}

/** Fees are charged per execution, in the quote asset. Negative is a rebate. */
export interface FeeModel {
  /** Whether fees depend on what the account traded before. @default false */
  readonly byVolume?: boolean
  fee(execution: Execution, order: OrderSoFar): Minor
  /**
   * The most that a buy of the rest can cost: what it reserves on top. However the rest is cut, and at whatever
   * better prices it trades, the fees of the parts never exceed it, and what has been charged and what is reserved
   * for the remainder together never grow.
   */
  worstFee(instrument: Instrument, rest: Rest, order: OrderSoFar): Minor
}
