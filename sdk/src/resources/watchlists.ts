import type { WatchlistRequest } from '@openbourse/spec'
import type { Http } from '../http/http.ts'
import type { AccountCallOptions, Query } from '../http/operation.ts'

export const createWatchlists = (http: Http) => ({
  /** The account's lists of symbols, newest first. */
  list: (query?: Query<'listWatchlists'>, options?: AccountCallOptions) =>
    http.list('listWatchlists GET /v1/watchlists', { query }, options),
  /**
   * Makes a list under a name of its own.
   * @throws ConflictError when the account has a list of that name
   * @example await client.watchlists.create({ name: 'Tech', symbols: ['AAPL', 'MSFT'] })
   */
  create: (body: WatchlistRequest, options?: AccountCallOptions) =>
    http.one('createWatchlist POST /v1/watchlists', { body }, options),
  /** One list. */
  get: (watchlistId: string, options?: AccountCallOptions) =>
    http.one('getWatchlist GET /v1/watchlists/{watchlistId}', { path: { watchlistId } }, options),
  /** Gives a list another name and other symbols, all at once. */
  replace: (watchlistId: string, body: WatchlistRequest, options?: AccountCallOptions) =>
    http.one('replaceWatchlist PUT /v1/watchlists/{watchlistId}', { path: { watchlistId }, body }, options),
  /** Removes a list; resolves with what it was. */
  delete: (watchlistId: string, options?: AccountCallOptions) =>
    http.one('deleteWatchlist DELETE /v1/watchlists/{watchlistId}', { path: { watchlistId } }, options),
})
