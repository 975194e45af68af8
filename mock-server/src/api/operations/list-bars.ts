import { toWireBar } from '../../feed/wire/bar.ts'
import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'
import { pageOf } from '../paging.ts'
import { readPeriod, within } from '../read-period.ts'

/** Newest first, as far back as the feed's history reaches; the newest may be in progress. */
export const listBars: Operation<'listBars'> = ({ query }, context) => {
  const { symbol, timeframe, from, to } = query
  const instrument = findInstrument(context, symbol, '/query/symbol')
  if ('body' in instrument) return instrument
  const bars = context.world.feed.history.bars(symbol, timeframe) ?? []
  const page = pageOf(context, {
    operationId: 'listBars',
    filter: [symbol, timeframe, from, to],
    query,
    items: within(bars, readPeriod(query), ({ start }) => start),
    order: 'descending',
    keyOf: ({ start }) => [start],
  })
  if ('status' in page) return page
  const data = page.data.map((bar) => toWireBar(instrument, bar))
  return { status: 200, body: { data, nextCursor: page.nextCursor } }
}
