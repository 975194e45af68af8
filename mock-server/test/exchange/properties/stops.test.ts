import { stopIsAhead } from '../../../src/exchange/invariants/orders.ts'
import { isOrderEvent, must } from '../support/property.ts'
import { sharedRuns } from '../support/shared-runs.ts'

const watching = sharedRuns()

watching('no stop is left past its price while there is trading', ({ state }) => ({
  after: () => {
    for (const account of state.accounts.values()) {
      for (const record of state.orders.archive(account).open.oldestFirst()) stopIsAhead(record)
    }
  },
}))

watching('a stop is triggered once, and trades never before', () => {
  const triggered = new Set<number>()
  return {
    after: (events) => {
      for (const event of events) {
        if (!isOrderEvent(event) || !event.order.terms.type.match(/[sS]top/)) continue
        const { orderNumber, replaces, triggeredAt } = event.order
        if (event.type === 'OrderTriggered') {
          must(!triggered.has(orderNumber), () => `order ${orderNumber} is triggered twice`)
          triggered.add(orderNumber)
        }
        if (replaces !== undefined && triggered.has(replaces)) triggered.add(orderNumber)
        const isTriggered = triggered.has(orderNumber)
        const says = () => `order ${orderNumber}: ${event.type}, triggered at ${triggeredAt}`
        must(event.type !== 'OrderFilled' || isTriggered, says)
        must(event.order.status === 'rejected' || (triggeredAt !== undefined) === isTriggered, says)
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
        const isForward = terms.side === 'sell' ? stopPriceTicks >= before : stopPriceTicks <= before
        must(isForward, () => `${terms.side} ${orderNumber} went from ${before} to ${stopPriceTicks}`)
      }
    },
  }
})
