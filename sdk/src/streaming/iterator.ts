import { AbortedError } from '../errors/client-errors.ts'
import type { Reader } from './channels.ts'
import type { DeliveryQueue } from './delivery-queue.ts'

/**
 * What every stream method returns: loop over it with `for await`. It subscribes at the first `next` (or `ready`) and
 * unsubscribes when the loop is left, whichever way. It can be used once.
 */
export interface StreamIterator<Value> extends AsyncIterator<Value, undefined, undefined> {
  /**
   * Subscribes, and resolves once nothing that happens from now on can be missed. Call it before the request whose
   * effects the loop is to see.
   */
  ready(): Promise<void>
  /** Unsubscribes and ends the loop. */
  return(): Promise<IteratorResult<Value, undefined>>
  /** Itself. */
  [Symbol.asyncIterator](): StreamIterator<Value>
  /** For `await using`: as `return`. */
  [Symbol.asyncDispose](): Promise<void>
}

export interface Membership {
  readonly names: readonly string[]
  join(reader: Reader): void
  leave(reader: Reader): void
}

export type IteratorQueue<Value> = Omit<DeliveryQueue<Value>, 'size'> & { close?(): void }

const done = { done: true, value: undefined } as const

/** A queue, as an iterator that joins its channels at the first use and leaves them at its end. */
export function createIterator<Value>(
  createQueue: (fail: (error: unknown) => void) => IteratorQueue<Value>,
  { names, join, leave }: Membership,
  signal: AbortSignal | undefined,
): StreamIterator<Value> {
  const queue = createQueue((error) => end({ error }))
  const unstarted = new Set(names)
  const waiters: { resolve(): void; reject(error: unknown): void }[] = []
  let phase: 'new' | 'running' | 'over' = 'new'
  let reason: unknown

  const reader: Reader = {
    push: (value, bytes) => queue.push(value as Value, bytes),
    started(name) {
      unstarted.delete(name)
      if (unstarted.size === 0) for (const { resolve } of waiters.splice(0)) resolve()
    },
    end: (outcome) => end(outcome),
  }

  const aborted = () => {
    const facts = { code: 'aborted', cause: signal?.reason }
    end({ error: new AbortedError('The caller aborted the stream', facts), discard: true })
  }

  function start(): void {
    if (phase !== 'new') return
    phase = 'running'
    signal?.addEventListener('abort', aborted)
    if (signal?.aborted) aborted()
    else join(reader)
  }

  function end(outcome: { readonly error?: unknown; readonly discard?: boolean }): void {
    queue.end(outcome)
    if (phase === 'over') return
    phase = 'over'
    signal?.removeEventListener('abort', aborted)
    queue.close?.()
    leave(reader)
    reason = outcome.error ?? closedError()
    for (const { reject } of waiters.splice(0)) reject(reason)
  }

  const iterator: StreamIterator<Value> = {
    next() {
      start()
      return queue.pull()
    },
    async return() {
      end({ discard: true })
      return done
    },
    ready() {
      start()
      return new Promise((resolve, reject) => {
        if (phase === 'over') reject(reason)
        else if (unstarted.size === 0) resolve()
        else waiters.push({ resolve, reject })
      })
    },
    [Symbol.asyncIterator]: () => iterator,
    async [Symbol.asyncDispose]() {
      end({ discard: true })
    },
  }
  return iterator
}

export const closedError = () => new AbortedError('The stream is closed', { code: 'client-closed' })
