import { lotsOf, toWireLot, toWirePosition } from '../../feed/wire/position.ts'
import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'
import { quoted, refuse } from '../problems.ts'

export const getPosition: Operation<'getPosition'> = ({ path }, context) => {
  const instrument = findInstrument(context, path.symbol, '/path/symbol')
  if ('body' in instrument) return instrument
  for (const position of context.account.positions) {
    if (position.symbol !== path.symbol || lotsOf(position) === 0) continue
    const lots = context.account.lotsOf(path.symbol)?.map((lot) => toWireLot(lot, instrument))
    const body = { ...toWirePosition(position, instrument), ...(lots === undefined ? {} : { lots }) }
    return { status: 200, body }
  }
  return refuse(context, 'unknown-position', `This account owns nothing of ${quoted(path.symbol)}.`)
}
