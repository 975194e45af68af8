import type { Time } from '../exchange/values/types.ts'
import type { ReplaySource } from '../market/replay/replay-source.ts'
import type { Clock } from '../ports/clock.ts'
import { movedTo, paused, runningClock, type WorldClock, worldTime } from './clock.ts'
import type { WorldClockControl } from './running-world.ts'

export interface WorldTimeParts {
  /** As the world begins. */
  readonly clock: WorldClock
  /** A recording at full speed waits for a reader. @default false */
  readonly waitsForReader: boolean
  readonly machine: Clock
  readonly replay: ReplaySource | undefined
  /** Where its events have carried the world. */
  reached(): Time
  /** Brings it to a time. */
  advanceTo(time: Time): void
  /** Brings it to what is due first, unless that is after a time; false when there was nothing. */
  step(time: Time): boolean
  /** The timer is to follow the clock as it now is. */
  follow(): void
  onReplayError(error: unknown): void
}

/** So many milliseconds of the machine nobody waits longer for a clock that is faster than the machine can play. */
const LONGEST_CATCH_UP_MS = 100

/** How far a world may go: by its clock, which its owner moves, and by what a recording has read. */
export class WorldTime implements WorldClockControl {
  readonly #parts: WorldTimeParts
  #clock: WorldClock
  #playing: boolean
  #started = false

  constructor(parts: WorldTimeParts) {
    this.#parts = parts
    this.#clock = parts.clock
    this.#playing = !parts.waitsForReader
  }

  get clock(): WorldClock {
    return this.#clock
  }

  get mode(): WorldClock['mode'] {
    return this.#clock.mode
  }

  /** Whether the recording plays. */
  get playing(): boolean {
    return this.#playing
  }

  start(): void {
    this.#started = true
    if (this.#playing) this.#parts.follow()
  }

  stop(): void {
    this.#started = false
  }

  /** Up to the clock; one that the machine cannot keep up with loses what it is behind. */
  catchUp(): void {
    const { machine, step, reached } = this.#parts
    const clock = this.#clock
    if (clock.mode === 'running' && clock.speed > 1) {
      const target = this.#target()
      const startMs = machine.nowMs()
      while (step(target)) {
        const nowMs = machine.nowMs()
        if (nowMs - startMs <= LONGEST_CATCH_UP_MS) continue
        this.#clock = runningClock(reached(), clock.speed, nowMs)
        return
      }
    }
    this.#playAll()
  }

  now(): Time {
    this.catchUp()
    return this.#parts.reached()
  }

  pause(): void {
    this.#set((clock, nowMs) => paused(clock, nowMs))
  }

  resume(speed = 1): void {
    this.#set((clock, nowMs) => runningClock(worldTime(clock, nowMs), speed, nowMs))
  }

  advanceTo(time: Time): Promise<void> {
    this.#set((clock, nowMs) => movedTo(clock, time, nowMs))
    return this.#readUntil(time)
  }

  advanceBy(micros: Time): Promise<void> {
    let time = 0
    this.#set((clock, nowMs) => {
      time = worldTime(clock, nowMs) + micros
      return movedTo(clock, time, nowMs)
    })
    return this.#readUntil(time)
  }

  readerCame(): void {
    if (this.#playing) return
    this.#playing = true
    if (this.#started) this.#parts.follow()
  }

  /** A recording at full speed has nothing more to play. */
  replayEnded(): void {
    this.#clock = { mode: 'paused', time: this.#parts.reached() }
  }

  /** What the clock says, and not beyond what a recording has read. */
  #target(): Time {
    const { machine, replay } = this.#parts
    const target = worldTime(this.#clock, machine.nowMs())
    return Math.min(target, replay?.horizon ?? target)
  }

  #playAll(): void {
    this.#parts.advanceTo(this.#target())
  }

  #set(next: (clock: WorldClock, nowMs: number) => WorldClock): void {
    this.catchUp()
    // A recorded world's clock shows where its events have carried it.
    if (this.#clock.mode === 'recorded') this.#clock = { mode: 'recorded', time: this.#parts.reached() }
    this.#clock = next(this.#clock, this.#parts.machine.nowMs())
    this.#playing = true
    this.#playAll()
    if (this.#started) this.#parts.follow()
  }

  async #readUntil(time: Time): Promise<void> {
    const { replay, onReplayError } = this.#parts
    while (replay !== undefined && replay.horizon < time) {
      try {
        await replay.refill()
      } catch (error) {
        onReplayError(error)
      }
      this.#playAll()
    }
  }
}
