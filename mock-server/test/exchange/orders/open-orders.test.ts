import fc from 'fast-check'
import { expect, test } from 'vitest'
import { OpenOrders } from '../../../src/exchange/orders/open-orders.ts'
import type { OrderRecord } from '../../../src/exchange/orders/order-record.ts'

/** All that the list asks of an order. */
function orderOf(orderNumber: number): OrderRecord {
  return { order: { orderNumber }, openAt: 0 } as OrderRecord
}

test('those that were added and have not left are listed in the order of entry, however many leave', () => {
  const leaves = fc.array(fc.option(fc.nat(), { freq: 3 }), { minLength: 300, maxLength: 600 })
  fc.assert(
    fc.property(leaves, (steps) => {
      const records = new Map<number, OrderRecord>()
      const open = new OpenOrders((orderNumber) => records.get(orderNumber))
      for (const [step, leaving] of steps.entries()) {
        const record = leaving === null ? undefined : [...records.values()][leaving % (records.size + 1)]
        if (record !== undefined) {
          open.remove(record)
          records.delete(record.order.orderNumber)
        } else {
          const added = orderOf(step + 1)
          records.set(step + 1, added)
          open.add(added)
        }
      }
      expect(open.oldestFirst()).toEqual([...records.values()])
      expect(open.newestFirst()).toEqual([...records.values()].reverse())
    }),
    { numRuns: 100 },
  )
})

test('a list that was taken stays as it is while its orders leave', () => {
  const records = new Map([1, 2, 3].map((number) => [number, orderOf(number)]))
  const open = new OpenOrders((orderNumber) => records.get(orderNumber))
  for (const record of records.values()) open.add(record)
  const taken = open.oldestFirst()
  for (const record of taken) open.remove(record)
  expect(taken.map(({ order }) => order.orderNumber)).toEqual([1, 2, 3])
  expect(open.oldestFirst()).toEqual([])
})
