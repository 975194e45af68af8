/** The tables without zod: routes, errors, channels and the rules between fields. */
import { operationsOf, parametersOf, responseSchemas } from './operations.ts'
import {
  type AsyncApi,
  type ErrorTable,
  type JsonSchema,
  type OpenApi,
  type Operation,
  refName,
  type Schemas,
} from './sources.ts'

export function emitRoutes(openapi: OpenApi, schemas: Schemas): string {
  const routes = operationsOf(openapi).map(({ id, method, path, operation }) => {
    const places = (['path', 'query', 'header'] as const).map((place) => {
      const fields = parametersOf(openapi, operation, place).map(({ name, required, schema }) => {
        const type = schema.$ref === undefined ? schema.type : schemas[refName(schema.$ref)]?.type
        return [name, { type, required: required === true }]
      })
      return [place, Object.fromEntries(fields)]
    })
    const { body, bodyType, responses } = responseSchemas(openapi, operation)
    const row = {
      method,
      path,
      ...securityOf(operation),
      conditional: operation['x-conditional'] === true,
      rateLimit: operation['x-rate-limit'] ?? null,
      changesState: method !== 'GET',
      parameters: Object.fromEntries(places),
      body,
      bodyType,
      responses,
      errors: operation['x-errors'] ?? [],
    }
    return `${id}: ${JSON.stringify(row)}`
  })
  return [
    '/** The version of the contract. */',
    `export const specVersion = ${JSON.stringify(openapi.info.version)}`,
    '',
    '/** Every operation by its id: where it is, who may call it, what it takes, and which schema each status answers. */',
    `export const routes = { ${routes.join(',\n')} } as const`,
    '',
    '/** The id of an operation. */',
    'export type OperationId = keyof typeof routes',
    '',
    '/** The name of a rate limit. */',
    "export type RateLimitName = NonNullable<(typeof routes)[OperationId]['rateLimit']>",
    '',
    '/** The headers by which an operation says that it is deprecated. */',
    'export interface OperationDeprecation { readonly deprecation: string; readonly sunset?: string }',
    '',
    '/** The operations that are deprecated. */',
    `export const deprecations: Readonly<Partial<Record<OperationId, OperationDeprecation>>> = { ${emitDeprecations(openapi)} }`,
    '',
    '/** Every header that an answer may have. */',
    `export const answerHeaders = ${JSON.stringify(Object.keys(openapi.components.headers))} as const`,
    '',
    '/** The statuses that the HTTP edge answers before any operation. */',
    `export const edgeStatuses = [${Object.keys(openapi['x-edge-responses']).join(', ')}] as const`,
  ].join('\n')
}

/** RFC 9745 and RFC 8594: seconds since 1970 as a structured date, and an HTTP date. */
function emitDeprecations(openapi: OpenApi): string {
  const rows = operationsOf(openapi).flatMap(({ id, operation }) => {
    const { 'x-deprecated-since': since, 'x-sunset': sunset } = operation
    if (since === undefined) return []
    const fields = {
      deprecation: `@${midnight(id, since).getTime() / 1000}`,
      ...(sunset === undefined ? undefined : { sunset: midnight(id, sunset).toUTCString() }),
    }
    return [`${id}: ${JSON.stringify(fields)}`]
  })
  return rows.join(', ')
}

function midnight(id: string, day: string): Date {
  const date = new Date(`${day}T00:00:00Z`)
  if (/^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(date.getTime())) return date
  throw new Error(`${id}: a day is written YYYY-MM-DD, not ${day}`)
}

/**
 * none: anybody; key: a key, with the scope where one is named; private: the same, and the answer tells
 * X-Orders-Position. Where one of several scopes is enough, the operation itself says for what.
 */
function securityOf(operation: Operation): { security: 'none' | 'key' | 'private'; scope: string | null } {
  if (operation.security?.length === 0) return { security: 'none', scope: null }
  const scopes = new Set((operation.security ?? []).flatMap(({ bearer = [] }) => bearer))
  const [scope] = scopes
  if (scope === undefined) return { security: 'key', scope: null }
  const isPrivate = scope !== 'market-data'
  return { security: isPrivate ? 'private' : 'key', scope: scopes.size === 1 ? scope : null }
}

export function emitErrors(errors: ErrorTable): string {
  return [
    '/** Every error code: its HTTP status, whether the same request may succeed later, whether it took effect, and what to do. */',
    `export const errorCodes = ${JSON.stringify(errors.codes)} as const`,
    '',
    '/** The code of a problem or of one of its items. */',
    'export type ErrorCode = keyof typeof errorCodes',
    '',
    '/** Why an order was canceled or expired, beyond the error codes with the scope order. */',
    `export const orderReasons = ${JSON.stringify(errors.reasons)} as const`,
  ].join('\n')
}

