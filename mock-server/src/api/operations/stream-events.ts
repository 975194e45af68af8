import { operationSchemas, validate } from '@openbourse/spec/schemas'
import type { LostChannel } from '../../feed/feed.ts'
import type { AccountContext, Operation } from '../context.ts'
import { problemItem, quoted, type Refusal, refuse } from '../problems.ts'
import { readChannels } from '../read-channels.ts'
import { refuseInvalid } from '../validate.ts'

const LAST_EVENT_ID = 'Last-Event-ID'
const COME_AGAIN: Readonly<Record<string, string>> = { 'retry-after': '10' }
/** Proxies that collect an answer before they pass it on would hold every event back. */
const STREAMED: Readonly<Record<string, string>> = {
  'content-type': 'text/event-stream',
  'x-accel-buffering': 'no',
}

/** What several channels publish from now on, or from after an event, in the order of the log. */
export const streamEvents: Operation<'streamEvents'> = ({ query }, context) => {
  const named = readChannels(context, query.channels, '/query/channels')
  if ('body' in named) return named
  const channels = [...new Set(named)]
  const after = readPosition(context)
  if (typeof after !== 'number') return after
  const { feed } = context.world
  const page = feed.log({ channels, after, limit: 0 })
  if (page.outcome === 'gone') return refuseLost(context, page.lost, named)

  const stream = context.openEvents({ principal: context.principal, channels, after })
  if (stream === undefined) {
    const detail = 'The account has as many sessions and event streams as it may have.'
    return { ...refuse(context, 'too-many-connections', detail), headers: COME_AGAIN }
  }
  return { status: 200, stream, headers: STREAMED }
}

/** The place in the log after which the stream begins: that of the last event read, or else the present end. */
function readPosition(context: AccountContext): number | Refusal<410> | Refusal<422> {
  const { feed } = context.world
  const id = context.header(LAST_EVENT_ID.toLowerCase())
  if (id === undefined) return feed.logEnd
  const wrong = validate(
    operationSchemas.streamEvents.header,
    { [LAST_EVENT_ID]: id },
    { pointer: '/header' },
  )
  if (wrong.length > 0) {
    return refuseInvalid(
      context,
      wrong.map((item) => ({ ...item, detail: `${item.detail}, got ${quoted(id)}` })),
    )
  }
  const colon = id.lastIndexOf(':')
  const pointer = `/header/${LAST_EVENT_ID}`
  if (id.slice(0, colon) !== feed.epoch) {
    const detail = `the present epoch is ${feed.epoch}`
    const item = { ...problemItem(pointer, 'epoch-gone', detail), epoch: feed.epoch }
    return refuse(context, 'epoch-gone', `${detail}. ${REMEDY}`, { errors: [item] })
  }
  const offset = Number(id.slice(colon + 1))
  if (offset <= feed.logEnd) return offset
  const detail = `this epoch has no event ${offset} yet; the last is ${feed.logEnd}`
  return refuseInvalid(context, [problemItem(pointer, 'invalid-value', detail)])
}

const REMEDY = 'Open the stream without Last-Event-ID, then take a snapshot of each channel.'

function refuseLost(
  context: AccountContext,
  lost: readonly LostChannel[],
  named: readonly string[],
): Refusal<410> {
  const { epoch } = context.world.feed
  const items = lost.map(({ channel, oldestSeq }) => {
    const detail = `of ${channel} the oldest number still held is ${oldestSeq}`
    const pointer = `/query/channels/${named.indexOf(channel)}`
    return { ...problemItem(pointer, 'sequence-gone', detail), channel, epoch, oldestSeq }
  })
  return refuse(context, 'sequence-gone', `${items[0]?.detail}. ${REMEDY}`, { errors: items })
}
