import type { BookLevel, BookUpdate } from '@openbourse/spec'
import type { FeedMessage } from '../feed/feed.ts'
import { messageText } from '../feed/message-text.ts'

/** One message for `firstSeq` to that of `latest`, with its data or what is given instead. */
export function conflatedText(
  epoch: string,
  firstSeq: number,
  latest: FeedMessage,
  data: object = latest.data,
): string {
  const { channel, seq, type, time } = latest
  return firstSeq === seq && data === latest.data
    ? latest.text
    : messageText({ channel, epoch, seq, firstSeq, type, time, data })
}

/** Deltas in a row as one: the last quantity of every level that any of them changed. */
export function mergeDeltas(deltas: readonly BookUpdate[]): BookUpdate | undefined {
  const last = deltas.at(-1)
  if (last === undefined || deltas.length === 1) return last
  return {
    symbol: last.symbol,
    bids: mergeLevels(deltas.map(({ bids }) => bids)).reverse(),
    asks: mergeLevels(deltas.map(({ asks }) => asks)),
    checksum: last.checksum,
  }
}

/** Ascending by price. */
function mergeLevels(sides: readonly (readonly BookLevel[])[]): BookLevel[] {
  const byPrice = new Map<string, BookLevel>()
  for (const side of sides) for (const level of side) byPrice.set(level.price, level)
  return [...byPrice.values()].sort(byAscendingPrice)
}

/** Prices of a symbol are positive and have the same decimals, so that longer is higher. */
function byAscendingPrice(left: BookLevel, right: BookLevel): number {
  if (left.price.length !== right.price.length) return left.price.length - right.price.length
  return left.price < right.price ? -1 : 1
}
