import type { CalendarDay } from '@openbourse/spec'
import { type MarketSession, sessionsBetween } from '../../exchange/sessions/sessions.ts'
import { formatDate, formatTime, MICROS_PER_DAY } from '../../exchange/values/time.ts'
import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'
import { readDays } from '../read-period.ts'

const DAYS_A_YEAR = 366

/** By date. The days asked for are worked out when they are asked for: nothing is kept of them. */
export const listCalendarDays: Operation<'listCalendarDays'> = ({ query }, context) => {
  const { view } = context.world
  const days = readDays(context, query)
  if ('body' in days) return days
  const first = days.from ?? Math.floor(view.time / MICROS_PER_DAY)
  const last = days.to ?? first + DAYS_A_YEAR
  const page = pageOf(context, {
    operationId: 'listCalendarDays',
    filter: [query.from, query.to],
    query,
    items: sessionsBetween(
      view.calendar?.announced ?? view.calendar,
      first * MICROS_PER_DAY,
      (last + 1) * MICROS_PER_DAY,
    ),
    order: 'ascending',
    keyOf: ({ open }) => [open],
  })
  if ('status' in page) return page
  return { status: 200, body: { data: page.data.map(toDay), nextCursor: page.nextCursor } }
}

function toDay({ preMarketOpen, open, close, postMarketClose }: MarketSession): CalendarDay {
  return {
    date: formatDate(Math.floor(open / MICROS_PER_DAY)),
    ...(preMarketOpen === undefined ? undefined : { preMarketOpen: formatTime(preMarketOpen) }),
    open: formatTime(open),
    close: formatTime(close),
    ...(postMarketClose === undefined ? undefined : { postMarketClose: formatTime(postMarketClose) }),
  }
}
