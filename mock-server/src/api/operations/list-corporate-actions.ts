import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'
import { pageOf } from '../paging.ts'
import { readDays } from '../read-period.ts'
import { toWireCorporateAction } from '../wire/corporate-action.ts'

/** By ex-date and, of one day, by declaration; newest first. */
export const listCorporateActions: Operation<'listCorporateActions'> = ({ query }, context) => {
  const { symbol } = query
  if (symbol !== undefined) {
    const instrument = findInstrument(context, symbol, '/query/symbol')
    if ('body' in instrument) return instrument
  }
  const days = readDays(context, query)
  if ('body' in days) return days
  const { from, to } = days
  const items = [...context.world.view.corporateActions()]
    .filter((action) => symbol === undefined || action.symbol === symbol)
    .filter(({ exDay }) => (from === undefined || exDay >= from) && (to === undefined || exDay <= to))
    .sort((one, other) => other.exDay - one.exDay || other.actionNumber - one.actionNumber)
  const page = pageOf(context, {
    operationId: 'listCorporateActions',
    filter: [symbol, from, to],
    query,
    items,
    order: 'descending',
    keyOf: ({ exDay, actionNumber }) => [exDay, actionNumber],
  })
  if ('status' in page) return page
  return { status: 200, body: { data: page.data.map(toWireCorporateAction), nextCursor: page.nextCursor } }
}
