import { readFileSync } from 'node:fs'
import { type OperationId, routes } from '@openbourse/spec'

/** A request as text. */
export interface Form {
  readonly method: string
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string | undefined
}

/** A value of the right form for each parameter; a new name belongs here. */
const VALUES: Readonly<Record<string, string>> = {
  symbol: 'AAPL',
  symbols: 'AAPL',
  accountId: 'acc_demo',
  orderId: 'ord_1',
  clientOrderId: 'nothing-yet',
  watchlistId: 'wat_999999',
  webhookId: 'whk_999999',
  timeframe: '1m',
  channel: 'trades.AAPL',
  channels: 'trades.AAPL',
  epoch: 'epoch-1',
  from: '1',
}

interface Changes {
  readonly path?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  /** An object is sent as JSON, a text as it is. */
  readonly body?: object | string
  /** Null sends none. @default mk_demo */
  readonly key?: string | null
}

/** A request of the operation that its schemas accept, made of its route and of the samples of the contract. */
export function formOf(id: OperationId, changes: Changes = {}): Form {
  const route: {
    readonly method: string
    readonly path: string
    readonly body: string | null
    readonly bodyType: string | null
    readonly security: string
    readonly parameters: { readonly query: Readonly<Record<string, { readonly required: boolean }>> }
  } = routes[id]
  const path = route.path.replace(
    /\{(\w+)\}/g,
    (_, name: string) => changes.path?.[name] ?? exampleOf(id, name),
  )
  const required = Object.entries(route.parameters.query).filter(([, { required }]) => required)
  const query = new URLSearchParams({
    ...Object.fromEntries(required.map(([name]) => [name, exampleOf(id, name)])),
    ...changes.query,
  })
  const { key = route.security === 'none' ? null : 'mk_demo' } = changes
  const body = changes.body ?? (route.body === null ? undefined : sampleOf(route.body))
  return {
    method: route.method,
    target: query.size === 0 ? path : `${path}?${query}`,
    headers: {
      ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      ...(body === undefined ? {} : { 'content-type': route.bodyType ?? 'application/json' }),
      ...changes.headers,
    },
    body: body === undefined || typeof body === 'string' ? body : written(body, route.bodyType),
  }
}

/** Whether the operation takes this query parameter. */
export function takes(id: OperationId, parameter: string): boolean {
  return Object.hasOwn(routes[id].parameters.query, parameter)
}

export function hasInPath(id: OperationId, parameter: string): boolean {
  return routes[id].path.includes(`{${parameter}}`)
}

function exampleOf(id: OperationId, name: string): string {
  const value = VALUES[name]
  if (value === undefined) throw new Error(`${id}: forms.ts has no value for the parameter ${name}`)
  return value
}

function sampleOf(schema: string): object {
  const sample = JSON.parse(
    readFileSync(new URL(`../../../spec/samples/${schema}.json`, import.meta.url), 'utf8'),
  )
  return Array.isArray(sample) ? sample[0] : sample
}

function written(body: object, bodyType: string | null): string {
  if (bodyType !== 'application/x-www-form-urlencoded') return JSON.stringify(body)
  return String(new URLSearchParams(body as Record<string, string>))
}
