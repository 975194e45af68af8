import type { Command } from '../../exchange/commands.ts'
import type { Time } from '../../exchange/values/types.ts'

interface Batch {
  readonly time: Time
  readonly commands: Command[]
}

/** Commands read ahead, by time. Its weight says how much memory they hold, a large book more than a print. */
export class CommandQueue {
  #batches: Batch[] = []
  #at = 0
  #weight = 0
  #latest: Time | undefined

  get weight(): number {
    return this.#weight
  }

  /** Time of the last command that was pushed. */
  get latest(): Time | undefined {
    return this.#latest
  }

  get due(): Time | undefined {
    return this.#batches[this.#at]?.time
  }

  push(time: Time, command: Command): void {
    const last = this.#batches.at(-1)
    if (last !== undefined && last.time === time && this.#at < this.#batches.length) {
      last.commands.push(command)
    } else {
      this.#batches.push({ time, commands: [command] })
    }
    this.#weight += weigh(command)
    this.#latest = time
  }

  shift(): readonly Command[] {
    const batch = this.#batches[this.#at]
    if (batch === undefined) return []
    this.#at += 1
    if (this.#at === this.#batches.length || this.#at > 1_024) {
      this.#batches = this.#batches.slice(this.#at)
      this.#at = 0
    }
    for (const command of batch.commands) this.#weight -= weigh(command)
    return batch.commands
  }

  clear(): void {
    this.#batches = []
    this.#at = 0
    this.#weight = 0
  }
}

function weigh(command: Command): number {
  return command.type === 'SetHouseLevels' ? 1 + (command.levels.length >>> 3) : 1
}
