import { type ParameterName, parameters } from '../../parameters/parameters.ts'
import type { FeeModel } from './fee-model.ts'
import { DEAREST } from './rates.ts'
import { most, shareOf } from './rounding.ts'

/** A share of each execution at the rates of the day, for resting and incoming orders, rounded down to 0.00000001. */
function makerTaker(names: { readonly maker: ParameterName; readonly taker: ParameterName }): FeeModel {
  return {
    fee: ({ liquidity, value, time }) => shareOf(value, parameters.at(names[liquidity], time)),
    worstFee: (_instrument, { value }) =>
      shareOf(value, most(DEAREST.rate(names.maker), DEAREST.rate(names.taker))),
  }
}

/** The first tiers of three crypto venues, which all their customers begin with (as LEAN has them). */
export const binanceCrypto = makerTaker({ maker: 'binanceMaker', taker: 'binanceTaker' })
export const krakenCrypto = makerTaker({ maker: 'krakenMaker', taker: 'krakenTaker' })
export const coinbaseCrypto = makerTaker({ maker: 'coinbaseMaker', taker: 'coinbaseTaker' })
