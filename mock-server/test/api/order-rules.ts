import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/**
 * The table of rules between the fields of an order (`x-rules` of OrderRequest.yaml), read a second time and in the
 * plainest way: each row says of a request whether it breaks it, and at which fields.
 */

type Condition = Readonly<Record<string, readonly string[]>>
interface Row {
  readonly field?: string
  readonly is?: readonly string[]
  readonly requiredWhen?: Condition
  readonly allowedWhen?: Condition
  readonly exactlyOne?: readonly string[]
  readonly when?: Condition
}
type Request = Readonly<Record<string, unknown>>

interface OrderRequestYaml {
  readonly 'x-rules': readonly Row[]
  readonly properties: Readonly<Record<string, { readonly default?: unknown }>>
}

const file = join(import.meta.dirname, '../../../spec/schemas/OrderRequest.yaml')
const yaml = parse(readFileSync(file, 'utf8')) as OrderRequestYaml

export const ROWS = yaml['x-rules']

/** `code pointer` of each fault, in the order of the table. */
export function faultsOf(request: Request): readonly string[] {
  return ROWS.flatMap((row) => faultsOfRow(row, request))
}

/** When an order without a fault comes: to an exchange that never closes, and so has no auctions, or before the opening. */
export type Moment = 'always open' | 'pre-market'

/** What the exchange says of it to an account that is long. */
export function refusalOf(
  request: Request,
  moment: Moment,
): { readonly code: string; readonly field: string } | undefined {
  const { type, timeInForce, orderClass = 'simple', extendedHours, notional } = request
  const amount = notional === undefined ? 'quantity' : 'notional'
  const lasts = timeInForce === 'day' || timeInForce === 'gtc'
  if (extendedHours === true && !(type === 'limit' && lasts && orderClass === 'simple'))
    return { code: 'not-for-extended-hours', field: 'extendedHours' }
  if (moment === 'pre-market') {
    if (notional !== undefined) return { code: 'market-closed', field: 'notional' }
    if (timeInForce === 'ioc' || timeInForce === 'fok') return { code: 'market-closed', field: 'timeInForce' }
  } else if (timeInForce === 'opg' || timeInForce === 'cls') {
    return { code: 'auction-unavailable', field: 'timeInForce' }
  }
  if (request.reduceOnly === true && request.side === 'buy')
    return { code: 'would-increase-position', field: amount }
  return undefined
}

function faultsOfRow(row: Row, request: Request): readonly string[] {
  const isGiven = (field: string) => request[field] !== undefined
  if (row.exactlyOne !== undefined) {
    if (row.when !== undefined && !isMet(row.when, request)) return []
    const given = row.exactlyOne.filter(isGiven)
    if (given.length === 0) return [`missing-field /${row.exactlyOne[0]}`]
    return given.slice(1).map((field) => `field-not-applicable /${field}`)
  }
  const { field = '', is, requiredWhen } = row
  if (!isGiven(field)) {
    return requiredWhen !== undefined && isMet(requiredWhen, request) ? [`missing-field /${field}`] : []
  }
  const allowed = row.allowedWhen ?? requiredWhen
  const isConcerned = is === undefined || is.some((value) => value === `${request[field]}`)
  const isForbidden = isConcerned && allowed !== undefined && !isMet(allowed, request)
  return isForbidden ? [`field-not-applicable /${field}`] : []
}

function isMet(condition: Condition, request: Request): boolean {
  return Object.entries(condition).every(([field, values]) => {
    const value = request[field] ?? yaml.properties[field]?.default
    return values.some((each) => each === `${value}`)
  })
}
