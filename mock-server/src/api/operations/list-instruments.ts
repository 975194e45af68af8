import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'
import { toWireInstrument } from '../wire/instrument.ts'

/** By symbol. */
export const listInstruments: Operation<'listInstruments'> = ({ query }, context) => {
  const { view } = context.world
  const page = pageOf(context, {
    operationId: 'listInstruments',
    filter: [],
    query,
    items: [...view.instruments()].sort((left, right) => (left.symbol < right.symbol ? -1 : 1)),
    order: 'ascending',
    keyOf: ({ symbol }) => [symbol],
  })
  if ('status' in page) return page
  const data = page.data.map((instrument) => toWireInstrument(instrument, view.status(instrument.symbol)))
  return { status: 200, body: { data, nextCursor: page.nextCursor } }
}
