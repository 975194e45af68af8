import type { Command } from '../exchange/commands.ts'
import type { Time } from '../exchange/values/types.ts'
import type { MarketView } from './market-source.ts'
import type { SymbolSource } from './symbol-source.ts'

/**
 * The sources of many symbols, and when each has something to say next: noted when it has spoken, because all of them
 * are compared at every event of one.
 */
export class Agenda {
  #sources: readonly SymbolSource[]
  #dues: Time[] = []
  #first = 0

  constructor(sources: readonly SymbolSource[]) {
    this.#sources = sources
    this.#ask()
  }

  get all(): readonly SymbolSource[] {
    return this.#sources
  }

  /** Infinite when there are none, or none has anything more to say. */
  get due(): Time {
    return this.#dues[this.#first] ?? Number.POSITIVE_INFINITY
  }

  of(symbol: string): SymbolSource | undefined {
    return this.#sources.find((source) => source.symbol === symbol)
  }

  /** What the first has to say. */
  next(view: MarketView): readonly Command[] {
    const source = this.#sources[this.#first]
    if (source === undefined) return []
    const commands = source.next(view)
    this.#dues[this.#first] = source.due
    this.#first = firstOf(this.#dues)
    return commands
  }

  /** Nothing is said before `time`. */
  restUntil(time: Time): void {
    for (const source of this.#sources) source.restUntil(time)
    this.#ask()
  }

  remove(symbol: string): SymbolSource | undefined {
    const removed = this.of(symbol)
    this.#sources = this.#sources.filter((source) => source !== removed)
    this.#ask()
    return removed
  }

  #ask(): void {
    this.#dues = this.#sources.map((source) => source.due)
    this.#first = firstOf(this.#dues)
  }
}

/** The place of the earliest, of equal ones the first. */
function firstOf(times: readonly Time[]): number {
  let first = 0
  let earliest = Number.POSITIVE_INFINITY
  for (let place = 0; place < times.length; place += 1) {
    const time = times[place] ?? earliest
    if (time >= earliest) continue
    first = place
    earliest = time
  }
  return first
}
