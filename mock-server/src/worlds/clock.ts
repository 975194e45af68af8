import { MICROS_PER_MS } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'

/**
 * World time as a pure function of the machine's time. `running` moves `speed` times as fast as the machine;
 * `paused` moves only by `advance` and `set`; `recorded` is carried from event to event by a replay at full speed.
 */
export type WorldClock =
  | { readonly mode: 'running'; readonly speed: number; readonly time: Time; readonly sinceMs: number }
  | { readonly mode: 'paused'; readonly time: Time }
  | { readonly mode: 'recorded'; readonly time: Time }

/** In the year 2255: what comes later cannot be counted in microseconds. A world that gets there stands still. */
const LAST_TIME: Time = Number.MAX_SAFE_INTEGER

export function runningClock(time: Time, speed: number, nowMs: number): WorldClock {
  if (!(speed > 0) || !Number.isFinite(speed)) {
    const given = typeof speed === 'number' ? speed : JSON.stringify(speed)
    throw new RangeError(`The speed of a clock is a number above 0 such as 2, not ${given}`)
  }
  return { mode: 'running', speed, time, sinceMs: nowMs }
}

/** World time at a time of the machine. A machine clock that steps back stops the world, never turns it back. */
export function worldTime(clock: WorldClock, nowMs: number): Time {
  if (clock.mode !== 'running') return clock.time
  const elapsedMs = Math.max(0, nowMs - clock.sinceMs)
  return Math.min(LAST_TIME, clock.time + Math.floor(elapsedMs * MICROS_PER_MS * clock.speed))
}

export function paused(clock: WorldClock, nowMs: number): WorldClock {
  return { mode: 'paused', time: worldTime(clock, nowMs) }
}

/** The same clock, moved to `time`. */
export function movedTo(clock: WorldClock, time: Time, nowMs: number): WorldClock {
  if (!Number.isSafeInteger(time)) throw new RangeError(`World time is whole microseconds, not ${time}`)
  if (time < worldTime(clock, nowMs)) throw new RangeError('World time never goes back')
  return clock.mode === 'running' ? { ...clock, time, sinceMs: nowMs } : { ...clock, time }
}

/** Milliseconds of the machine until the world reaches `time`, or undefined when it does not by itself. */
export function delayUntil(clock: WorldClock, time: Time, nowMs: number): number | undefined {
  if (clock.mode !== 'running') return undefined
  return Math.max(0, (time - worldTime(clock, nowMs)) / MICROS_PER_MS / clock.speed)
}
