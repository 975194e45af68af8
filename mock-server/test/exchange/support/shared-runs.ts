import fc from 'fast-check'
import { test } from 'vitest'
import type { InspectableExchange } from '../../../src/exchange/create-exchange.ts'
import { FEES, openExchange } from './builders.ts'
import { moves, PATIENCE, play, playOne, RUNS, type Watcher } from './property.ts'

/** All that a property sees which shares its runs: who executes commands of its own has runs of its own. */
export type Watched = Pick<InspectableExchange, 'state' | 'view'>

type Watch = (exchange: Watched) => Watcher

/**
 * Properties over the same 1,000 runs, like those of {@link property}: each run is played once, and all of them watch
 * it. They draw the same runs from the same seed anyway, and playing is most of what a run costs.
 */
export function sharedRuns(borrowers: readonly string[] = []): (name: string, watch: Watch) => void {
  const watches = new Map<string, Watch>()
  let played: ReturnType<typeof playAll> | undefined
  return (name, watch) => {
    watches.set(name, watch)
    test(name, PATIENCE, () => {
      played ??= playAll(watches, borrowers)
      const { failures, seed } = played
      if (!failures.has(name)) return
      // Alone, to find the shortest run that breaks it.
      fc.assert(
        fc.property(moves, (run) => playOne(watch, borrowers, run)),
        { numRuns: RUNS, seed },
      )
      throw failures.get(name)
    })
  }
}

/** What broke each property first; whoever has failed watches no further. */
function playAll(watches: ReadonlyMap<string, Watch>, borrowers: readonly string[]) {
  const failures = new Map<string, unknown>()
  const runs = fc.property(moves, (run) => {
    const exchange = openExchange({ fees: FEES }, borrowers)
    const guarded = [...watches].map(([name, watch]) => guard(failures, name, () => watch(exchange)))
    play(exchange, run, {
      before: (command) => {
        for (const watcher of guarded) watcher.before(command)
      },
      after: (events, command) => {
        for (const watcher of guarded) watcher.after(events, command)
      },
    })
    for (const watcher of guarded) watcher.end()
  })
  const details = fc.check(runs, { numRuns: RUNS })
  // Not a property's word, but a command that threw: everybody's failure.
  if (details.failed) for (const name of watches.keys()) failures.set(name, details.errorInstance)
  return { failures, seed: details.seed }
}

function guard(failures: Map<string, unknown>, name: string, open: () => Watcher): Required<Watcher> {
  const attempt = <Result>(step: () => Result): Result | undefined => {
    if (failures.has(name)) return undefined
    try {
      return step()
    } catch (error) {
      failures.set(name, error)
      return undefined
    }
  }
  const watcher = attempt(open)
  return {
    before: (command) => attempt(() => watcher?.before?.(command)),
    after: (events, command) => attempt(() => watcher?.after?.(events, command)),
    end: () => attempt(() => watcher?.end?.()),
  }
}
