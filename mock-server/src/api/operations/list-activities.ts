import type { Activity } from '../../exchange/accounts/activity.ts'
import type { Operation } from '../context.ts'
import { pageOf } from '../paging.ts'
import { readPeriod, within } from '../read-period.ts'
import { toWireActivity } from '../wire/activity.ts'

/** Newest first, as far back as the exchange keeps them. */
export const listActivities: Operation<'listActivities'> = ({ query }, context) => {
  const { view } = context.world
  const { accountId } = context.account
  const { type, from, to } = query
  const period = within(view.activities(accountId), readPeriod(query), ({ time }) => time)
  const page = pageOf(context, {
    operationId: 'listActivities',
    filter: [accountId, type, from, to],
    query,
    items: type === undefined ? period : ofType(period, type),
    order: 'descending',
    keyOf: ({ activityNumber }) => [activityNumber],
  })
  if ('status' in page) return page
  const data = page.data.map((activity) => toWireActivity(view, accountId, activity))
  return { status: 200, body: { data, nextCursor: page.nextCursor } }
}

function* ofType(activities: Iterable<Activity>, type: Activity['type']): Iterable<Activity> {
  for (const activity of activities) if (activity.type === type) yield activity
}
