import type { Clock } from './clock.ts'

/**
 * The machine's clock. Looked up at each use, so that a test runner's fake timers rule it too; its timers do not
 * keep the process alive.
 */
export const systemClock: Clock = {
  nowMs: () => Date.now(),
  after(delayMs, callback) {
    let timer: ReturnType<typeof setTimeout>
    const wait = (leftMs: number): void => {
      const nextMs = Math.min(leftMs, LONGEST_TIMER_MS)
      timer = setTimeout(() => (leftMs > nextMs ? wait(leftMs - nextMs) : callback()), nextMs)
      // In browsers a timer is a number and never holds anything open.
      if (typeof timer === 'object') timer.unref()
    }
    wait(delayMs)
    return () => clearTimeout(timer)
  },
}

/** A timer counts in 32 bits: what is set for longer, nearly 25 days, fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1

/** Runs `callback` in a task of its own, after everything that is already waiting. */
export const nextTask: (callback: () => void) => void = taskQueue()

/**
 * Taken once at start: what delivers messages in process must go on while a test fakes the timers. The returned
 * function holds the process open until the callback ran, as a message on its way should.
 */
function taskQueue(): (callback: () => void) => void {
  if (typeof globalThis.setImmediate === 'function') {
    const immediate = globalThis.setImmediate
    return (callback) => void immediate(callback)
  }
  const waiting: (() => void)[] = []
  const channel = new MessageChannel()
  channel.port1.onmessage = () => waiting.shift()?.()
  return (callback) => {
    waiting.push(callback)
    channel.port2.postMessage(null)
  }
}
