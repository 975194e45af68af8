import type { Trade } from '@openbourse/spec'
import type { Feed, FeedMessage } from '../../feed/feed.ts'
import type { Operation } from '../context.ts'
import { findInstrument } from '../lookup.ts'
import { pageOf } from '../paging.ts'

/** Newest first, as far back as the feed keeps them: the same prints as on the stream, as they now stand. */
export const listTrades: Operation<'listTrades'> = ({ query }, context) => {
  const instrument = findInstrument(context, query.symbol, '/query/symbol')
  if ('body' in instrument) return instrument
  const page = pageOf(context, {
    operationId: 'listTrades',
    filter: [query.symbol],
    query,
    items: newestFirst(retained(context.world.feed, `trades.${query.symbol}`)),
    order: 'descending',
    keyOf: (trade) => [Number(trade.tradeId.slice('trd_'.length))],
  })
  return 'status' in page
    ? page
    : { status: 200, body: { data: [...page.data], nextCursor: page.nextCursor } }
}

function retained(feed: Feed, channel: string): readonly FeedMessage[] {
  const all = feed.replay({ channel, epoch: feed.epoch, fromSeq: 1 })
  if (all.outcome === 'messages') return all.messages
  if (all.outcome !== 'gone') throw new Error(`No trades in ${channel}: ${all.outcome}`)
  const kept = feed.replay({ channel, epoch: feed.epoch, fromSeq: all.oldestSeq })
  return kept.outcome === 'messages' ? kept.messages : []
}

function* newestFirst(messages: readonly FeedMessage[]): Iterable<Trade> {
  const amended = new Map<string, Trade>()
  for (let index = messages.length - 1; index >= 0; index -= 1) {
    const message = messages[index]
    if (message === undefined) continue
    const trade = message.data as Trade
    const latest = amended.get(trade.tradeId) ?? trade
    if (message.type === 'trade') yield latest
    else amended.set(trade.tradeId, latest)
  }
}
