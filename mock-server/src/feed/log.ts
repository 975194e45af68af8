import { firstWhere } from '../exchange/values/first-where.ts'
import type { Channel, ChannelMessage } from './channel.ts'
import type { LogPage } from './feed.ts'

/** What several channels published after an offset, in the order of the log, at most `limit`. */
export function readLog(channels: readonly Channel[], after: number, limit: number): LogPage {
  const lost = channels.filter(({ lostUpTo }) => lostUpTo > after)
  if (lost.length > 0) {
    return {
      outcome: 'gone',
      lost: lost.map(({ name, oldestSeq }) => ({ channel: name, oldestSeq })),
    }
  }
  const heads = channels.map((channel) => ({ channel, seq: firstAfter(channel, after) }))
  const messages: ChannelMessage[] = []
  while (messages.length < limit) {
    let first: (typeof heads)[number] | undefined
    for (const head of heads) {
      if (head.channel.holds(head.seq) && (first === undefined || offsetOf(head) < offsetOf(first)))
        first = head
    }
    const message = first?.channel.message(first.seq)
    if (first === undefined || message === undefined) break
    first.seq += 1
    messages.push(message)
  }
  return { outcome: 'messages', messages }
}

function offsetOf({ channel, seq }: { readonly channel: Channel; readonly seq: number }): number {
  return channel.offsetOf(seq)
}

/** The number of the channel's first message after an offset; one past the last where there is none. */
function firstAfter(channel: Channel, after: number): number {
  const { oldestSeq, lastSeq } = channel
  const isAfter = (seq: number): boolean => channel.offsetOf(seq) > after
  // Mostly a reader is at the end, where there is nothing to search.
  if (channel.size === 0 || !isAfter(lastSeq)) return lastSeq + 1
  return firstWhere(oldestSeq, lastSeq + 1, isAfter)
}
