import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, stateHash } from '../../../src/exchange/canonical.ts'
import { restoreExchange } from '../../../src/exchange/create-exchange.ts'
import type { ExchangeSnapshot } from '../../../src/exchange/snapshot/snapshot.ts'
import { FEES, openExchange } from '../support/builders.ts'
import { moves, PATIENCE, play, RUNS } from '../support/property.ts'

const OPTIONS = { fees: FEES }

test(
  'invariant 18: what is restored from a snapshot has the same state, and the same future',
  PATIENCE,
  () => {
    fc.assert(
      fc.property(moves, fc.nat({ max: 59 }), fc.subarray(['ann']), (run, at, borrowers) => {
        const exchange = openExchange(OPTIONS, borrowers)
        let restored: ReturnType<typeof restoreExchange> | undefined
        const future: string[] = []
        let index = 0
        const commands = play(exchange, run, {
          before: () => {
            if (index === at) restored = restoreExchange(throughJson(exchange.snapshot()), OPTIONS)
            if (index === at)
              expect(canonicalText(restored?.snapshot())).toBe(canonicalText(exchange.snapshot()))
            index += 1
          },
          after: (events) => {
            if (restored !== undefined) future.push(canonicalText(events))
          },
        })
        if (restored === undefined) return
        const other = restored
        const again = commands.slice(at).map((command) => canonicalText(other.execute(command)))
        expect(again).toEqual(future)
        expect(stateHash(restored)).toBe(stateHash(exchange))
      }),
      { numRuns: RUNS },
    )
  },
)

function throughJson(snapshot: ExchangeSnapshot): ExchangeSnapshot {
  return JSON.parse(JSON.stringify(snapshot))
}
