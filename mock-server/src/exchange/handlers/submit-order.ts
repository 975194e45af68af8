import type { SubmitOrder } from '../commands.ts'
import {
  acceptOrder,
  concludeEntry,
  recordOrder,
  rejectOrder,
  takeMatches,
} from '../execution/enter-order.ts'
import { fingerprintOf, repeatOrder } from '../execution/repeat-order.ts'
import { OrderEntry } from '../orders/entry.ts'
import { unknownSymbol, validateOrder } from '../orders/validate.ts'
import type { ExchangeState } from '../state.ts'

/**
 * A new order: recorded, checked, matched, and either resting or done when the command ends. A market order
 * never rests. An account may trade with itself: self-trade prevention is not simulated.
 */
export function submitOrder(state: ExchangeState, command: SubmitOrder): void {
  const { terms } = command
  const account = state.accounts.get(command.accountId)
  if (account === undefined) {
    state.reject('unknown-account', `No account has the id ${command.accountId}.`)
    return
  }
  if (!isWhole(terms.quantityLots) || !isWhole(terms.limitPriceTicks ?? 0)) {
    state.reject('invalid-request', 'An order needs whole ticks and lots in the safe range.')
    return
  }
  const known = state.orders.archive(account).find(terms.clientOrderId)
  if (known !== undefined) {
    repeatOrder(state, known, command.fingerprint ?? fingerprintOf(terms))
    return
  }
  const listing = state.listings.get(terms.symbol)
  if (listing === undefined) {
    const record = recordOrder(state, account, terms, undefined, command.fingerprint)
    rejectOrder(state, record, unknownSymbol(terms.symbol))
    return
  }
  const entry = new OrderEntry({ terms, account, listing, fees: state.fees, time: state.time })
  const record = recordOrder(state, account, entry.terms, listing, command.fingerprint)
  const rejection = validateOrder(entry)
  if (rejection !== undefined) {
    rejectOrder(state, record, rejection)
    return
  }
  acceptOrder(state, record, listing)
  takeMatches(state, record, listing, entry.matches)
  concludeEntry(state, record)
}

/** Fractions are the caller's fault and cannot be recorded: no order has a form for them. */
function isWhole(value: number): boolean {
  return Number.isSafeInteger(value)
}
