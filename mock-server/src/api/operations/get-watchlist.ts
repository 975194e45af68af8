import type { Operation } from '../context.ts'
import { findWatchlist, showWatchlist } from '../watchlists.ts'

export const getWatchlist: Operation<'getWatchlist'> = ({ path }, context) => {
  const watchlist = findWatchlist(context, path.watchlistId)
  return 'body' in watchlist ? watchlist : { status: 200, body: showWatchlist(watchlist) }
}
