import { firstWhere } from '../exchange/values/first-where.ts'
import type { Channel, ChannelMessage } from './channel.ts'
import type { LogPage } from './feed.ts'

/** What several channels published after an offset, in the order of the log, at most `limit`. */
export function readLog(channels: readonly Channel[], after: number, limit: number): LogPage {
  const lost = channels.filter(({ lostUpTo }) => lostUpTo > after)
  if (lost.length > 0) {
    return {
      outcome: 'gone',
      lost: lost.map(({ name, ring }) => ({ channel: name, oldestSeq: ring.oldestSeq })),
    }
  }
  const heads = channels.map((channel) => ({ channel, seq: firstAfter(channel, after) }))
  const messages: ChannelMessage[] = []
  while (messages.length < limit) {
    let first: { readonly head: (typeof heads)[number]; readonly message: ChannelMessage } | undefined
    for (const head of heads) {
      const message = head.channel.ring.at(head.seq)
      if (message !== undefined && (first === undefined || message.offset < first.message.offset)) {
        first = { head, message }
      }
    }
    if (first === undefined) break
    first.head.seq += 1
    messages.push(first.message)
  }
  return { outcome: 'messages', messages }
}

/** The number of the channel's first message after an offset; one past the last where there is none. */
function firstAfter({ ring }: Channel, after: number): number {
  const isAfter = (seq: number): boolean => (ring.at(seq)?.offset ?? 0) > after
  // Mostly a reader is at the end, where there is nothing to search.
  if (!isAfter(ring.lastSeq)) return ring.lastSeq + 1
  return firstWhere(ring.oldestSeq, ring.lastSeq + 1, isAfter)
}
