import { expect } from 'vitest'
import { canonicalText, stateHash } from '../../../src/exchange/canonical.ts'
import { FLOW } from '../support/builders.ts'
import { fillsOf, isOrderEvent, must } from '../support/property.ts'
import { sharedRuns } from '../support/shared-runs.ts'

const watching = sharedRuns()

watching(
  'a replacement is one step: both ends are told together, or the open order is untouched',
  (exchange) => {
    let before = ''
    let target: number | undefined
    const seen = () => (target === undefined ? '' : canonicalText(exchange.view.order(target) ?? null))
    return {
      before: (command) => {
        target = command.type === 'ReplaceOrder' ? command.orderNumber : undefined
        before = seen()
      },
      after: (events, command) => {
        if (command.type !== 'ReplaceOrder') return
        const [first, second] = events
        if (first?.type !== 'OrderReplaced') {
          expect(['OrderRejected', 'CommandRejected', 'OrderRepeated']).toContain(first?.type)
          expect(seen()).toBe(before)
          expect(events.some((event) => event.type === 'LevelChanged')).toBe(false)
          return
        }
        expect(first.order.orderNumber).toBe(command.orderNumber)
        if (second?.type !== 'OrderAccepted' && second?.type !== 'OrderPending')
          throw new Error(`OrderReplaced, then ${second?.type}`)
        expect(second.order.replaces).toBe(first.order.orderNumber)
        expect(first.order.replacedBy).toBe(second.order.orderNumber)
        expect(second.order.filledLots).toBe(first.order.filledLots)
        expect(second.order.filledValue).toBe(first.order.filledValue)
        expect(second.order.fees).toBe(first.order.fees)
      },
    }
  },
)

watching('a preview changes nothing and tells what the order then does', (exchange) => {
  let preview: ReturnType<typeof exchange.view.preview>
  let count = 0
  return {
    before: (command) => {
      preview = undefined
      if (command.type !== 'SubmitOrder' || command.accountId === FLOW) return
      count += 1
      const hash = count % 8 === 0 ? stateHash(exchange) : undefined
      preview = exchange.view.preview(command.accountId, command.terms)
      if (hash !== undefined) expect(stateHash(exchange)).toBe(hash)
    },
    after: (events, command) => {
      if (preview === undefined || command.type !== 'SubmitOrder') return
      const [first] = events
      const refusal = first?.type === 'OrderRejected' || first?.type === 'CommandRejected' ? first : undefined
      expect(preview.rejections[0]?.code).toBe(refusal?.rejection.code)
      if (refusal !== undefined) return
      // Stops that it reaches are orders of their own, which may be of the same account.
      const movesStops = ({ type }: (typeof events)[number]) =>
        type === 'OrderTriggered' || type === 'OrderRestated'
      if (events.some(movesStops)) return
      const own = exchange.view.orderByClientId(command.accountId, command.terms.clientOrderId)?.orderNumber
      const isOwn = (fill: { liquidity: string; orderNumber: number }) =>
        fill.liquidity === 'taker' && fill.orderNumber === own
      const taken = fillsOf(events).filter(isOwn)
      const sum = (pick: (fill: (typeof taken)[number]) => bigint) =>
        taken.reduce((total, fill) => total + pick(fill), 0n)
      expect(preview.immediateLots).toBe(taken.reduce((total, fill) => total + fill.quantityLots, 0))
      expect(preview.immediateValue).toBe(sum((fill) => fill.value))
      expect(preview.immediateFees).toBe(sum((fill) => fill.fee))
      // What legs will hold, its own or those of an order that it meets, is not told.
      const isGrouped = (event: (typeof events)[number]) =>
        isOrderEvent(event) && (event.order.parent ?? event.order.legs) !== undefined
      if (events.some(isGrouped)) return
      const balance = exchange.state.accounts.get(command.accountId)?.balances.get('USD')
      expect(preview.availableAfter).toBe(balance?.available ?? 0n)
    },
  }
})

watching(
  'cancel-all-after leaves no order open behind its instant, and cancels in nobody else’s name',
  (exchange) => ({
    after: (events) => {
      const { time } = exchange.view
      for (const { accountId, cancelAllAt } of exchange.state.accounts.values()) {
        must(cancelAllAt === undefined || cancelAllAt > time, () => `${accountId}: ${cancelAllAt} at ${time}`)
      }
      for (const event of events) {
        if (!isOrderEvent(event) || event.order.reason !== 'cancel-all-after') continue
        for (const open of exchange.view.openOrders(event.order.accountId)) {
          expect(open.createdAt).toBeGreaterThanOrEqual(event.time)
        }
      }
    },
  }),
)
