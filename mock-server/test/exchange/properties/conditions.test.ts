import { expect } from 'vitest'
import type { OrderTerms } from '../../../src/exchange/orders/order.ts'
import { FLOW } from '../support/builders.ts'
import { fillsOf, isOrderEvent, must, pairsOf } from '../support/property.ts'
import { sharedRuns } from '../support/shared-runs.ts'

const watching = sharedRuns()

watching('invariant 15: fill-or-kill is all or nothing, and over when its command is', (exchange) => ({
  after: (_events, command) => {
    if (command.type !== 'SubmitOrder' || command.terms.timeInForce !== 'fok') return
    const order = exchange.view.orderByClientId(command.accountId, command.terms.clientOrderId)
    if (order === undefined || order.terms.timeInForce !== 'fok') return
    expect([0, order.terms.quantityLots]).toContain(order.filledLots)
    expect(['filled', 'canceled', 'rejected']).toContain(order.status)
    if (order.status === 'canceled') expect(order.reason).toBe('fok-unfilled')
  },
}))

watching('post-only orders are never takers on entry', (exchange) => ({
  after: (events, command) => {
    const terms: Partial<OrderTerms> = command.type === 'SubmitOrder' ? command.terms : {}
    if (terms.postOnly !== true) return
    const order = exchange.view.orderByClientId(
      command.type === 'SubmitOrder' ? command.accountId : '',
      terms.clientOrderId ?? '',
    )
    const taken = fillsOf(events).filter(({ liquidity }) => liquidity === 'taker')
    expect(taken.filter(({ orderNumber }) => orderNumber === order?.orderNumber)).toEqual([])
  },
}))

watching('invariant 15: gtd orders end at their instant, neither before nor after', (exchange) => ({
  after: (events) => {
    for (const event of events) {
      if (event.type !== 'OrderExpired' || event.order.terms.timeInForce !== 'gtd') continue
      expect(event.order).toMatchObject({ reason: 'expired-gtd', updatedAt: event.order.terms.expiresAt })
    }
    for (const accountId of exchange.state.accounts.keys()) {
      for (const { terms } of exchange.view.openOrders(accountId)) {
        if (terms.timeInForce === 'gtd') expect(terms.expiresAt).toBeGreaterThan(exchange.view.time)
      }
    }
  },
}))

watching('reduce-only never makes a position larger', () => ({
  after: (events) => {
    for (const event of events) {
      if (event.type !== 'OrderFilled' || event.order.terms.reduceOnly !== true) continue
      expect(event.fill.side).toBe('sell')
    }
  },
}))

watching('an order by notional never trades for more than its amount', () => {
  const values = new Map<number, bigint>()
  return {
    after: (events) => {
      for (const event of events) {
        if (!isOrderEvent(event) || event.order.terms.notional === undefined) continue
        const { orderNumber, terms, filledValue } = event.order
        values.set(orderNumber, filledValue)
        must(filledValue <= (terms.notional ?? 0n), () => `order ${orderNumber} traded for ${filledValue}`)
      }
    },
  }
})

watching('an account trades with itself only where it allowed that', (exchange) => ({
  after: (events) => {
    for (const { maker, taker } of pairsOf(fillsOf(events))) {
      if (maker.accountId !== taker.accountId || taker.accountId === FLOW) continue
      const terms = exchange.view.order(taker.orderNumber)?.terms
      expect(terms?.selfTradePrevention).toBe('allow')
    }
  },
}))
