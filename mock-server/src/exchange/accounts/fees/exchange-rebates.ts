import type { FeeModel } from './fee-model.ts'
import { amount, least, perUnit, shareOf } from './rounding.ts'

/** The cap on access fees of rule 610(c) of Regulation NMS: 30 mils a share, below a dollar 0.3% of the price. */
const ACCESS_FEE = amount('0.003')
const ACCESS_SHARE = amount('0.003')
const REBATE = amount('0.002')
const REBATE_SHARE = amount('0.002')

/**
 * As exchanges charge: who takes pays an access fee a share, who rests is paid a part of it. Both are rounded towards
 * zero to 0.00000001, so a rebate is never more than what the other side pays.
 */
export const exchangeRebates: FeeModel = {
  fee({ instrument, liquidity, quantityLots, value }) {
    return liquidity === 'taker'
      ? least(perUnit(instrument, quantityLots, ACCESS_FEE), shareOf(value, ACCESS_SHARE))
      : -least(perUnit(instrument, quantityLots, REBATE), shareOf(value, REBATE_SHARE))
  },
  worstFee: (instrument, { lots, value }) =>
    least(perUnit(instrument, lots, ACCESS_FEE), shareOf(value, ACCESS_SHARE)),
}
