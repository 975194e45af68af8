/**
 * Every operation's description says five things after what it does: units, who may call it, what becomes of orders
 * and reservations, when to repeat it, and its errors. Units and effect are written by hand; what the document already
 * knows (scopes, rate limits, error codes, deadlines) is said from there, so that it cannot differ.
 */
import { type FoundOperation, operationsOf, parametersOf, responseSchemas } from './operations.ts'
import type { ErrorTable, OpenApi, Operation } from './sources.ts'

/** The five parts in their order, with the marks of the YAML files that they are written from. */
export const PARTS = [
  { title: 'Units', source: 'x-units' },
  { title: 'Who may call it', source: 'security and x-rate-limit' },
  { title: 'Orders and reservations', source: 'x-effect' },
  { title: 'Retry', source: 'x-retry' },
  { title: 'Errors', source: 'x-errors' },
] as const

/** Writes the five parts into each description, and takes out the marks that they were written from. */
export function describeOperations(openapi: OpenApi, errors: ErrorTable): OpenApi {
  const paths: Record<string, Record<string, Operation>> = {}
  for (const found of operationsOf(openapi)) {
    const { path, method, operation } = found
    const { 'x-units': units, 'x-effect': effect } = operation
    const texts = [
      units,
      callersOf(operation),
      effect,
      retryOf(found, openapi, errors),
      errorsOf(found, openapi, errors),
    ]
    const lines = PARTS.flatMap(({ title }, index) => {
      const text = texts[index]?.trim()
      return text ? [`- **${title}:** ${text}`] : []
    })
    const description = `${operation.description?.trim() ?? ''}\n\n${lines.join('\n')}\n`
    const whole = { ...withoutMarks(operation), description }
    paths[path] = { ...paths[path], [method.toLowerCase()]: whole }
  }
  return { ...openapi, paths }
}

/** @throws Error that names each operation whose description lacks a part, and where the part is written */
export function checkDescriptions(openapi: OpenApi): void {
  const faults = operationsOf(openapi).flatMap(({ id, operation: { description = '' } }) => {
    const [lead = '', ...rest] = description.split(/^- \*\*/m)
    const found = rest.map((part) => part.slice(0, part.indexOf(':**')))
    const missing = PARTS.filter(({ title }) => !found.includes(title))
    return [
      ...(lead.trim() === '' ? [`${id}: the description does not say what it does`] : []),
      ...missing.map(({ title, source }) => `${id}: the description lacks "${title}" (${source})`),
      ...(missing.length === 0 && found.join() !== PARTS.map(({ title }) => title).join()
        ? [`${id}: the parts of the description are not in their order`]
        : []),
    ]
  })
  if (faults.length > 0) throw new Error(faults.join('\n'))
}

const MARKS = ['x-units', 'x-callers', 'x-effect', 'x-retry']

function withoutMarks(operation: Operation): Operation {
  const entries = Object.entries(operation).filter(([field]) => !MARKS.includes(field))
  return Object.fromEntries(entries) as unknown as Operation
}

/** @throws Error where a text by hand would stand beside what the scopes say */
function callersOf(operation: Operation): string {
  const { operationId, security, 'x-rate-limit': limit, 'x-callers': written } = operation
  if (security?.length === 0) return written ?? 'Anybody, without a key; no rate limit counts it.'
  if (written !== undefined) throw new Error(`${operationId}: x-callers is for operations without security`)
  const scopes = new Set((security ?? []).flatMap(({ bearer = [] }) => bearer.map((scope) => `\`${scope}\``)))
  const who =
    scopes.size === 0 ? 'Any key, whatever its scopes' : `A key with the scope ${[...scopes].join(' or ')}`
  const banned = (operation['x-errors'] ?? []).includes('banned')
  const counts = `It counts against the rate limit \`${limit}\``
  return `${who}. ${counts}${banned ? '' : ', and is still taken from a key that is shut out'}.`
}

/** A read is safe by its nature; of a change the author says what a repetition does. */
function retryOf(
  { method, operation }: FoundOperation,
  openapi: OpenApi,
  errors: ErrorTable,
): string | undefined {
  const { 'x-retry': written, 'x-errors': codes = [] } = operation
  const later = byStatus(
    codes.filter((code) => errors.codes[code]?.retryable),
    errors,
  )
  const wait = later === '' ? [] : [`After ${later} wait as long as \`Retry-After\` says.`]
  if (method === 'GET') return [written ?? 'It changes nothing: repeat it freely.', ...wait].join(' ')
  if (written === undefined) return undefined
  const unknown = codes.filter((code) => errors.codes[code]?.processed === 'unknown')
  const headers = parametersOf(openapi, operation, 'header').map(({ name }) => name)
  return [
    written,
    `The outcome is unknown without an answer and after ${byStatus(unknown, errors)}.`,
    ...(headers.includes('X-Request-Deadline') ? ['Nothing happens after `X-Request-Deadline`.'] : []),
    ...wait,
  ].join(' ')
}

function errorsOf(
  { path, operation }: FoundOperation,
  openapi: OpenApi,
  errors: ErrorTable,
): string | undefined {
  const codes = operation['x-errors'] ?? []
  if (codes.length === 0) return undefined
  const atExchange = recorded(operation, errors).filter(
    (code) => code !== UNKNOWN_SYMBOL || !path.includes('{symbol}'),
  )
  const oauth = Object.entries(responseSchemas(openapi, operation).responses)
    .filter(([, schema]) => schema === 'OAuthError')
    .map(([status]) => status)
  const lists = [
    ...(oauth.length > 0 ? [`${oauth.join(' and ')} as OAuth 2.0 writes them`] : []),
    byStatus(
      codes.filter((code) => !atExchange.includes(code)),
      errors,
      '; ',
    ),
  ]
  const orders = atExchange.map((code) => `\`${code}\``).join(', ')
  return `${lists.join('; ')}.${orders === '' ? '' : ` With a recorded order: 422 ${orders}.`}`
}

const UNKNOWN_SYMBOL = 'unknown-symbol'

/** Codes with which the exchange refuses an order and remembers it. An operation that records none has no such code. */
function recorded(operation: Operation, errors: ErrorTable): string[] {
  const codes = (operation['x-errors'] ?? []).filter((code) => errors.codes[code]?.scope === 'order')
  return codes.some((code) => code !== UNKNOWN_SYMBOL) ? codes : []
}

/** `404 \`unknown-order\`, \`unknown-account\`; 429 \`quota-exceeded\`` in the order of the statuses. */
function byStatus(codes: readonly string[], errors: ErrorTable, separator = ' and '): string {
  const groups = new Map<number, string[]>()
  for (const code of codes) {
    const status = errors.codes[code]?.status ?? 0
    groups.set(status, [...(groups.get(status) ?? []), `\`${code}\``])
  }
  const texts = [...groups].sort(([left], [right]) => left - right)
  return texts.map(([status, names]) => `${status} ${names.join(', ')}`).join(separator)
}
