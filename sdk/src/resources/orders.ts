import type { Http } from '../http/http.ts'
import type { AccountCallOptions, Query } from '../http/operation.ts'
import type { ResolvedOptions } from '../options.ts'
import { createIntent, type NewOrder, type OrderChange } from '../orders/intent.ts'
import type { SendOrder } from '../orders/submit.ts'

type Ports = Pick<ResolvedOptions, 'clock' | 'random'>

export const createOrders = (http: Http, ports: Ports, send: SendOrder) => ({
  /**
   * Sends an order, once: it is never sent again by itself. Resolves with the order as it stands after the exchange
   * has dealt with it; one that trades at once comes back filled.
   *
   * @remarks Prices in the quote currency, multiples of the tick size; `quantity` in units of the instrument, a
   * multiple of the lot size. A buy with a limit reserves its cost, a sell its quantity, until the order ends. Sent
   * once, never again by itself.
   * @throws OrderRejectedError when the exchange refuses the order
   * @throws OrderOutcomeUnknownError when the answer is lost and the order may exist
   * @throws ValidationError when the request breaks a rule; no order exists then
   * @throws NotFoundError when the credentials may not use the account
   * @example
   * await client.orders.submit({ symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'day', quantity: '10' })
   */
  submit: (order: NewOrder, options?: AccountCallOptions) =>
    send('submitOrder POST /v1/orders', {}, order, options),
  /**
   * The account's orders, newest first.
   *
   * @remarks Prices and values in the quote currency, quantities in units of the instrument, all decimal strings.
   * Sent up to three times.
   * @throws NotFoundError when there is no such instrument or account
   */
  list: (query?: Query<'listOrders'>, options?: AccountCallOptions) =>
    http.list('listOrders GET /v1/orders', { query }, options),
  /**
   * An order by the venue's id, finished ones included.
   *
   * @remarks Prices and values in the quote currency, quantities in units of the instrument, all decimal strings.
   * Sent up to three times.
   * @throws NotFoundError when the account has no such order
   */
  get: (orderId: string, options?: AccountCallOptions) =>
    http.one('getOrder GET /v1/orders/{orderId}', { path: { orderId } }, options),
  /**
   * An order by the caller's own id, finished ones included.
   *
   * @remarks Prices and values in the quote currency, quantities in units of the instrument, all decimal strings.
   * Sent up to three times.
   * @throws NotFoundError when the account has no such order
   */
  getByClientId: (clientOrderId: string, options?: AccountCallOptions) =>
    http.one(
      'getOrderByClientId GET /v1/orders/by-client-id/{clientOrderId}',
      { path: { clientOrderId } },
      options,
    ),
  /**
   * What an order would do now: what trades at once, fees, buying power, and every reason to refuse it. Nothing
   * happens.
   *
   * @remarks Amounts in `currency`, the quote currency of the instrument. Reserves nothing. Sent once, never again
   * by itself.
   * @throws NotFoundError when the credentials may not use the account
   * @example const { accepted, rejections } = await client.orders.preview(order)
   */
  preview: (order: NewOrder, options?: AccountCallOptions) =>
    http.one('previewOrder POST /v1/orders/preview', { body: createIntent(order, ports) }, options),
  /**
   * Puts a new order in the place of an open one, once: it is never sent again by itself. `quantity` is the total
   * with
   * what was filled. Less at the same price keeps the queue place.
   *
   * @remarks Prices in the quote currency, quantities in units of the instrument. The new order reserves exactly
   * what its remainder needs. Sent once, never again by itself.
   * @throws OrderRejectedError when the exchange refuses it; the open order stays as it was
   * @throws ConflictError when the order is no longer open
   * @throws OrderOutcomeUnknownError when the answer is lost: look up both orders
   * @throws NotFoundError when the account has no such order
   * @example await client.orders.replace(order.orderId, { limitPrice: '190.30' })
   */
  replace: (orderId: string, change: OrderChange, options?: AccountCallOptions) =>
    send('replaceOrder PATCH /v1/orders/{orderId}', { orderId }, change, options),
  /**
   * The same by the caller's own id of the open order.
   *
   * @remarks Units and reservations as of `replace`. Sent once, never again by itself.
   * @throws OrderRejectedError when the exchange refuses it; the open order stays as it was
   * @throws ConflictError when the order is no longer open
   * @throws NotFoundError when the account has no such order
   * @throws OrderOutcomeUnknownError when the answer is lost: look up both orders
   */
  replaceByClientId: (clientOrderId: string, change: OrderChange, options?: AccountCallOptions) =>
    send(
      'replaceOrderByClientId PATCH /v1/orders/by-client-id/{clientOrderId}',
      { clientOrderId },
      change,
      options,
    ),
  /**
   * Cancels what is left of an order.
   *
   * @remarks Prices and values in the quote currency, quantities in units of the instrument, all decimal strings.
   * What the order reserved is free at once. Sent once, never again by itself.
   * @throws ConflictError when the order is no longer open
   * @throws NotFoundError when the account has no such order
   */
  cancel: (orderId: string, options?: AccountCallOptions) =>
    http.one('cancelOrder DELETE /v1/orders/{orderId}', { path: { orderId } }, options),
  /**
   * The same by the caller's own id.
   *
   * @remarks Prices and values in the quote currency, quantities in units of the instrument, all decimal strings.
   * What the order reserved is free at once. Sent once, never again by itself.
   * @throws ConflictError when the order is no longer open
   * @throws NotFoundError when the account has no such order
   */
  cancelByClientId: (clientOrderId: string, options?: AccountCallOptions) =>
    http.one(
      'cancelOrderByClientId DELETE /v1/orders/by-client-id/{clientOrderId}',
      { path: { clientOrderId } },
      options,
    ),
  /**
   * Cancels every open order unless it is called again within this time of the market, 5,000 to 300,000 ms; 0 takes
   * it
   * back.
   *
   * @remarks `timeoutMs` in milliseconds of the market's time. Orders submitted meanwhile are canceled with the
   * others. Sent once, never again by itself.
   * @throws NotFoundError when the credentials may not use the account
   */
  cancelAllAfter: (timeoutMs: number, options?: AccountCallOptions) =>
    http.one('setCancelAllAfter PUT /v1/orders/cancel-all-after', { body: { timeoutMs } }, options),
  /**
   * Cancels every open order, or those up to a place in the order stream; the result names each one's outcome.
   *
   * @remarks `asOfSeq` counts events of the order stream. What the orders reserved is free at once. Sent once,
   * never again by itself.
   * @throws GoneError when `epoch` is not the present one; nothing is canceled then
   * @throws NotFoundError when the credentials may not use the account
   */
  cancelAll: (query?: Query<'cancelAllOrders'>, options?: AccountCallOptions) =>
    http.one('cancelAllOrders DELETE /v1/orders', { query }, options),
})

export const createFills = (http: Http) => ({
  /**
   * The executions of the account's orders, newest first.
   *
   * @remarks Prices and values in the quote currency, quantities in units of the instrument, `fee` in its
   * `feeAsset`. Sent up to three times.
   * @throws NotFoundError when there is no such instrument, order or account
   */
  list: (query?: Query<'listFills'>, options?: AccountCallOptions) =>
    http.list('listFills GET /v1/fills', { query }, options),
})
