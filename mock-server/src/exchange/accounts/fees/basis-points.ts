import type { FeeModel } from './fee-model.ts'

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
    worstFee: (_instrument, { value }) => (value * worst) / BASIS_POINTS,
  }
}
