import { canonicalText } from '../canonical.ts'
import type { OrderChange, ReplaceOrder } from '../commands.ts'
import { repeatOrder } from '../execution/repeat-order.ts'
import { changedTerms, legFault, replaceNow } from '../execution/replace-now.ts'
import { awaitReplacement, takesTime } from '../execution/requests.ts'
import { isOpen, isPending } from '../orders/lifecycle.ts'
import type { ExchangeState } from '../state.ts'

/** Where requests take time, the replacement is on its way now, and decided on when it arrives. */
export function replaceOrder(state: ExchangeState, command: ReplaceOrder): void {
  const { accountId, orderNumber, clientOrderId, change } = command
  const original = state.orders.get(orderNumber)
  if (original === undefined || original.account.accountId !== accountId) {
    state.reject('unknown-order', `Account ${accountId} has no order ${orderNumber}.`)
    return
  }
  if (!Object.values(change).every((value) => typeof value !== 'number' || Number.isSafeInteger(value))) {
    state.reject('invalid-request', 'A replacement needs whole ticks and lots in the safe range.')
    return
  }
  const { account, listing, order } = original
  const fingerprint = command.fingerprint ?? fingerprintOf(orderNumber, change)
  const known = state.orders.archive(account).find(clientOrderId)
  if (known !== undefined) {
    repeatOrder(state, known, fingerprint)
    return
  }
  if (listing === undefined || !isOpen(original.order.status)) {
    state.reject(
      'order-not-open',
      `Order ${orderNumber} is already ${original.order.status}.`,
      original.order,
    )
    return
  }
  if (isPending(order.status)) {
    state.reject('request-pending', `Order ${orderNumber} is ${order.status}.`, order)
    return
  }
  const fault = legFault(original, change)
  if (fault !== undefined) {
    state.reject('invalid-request', `Order ${orderNumber} is a leg: ${fault}.`, order)
    return
  }
  if (takesTime(state, original))
    awaitReplacement(state, original, changedTerms(order, clientOrderId, change), change, fingerprint)
  else replaceNow(state, original, change, { clientOrderId, fingerprint })
}

/** Stands in for a fingerprint that the caller did not give. */
function fingerprintOf(orderNumber: number, change: OrderChange): string {
  const entries = Object.entries(change).sort(([left], [right]) => (left < right ? -1 : 1))
  return canonicalText([orderNumber, entries])
}
