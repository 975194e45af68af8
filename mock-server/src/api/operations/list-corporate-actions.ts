import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'
import { pageOf } from '../paging.ts'
import { readDays } from '../read-period.ts'

/** Not simulated: splits and dividends. The list is empty; its filters are checked all the same. */
export const listCorporateActions: Operation<'listCorporateActions'> = ({ query }, context) => {
  if (query.symbol !== undefined) {
    const instrument = findInstrument(context, query.symbol, '/query/symbol')
    if ('body' in instrument) return instrument
  }
  const days = readDays(context, query)
  if ('body' in days) return days
  const page = pageOf<never>(context, {
    operationId: 'listCorporateActions',
    filter: [query.symbol, days.from, days.to],
    query,
    items: [],
    order: 'descending',
    keyOf: () => [],
  })
  if ('status' in page) return page
  return { status: 200, body: { data: [...page.data], nextCursor: page.nextCursor } }
}
