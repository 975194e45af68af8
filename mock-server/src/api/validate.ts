import { type OperationId, type ProblemItem, readQuery, routes } from '@openbourse/spec'
import { operationSchemas, validate } from '@openbourse/spec/schemas'
import { parseJson } from './json/parse-json.ts'
import { readForm } from './oauth/read-form.ts'
import { refuseToken, type TokenRefusal } from './oauth/refuse-token.ts'
import { type ProblemSource, problemItem, quoted, type Refusal, refuse } from './problems.ts'

/** A request's parts as they came, with the path already decoded. */
export interface SentInput {
  readonly path: Readonly<Record<string, string>>
  /** Still encoded. */
  readonly query: string
  readonly body: Uint8Array | string | undefined
}

/** The same parts, each of the type that the operation declares. */
export interface ValidInput {
  readonly path: unknown
  readonly query: unknown
  readonly body: unknown
}

type Validator = Parameters<typeof validate>[0]

/** Checks path, query and body against the contract; what the contract does not know is refused, never ignored. */
export function validateInput(
  source: ProblemSource,
  operationId: OperationId,
  sent: SentInput,
): ValidInput | Refusal | TokenRefusal {
  if (!isDecodable(sent.query)) {
    return refuse(source, 'malformed-request', 'The percent-encoding of the query is broken or not UTF-8.')
  }
  const schemas = operationSchemas[operationId]
  const isForm = routes[operationId].bodyType === 'application/x-www-form-urlencoded'
  const body = isForm ? readFormBody(sent.body) : readBody(source, sent.body, schemas.body !== null)
  if ('status' in body) return body
  const query = sent.query === '' ? NO_FIELDS : readQuery(operationId, new URLSearchParams(sent.query))
  const items = [
    ...(hasFields(sent.path) ? check(schemas.path, sent.path, '/path') : checkEmpty(schemas.path, '/path')),
    ...(query === NO_FIELDS ? checkEmpty(schemas.query, '/query') : checkQuery(operationId, query)),
    ...(schemas.body === null || isForm ? [] : check(schemas.body, body.value, '')),
  ]
  const [wrong] = isForm && schemas.body !== null ? check(schemas.body, body.value, '') : []
  if (wrong !== undefined) return refuseToken('invalid_request', `${wrong.pointer}: ${wrong.code}`)
  return items.length === 0 ? { path: sent.path, query, body: body.value } : refuseInvalid(source, items)
}

/** 422 with every single fault; the first of them is also the problem's own sentence. */
export function refuseInvalid(source: ProblemSource, items: readonly ProblemItem[]): Refusal<422> {
  const [first] = items
  const place = first?.pointer === '' ? 'The body' : first?.pointer
  const end = items.length > 1 ? ` (and ${items.length - 1} more, see errors).` : '.'
  const sentence = `${place}: ${first?.detail}${end}`.replace(/\?\.$/, '?')
  return refuse(source, 'invalid-request', sentence, { errors: [...items] })
}

/** A name that stands for one value and comes twice says nothing: neither value is taken. */
function checkQuery(operationId: OperationId, query: Readonly<Record<string, unknown>>): ProblemItem[] {
  const known: Readonly<Record<string, { readonly type: string }>> = routes[operationId].parameters.query
  const isRepeated = (name: string): boolean =>
    Object.hasOwn(known, name) && known[name]?.type !== 'array' && Array.isArray(query[name])
  const repeated = Object.keys(query).filter(isRepeated)
  const items = check(operationSchemas[operationId].query, query, '/query')
  if (repeated.length === 0) return items
  const pointers = repeated.map((name) => `/query/${name}`)
  return [
    ...items.filter(({ pointer }) => !pointers.some((at) => pointer === at || pointer.startsWith(`${at}/`))),
    ...repeated.map((name) =>
      problemItem(`/query/${name}`, 'invalid-value', `${name} takes one value and was given more than once`),
    ),
  ]
}

function check(schema: Validator, value: unknown, base: string): ProblemItem[] {
  const items = validate(schema, value, { pointer: base })
  return items.map((item) =>
    item.code === 'invalid-value'
      ? { ...item, detail: `${item.detail}, got ${sentAt(value, item, base)}` }
      : item,
  )
}

const NO_FIELDS: Readonly<Record<string, unknown>> = Object.freeze({})
const faultsOfEmpty = new WeakMap<Validator, readonly ProblemItem[]>()

/** What a place without any field lacks: always the same, and mostly nothing. */
function checkEmpty(schema: Validator, base: string): readonly ProblemItem[] {
  const known = faultsOfEmpty.get(schema)
  if (known !== undefined) return known
  const items = check(schema, NO_FIELDS, base)
  faultsOfEmpty.set(schema, items)
  return items
}

function hasFields(fields: object): boolean {
  for (const _ in fields) return true
  return false
}

/** What stands at the item's pointer, cut short. */
function sentAt(value: unknown, item: ProblemItem, base: string): string {
  let at = value
  for (const part of item.pointer.slice(base.length).split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~')
    at = (at as Readonly<Record<string, unknown>> | null | undefined)?.[key]
  }
  if (Array.isArray(at)) return 'an array'
  if (typeof at === 'object' && at !== null) return 'an object'
  // Where text is wanted a number looks right; in an address nothing is in quotes.
  const wantsText = base !== '/query' && !/^expected an? (integer|number)/.test(item.detail)
  return wantsText && typeof at !== 'string' ? `${quoted(at)} (not in quotes)` : quoted(at)
}

function readBody(
  source: ProblemSource,
  body: Uint8Array | string | undefined,
  wanted: boolean,
): { readonly value: unknown } | Refusal {
  const empty = body === undefined || body.length === 0
  if (!wanted) {
    const item = problemItem('', 'unknown-field', 'this operation takes no body')
    return empty ? { value: undefined } : refuseInvalid(source, [item])
  }
  if (empty) return refuse(source, 'malformed-json', 'The body is empty; it must be a JSON object.')
  const text = typeof body === 'string' ? body : decodeUtf8(body)
  if (text === undefined) return refuse(source, 'malformed-json', 'The body is not UTF-8.')
  const json = parseJson(text)
  if (json.ok) return { value: json.value }
  return refuse(source, 'malformed-json', `Line ${json.line}, column ${json.column}: ${json.reason}.`)
}

/** A form is refused in OAuth's own words. */
function readFormBody(body: Uint8Array | string | undefined): { readonly value: unknown } | TokenRefusal {
  const text = typeof body === 'string' ? body : decodeUtf8(body ?? new Uint8Array())
  const value = text !== undefined && isDecodable(text) ? readForm(text) : undefined
  if (value !== undefined) return { value }
  return refuseToken('invalid_request', 'The form cannot be read, or a field comes twice')
}

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes)
  } catch {
    return undefined
  }
}

/** URLSearchParams takes broken encoding as it is; a filter that was not understood must be refused. */
function isDecodable(query: string): boolean {
  if (!query.includes('%')) return true
  try {
    decodeURIComponent(query)
    return true
  } catch {
    return false
  }
}
