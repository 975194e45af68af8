import type { Watchlist as WireWatchlist } from '@openbourse/spec'
import { formatTime } from '../exchange/values/time.ts'
import type { Watchlist } from '../worlds/watchlists.ts'
import type { AccountContext } from './context.ts'
import { checkDeadline } from './deadline.ts'
import { problemItem, quoted, type Refusal, refuse } from './problems.ts'
import { refuseInvalid } from './validate.ts'

export function showWatchlist(watchlist: Watchlist): WireWatchlist {
  const { number, accountId, name, symbols, createdAt, updatedAt } = watchlist
  return {
    watchlistId: `wat_${number}`,
    accountId,
    name,
    symbols: [...symbols],
    createdAt: formatTime(createdAt),
    updatedAt: formatTime(updatedAt),
  }
}

/** A list of the request's account. Another account's answers word for word like none. */
export function findWatchlist(context: AccountContext, watchlistId: string): Watchlist | Refusal<404> {
  const digits = /^wat_([1-9]\d{0,14})$/.exec(watchlistId)?.[1]
  const { accountId } = context.account
  const watchlist =
    digits === undefined ? undefined : context.world.watchlists.find(accountId, Number(digits))
  if (watchlist !== undefined) return watchlist
  return refuse(context, 'unknown-watchlist', `This account has no watchlist ${quoted(watchlistId)}.`)
}

/** What keeps a list from being written now. */
export function checkContent(
  context: AccountContext,
  { symbols }: { readonly symbols: readonly string[] },
): Refusal<422> | undefined {
  const items = symbols.flatMap((symbol, index) =>
    context.world.view.instrument(symbol) === undefined
      ? [problemItem(`/symbols/${index}`, 'unknown-symbol', `there is no instrument ${quoted(symbol)}`)]
      : [],
  )
  if (items.length > 0) return refuseInvalid(context, items)
  return checkDeadline(context, context.deadline, context.clock)
}

export function refuseName(context: AccountContext, name: string): Refusal<409> {
  return refuse(context, 'watchlist-name-taken', `This account has a watchlist ${quoted(name)} already.`)
}
