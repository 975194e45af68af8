import type { ClosePositionRequest, OrderRequest, ReplaceOrderRequest } from '@openbourse/spec'
import type { Clock } from '../ports/clock.ts'
import type { Random } from '../ports/random.ts'
import { createClientOrderId } from './client-order-id.ts'

/**
 * What a caller asks for: an order request whose client order id may be left to the client. Exactly one of `quantity`
 * and `notional` is given, the prices that the type has and no others, and `expiresAt` with gtd alone.
 */
export type NewOrder = Omit<OrderRequest, 'clientOrderId' | RuledField> & {
  /** The caller's own id of the order, unique in the account. @default a new UUID of version 7 */
  readonly clientOrderId?: OrderRequest['clientOrderId']
} & Amount &
  Prices &
  Validity

/** The fields of which one decides on another. */
type RuledField =
  | 'type'
  | 'timeInForce'
  | 'quantity'
  | 'notional'
  | 'limitPrice'
  | 'stopPrice'
  | 'trailAmount'
  | 'trailPercent'
  | 'activationPrice'
  | 'triggerBy'
  | 'expiresAt'

type Amount =
  | { readonly quantity: string; readonly notional?: undefined }
  | { readonly notional: string; readonly quantity?: undefined; readonly type: 'market' }

type Prices =
  | ({ readonly type: 'market'; readonly limitPrice?: undefined } & NoStop)
  | ({ readonly type: 'limit'; readonly limitPrice: string } & NoStop)
  | ({ readonly type: 'stop'; readonly limitPrice?: undefined } & Stop)
  | ({ readonly type: 'stopLimit'; readonly limitPrice: string } & Stop)
  | ({ readonly type: 'trailingStop'; readonly limitPrice?: undefined } & Trail)

interface NoStop extends NoTrail {
  readonly stopPrice?: undefined
  readonly triggerBy?: undefined
}

interface Stop extends NoTrail {
  readonly stopPrice: string
  readonly triggerBy?: OrderRequest['triggerBy']
}

interface NoTrail {
  readonly trailAmount?: undefined
  readonly trailPercent?: undefined
  readonly activationPrice?: undefined
}

type Trail = {
  readonly stopPrice?: undefined
  readonly activationPrice?: string
  readonly triggerBy?: OrderRequest['triggerBy']
} & (
  | { readonly trailAmount: string; readonly trailPercent?: undefined }
  | { readonly trailPercent: string; readonly trailAmount?: undefined }
)

type Validity =
  | { readonly timeInForce: 'gtd'; readonly expiresAt: string }
  | { readonly timeInForce: Exclude<OrderRequest['timeInForce'], 'gtd'>; readonly expiresAt?: undefined }

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
