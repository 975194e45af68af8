import type { Position } from './messages.ts'
import type { ResyncReason } from './sequence-state.ts'

/** What waits for one iterator's reader. */
export interface Entry<Value> {
  readonly value: Value
  readonly bytes: number
}

export interface QueueLimits {
  readonly messages: number
  readonly bytes: number
}

export const queueLimits: QueueLimits = { messages: 1_000, bytes: 4 * 1024 * 1024 }

/** Makes room, in place, when the entries exceed the limits. */
export type Overflow<Value> = (entries: Entry<Value>[], limits: QueueLimits) => void

export interface DeliveryQueue<Value> {
  readonly size: number
  push(value: Value, bytes: number): void
  pull(): Promise<IteratorResult<Value, undefined>>
  /** After what waits, the reader gets the end, or the error. `discard` drops what waits. */
  end(outcome?: { readonly error?: unknown; readonly discard?: boolean }): void
}

interface Waiter<Value> {
  resolve(result: IteratorResult<Value, undefined>): void
  reject(error: unknown): void
}

export function createDeliveryQueue<Value>(
  overflow: Overflow<Value>,
  limits: QueueLimits = queueLimits,
): DeliveryQueue<Value> {
  let entries: Entry<Value>[] = []
  let bytes = 0
  let ended: { readonly error?: unknown } | undefined
  const waiters: Waiter<Value>[] = []

  function settle({ resolve, reject }: Waiter<Value>): void {
    const entry = entries.shift()
    if (entry) {
      bytes -= entry.bytes
      resolve({ done: false, value: entry.value })
    } else if (ended && 'error' in ended) {
      // Told once; afterwards the iterator is simply done.
      const { error } = ended
      ended = {}
      reject(error)
    } else resolve({ done: true, value: undefined })
  }

  return {
    get size() {
      return entries.length
    },
    push(value, size) {
      if (ended) return
      entries.push({ value, bytes: size })
      bytes += size
      const waiter = waiters.shift()
      if (waiter) settle(waiter)
      else if (entries.length > limits.messages || bytes > limits.bytes) {
        overflow(entries, limits)
        bytes = sumOf(entries)
      }
    },
    pull: () =>
      new Promise((resolve, reject) => {
        if (entries.length > 0 || ended) settle({ resolve, reject })
        else waiters.push({ resolve, reject })
      }),
    end({ discard, ...outcome } = {}) {
      if (discard) entries = []
      ended ??= outcome
      for (const waiter of waiters.splice(0)) settle(waiter)
    },
  }
}

const sumOf = (entries: readonly Entry<unknown>[]): number =>
  entries.reduce((sum, { bytes }) => sum + bytes, 0)

/** For states: keeps the latest of each symbol, which tells how many it stands for besides itself. */
export function conflate<Value extends { readonly symbol: string; readonly conflated?: number }>(
  entries: Entry<Value>[],
): void {
  const latest = new Map<string, Entry<Value>>()
  for (const { value, bytes } of entries) {
    const older = latest.get(value.symbol)?.value
    const conflated = (older ? (older.conflated ?? 0) + 1 : 0) + (value.conflated ?? 0)
    // Deleted first, so that the order is that of the latest values.
    latest.delete(value.symbol)
    latest.set(value.symbol, { value: older ? { ...value, conflated } : value, bytes })
  }
  entries.splice(0, entries.length, ...latest.values())
}

/** For a state that updates itself: one entry says that it changed. */
export function keepLatest(entries: Entry<unknown>[]): void {
  entries.splice(0, entries.length - 1)
}

/** Trades or bars that this reader does not get, at their place among those that it gets. */
export interface TradeGap {
  readonly type: 'gap'
  readonly symbol: string
  /** `slowReader`: dropped because they were read too slowly; otherwise as for a resync. */
  readonly reason: 'slowReader' | ResyncReason
  /** The first number missing. */
  readonly from: Position
  /** The last number missing; of another epoch where the server restarted in between. */
  readonly to: Position
}

type TradeOrGap =
  | TradeGap
  | ({
      readonly type: 'trade' | 'tradeBusted' | 'tradeCorrected' | 'bar'
      readonly symbol: string
    } & Position)

/** For events that may be lost: drops the oldest, and one gap for each symbol in front tells which. */
export function dropOldest(entries: Entry<TradeOrGap>[], limits: QueueLimits): void {
  const gaps = new Map<string, Entry<TradeGap>>()
  let bytes = sumOf(entries)
  let dropped = 0
  for (const { value, bytes: size } of entries) {
    const over = entries.length - dropped + gaps.size > limits.messages || bytes > limits.bytes
    // Gaps in front are of earlier drops and go on growing.
    if (!over && value.type !== 'gap') break
    gaps.set(value.symbol, { value: extend(gaps.get(value.symbol)?.value, value), bytes: 0 })
    bytes -= size
    dropped += 1
  }
  entries.splice(0, dropped, ...gaps.values())
}

function extend(gap: TradeGap | undefined, dropped: TradeOrGap): TradeGap {
  if (dropped.type === 'gap') return gap ? { ...gap, to: dropped.to } : dropped
  const { symbol, epoch, seq } = dropped
  return { type: 'gap', symbol, reason: 'slowReader', from: gap?.from ?? { epoch, seq }, to: { epoch, seq } }
}
