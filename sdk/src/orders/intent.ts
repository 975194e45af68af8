import type { OrderRequest } from '@openbourse/spec'
import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import { createClientOrderId } from './client-order-id.ts'

/**
 * What a caller asks for: an order request whose client order id may be left to the client. Exactly one of `quantity`
 * and `notional` is given, and a `limitPrice` where the type has one.
 */
export type NewOrder = Omit<
  OrderRequest,
  'clientOrderId' | 'quantity' | 'notional' | 'type' | 'limitPrice'
> & {
  /** The caller's own id of the order, unique in the account. @default a new UUID of version 7 */
  readonly clientOrderId?: OrderRequest['clientOrderId']
} & (
    | { readonly quantity: string; readonly notional?: undefined }
    | { readonly notional: string; readonly quantity?: undefined }
  ) &
  (
    | { readonly type: 'limit' | 'stopLimit'; readonly limitPrice: string }
    | { readonly type: Exclude<OrderRequest['type'], 'limit' | 'stopLimit'>; readonly limitPrice?: undefined }
  )

/** An order on its way: complete, frozen, under the one id that all that is said about it will use. */
export function createIntent(
  order: NewOrder,
  ports: { readonly clock: Clock; readonly random: Random },
): Readonly<OrderRequest> {
  const clientOrderId = order.clientOrderId ?? createClientOrderId(ports.clock, ports.random)
  return Object.freeze({ ...order, clientOrderId })
}
