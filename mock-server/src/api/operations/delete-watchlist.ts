import type { Operation } from '../context.ts'
import { checkDeadline } from '../deadline.ts'
import { findWatchlist, showWatchlist } from '../watchlists.ts'

export const deleteWatchlist: Operation<'deleteWatchlist'> = ({ path }, context) => {
  const watchlist = findWatchlist(context, path.watchlistId)
  if ('body' in watchlist) return watchlist
  const late = checkDeadline(context, context.deadline, context.clock)
  if (late !== undefined) return late
  context.world.watchlists.remove(watchlist)
  return { status: 200, body: showWatchlist(watchlist) }
}
