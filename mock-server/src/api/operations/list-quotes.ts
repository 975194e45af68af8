import { toWireQuote } from '../../feed/wire/quote.ts'
import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'
import { pageOf } from '../paging.ts'
import { readPeriod, within } from '../read-period.ts'

/** Newest first, as far back as the feed's history reaches. */
export const listQuotes: Operation<'listQuotes'> = ({ query }, context) => {
  const { symbol, from, to } = query
  const instrument = findInstrument(context, symbol, '/query/symbol')
  if ('body' in instrument) return instrument
  const quotes = context.world.feed.history.quotes(symbol) ?? []
  const page = pageOf(context, {
    operationId: 'listQuotes',
    filter: [symbol, from, to],
    query,
    items: within(quotes, readPeriod(query), ({ time }) => time),
    order: 'descending',
    keyOf: ({ seq }) => [seq],
  })
  if ('status' in page) return page
  const data = page.data.map(({ best, time }) => toWireQuote(instrument, best, time))
  return { status: 200, body: { data, nextCursor: page.nextCursor } }
}
