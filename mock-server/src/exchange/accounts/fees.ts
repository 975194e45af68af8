import type { Instrument } from '../instruments/instrument.ts'
import type { Liquidity, Lots, Minor, Side, Ticks } from '../values/types.ts'

/** One side of one execution: what a fee may depend on. */
export interface Execution {
  readonly instrument: Instrument
  readonly side: Side
  readonly liquidity: Liquidity
  readonly priceTicks: Ticks
  readonly quantityLots: Lots
  readonly value: Minor
}

/** Fees are charged per execution, in the quote asset. Negative is a rebate. */
export interface FeeModel {
  fee(execution: Execution): Minor
  /**
   * The most that executions worth `value` together can cost: what a buy order reserves on top. However they
   * are cut, the worst fees of the parts must not exceed the worst fee of the whole.
   */
  worstFee(instrument: Instrument, value: Minor): Minor
}

export const noFees: FeeModel = { fee: () => 0n, worstFee: () => 0n }

const BASIS_POINTS = 10_000n

/**
 * A share of the value, in whole basis points, for the resting and for the incoming side. Rounded towards
 * zero to a minor unit (1e-8), so that parts never cost more than the whole; a negative maker fee is a rebate.
 */
export function basisPointFees(schedule: {
  readonly makerBasisPoints: number
  readonly takerBasisPoints: number
}): FeeModel {
  const maker = BigInt(schedule.makerBasisPoints)
  const taker = BigInt(schedule.takerBasisPoints)
  if (maker >= BASIS_POINTS || taker >= BASIS_POINTS || taker < 0n || maker + taker < 0n) {
    throw new RangeError('fees: basis points must be under 10000, and a rebate at most the taker fee')
  }
  const worst = maker > taker ? maker : taker
  return {
    fee: ({ liquidity, value }) => (value * (liquidity === 'maker' ? maker : taker)) / BASIS_POINTS,
    worstFee: (_instrument, value) => (value * worst) / BASIS_POINTS,
  }
}
