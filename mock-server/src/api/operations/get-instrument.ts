import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'
import { toWireInstrument } from '../wire/instrument.ts'

export const getInstrument: Operation<'getInstrument'> = ({ path }, context) => {
  const instrument = findInstrument(context, path.symbol, '/path/symbol')
  if ('body' in instrument) return instrument
  return { status: 200, body: toWireInstrument(instrument, context.world.view.status(path.symbol)) }
}
