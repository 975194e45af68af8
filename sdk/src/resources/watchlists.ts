import type { WatchlistRequest } from '@openbourse/spec'
import type { Http } from '../http/http.ts'
import type { AccountCallOptions, Query } from '../http/operation.ts'

export const createWatchlists = (http: Http) => ({
  /**
   * The account's lists of symbols, newest first.
   *
   * @remarks Times of the market in UTC. Sent up to three times.
   * @throws NotFoundError when the credentials may not use the account
   */
  list: (query?: Query<'listWatchlists'>, options?: AccountCallOptions) =>
    http.list('listWatchlists GET /v1/watchlists', { query }, options),
  /**
   * Makes a list under a name of its own.
   *
   * @remarks At most 100 lists of 200 symbols each. Sent once, never again by itself.
   * @throws ConflictError when the account has a list of that name
   * @throws NotFoundError when the credentials may not use the account
   * @example await client.watchlists.create({ name: 'Tech', symbols: ['AAPL', 'MSFT'] })
   */
  create: (body: WatchlistRequest, options?: AccountCallOptions) =>
    http.one('createWatchlist POST /v1/watchlists', { body }, options),
  /**
   * One list.
   *
   * @remarks Times of the market in UTC. Sent up to three times.
   * @throws NotFoundError when the account has no such list
   */
  get: (watchlistId: string, options?: AccountCallOptions) =>
    http.one('getWatchlist GET /v1/watchlists/{watchlistId}', { path: { watchlistId } }, options),
  /**
   * Gives a list another name and other symbols, all at once.
   *
   * @remarks The same content again changes nothing more. Sent once, never again by itself.
   * @throws ConflictError when another list has that name
   * @throws NotFoundError when the account has no such list
   */
  replace: (watchlistId: string, body: WatchlistRequest, options?: AccountCallOptions) =>
    http.one('replaceWatchlist PUT /v1/watchlists/{watchlistId}', { path: { watchlistId }, body }, options),
  /**
   * Removes a list; resolves with what it was.
   *
   * @remarks Orders in its symbols stay. Sent once, never again by itself.
   * @throws NotFoundError when the account has no such list
   */
  delete: (watchlistId: string, options?: AccountCallOptions) =>
    http.one('deleteWatchlist DELETE /v1/watchlists/{watchlistId}', { path: { watchlistId } }, options),
})
