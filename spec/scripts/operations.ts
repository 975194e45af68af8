/** Reading the operations of the OpenAPI document, with their references followed and their errors checked. */
import {
  type ErrorTable,
  type OpenApi,
  type Operation,
  type Parameter,
  type ResponseObject,
  refName,
} from './sources.ts'

export interface FoundOperation {
  readonly id: string
  readonly method: string
  readonly path: string
  readonly operation: Operation
}

/** Every operation in the order of the document. */
export function operationsOf(openapi: OpenApi): FoundOperation[] {
  return Object.entries(openapi.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      path,
      operation,
    })),
  )
}

export function parametersOf(openapi: OpenApi, operation: Operation, place: Parameter['in']): Parameter[] {
  const all = (operation.parameters ?? []).map((parameter) => {
    if (!('$ref' in parameter)) return parameter
    const found = openapi.components.parameters[last(parameter.$ref)]
    if (found === undefined) throw new Error(`${operation.operationId}: no parameter ${parameter.$ref}`)
    return found
  })
  return all.filter((parameter) => parameter.in === place)
}

/** Answers that never have a body. */
const WITHOUT_BODY = ['204', '304']

/** The names of the schemas of the request's body and of each answer's body by status. */
export function responseSchemas(openapi: OpenApi, operation: Operation) {
  const withBody = Object.entries(operation.responses).filter(([status]) => !WITHOUT_BODY.includes(status))
  const responses = withBody.map(([status, response]) => {
    const found: ResponseObject | undefined =
      '$ref' in response ? openapi.components.responses[last(response.$ref)] : response
    return [status, schemaName(found, `${operation.operationId} ${status}`)] as const
  })
  const body =
    operation.requestBody === undefined ? null : schemaName(operation.requestBody, operation.operationId)
  const [bodyType = null] = Object.keys(operation.requestBody?.content ?? {})
  return { body, bodyType, responses: Object.fromEntries(responses) }
}

/** @throws Error if an error code is unknown, or an operation's codes and declared statuses do not match */
export function checkErrors(openapi: OpenApi, errors: ErrorTable): void {
  for (const { id, operation } of operationsOf(openapi)) {
    const statuses = new Set((operation['x-errors'] ?? []).map((code) => statusIn(errors, code, id)))
    const { responses } = responseSchemas(openapi, operation)
    const declared = Object.keys(responses)
      // The answers of OAuth are none of our problems.
      .filter((status) => responses[status] !== 'OAuthError')
      .map(Number)
      .filter((status) => status >= 400)
    const wrong = [
      ...declared.filter((status) => !statuses.has(status)),
      ...[...statuses].filter((status) => !declared.includes(status)),
    ]
    if (wrong.length > 0) throw new Error(`${id}: x-errors and responses differ in ${wrong.join(', ')}`)
  }
}

function statusIn(errors: ErrorTable, code: string, id: string): number {
  const row = errors.codes[code]
  if (row === undefined) throw new Error(`${id}: the error code ${code} is not in errors.yaml`)
  return row.status
}

function schemaName(response: ResponseObject | undefined, at: string): string {
  const [media] = Object.values(response?.content ?? {})
  if (media?.schema.$ref === undefined) throw new Error(`${at}: a body must be a component schema`)
  return refName(media.schema.$ref)
}

function last(ref: string): string {
  return ref.slice(ref.lastIndexOf('/') + 1)
}
