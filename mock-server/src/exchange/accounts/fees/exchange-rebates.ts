import type { Instrument } from '../../instruments/instrument.ts'
import type { Minor } from '../../values/types.ts'
import type { FeeModel, Rest } from './fee-model.ts'
import { DEAREST, type Rates, ratesAt } from './rates.ts'
import { least, perUnit, shareOf } from './rounding.ts'

/**
 * As exchanges charge: who takes pays the most that rule 610(c) of Regulation NMS allows for access, who rests is paid
 * a part of it. Both are so much a share, and below a dollar a share of the price; rounded towards zero to 0.00000001,
 * so a rebate is never more than what the other side pays.
 */
export const exchangeRebates: FeeModel = {
  fee({ instrument, liquidity, quantityLots, value, time }) {
    const traded = { lots: quantityLots, value }
    const rates = ratesAt(time)
    return liquidity === 'taker' ? access(instrument, traded, rates) : -rebate(instrument, traded, rates)
  },
  worstFee: (instrument, rest) => access(instrument, rest, DEAREST),
}

function access(instrument: Instrument, { lots, value }: Rest, { rate }: Rates): Minor {
  return least(perUnit(instrument, lots, rate('accessFee')), shareOf(value, rate('accessFeeShare')))
}

function rebate(instrument: Instrument, { lots, value }: Rest, { rate }: Rates): Minor {
  return least(perUnit(instrument, lots, rate('accessRebate')), shareOf(value, rate('accessRebateShare')))
}
