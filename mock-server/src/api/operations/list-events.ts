import type { DataMessage, ProblemItem } from '@openbourse/spec'
import type { Feed, FeedMessage } from '../../feed/feed.ts'
import type { AccountContext, Operation } from '../context.ts'
import { readCursor, readLimit } from '../paging.ts'
import { problemItem, type Refusal, refuse } from '../problems.ts'
import { readChannels } from '../read-channels.ts'

/** The events of the streams under their own numbers: by channel in the order asked, each channel once, then ascending. */
export const listEvents: Operation<'listEvents'> = ({ query }, context) => {
  const channels = readChannels(context, query.channel, '/query/channel')
  if ('body' in channels) return channels
  const { epoch, from, to } = query
  const scope = { operationId: 'listEvents', filter: JSON.stringify([channels, epoch, from, to]) }
  const start = readCursor(context, scope, query.cursor)
  if ('status' in start) return start

  const range = readRange(channels, { epoch, from, to }, start.key as readonly [number, number] | undefined)
  const limit = readLimit(query)
  const read = readEvents(context.world.feed, range, limit + 1)
  if (read.lost.length > 0) return refuseLost(context, read.lost)
  const data = read.found.slice(0, limit).map(({ message }) => toDataMessage(message, epoch))
  const next = read.found[limit]
  const nextCursor = next === undefined ? null : context.cursors.write(scope, [next.index, next.message.seq])
  return { status: 200, body: { data, nextCursor } }
}

interface Range {
  readonly channel: string
  readonly index: number
  readonly epoch: string
  readonly fromSeq: number
  readonly toSeq?: number
}

/** What is still to be read of each channel; those before the cursor are done. */
function readRange(
  channels: readonly string[],
  asked: { readonly epoch: string; readonly from: number; readonly to: number | undefined },
  start: readonly [number, number] | undefined,
): Range[] {
  const [startIndex, startSeq] = start ?? [0, asked.from]
  const ranges = channels.map((channel, index) => ({
    channel,
    index,
    epoch: asked.epoch,
    // Number 0 means "before the first".
    fromSeq: Math.max(1, index === startIndex ? startSeq : asked.from),
    ...(asked.to === undefined ? undefined : { toSeq: asked.to }),
  }))
  return ranges.filter(({ channel, index }) => index >= startIndex && channels.indexOf(channel) === index)
}

interface Found {
  readonly index: number
  readonly message: FeedMessage
}

/** At most `limit` events, and of every channel whether its part is no longer there. */
function readEvents(
  feed: Feed,
  ranges: readonly Range[],
  limit: number,
): { readonly found: readonly Found[]; readonly lost: readonly ProblemItem[] } {
  const found: Found[] = []
  const lost: ProblemItem[] = []
  for (const { index, ...range } of ranges) {
    const replay = feed.replay({ ...range, limit: limit - found.length })
    const { channel, fromSeq } = range
    const pointer = `/query/channel/${index}`
    if (replay.outcome === 'messages') {
      for (const message of replay.messages) found.push({ index, message })
    } else if (replay.outcome === 'gone') {
      const { oldestSeq } = replay
      const detail = `number ${fromSeq} of ${channel} is gone; the oldest is ${oldestSeq}`
      lost.push({ ...problemItem(pointer, 'sequence-gone', detail), channel, epoch: feed.epoch, oldestSeq })
    } else if (replay.outcome === 'otherEpoch') {
      const detail = `the present epoch of ${channel} is ${replay.epoch}`
      lost.push({ ...problemItem(pointer, 'epoch-gone', detail), channel, epoch: replay.epoch })
    } else throw new Error(`The feed has no ${channel}`)
  }
  return { found, lost }
}

function refuseLost(context: AccountContext, lost: readonly ProblemItem[]): Refusal<410> {
  const code = lost[0]?.code === 'epoch-gone' ? 'epoch-gone' : 'sequence-gone'
  const detail = `${lost[0]?.detail}. Take a snapshot of the channel, then go on from its number.`
  return refuse(context, code, detail, { errors: [...lost] })
}

function toDataMessage(message: FeedMessage, epoch: string): DataMessage {
  const { channel, seq, type, time, data } = message
  // The feed writes each channel's own data; the contract suite checks every answer against the schema.
  return { channel, epoch, seq, type, time, data } as unknown as DataMessage
}
