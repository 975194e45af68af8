import type { LatestQuote, Quote } from '@openbourse/spec'
import type { Feed } from '../feed/feed.ts'

/** The present quote with its place in the channel; undefined when there is no such symbol. */
export function latestQuote(feed: Feed, symbol: string): LatestQuote | undefined {
  const snapshot = feed.snapshot(`quotes.${symbol}`)
  return snapshot && { ...(snapshot.data as Quote), epoch: feed.epoch, seq: snapshot.seq }
}
