import type { ClosePositionRequest, OrderRequest, ReplaceOrderRequest } from '@openbourse/spec'
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

/** What changes of an open order, under a client order id that may be left to the client. */
export type OrderChange = Omit<ReplaceOrderRequest, 'clientOrderId'> & {
  /** The caller's own id of the new order. @default a new UUID of version 7 */
  readonly clientOrderId?: ReplaceOrderRequest['clientOrderId']
}

/** How much of a position to close, all of it without `quantity` and `percent`. */
export type PositionClosing = Omit<ClosePositionRequest, 'clientOrderId'> & {
  /** The caller's own id of the order. @default a new UUID of version 7 */
  readonly clientOrderId?: ClosePositionRequest['clientOrderId']
}

/** An order on its way: complete, frozen, under the one id that all that is said about it will use. */
export function createIntent<Request extends { readonly clientOrderId?: string }>(
  request: Request,
  ports: { readonly clock: Clock; readonly random: Random },
): Readonly<Request & { clientOrderId: string }> {
  const clientOrderId = request.clientOrderId ?? createClientOrderId(ports.clock, ports.random)
  return Object.freeze({ ...request, clientOrderId })
}
