/** What every operation has in common is not written in each: its marks say what belongs to it. */
import type { OpenApi, Operation, ResponseObject } from './sources.ts'

type Responses = Operation['responses']

/** Cancels are never shut out: who may not cancel cannot limit a loss. */
const NEVER_BANNED = 'cancels'

/** Adds to each operation the answers, headers and error codes that its marks stand for. */
export function completeOperations(openapi: OpenApi): OpenApi {
  const paths = Object.entries(openapi.paths).map(([path, item]) => {
    const operations = Object.entries(item).map(([method, operation]) => [method, completed(operation)])
    return [path, Object.fromEntries(operations)]
  })
  return { ...openapi, paths: Object.fromEntries(paths) }
}

function completed(operation: Operation): Operation {
  return deprecated(conditional(limited(operation)))
}

/** What every success tells a cache; `x-conditional: true` gives it an ETag, and the answer 304. */
function conditional(operation: Operation): Operation {
  const told = withHeaders(operation.responses, ['Cache-Control', 'Vary'], isSuccess)
  if (operation['x-conditional'] !== true) return { ...operation, responses: told }
  return {
    ...operation,
    parameters: [...(operation.parameters ?? []), { $ref: '#/components/parameters/If-None-Match' }],
    responses: { ...withHeaders(told, ['ETag'], (status) => status === '200'), 304: response('NotModified') },
  }
}

/** `deprecated: true` needs the day since when, and puts its headers on every success. */
function deprecated(operation: Operation): Operation {
  const { 'x-deprecated-since': since, 'x-sunset': sunset, operationId } = operation
  if ((operation.deprecated === true) !== (since !== undefined) || (sunset !== undefined && !since)) {
    throw new Error(`${operationId}: deprecated and x-deprecated-since go together, and x-sunset needs both`)
  }
  if (since === undefined) return operation
  const names = ['Deprecation', ...(sunset === undefined ? [] : ['Sunset'])]
  return { ...operation, responses: withHeaders(operation.responses, names, isSuccess) }
}

/** `x-rate-limit: NAME`: its headers on every success, and the refusals 429 and 418. */
function limited(operation: Operation): Operation {
  const { 'x-rate-limit': policy, 'x-errors': errors = [], responses } = operation
  if (policy === undefined) {
    if (!needsKey(operation)) return operation
    throw new Error(`${operation.operationId}: an operation that needs a key names its x-rate-limit`)
  }
  const mayBan = policy !== NEVER_BANNED
  return {
    ...operation,
    'x-errors': [...errors, 'quota-exceeded', ...(mayBan ? ['banned'] : [])],
    responses: {
      ...withHeaders(responses, ['RateLimit', 'RateLimit-Policy'], isSuccess),
      ...(mayBan ? { 418: response('Banned') } : {}),
      429: response('TooManyRequests'),
    },
  }
}

/** Without a word of its own an operation takes the document's security, which is a key. */
function needsKey({ security }: Operation): boolean {
  return security === undefined || security.some((scheme) => Object.hasOwn(scheme, 'bearer'))
}

const isSuccess = (status: string): boolean => status.startsWith('2')

function withHeaders(
  responses: Responses,
  names: readonly string[],
  wanted: (status: string) => boolean,
): Responses {
  const added = Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]))
  const entries = Object.entries(responses).map(([status, found]): [string, Responses[string]] => {
    if (!wanted(status) || '$ref' in found) return [status, found]
    const given: ResponseObject = found
    return [status, { ...given, headers: { ...given.headers, ...added } }]
  })
  return Object.fromEntries(entries)
}

function response(name: string): { readonly $ref: string } {
  return { $ref: `#/components/responses/${name}` }
}
