import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import { backoffDelay, snapshotInterval } from './backoff.ts'
import type { NumberedMessage, Position } from './messages.ts'
import { reduceSequence } from './sequence.ts'
import {
  initialSequence,
  type Recovery,
  type SequenceEffect,
  type SequenceInput,
  type SequenceState,
  type Snapshot,
} from './sequence-state.ts'
import { createStrikes } from './strikes.ts'
import type { Timers } from './timers.ts'

/** What the streams need of REST to make up for what was lost. */
export interface RefillPort {
  /**
   * The events `from..to` of a channel, ascending; fewer where they do not fit in one page.
   * `gone` where the server no longer holds `from`, with the oldest number that it still has, if it says so.
   */
  events(
    channel: string,
    range: { readonly epoch: string; readonly from: number; readonly to: number },
    signal: AbortSignal,
  ): Promise<
    { readonly messages: readonly NumberedMessage[] } | { readonly gone: { readonly oldestSeq?: number } }
  >
  /** The present state of a channel of quotes, book or orders, as its `snapshot` message would carry it. */
  snapshot(channel: string, signal: AbortSignal): Promise<Snapshot>
}

export interface GapFillPorts {
  readonly rest: RefillPort
  readonly timers: Timers
  readonly clock: Clock
  readonly random: Random
}

export interface GapFillOptions {
  /** Names the timers; the channel's name but for a second reader of the same channel. */
  readonly name: string
  readonly channel: string
  readonly recovery: Recovery
  /** The position of the first message wanted, where it is known. */
  readonly start?: Position
  deliver(message: NumberedMessage, bytes: number): void
  resync(resync: SequenceEffect & { readonly type: 'resync' }): void
  /** The channel's state comes anew with a new subscription. */
  resubscribe(): void
  /** The channel is silent though there is news: the connection is not to be trusted. */
  distrust(): void
  /** REST refused for good. */
  fail(error: unknown): void
}

export interface GapFill {
  readonly state: SequenceState
  input(input: SequenceInput): void
  close(): void
}

/** A channel that needed no snapshot for so long starts its throttle over. */
const calmMs = 60_000

type Request = SequenceEffect & { readonly type: 'refill' | 'snapshot' }

/** Runs one channel's sequence: carries out what the pure rules ask for, and feeds the outcome back. */
export function createGapFill(options: GapFillOptions, ports: GapFillPorts): GapFill {
  const { name, channel, recovery } = options
  const { rest, timers, clock, random } = ports
  const timer = `rest ${name}`
  const abort = new AbortController()
  let state = initialSequence(options.start)
  /** A channel of which only heartbeats tell is dead. */
  const silent = createStrikes(clock)
  let lastSnapshotMs = Number.NEGATIVE_INFINITY
  let streak = 0

  function input(given: SequenceInput): void {
    if (abort.signal.aborted) return
    const [next, effects] = reduceSequence(state, given, recovery)
    state = next
    for (const effect of effects) execute(effect)
  }

  function execute(effect: SequenceEffect): void {
    if (effect.type === 'deliver') options.deliver(effect.message, effect.bytes)
    else if (effect.type === 'resync') options.resync(effect)
    else ask(effect)
  }

  function ask(request: Request): void {
    const delayMs = request.attempt === 0 ? 0 : backoffDelay(request.attempt, random)
    if (request.type === 'refill') {
      if (request.silent && silent()) options.distrust()
      later(delayMs, () => answer(request))
      return
    }
    const sinceMs = clock.monotonicMs() - lastSnapshotMs
    const isCalm = sinceMs > calmMs
    later(Math.max(snapshotInterval(isCalm ? 0 : streak) - sinceMs, delayMs), () => {
      streak = isCalm ? 0 : streak + 1
      lastSnapshotMs = clock.monotonicMs()
      if (recovery.by === 'stream') options.resubscribe()
      else answer(request)
    })
  }

  async function answer(effect: Request): Promise<void> {
    const { request } = effect
    try {
      if (effect.type === 'refill') input(await refill(effect))
      else input({ type: 'snapshotted', request, snapshot: await rest.snapshot(channel, abort.signal) })
    } catch (error) {
      if (abort.signal.aborted) return
      if (!isFinal(error)) input({ type: 'failed', request })
      // What REST refuses to refill is taken anew.
      else if (effect.type === 'refill')
        input({ type: 'gone', request, epoch: effect.epoch, oldestSeq: undefined })
      else if (request === state.request) options.fail(error)
    }
  }

  async function refill({ request, epoch, from, to }: Request & { type: 'refill' }): Promise<SequenceInput> {
    const page = await rest.events(channel, { epoch, from, to }, abort.signal)
    return 'gone' in page
      ? { type: 'gone', request, epoch, oldestSeq: page.gone.oldestSeq }
      : { type: 'refilled', request, arrivals: page.messages.map(arrivalOf) }
  }

  function later(delayMs: number, run: () => void): void {
    if (delayMs > 0) timers.set(timer, delayMs, run)
    else {
      timers.clear(timer)
      run()
    }
  }

  return {
    get state() {
      return state
    },
    input,
    close() {
      abort.abort()
      timers.clear(timer)
    },
  }
}

/** REST does not say how long a message was as text. */
const arrivalOf = (message: NumberedMessage) => ({ message, bytes: JSON.stringify(message).length })

/** Whether the server refused for good. Lost answers, server errors and throttling pass. */
function isFinal(error: unknown): boolean {
  const { status, retryable } = (error ?? {}) as { readonly status?: unknown; readonly retryable?: unknown }
  return typeof status === 'number' && status >= 400 && status < 500 && retryable === false
}
