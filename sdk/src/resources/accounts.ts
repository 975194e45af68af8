import type { Http } from '../http/http.ts'
import type { AccountCallOptions, CallOptions, Query } from '../http/operation.ts'

export const createAccounts = (http: Http) => ({
  /** The accounts that the credentials may use. */
  list: (query?: Query<'listAccounts'>, options?: CallOptions) =>
    http.list('listAccounts GET /v1/accounts', { query }, options),
  /** Equity, cash and buying power. */
  get: (accountId: string, options?: CallOptions) =>
    http.one('getAccount GET /v1/accounts/{accountId}', { path: { accountId } }, options),
  /** Open orders, balances and positions of one instant, with their place in the streams. */
  snapshot: (accountId: string, options?: CallOptions) =>
    http.one('getAccountSnapshot GET /v1/accounts/{accountId}/snapshot', { path: { accountId } }, options),
})

export const createPositions = (http: Http) => ({
  /** What the account owns. */
  list: (query?: Query<'listPositions'>, options?: AccountCallOptions) =>
    http.list('listPositions GET /v1/positions', { query }, options),
})
