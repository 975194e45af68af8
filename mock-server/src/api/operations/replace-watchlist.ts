import type { Operation } from '../context.ts'
import { checkContent, findWatchlist, refuseName, showWatchlist } from '../watchlists.ts'

export const replaceWatchlist: Operation<'replaceWatchlist'> = ({ path, body }, context) => {
  const before = findWatchlist(context, path.watchlistId)
  if ('body' in before) return before
  const refusal = checkContent(context, body)
  if (refusal !== undefined) return refusal
  const { world } = context
  const replaced = world.watchlists.replace(before, body, world.view.time)
  return replaced === 'name-taken'
    ? refuseName(context, body.name)
    : { status: 200, body: showWatchlist(replaced) }
}
