import { expect } from 'vitest'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import { isOrderEvent } from '../support/property.ts'
import { sharedRuns } from '../support/shared-runs.ts'

const watching = sharedRuns()

watching('no stop is left past its price while there is trading', (exchange) => ({
  after: () => checkInvariants(exchange),
}))

watching('a stop is triggered once, and trades never before', () => {
  const triggered = new Set<number>()
  return {
    after: (events) => {
      for (const event of events) {
        if (!isOrderEvent(event) || !event.order.terms.type.match(/[sS]top/)) continue
        const { orderNumber, replaces, triggeredAt } = event.order
        if (event.type === 'OrderTriggered') {
          expect(triggered.has(orderNumber)).toBe(false)
          triggered.add(orderNumber)
        }
        if (replaces !== undefined && triggered.has(replaces)) triggered.add(orderNumber)
        if (event.type === 'OrderFilled') expect(triggered.has(orderNumber)).toBe(true)
        if (event.order.status !== 'rejected')
          expect(triggeredAt !== undefined).toBe(triggered.has(orderNumber))
      }
    },
  }
})

watching('a trailing stop moves in one direction alone', () => {
  const stops = new Map<number, number>()
  return {
    after: (events) => {
      for (const event of events) {
        if (!isOrderEvent(event) || event.order.terms.type !== 'trailingStop') continue
        const { orderNumber, stopPriceTicks, terms } = event.order
        const before = stops.get(orderNumber)
        if (stopPriceTicks === undefined) continue
        stops.set(orderNumber, stopPriceTicks)
        if (before === undefined) continue
        if (terms.side === 'sell') expect(stopPriceTicks).toBeGreaterThanOrEqual(before)
        else expect(stopPriceTicks).toBeLessThanOrEqual(before)
      }
    },
  }
})
