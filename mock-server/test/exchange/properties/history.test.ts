import { expect } from 'vitest'
import { canonicalText, stateHash } from '../../../src/exchange/canonical.ts'
import type { Command } from '../../../src/exchange/commands.ts'
import type { ExchangeEvent } from '../../../src/exchange/events.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import type { OrderTerms } from '../../../src/exchange/orders/order.ts'
import { MICROS_PER_DAY } from '../../../src/exchange/values/time.ts'
import { CUSTOMERS, FEES, openExchange } from '../support/builders.ts'
import { isOrderEvent, must } from '../support/property.ts'
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

watching('invariant 17: replaying the commands gives the same event bytes and the same state', (exchange) => {
  const commands: Command[] = []
  const texts: string[] = []
  return {
    after: (events, command) => {
      commands.push(command)
      texts.push(canonicalText(events))
    },
    end: () => {
      const again = openExchange({ fees: FEES })
      expect(commands.map((command) => canonicalText(again.execute(command)))).toEqual(texts)
      expect(stateHash(again)).toBe(stateHash(exchange))
    },
  }
})

watching('invariant 20: nothing of one account reaches another by view, event or guessed id', ({ view }) => ({
  after: (events, command) => {
    const ofOrder = command.type === 'CancelOrder' || command.type === 'ReplaceOrder'
    const answered = ofOrder ? orderOf(events[0])?.accountId : undefined
    must(
      answered === undefined || !('accountId' in command) || answered === command.accountId,
      () => `the order of ${answered} was meant by ${canonicalText(command)}`,
    )
    for (const event of events) {
      if (event.type !== 'OrderFilled') continue
      const { fill, order } = event
      must(fill.accountId === order.accountId, () => `a fill of ${fill.accountId} is told ${order.accountId}`)
    }
  },
  end: (execute) => {
    for (const accountId of CUSTOMERS) {
      const others = CUSTOMERS.filter((other) => other !== accountId)
      const numbers = new Set<number>()
      for (const order of view.orders(accountId)) {
        const { orderNumber, terms } = order
        const says = () => `order ${orderNumber} of ${order.accountId} is ${accountId}'s`
        must(order.accountId === accountId, says)
        must(view.orderByClientId(accountId, terms.clientOrderId) === order, says)
        numbers.add(orderNumber)
        for (const other of others) {
          const found = view.orderByClientId(other, terms.clientOrderId)
          must((found?.accountId ?? other) === other, () => `${other} finds order ${orderNumber}`)
          const [answer] = execute({ type: 'CancelOrder', accountId: other, orderNumber })
          const isUnknown = answer?.type === 'CommandRejected' && answer.rejection.code === 'unknown-order'
          must(isUnknown && !('order' in answer), () => `${other} cancels: ${canonicalText(answer)}`)
        }
      }
      for (const fill of view.fills(accountId)) {
        const isOwn = fill.accountId === accountId && numbers.has(fill.orderNumber)
        must(isOwn, () => `${accountId} has fill ${fill.fillNumber} of ${fill.accountId}`)
      }
    }
  },
}))

// Its end executes commands that change the exchange: so it is the last.
watching(
  'invariant 19: a client order id and payload again is the same order, another payload is refused, after 7 days too',
  ({ view }) => {
    const submitted: Extract<Command, { type: 'SubmitOrder' }>[] = []
    return {
      after: (_events, command) => {
        const isCustomer = command.type === 'SubmitOrder' && command.accountId !== 'flow'
        if (isCustomer) submitted.push(command)
      },
      end: (execute) => {
        execute({ type: 'AdvanceTo', time: view.time + 7 * MICROS_PER_DAY })
        for (const command of submitted) {
          const known = view.orderByClientId(command.accountId, command.terms.clientOrderId)
          const [same, ...more] = execute(command)
          const isSame = same?.type === 'OrderRepeated' && same.order.orderNumber === known?.orderNumber
          must(
            isSame && more.length === 0,
            () => `${canonicalText(command)} again: ${canonicalText([same, ...more])}`,
          )
          // The quantity of a notional is the exchange's word: tags differ always.
          const terms: OrderTerms = { ...command.terms, tags: ['another'] }
          const [other] = execute({ ...command, terms })
          const isRefused =
            other?.type === 'CommandRejected' && other.rejection.code === 'client-order-id-reused'
          must(isRefused, () => `${canonicalText(terms)}: ${canonicalText(other)}`)
        }
      },
    }
  },
)

function orderOf(event: ExchangeEvent | undefined) {
  return event !== undefined && 'order' in event ? event.order : undefined
}
