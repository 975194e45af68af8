/** Every kind of credential opens every operation that takes a bearer: said once, written into each. */
import type { OpenApi, Operation } from './sources.ts'

/** Kinds of credentials that stand beside a bearer, with the same scopes. */
const ALTERNATIVES = ['signature', 'oauth2']
/** How they can be wrong. */
const ERRORS = ['signature-invalid', 'signature-incomplete', 'clock-skew', 'replayed']

/** Adds the other schemes and their error codes to each operation that takes a bearer. */
export function acceptCredentials(openapi: OpenApi): OpenApi {
  const paths = Object.entries(openapi.paths).map(([path, item]) => {
    const operations = Object.entries(item).map(([method, operation]) => [method, accept(operation)])
    return [path, Object.fromEntries(operations)]
  })
  return { ...openapi, paths: Object.fromEntries(paths) }
}

/** Without a word of its own an operation takes the document's security, which names all kinds. */
function accept(operation: Operation): Operation {
  const { security, 'x-errors': errors = [] } = operation
  if (security?.length === 0) return operation
  const complete = {
    ...operation,
    'x-errors': [...errors, ...ERRORS.filter((code) => !errors.includes(code))],
  }
  if (security === undefined) return complete
  return { ...complete, security: security.flatMap(withAlternatives) }
}

type Requirement = NonNullable<Operation['security']>[number]

function withAlternatives(requirement: Requirement): Requirement[] {
  const scopes = requirement.bearer
  if (scopes === undefined) return [requirement]
  return [requirement, ...ALTERNATIVES.map((kind) => ({ [kind]: scopes }))]
}
