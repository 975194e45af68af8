import fc from 'fast-check'
import { test } from 'vitest'
import type { InspectableExchange } from '../../../src/exchange/create-exchange.ts'
import { FEES, openExchange } from './builders.ts'
import type { Move } from './moves.ts'
import { moves, PATIENCE, play, playOne, RUNS, type Stage, stageOf, type Watcher } from './property.ts'

/** All that a property sees which shares its runs: until their end nobody else executes commands. */
export type Watched = Pick<InspectableExchange, 'state' | 'view'>

type Watch<Seen> = (seen: Seen) => Watcher

type Watching<Seen> = (name: string, watch: Watch<Seen>) => void

/** Properties over the same runs of an exchange. */
export function sharedRuns(borrowers: readonly string[] = []): Watching<Watched> {
  return sharedStage(() => stageOf(openExchange({ fees: FEES }, borrowers)))
}

/**
 * Properties over the same 1,000 runs: each run is played once, on a stage of its own, and all of them watch it. They
 * draw the same runs from the same seed anyway, and playing is most of what a run costs.
 */
export function sharedStage<Seen>(open: (run: readonly Move[]) => Stage<Seen>): Watching<Seen> {
  const watches = new Map<string, Watch<Seen>>()
  let played: ReturnType<typeof playAll> | undefined
  return (name, watch) => {
    watches.set(name, watch)
    test(name, PATIENCE, () => {
      played ??= playAll(watches, open)
      const { failures, seed } = played
      if (!failures.has(name)) return
      // Alone, to find the shortest run that breaks it.
      fc.assert(
        fc.property(moves, (run) => playOne(open(run), watch, run)),
        { numRuns: RUNS, seed },
      )
      throw failures.get(name)
    })
  }
}

/** What broke each property first; whoever has failed watches no further. */
function playAll<Seen>(
  watches: ReadonlyMap<string, Watch<Seen>>,
  open: (run: readonly Move[]) => Stage<Seen>,
) {
  const failures = new Map<string, unknown>()
  const runs = fc.property(moves, (run) => {
    const stage = open(run)
    const guarded = [...watches].map(([name, watch]) => guard(failures, name, () => watch(stage.seen)))
    play(stage, run, {
      before: (command) => {
        for (const watcher of guarded) watcher.before(command)
      },
      after: (events, command) => {
        for (const watcher of guarded) watcher.after(events, command)
      },
    })
    for (const watcher of guarded) watcher.end(stage.execute)
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
    end: (execute) => attempt(() => watcher?.end?.(execute)),
  }
}
