import type { MarketSnapshot } from '@openbourse/spec'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import { toWireBar } from '../../feed/wire/bar.ts'
import { toWireStatus } from '../../feed/wire/status.ts'
import { toWireTrade } from '../../feed/wire/trade.ts'
import type { World } from '../../worlds/world.ts'
import type { Operation } from '../context.ts'
import { latestQuote } from '../latest-quote.ts'
import { findInstrument } from '../lookup.ts'

/** In the order asked; one unknown symbol refuses the whole request. */
export const getSnapshots: Operation<'getSnapshots'> = ({ query }, context) => {
  const data: MarketSnapshot[] = []
  for (const [index, symbol] of query.symbols.entries()) {
    const instrument = findInstrument(context, symbol, `/query/symbols/${index}`)
    if ('body' in instrument) return instrument
    data.push(snapshotOf(context.world, instrument))
  }
  return { status: 200, body: { data } }
}

function snapshotOf({ view, feed }: World, instrument: Instrument): MarketSnapshot {
  const { symbol } = instrument
  const quote = latestQuote(feed, symbol)
  const status = view.status(symbol)
  if (quote === undefined || status === undefined) throw new Error(`${symbol} is listed without quotes`)
  const lastTrade = feed.history.lastTrade(symbol)
  const dayBar = feed.history.currentBar(symbol, '1d')
  return {
    symbol,
    quote,
    lastTrade: lastTrade === undefined ? null : toWireTrade(instrument, lastTrade),
    dayBar: dayBar === undefined ? null : toWireBar(instrument, dayBar),
    status: toWireStatus(instrument, status),
  }
}
