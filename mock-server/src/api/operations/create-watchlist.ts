import { WATCHLIST_LIMIT } from '../../worlds/watchlists.ts'
import type { Operation } from '../context.ts'
import { refuse } from '../problems.ts'
import { checkContent, refuseName, showWatchlist } from '../watchlists.ts'

export const createWatchlist: Operation<'createWatchlist'> = ({ body }, context) => {
  const refusal = checkContent(context, body)
  if (refusal !== undefined) return refusal
  const { world, account } = context
  const created = world.watchlists.create(account.accountId, body, world.view.time)
  if (created === 'name-taken') return refuseName(context, body.name)
  if (created === 'limit') {
    const detail = `This account has ${WATCHLIST_LIMIT} watchlists, which is the most.`
    return refuse(context, 'watchlist-limit', detail)
  }
  return { status: 201, body: showWatchlist(created) }
}
