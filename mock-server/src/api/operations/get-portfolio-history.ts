import { formatTime } from '../../exchange/values/time.ts'
import { formatMoney } from '../../exchange/values/wire.ts'
import { TIMEFRAMES } from '../../feed/history/bars.ts'
import { type TimedWorth, worthOf } from '../../feed/history/equity.ts'
import type { AccountContext, Operation } from '../context.ts'
import { pageOf } from '../paging.ts'
import { readPeriod, within } from '../read-period.ts'

/** Newest first: now, then the last valuation of each interval. */
export const getPortfolioHistory: Operation<'getPortfolioHistory'> = ({ query }, context) => {
  const { timeframe = '1h', from, to } = query
  const page = pageOf(context, {
    operationId: 'getPortfolioHistory',
    filter: [context.account.accountId, timeframe, from, to],
    query,
    items: within(valuations(context, TIMEFRAMES[timeframe]), readPeriod(query), ({ time }) => time),
    order: 'descending',
    keyOf: ({ time }) => [time],
  })
  if ('status' in page) return page
  const data = page.data.map(({ time, equity, cash }) => ({
    time: formatTime(time),
    equity: formatMoney(equity),
    cash: formatMoney(cash),
  }))
  return { status: 200, body: { data, nextCursor: page.nextCursor } }
}

/** A point of the very end of an interval belongs to it. */
function* valuations({ world, account }: AccountContext, length: number): Generator<TimedWorth> {
  const { view, feed } = world
  yield { time: view.time, ...worthOf(view, account) }
  let latest: number | undefined
  for (const point of feed.history.worth(account.accountId)) {
    const interval = Math.ceil(point.time / length)
    if (interval !== latest && point.time < view.time) yield point
    latest = interval
  }
}
