import { expect } from 'vitest'
import { accountIsSound } from '../../../src/exchange/invariants/accounts.ts'
import { isOpen } from '../../../src/exchange/orders/lifecycle.ts'
import type { OrderGroup } from '../../../src/exchange/orders/order-record.ts'
import { isOrderEvent, must } from '../support/property.ts'
import { sharedRuns } from '../support/shared-runs.ts'

const watching = sharedRuns()

watching('legs neither hold twice nor are left behind', (exchange) => ({
  after: () => {
    for (const account of exchange.state.accounts.values()) {
      accountIsSound(exchange.state, account)
      for (const { group, order } of exchange.state.orders.archive(account).open.oldestFirst()) {
        if (order.status !== 'held') continue
        const parent = group?.parent.order.status ?? 'canceled'
        must(isOpen(parent), () => `order ${order.orderNumber} is held, its parent is ${parent}`)
      }
    }
  },
}))

watching('exits never close more than their parent opened, and only one of a pair trades on', (exchange) => {
  const groups = new Set<OrderGroup>()
  // What was opened may be taken back after it was closed.
  const amended = new Set<OrderGroup>()
  return {
    after: (events) => {
      for (const event of events) {
        if (!isOrderEvent(event)) continue
        const group = exchange.state.orders.get(event.order.orderNumber)?.group
        if (group === undefined) continue
        groups.add(group)
        if (event.type === 'TradeBusted' || event.type === 'TradeCorrected') amended.add(group)
      }
      for (const group of groups) {
        const { parent, exits, orderClass } = group
        if (amended.has(group)) continue
        const closed = exits.reduce((sum, { order }) => sum + order.filledLots, 0)
        const most = orderClass === 'oco' ? parent.order.terms.quantityLots : parent.order.filledLots
        const number = parent.order.orderNumber
        must(closed <= most, () => `exits of ${number} closed ${closed} of ${most}`)
        const resting = exits.filter(({ order, resting }) => isOpen(order.status) && resting !== undefined)
        must(resting.length <= 1, () => `${resting.length} exits of ${number} rest`)
      }
    },
  }
})

watching('a leg is pending before it works, and works before it trades', () => {
  const seen = new Map<number, string>()
  return {
    after: (events) => {
      for (const event of events) {
        if (!isOrderEvent(event) || event.order.parent === undefined || event.order.replaces !== undefined)
          continue
        const { orderNumber } = event.order
        if (event.type === 'OrderPending') expect(seen.has(orderNumber)).toBe(false)
        if (event.type === 'OrderFilled' || event.type === 'OrderTriggered')
          expect(seen.get(orderNumber)).toBe('works')
        if (event.type === 'OrderAccepted') seen.set(orderNumber, 'works')
        else if (!seen.has(orderNumber)) seen.set(orderNumber, 'held')
      }
    },
  }
})
