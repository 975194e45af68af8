import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import { isPending } from '../../../src/exchange/orders/lifecycle.ts'
import { CUSTOMERS, FEES, openExchange } from '../support/builders.ts'
import { isOrderEvent, moves, must, PATIENCE, play, RUNS, stageOf } from '../support/property.ts'

test(
  'where requests take time all invariants hold, and each request is answered once it is due',
  PATIENCE,
  () => {
    fc.assert(
      fc.property(moves, (run) => {
        const exchange = openExchange({ fees: FEES, requestLatency: 200_000 })
        const last = new Map<string, number>()
        play(stageOf(exchange), run, {
          after: (events) => {
            checkInvariants(exchange)
            for (const event of events) {
              if (!isOrderEvent(event)) continue
              const { accountId, updatedSeq } = event.order
              const before = last.get(accountId) ?? 0
              must(updatedSeq === before + 1, () => `${accountId}: ${updatedSeq} after ${before}`)
              last.set(accountId, updatedSeq)
            }
          },
        })
        exchange.execute({ type: 'AdvanceTo', time: exchange.view.time + 200_000 })
        checkInvariants(exchange)
        expect(exchange.state.requests).toEqual([])
        for (const accountId of CUSTOMERS) {
          for (const { status } of exchange.view.openOrders(accountId)) expect(isPending(status)).toBe(false)
        }
      }),
      { numRuns: RUNS },
    )
  },
)
