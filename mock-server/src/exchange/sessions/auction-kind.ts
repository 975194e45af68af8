import type { OrderTerms } from '../orders/order.ts'

export type AuctionKind = 'opening' | 'closing' | 'reopening'

/** Whether an order that waits takes part in an auction. A reopening makes up for an opening that was missed. */
export function takesPart({ timeInForce }: OrderTerms, kind: AuctionKind): boolean {
  if (timeInForce === 'cls') return kind === 'closing'
  return timeInForce !== 'opg' || kind !== 'closing'
}
