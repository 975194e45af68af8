import fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalText, stateHash } from '../../../src/exchange/canonical.ts'
import type { Command } from '../../../src/exchange/commands.ts'
import type { ExchangeEvent } from '../../../src/exchange/events.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import type { OrderTerms } from '../../../src/exchange/orders/order.ts'
import { MICROS_PER_DAY } from '../../../src/exchange/values/time.ts'
import { CUSTOMERS, FEES, openExchange } from '../support/builders.ts'
import { isOrderEvent, moves, must, PATIENCE, play, property, RUNS, replay } from '../support/property.ts'
import { sharedRuns } from '../support/shared-runs.ts'

const watching = sharedRuns()

watching('all invariants that the exchange checks of itself hold after every command', (exchange) => ({
  after: () => checkInvariants(exchange),
}))

watching('invariant 16: each account’s order events are numbered 1, 2, 3 without a gap', (exchange) => {
  const last = new Map<string, number>()
  return {
    after: (events) => {
      for (const event of events) {
        if (!isOrderEvent(event)) continue
        const { accountId, updatedSeq } = event.order
        const before = last.get(accountId) ?? 0
        must(updatedSeq === before + 1, () => `${accountId}: ${updatedSeq} after ${before}`)
        last.set(accountId, updatedSeq)
      }
      for (const [accountId, seq] of last) {
        const now = exchange.view.account(accountId)?.ordersSeq
        must(now === seq, () => `${accountId} is at ${now}, told ${seq}`)
      }
    },
  }
})

watching('time never runs backwards over all events', () => {
  let last = 0
  return {
    after: (events) => {
      for (const { time, type } of events) {
        must(time >= last, () => `${type} at ${time} after ${last}`)
        last = time
      }
    },
  }
})

test('invariant 17: replaying the commands gives the same event bytes and the same state', PATIENCE, () => {
  fc.assert(
    fc.property(moves, (run) => {
      const events: ExchangeEvent[] = []
      const exchange = openExchange({ fees: FEES })
      const commands = play(exchange, run, { after: (happened) => void events.push(...happened) })
      const again = replay(commands, { fees: FEES })
      expect(canonicalText(again.events)).toBe(canonicalText(events))
      expect(stateHash(again.exchange)).toBe(stateHash(exchange))
    }),
    { numRuns: RUNS },
  )
})

property(
  'invariant 19: a client order id and payload again is the same order, another payload is refused, after 7 days too',
  (exchange) => {
    const submitted: Extract<Command, { type: 'SubmitOrder' }>[] = []
    return {
      after: (_events, command) => {
        const isCustomer = command.type === 'SubmitOrder' && command.accountId !== 'flow'
        if (isCustomer) submitted.push(command)
      },
      end: () => {
        exchange.execute({ type: 'AdvanceTo', time: exchange.view.time + 7 * MICROS_PER_DAY })
        for (const command of submitted) {
          const known = exchange.view.orderByClientId(command.accountId, command.terms.clientOrderId)
          const [same, ...more] = exchange.execute(command)
          expect(same).toMatchObject({ type: 'OrderRepeated', order: { orderNumber: known?.orderNumber } })
          expect(more).toEqual([])
          // The quantity of a notional is the exchange's word: tags differ always.
          const terms: OrderTerms = { ...command.terms, tags: ['another'] }
          const [other] = exchange.execute({ ...command, terms })
          expect(other).toMatchObject({
            type: 'CommandRejected',
            rejection: { code: 'client-order-id-reused' },
          })
        }
      },
    }
  },
)

property('invariant 20: nothing of one account reaches another by view, event or guessed id', (exchange) => ({
  after: (events, command) => {
    if (command.type === 'CancelOrder' || command.type === 'ReplaceOrder') {
      const [first] = events
      const order = first !== undefined && 'order' in first ? first.order : undefined
      if (order !== undefined) expect(order.accountId).toBe(command.accountId)
    }
    for (const event of events) {
      if (event.type === 'OrderFilled') expect(event.fill.accountId).toBe(event.order.accountId)
    }
  },
  end: () => {
    const { view } = exchange
    for (const accountId of CUSTOMERS) {
      const numbers = new Set<number>()
      for (const order of view.orders(accountId)) {
        expect(order.accountId).toBe(accountId)
        expect(view.orderByClientId(accountId, order.terms.clientOrderId)).toBe(order)
        numbers.add(order.orderNumber)
        for (const other of CUSTOMERS) {
          if (other === accountId) continue
          expect(view.orderByClientId(other, order.terms.clientOrderId)?.accountId ?? other).toBe(other)
          const [refused] = exchange.execute({
            type: 'CancelOrder',
            accountId: other,
            orderNumber: order.orderNumber,
          })
          expect(refused).toMatchObject({ type: 'CommandRejected', rejection: { code: 'unknown-order' } })
          expect(refused).not.toHaveProperty('order')
        }
      }
      for (const fill of view.fills(accountId)) {
        expect(fill.accountId).toBe(accountId)
        expect(numbers.has(fill.orderNumber)).toBe(true)
      }
    }
  },
}))
