import type { ProblemItem } from '@openbourse/spec'
import { formatDate, parseDays, parseTime } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import { type ProblemSource, problemItem, quoted, type Refusal } from './problems.ts'
import { refuseInvalid } from './validate.ts'

interface Query {
  readonly from?: string
  readonly to?: string
}

const FIRST_DAY = parseDays(1990, 1, 1) ?? 0
const LAST_DAY = parseDays(2199, 12, 31) ?? 0

/** Days since 1970, both included; undefined where the query has none. */
export function readDays(
  source: ProblemSource,
  query: Query,
): { readonly from: number | undefined; readonly to: number | undefined } | Refusal<422> {
  const faults: ProblemItem[] = []
  const read = (name: 'from' | 'to'): number | undefined => {
    const text = query[name]
    if (text === undefined) return undefined
    const [year, month, day] = text.split('-').map(Number)
    const days = parseDays(year ?? 0, month ?? 0, day ?? 0)
    if (days !== undefined && days >= FIRST_DAY && days <= LAST_DAY) return days
    const range = `${formatDate(FIRST_DAY)} to ${formatDate(LAST_DAY)}`
    const detail = `expected a day from ${range}, got ${quoted(text)}`
    faults.push(problemItem(`/query/${name}`, 'invalid-value', detail))
    return undefined
  }
  const period = { from: read('from'), to: read('to') }
  return faults.length > 0 ? refuseInvalid(source, faults) : period
}

/** World time from which, included, and up to which, excluded. */
export interface Period {
  readonly from: Time
  readonly to: Time
}

/** The query's period; without bounds all of time. The schema has checked that they are times. */
export function readPeriod({ from, to }: Query): Period {
  return {
    from: (from === undefined ? undefined : parseTime(from)) ?? Number.NEGATIVE_INFINITY,
    to: (to === undefined ? undefined : parseTime(to)) ?? Number.POSITIVE_INFINITY,
  }
}

/** Of items from the newest on, those of the period. */
export function* within<Item>(
  items: Iterable<Item>,
  { from, to }: Period,
  timeOf: (item: Item) => Time,
): Iterable<Item> {
  for (const item of items) {
    const time = timeOf(item)
    if (time < from) return
    if (time < to) yield item
  }
}
