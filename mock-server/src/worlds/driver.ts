import type { Time } from '../exchange/values/types.ts'
import type { Clock } from '../ports/clock.ts'
import { nextTask } from '../ports/system-clock.ts'
import { delayUntil, type WorldClock, worldTime } from './clock.ts'
import type { Timeline } from './timeline.ts'

/** The part of a recording that concerns who drives it. */
export interface Recording {
  nextDue(): Time | undefined
  /** World time may run up to here; what comes later is not read yet. */
  readonly horizon: Time
  /** @throws what is wrong with a file, once */
  refill(): Promise<void>
}

export interface DriverOptions {
  readonly timeline: Timeline
  readonly machine: Clock
  readonly recording: Recording | undefined
  /** The world's clock as it stands. */
  clock(): WorldClock
  /** Whether a reader has not taken yet what it was sent. */
  backlogged(): boolean
  onReplayError(error: unknown): void
  /** A recording at full speed has nothing more to play. */
  onReplayEnd(): void
  /** A fault of this server: the world stands still from then on. */
  onFailure(error: unknown): void
}

/** At most so long between two looks: expiries of the exchange that no source announces are never later. */
const LONGEST_WAIT_MS = 50
/** Steps in one turn, so that sockets and requests get theirs however far behind the world is. */
const STEPS_PER_TURN = 500
/** How long a recording waits for its readers before it looks again. */
const BACKLOG_WAIT_MS = 1

/** The one owner of the timer that brings a world forward when nobody asks it anything. */
export class Driver {
  readonly #options: DriverOptions
  #cancel = (): void => {}
  /** Turns begun under an older clock do nothing. */
  #generation = 0

  constructor(options: DriverOptions) {
    this.#options = options
  }

  /** Follows the clock as it now is; called again whenever that changed. */
  restart(): void {
    this.stop()
    const turn = TURNS[this.#options.clock().mode]
    if (turn !== undefined) this.#schedule(turn, 0)
  }

  stop(): void {
    this.#cancel()
    this.#generation += 1
  }

  #schedule(turn: Turn, delayMs: number): void {
    const generation = this.#generation
    const run = (): void => {
      this.#run(turn, generation).catch((error: unknown) => this.#options.onFailure(error))
    }
    if (delayMs === 0) nextTask(run)
    else this.#cancel = this.#options.machine.after(delayMs, run)
  }

  async #run(turn: Turn, generation: number): Promise<void> {
    if (generation !== this.#generation) return
    if (this.#options.recording !== undefined) await this.#refill(this.#options.recording)
    if (generation !== this.#generation) return
    const nextMs = turn(this.#options)
    if (nextMs !== undefined) this.#schedule(turn, nextMs)
  }

  async #refill(recording: Recording): Promise<void> {
    try {
      await recording.refill()
    } catch (error) {
      this.#options.onReplayError(error)
    }
  }
}

/** Moves the world and says in how many milliseconds to come again; 0 is the next task, undefined never. */
type Turn = (options: DriverOptions) => number | undefined

/** Up to the clock, and not beyond what a recording has read. */
function follow({ timeline, machine, recording, clock }: DriverOptions): number {
  const time = worldTime(clock(), machine.nowMs())
  const target = Math.min(time, recording?.horizon ?? time)
  for (let steps = 0; timeline.step(target); steps += 1) if (steps === STEPS_PER_TURN) return 0
  timeline.advanceTo(target)
  if (target < time) return 0
  const due = timeline.nextDue()
  const delayMs = due === undefined ? undefined : delayUntil(clock(), due, machine.nowMs())
  return Math.max(1, Math.min(LONGEST_WAIT_MS, Math.ceil(delayMs ?? LONGEST_WAIT_MS)))
}

/** From one recorded event to the next, as fast as the readers take them. */
function play({ timeline, recording, backlogged, onReplayEnd }: DriverOptions): number | undefined {
  for (let steps = 0; steps < STEPS_PER_TURN; steps += 1) {
    if (backlogged()) return BACKLOG_WAIT_MS
    const due = recording?.nextDue()
    if (due === undefined) {
      if (recording !== undefined && recording.horizon !== Number.POSITIVE_INFINITY) return 0
      onReplayEnd()
      return undefined
    }
    timeline.step(due)
  }
  return 0
}

const TURNS: Record<WorldClock['mode'], Turn | undefined> = {
  running: follow,
  recorded: play,
  paused: undefined,
}
