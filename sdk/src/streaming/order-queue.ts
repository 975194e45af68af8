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
  /** The last number that is known. Of another epoch than the one followed, it makes that take its state anew. */
  let last: Position = { epoch: '', seq: 0 }
  /** The reader waits for what is being fetched. */
  let isStarved = false
  /** What comes before it was fetched already. */
  let caughtUp: Position = last

  function fallBehind(entries: Entry<Item>[]): void {
    const [first] = entries.splice(0)
    behind?.close()
    if (first) behind = follow(first.value.type === 'resync' ? first.value.from : first.value)
  }

  function follow(start: Position): GapFill {
    const push = (item: Item | undefined, bytes: number) => {
      // What is left of one that has been overtaken comes again.
      if (!item || behind !== follower) return
      isStarved = false
      queue.push(item, bytes)
    }
    const follower = createGapFill(
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
    return follower
  }

  /** The reader has taken everything: fetches the next page, or goes on with what is live. */
  function advance({ state, input, close }: GapFill): void {
    const { epoch, next } = state
    if (epoch !== last.epoch || next <= last.seq) {
      input({ type: 'gap', epoch: last.epoch, seq: Math.min(last.seq, next + page - 1) })
      return
    }
    close()
    behind = undefined
    caughtUp = { epoch: epoch ?? '', seq: next }
  }

  return {
    push(item, bytes) {
      const place = placeOf(item)
      const had = place.epoch === caughtUp.epoch && place.seq < caughtUp.seq
      last = place
      if (!behind && !had) queue.push(item, bytes)
      else if (behind && isStarved) advance(behind)
    },
    pull() {
      if (behind && queue.size === 0) {
        isStarved = true
        advance(behind)
      }
      return queue.pull()
    },
    end: queue.end,
    close: () => behind?.close(),
  }
}

const placeOf = (item: Item): Position => (item.type === 'resync' ? item.to : item)
