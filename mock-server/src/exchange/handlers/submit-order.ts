import type { SubmitOrder } from '../commands.ts'
import { admitOrder } from '../execution/admit-order.ts'
import { recordOrder, rejectOrder } from '../execution/enter-order.ts'
import { legIdsAreFree, recordLegs } from '../execution/legs.ts'
import { fingerprintOf, repeatOrder } from '../execution/repeat-order.ts'
import type { OrderTerms } from '../orders/order.ts'
import { entryOf } from '../orders/reprice.ts'
import { unknownSymbol, validateOrder } from '../orders/validate.ts'
import type { ExchangeState } from '../state.ts'

/**
 * A new order: recorded, checked, matched, and either resting or done when the command ends. A market order
 * never rests.
 */
export function submitOrder(state: ExchangeState, command: SubmitOrder): void {
  const { terms } = command
  const account = state.accounts.get(command.accountId)
  if (account === undefined) {
    state.reject('unknown-account', `No account has the id ${command.accountId}.`)
    return
  }
  if (!isWhole(terms)) {
    state.reject('invalid-request', 'An order needs whole ticks and lots in the safe range.')
    return
  }
  const known = state.orders.archive(account).find(terms.clientOrderId)
  if (known !== undefined) {
    repeatOrder(state, known, command.fingerprint ?? fingerprintOf(terms))
    return
  }
  if (!legIdsAreFree(state, account, terms)) return
  const listing = state.listings.get(terms.symbol)
  if (listing === undefined) {
    const record = recordOrder(state, account, terms, undefined, command.fingerprint)
    rejectOrder(state, record, unknownSymbol(terms.symbol))
    return
  }
  const entry = entryOf({ terms, account, listing, desk: state })
  const asked = entry.repricing === undefined ? undefined : fingerprintOf(terms)
  const record = recordOrder(state, account, entry.terms, listing, command.fingerprint ?? asked)
  const rejection = validateOrder(entry)
  if (rejection !== undefined) {
    rejectOrder(state, record, rejection)
    return
  }
  recordLegs(state, record)
  admitOrder(state, record, entry)
}

/** Fractions are the caller's fault and cannot be recorded: no order has a form for them. */
function isWhole(terms: OrderTerms): boolean {
  const { quantityLots, limitPriceTicks = 0, stopPriceTicks = 0, activationPriceTicks = 0 } = terms
  const { trailTicks = 0, displayLots = 0, expiresAt = 0 } = terms
  return (
    Number.isSafeInteger(quantityLots) &&
    Number.isSafeInteger(limitPriceTicks) &&
    Number.isSafeInteger(stopPriceTicks) &&
    Number.isSafeInteger(activationPriceTicks) &&
    Number.isSafeInteger(trailTicks) &&
    Number.isSafeInteger(displayLots) &&
    Number.isSafeInteger(expiresAt)
  )
}
