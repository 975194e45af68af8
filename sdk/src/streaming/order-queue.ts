import {
  createDeliveryQueue,
  type DeliveryQueue,
  type Entry,
  type QueueLimits,
  queueLimits,
} from './delivery-queue.ts'
import { createGapFill, type GapFill, type GapFillPorts } from './gap-fill.ts'
import type { Position } from './messages.ts'
import { type OrdersResync, type OrderUpdate, orderProjection, recoveries } from './projections.ts'

type Item = OrderUpdate | OrdersResync

export interface OrderQueue extends Omit<DeliveryQueue<Item>, 'size'> {
  close(): void
}

export interface OrderQueueOptions {
  /** Names the timers. */
  readonly name: string
  /** The full name, which is known once there are events. */
  channel(): string
  /** What was dropped cannot be fetched. */
  fail(error: unknown): void
}

/** Events fetched at a time: small enough to fit the limit of bytes whatever their size. */
const page = 250

/**
 * Orders are never dropped: past the bound the queue empties itself, remembers the first number that its reader has
 * not had, and fetches from there by number as fast as the reader takes.
 */
export function createOrderQueue(
  { name, channel, fail }: OrderQueueOptions,
  ports: GapFillPorts,
  limits: QueueLimits = queueLimits,
): OrderQueue {
  const projection = orderProjection()
  const queue = createDeliveryQueue<Item>(fallBehind, limits)
  let behind: GapFill | undefined
  /** The last number that is known, while behind. */
  let last: Position = { epoch: '', seq: 0 }
  /** What comes before it was fetched already. */
  let caughtUp: Position = last

  function fallBehind(entries: Entry<Item>[]): void {
    const items = entries.map(({ value }) => value)
    const from = firstOf(items[0] as Item)
    const resync = items.findLast((item) => item.type === 'resync')
    last = lastOf(items.at(-1) as Item)
    // A resync replaces all that was before it, so it stays, and tells of it.
    entries.splice(0, entries.length, ...(resync ? [{ value: { ...resync, from }, bytes: 0 }] : []))
    behind?.close()
    behind = follow(resync ? after(resync.to) : from)
  }

  function follow(start: Position): GapFill {
    const push = (item: Item | undefined, bytes: number) => {
      if (item) queue.push(item, bytes)
    }
    return createGapFill(
      {
        name,
        channel: channel(),
        recovery: recoveries.orders,
        start,
        deliver: (message, bytes) => push(projection.deliver(message), bytes),
        resync: (effect) => push(projection.resync(effect), 0),
        resubscribe() {},
        distrust() {},
        fail,
      },
      ports,
    )
  }

  /** The reader has taken everything: fetches the next page, or goes on with what is live. */
  function advance({ state, input, close }: GapFill): void {
    const { epoch, next } = state
    if (epoch === last.epoch && next <= last.seq) {
      input({ type: 'gap', epoch, seq: Math.min(last.seq, next + page - 1) })
      return
    }
    close()
    behind = undefined
    caughtUp = { epoch: epoch ?? '', seq: next }
  }

  return {
    push(item, bytes) {
      if (!behind) {
        const had = item.type !== 'resync' && item.epoch === caughtUp.epoch && item.seq < caughtUp.seq
        if (!had) queue.push(item, bytes)
      } else if (item.type === 'resync') {
        const { epoch = '', next: seq } = behind.state
        behind.close()
        behind = undefined
        queue.push({ ...item, from: { epoch, seq } }, bytes)
      } else last = lastOf(item)
    },
    pull() {
      if (behind && queue.size === 0) advance(behind)
      return queue.pull()
    },
    end: queue.end,
    close: () => behind?.close(),
  }
}

const firstOf = (item: Item): Position =>
  item.type === 'resync' ? item.from : { epoch: item.epoch, seq: item.seq }

const lastOf = (item: Item): Position =>
  item.type === 'resync' ? item.to : { epoch: item.epoch, seq: item.seq }

const after = ({ epoch, seq }: Position): Position => ({ epoch, seq: seq + 1 })
