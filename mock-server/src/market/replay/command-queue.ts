import type { Command } from '../../exchange/commands.ts'
import type { Time } from '../../exchange/values/types.ts'

interface Entry {
  readonly time: Time
  readonly command: Command
}

/** Entries already taken that may stand at the front before the rest is copied. */
const MOST_TAKEN = 1_024

/** Commands read ahead, in order. The weight says how much memory they hold, a large book more than a print. */
export class CommandQueue {
  #entries: Entry[] = []
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
    return this.#entries[this.#at]?.time
  }

  push(time: Time, command: Command): void {
    this.#entries.push({ time, command })
    this.#weight += weigh(command)
    this.#latest = time
  }

  shift(): Command | undefined {
    const entry = this.#entries[this.#at]
    if (entry === undefined) return undefined
    this.#at += 1
    if (this.#at === this.#entries.length || this.#at > MOST_TAKEN) {
      this.#entries = this.#entries.slice(this.#at)
      this.#at = 0
    }
    this.#weight -= weigh(entry.command)
    return entry.command
  }

  clear(): void {
    this.#entries = []
    this.#at = 0
    this.#weight = 0
  }
}

function weigh(command: Command): number {
  return command.type === 'SetHouseLevels' ? 1 + (command.levels.length >>> 3) : 1
}
