import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, stateHash } from '../../../src/exchange/canonical.ts'
import { type InspectableExchange, restoreExchange } from '../../../src/exchange/create-exchange.ts'
import { FEES, openExchange } from '../support/builders.ts'
import { moves, PATIENCE, play, RUNS, stageOf } from '../support/property.ts'

const OPTIONS = { fees: FEES }

test(
  'invariant 18: what is restored from a snapshot has the same state, and the same future',
  PATIENCE,
  () => {
    fc.assert(
      fc.property(moves, fc.nat({ max: 59 }), fc.subarray(['ann']), (run, at, borrowers) => {
        const exchange = openExchange(OPTIONS, borrowers)
        let restored: InspectableExchange | undefined
        let index = 0
        play(stageOf(exchange), run, {
          before: () => {
            if (index === at) restored = restoredFrom(exchange)
            index += 1
          },
          after: (events, command) => {
            if (restored === undefined) return
            const again = restored.execute(command)
            expect(canonicalText(again)).toBe(canonicalText(events))
          },
        })
        if (restored !== undefined) expect(stateHash(restored)).toBe(stateHash(exchange))
      }),
      { numRuns: RUNS },
    )
  },
)

/** Through the text that a journal keeps. */
function restoredFrom(exchange: InspectableExchange): InspectableExchange {
  const text = JSON.stringify(exchange.snapshot())
  const restored = restoreExchange(JSON.parse(text), OPTIONS)
  expect(JSON.stringify(restored.snapshot())).toBe(text)
  return restored
}
