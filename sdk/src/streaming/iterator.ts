/**
 * What every stream method returns: loop over it with `for await`. It subscribes at the first `next` (or `ready`) and
 * unsubscribes when the loop is left, whichever way. It can be used once.
 */
export interface StreamIterator<Value> extends AsyncIterableIterator<Value, undefined, undefined> {
  /**
   * Subscribes, and resolves once nothing that happens from now on can be missed. Call it before the request whose
   * effects the loop is to see.
   */
  ready(): Promise<void>
  return(): Promise<IteratorResult<Value, undefined>>
  [Symbol.asyncIterator](): StreamIterator<Value>
  [Symbol.asyncDispose](): Promise<void>
}

export interface IteratorPorts<Value> {
  start(): void
  /** Called once, however the iterator ends. */
  stop(): void
  pull(): Promise<IteratorResult<Value, undefined>>
  ready(): Promise<void>
  /** Drops what waits; pending and later pulls end, or throw the error. */
  end(outcome: { readonly error?: unknown; readonly discard: true }): void
}

const done = { done: true, value: undefined } as const

export function createIterator<Value>(
  ports: IteratorPorts<Value>,
  signal: AbortSignal | undefined,
): StreamIterator<Value> {
  let phase: 'new' | 'running' | 'over' = 'new'

  const aborted = () => {
    ports.end({ discard: true, error: signal?.reason })
    stop()
  }

  function start(): void {
    if (phase !== 'new') return
    phase = 'running'
    if (signal?.aborted) {
      aborted()
      return
    }
    signal?.addEventListener('abort', aborted)
    ports.start()
  }

  function stop(): void {
    if (phase === 'over') return
    phase = 'over'
    signal?.removeEventListener('abort', aborted)
    ports.stop()
  }

  const iterator: StreamIterator<Value> = {
    async next() {
      start()
      try {
        const result = await ports.pull()
        if (result.done) stop()
        return result
      } catch (error) {
        stop()
        throw error
      }
    },
    async return() {
      ports.end({ discard: true })
      stop()
      return done
    },
    async ready() {
      start()
      await ports.ready()
    },
    [Symbol.asyncIterator]: () => iterator,
    async [Symbol.asyncDispose]() {
      await iterator.return()
    },
  }
  return iterator
}
