import type { Http } from '../http/http.ts'
import type { AccountCallOptions, Query } from '../http/operation.ts'
import type { SubmitOrder } from '../orders/submit.ts'

export const createOrders = (http: Http, submit: SubmitOrder) => ({
  /**
   * Sends an order, once: it is never sent again by itself. Resolves with the order as it stands after the exchange
   * has dealt with it; one that trades at once comes back filled.
   *
   * @throws OrderRejectedError when the exchange refuses the order
   * @throws OrderOutcomeUnknownError when the answer is lost and the order may exist
   * @example
   * await client.orders.submit({ symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'day', quantity: '10' })
   */
  submit,
  /** The account's orders, newest first. */
  list: (query?: Query<'listOrders'>, options?: AccountCallOptions) =>
    http.list('listOrders GET /v1/orders', { query }, options),
  /** An order by the venue's id, finished ones included. */
  get: (orderId: string, options?: AccountCallOptions) =>
    http.one('getOrder GET /v1/orders/{orderId}', { path: { orderId } }, options),
  /** An order by the caller's own id, finished ones included. */
  getByClientId: (clientOrderId: string, options?: AccountCallOptions) =>
    http.one(
      'getOrderByClientId GET /v1/orders/by-client-id/{clientOrderId}',
      { path: { clientOrderId } },
      options,
    ),
  /**
   * Cancels what is left of an order; never sent again by itself.
   * @throws ConflictError when the order is no longer open
   */
  cancel: (orderId: string, options?: AccountCallOptions) =>
    http.one('cancelOrder DELETE /v1/orders/{orderId}', { path: { orderId } }, options),
  /** The same by the caller's own id. */
  cancelByClientId: (clientOrderId: string, options?: AccountCallOptions) =>
    http.one(
      'cancelOrderByClientId DELETE /v1/orders/by-client-id/{clientOrderId}',
      { path: { clientOrderId } },
      options,
    ),
  /** Cancels every open order, or those up to a place in the order stream; the result names each one's outcome. */
  cancelAll: (query?: Query<'cancelAllOrders'>, options?: AccountCallOptions) =>
    http.one('cancelAllOrders DELETE /v1/orders', { query }, options),
})

export const createFills = (http: Http) => ({
  /** The executions of the account's orders, newest first. */
  list: (query?: Query<'listFills'>, options?: AccountCallOptions) =>
    http.list('listFills GET /v1/fills', { query }, options),
})
