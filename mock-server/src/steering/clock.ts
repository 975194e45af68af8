import { formatTime, MICROS_PER_MS } from '../exchange/values/time.ts'
import { expect } from '../options/check-option.ts'
import type { RunningWorld } from '../worlds/running-world.ts'
import type { SecurityClock } from '../worlds/security-clock.ts'

export interface MockClock {
  /** World time, RFC 3339 with six decimals. */
  now(): string
  pause(): void
  /** @default at the pace of the machine */
  resume(speed?: number): void
  /** 1 is the pace of the machine. */
  setSpeed(speed: number): void
  /**
   * Plays the next `milliseconds` of world time at once; of more than ten minutes the background market plays the
   * last ten, everything else happens at its own time. The time of tokens and
   * signatures moves with it. When the promise resolves, in-process streams have been
   * handed what happened.
   */
  advance(milliseconds: number): Promise<void>
}

export interface ClockParts {
  world(): RunningWorld
  readonly securityClock: SecurityClock
  /** After everything that was on its way to a socket. */
  delivered(): Promise<void>
}

/** Moves the time of the world that runs now, and that of tokens and signatures with it. */
export function steerClock({ world, securityClock, delivered }: ClockParts): MockClock {
  const next = (leftMs: number): number | undefined => {
    const nextMs = securityClock.nextInMs()
    return nextMs !== undefined && nextMs < leftMs ? nextMs : undefined
  }
  return {
    now: () => formatTime(world().now()),
    pause: () => world().clock.pause(),
    resume: (speed) => world().clock.resume(speed),
    setSpeed: (speed) => world().clock.resume(speed),
    advance: async (milliseconds) => {
      const isNumber = typeof milliseconds === 'number' && !Number.isNaN(milliseconds)
      expect(isNumber, () => ['World time advances by a number of milliseconds', milliseconds])
      const micros = Math.round(milliseconds * MICROS_PER_MS)
      if (!(micros >= 0)) throw new RangeError(`World time never goes back: ${milliseconds} ms`)
      const { clock, webhooks } = world()
      if (!Number.isSafeInteger(clock.now() + micros))
        throw new RangeError(`World time ends in 2255, before ${milliseconds} ms are over`)
      let leftMs = milliseconds
      if (webhooks.sending) await delivered()
      // What is due on the way happens at its time: a webhook that fails again waits for a time that may come yet.
      for (let nextMs = next(leftMs); nextMs !== undefined; nextMs = next(leftMs)) {
        securityClock.advanceInPart(nextMs)
        leftMs -= nextMs
        await delivered()
      }
      securityClock.advance(leftMs)
      await clock.advanceBy(micros)
      await delivered()
    },
  }
}
