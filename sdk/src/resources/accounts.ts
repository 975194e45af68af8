import type { AccountSettings } from '@openbourse/spec'
import type { Http } from '../http/http.ts'
import type { AccountCallOptions, CallOptions, Query } from '../http/operation.ts'
import type { PositionClosing } from '../orders/intent.ts'
import type { SendOrder } from '../orders/submit.ts'

export const createAccounts = (http: Http) => ({
  /**
   * The accounts that the credentials may use.
   *
   * @remarks Amounts in the `currency` of each account. Sent up to three times.
   */
  list: (query?: Query<'listAccounts'>, options?: CallOptions) =>
    http.list('listAccounts GET /v1/accounts', { query }, options),
  /**
   * Equity, cash and buying power.
   *
   * @remarks Amounts in the `currency` of the account; `buyingPower` is what open orders leave of it. `margin` says what
   * a margin account owes and may owe, and `margin.marginCall` that it lacks equity. Sent up to three times.
   * @throws NotFoundError when the credentials may not use the account
   */
  get: (accountId: string, options?: CallOptions) =>
    http.one('getAccount GET /v1/accounts/{accountId}', { path: { accountId } }, options),
  /**
   * Changes what the holder of the account may change, and answers the account as it is then.
   *
   * @remarks Touches no order and no reservation. Sent once, never again by itself.
   * @throws NotFoundError when the credentials may not use the account
   * @example await client.accounts.updateSettings('acc_demo', { name: 'Momentum' })
   */
  updateSettings: (accountId: string, body: AccountSettings, options?: CallOptions) =>
    http.one(
      'updateAccountSettings PATCH /v1/accounts/{accountId}/settings',
      { path: { accountId }, body },
      options,
    ),
  /**
   * What the account has of each asset.
   *
   * @remarks Amounts in units of the asset; `held` is what open buy orders reserve. Sent up to three times.
   * @throws NotFoundError when the credentials may not use the account
   */
  balances: (accountId: string, query?: Query<'listBalances'>, options?: CallOptions) =>
    http.list('listBalances GET /v1/accounts/{accountId}/balances', { path: { accountId }, query }, options),
  /**
   * What the ledger booked, newest first: fills, fees, deposits and withdrawals.
   *
   * @remarks Amounts in units of their `asset`, quantities in units of their `symbol`. Sent up to three times.
   * @throws NotFoundError when the credentials may not use the account
   */
  activities: (accountId: string, query?: Query<'listActivities'>, options?: CallOptions) =>
    http.list(
      'listActivities GET /v1/accounts/{accountId}/activities',
      { path: { accountId }, query },
      options,
    ),
  /**
   * What the account was worth over time, newest first; an hour apart if not said otherwise.
   *
   * @remarks Amounts in the `currency` of the account. Sent up to three times.
   * @throws NotFoundError when the credentials may not use the account
   */
  portfolioHistory: (accountId: string, query?: Query<'getPortfolioHistory'>, options?: CallOptions) =>
    http.list(
      'getPortfolioHistory GET /v1/accounts/{accountId}/portfolio-history',
      { path: { accountId }, query },
      options,
    ),
  /**
   * Open orders, balances and positions of one instant, with their place in the streams.
   *
   * @remarks Prices and values in the quote currency, quantities in units of the instrument, all decimal strings;
   * balances in units of their asset. Sent up to three times.
   * @throws NotFoundError when the credentials may not use the account
   */
  snapshot: (accountId: string, options?: CallOptions) =>
    http.one('getAccountSnapshot GET /v1/accounts/{accountId}/snapshot', { path: { accountId } }, options),
})

export const createPositions = (http: Http, send: SendOrder) => ({
  /**
   * What the account owns.
   *
   * @remarks Quantities in units of the instrument, prices and values in its quote currency; `heldQuantity` is what
   * open sell orders reserve. Sent up to three times.
   * @throws NotFoundError when the credentials may not use the account
   */
  list: (query?: Query<'listPositions'>, options?: AccountCallOptions) =>
    http.list('listPositions GET /v1/positions', { query }, options),
  /**
   * What the account owns of one instrument.
   *
   * @remarks Quantities in units of the instrument, prices and values in its quote currency. Sent up to three times.
   * @throws NotFoundError when it owns nothing of it
   */
  get: (symbol: string, options?: AccountCallOptions) =>
    http.one('getPosition GET /v1/positions/{symbol}', { path: { symbol } }, options),
  /**
   * Sells what the account owns of one instrument at the market, or a part of it; sent once, as an order is.
   *
   * @remarks `quantity` in units of the instrument, `percent` of what is owned, at most 100. Open orders stay, and
   * what they reserve cannot be sold again. Sent once, never again by itself.
   * @throws OrderRejectedError when the exchange refuses the order
   * @throws OrderOutcomeUnknownError when the answer is lost and the order may exist
   * @throws NotFoundError when the account owns nothing of it
   * @example await client.positions.close('AAPL', { percent: '50' })
   */
  close: (symbol: string, closing: PositionClosing = {}, options?: AccountCallOptions) =>
    send('closePosition POST /v1/positions/{symbol}/close', { symbol }, closing, options),
  /**
   * Closes every position, each with its own outcome.
   *
   * @remarks Quantities in units of each instrument. Under one prefix no symbol is sold twice, so that it may be
   * called again after a lost answer. Sent once, never again by itself.
   * @throws NotFoundError when the credentials may not use the account
   */
  closeAll: (clientOrderIdPrefix: string, options?: AccountCallOptions) =>
    http.one('closeAllPositions POST /v1/positions/close-all', { body: { clientOrderIdPrefix } }, options),
})