export function emitChannels(asyncapi: AsyncApi, schemas: Schemas): string {
  const channels = Object.values(asyncapi['x-channels']).map((channel) => channel['x-channel'])
  const rows = channels.map(({ name, qualifier, values, parameter, pattern, message }) => {
    const source = schemas[pattern]?.pattern
    if (source === undefined || schemas[message] === undefined)
      throw new Error(`${name}: no pattern ${pattern} or message ${message}`)
    const types = schemas[message]?.properties?.type?.enum ?? []
    const qualified =
      qualifier === undefined
        ? 'null'
        : `{ parameter: '${qualifier}', values: ${JSON.stringify(valuesOf(schemas, values, name))} }`
    return `${name}: { qualifier: ${qualified}, parameter: '${parameter}', pattern: ${new RegExp(source, 'u')}, message: '${message}', types: ${JSON.stringify(types)} }`
  })
  const plain = channels.filter(({ qualifier }) => qualifier === undefined)
  const variants = [...new Set(plain.map(({ parameter }) => parameter))].map((parameter) => {
    const names = plain.filter((channel) => channel.parameter === parameter).map(({ name }) => `'${name}'`)
    return `{ readonly name: ${names.join(' | ')}; readonly ${parameter}: string }`
  })
  for (const { name, qualifier, values, parameter } of channels) {
    if (qualifier === undefined) continue
    const types = valuesOf(schemas, values, name).map((value) => JSON.stringify(value))
    variants.push(
      `{ readonly name: '${name}'; readonly ${qualifier}: ${types.join(' | ')}; readonly ${parameter}: string }`,
    )
  }
  return [
    '/** Where streams are opened, by a WebSocket handshake. */',
    `export const streamPath = ${JSON.stringify(streamPath(asyncapi))}`,
    '',
    '/** The logical channels: NAME.PARAMETER or NAME.QUALIFIER.PARAMETER, where the parameter is all that is left. */',
    `export const channels = { ${rows.join(',\n')} } as const`,
    '',
    '/** The name of a logical channel without its parameter. */',
    'export type ChannelKind = keyof typeof channels',
    '',
    '/** A channel name in its parts. */',
    `export type Channel = ${variants.join(' | ')}`,
  ].join('\n')
}

function streamPath({ channels }: AsyncApi): string {
  const [socket] = Object.values(channels)
  if (socket === undefined) throw new Error('asyncapi.yaml has no channel')
  return socket.address
}

function valuesOf(schemas: Schemas, schema: string | undefined, channel: string): readonly string[] {
  const values = schemas[schema ?? '']?.enum
  if (values === undefined) throw new Error(`${channel}: no values ${schema} of its qualifier`)
  return values.map(String)
}

/** The `x-rules` of each schema, for `checkRules`. */
export function emitRules(schemas: Schemas): string {
  const withRules = Object.entries(schemas).filter(([, schema]) => schema['x-rules'] !== undefined)
  const rows = withRules.map(([name, schema]) => {
    for (const rule of schema['x-rules'] ?? []) checkRule(rule, schema, name)
    return `${name}: ${JSON.stringify(schema['x-rules'])}`
  })
  const fallbacks = withRules.map(([name, schema]) => {
    const known = Object.entries(schema.properties ?? {}).filter(
      ([, { default: value }]) => value !== undefined,
    )
    const texts = known.map(([field, { default: value }]) => [field, String(value)])
    return `${name}: ${JSON.stringify(Object.fromEntries(texts))}`
  })
  const names = withRules.map(([name]) => `'${name}'`).join(' | ')
  return [
    "import type { Rule } from '../rules.ts'",
    '',
    '/** The rules between the fields of a schema. */',
    `export const rules: Readonly<Record<${names}, readonly Rule[]>> = { ${rows.join(', ')} }`,
    '',
    '/** What a field that is left out counts as. */',
    `export const defaults: Readonly<Record<${names}, Readonly<Record<string, string>>>> = { ${fallbacks.join(', ')} }`,
  ].join('\n')
}

const ruleKeywords = [
  'field',
  'is',
  'exactlyOne',
  'atLeastOne',
  'allOrNone',
  'when',
  'requiredWhen',
  'allowedWhen',
]

function checkRule(rule: Readonly<Record<string, unknown>>, schema: JsonSchema, name: string): void {
  const fields = ['exactlyOne', 'atLeastOne', 'allOrNone'].flatMap(
    (keyword) => (rule[keyword] as string[] | undefined) ?? [],
  )
  const conditions = ['when', 'requiredWhen', 'allowedWhen'].flatMap((keyword) =>
    Object.keys(rule[keyword] ?? {}),
  )
  const named = [...fields, ...conditions, ...(typeof rule.field === 'string' ? [rule.field] : [])]
  const unknown = [
    ...Object.keys(rule).filter((keyword) => !ruleKeywords.includes(keyword)),
    ...named.filter((field) => schema.properties?.[field] === undefined),
  ]
  if (unknown.length > 0)
    throw new Error(`${name}/x-rules: ${unknown.join(', ')} is neither a keyword nor a field`)
}
