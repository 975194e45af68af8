import { canonicalText } from '../canonical.ts'
import type { OrderTerms } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'

/** The same client order id again: the same request is answered with its order, another request is refused. */
export function repeatOrder(state: ExchangeState, known: OrderRecord, fingerprint: string): void {
  if (fingerprint !== (known.fingerprint ?? fingerprintOf(known.order.terms))) {
    const { orderNumber, terms } = known.order
    const detail = `Client order id ${terms.clientOrderId} belongs to order ${orderNumber}, whose terms differ.`
    state.reject('client-order-id-reused', detail, known.order)
    return
  }
  const { order, rejection } = known
  state.emit({
    type: 'OrderRepeated',
    time: state.time,
    order,
    ...(rejection === undefined ? {} : { rejection }),
  })
}

/** Stands in for a fingerprint that the caller did not give. The quantity of a notional is the exchange's word. */
export function fingerprintOf({ clientOrderId: _own, ...terms }: OrderTerms): string {
  const asked = terms.notional === undefined ? terms : { ...terms, quantityLots: 0 }
  return canonicalText(Object.entries(asked).sort(([left], [right]) => (left < right ? -1 : 1)))
}
