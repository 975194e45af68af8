import { type OperationId, routes } from '@openbourse/spec'
import type { Principal } from '../worlds/principal.ts'
import type { Authenticate, Authenticated } from './authenticate.ts'
import type { CurrentRequest, Outcome } from './current-request.ts'
import type { Limiter } from './limits/limiter.ts'
import { refuseLimited } from './limits/refuse-limited.ts'
import { refuse } from './problems.ts'

/** Who may ask, and until when; nobody in particular where an operation is for all. */
export type Admitted = Authenticated | typeof NOBODY

const NOBODY = { principal: undefined, notAfter: undefined }

/** By credential, by how much the key has asked already, and by its scopes. */
export function admit(
  request: CurrentRequest,
  operationId: OperationId,
  by: { readonly authenticate: Authenticate; readonly limiter: Limiter },
): Admitted | Outcome {
  const { security, rateLimit, scope } = routes[operationId]
  if (security === 'none') return NOBODY
  const known = by.authenticate(request, request.call)
  if ('status' in known) return known
  if (rateLimit !== null) {
    request.limit = by.limiter.admit(known.principal.keyId, rateLimit)
    if (request.limit.outcome !== 'accepted') return refuseLimited(request, request.limit, rateLimit)
  }
  if (hasScope(known.principal, scope)) return known
  return refuse(request, 'missing-scope', `The key lacks the scope ${scope}, which ${operationId} needs.`)
}

function hasScope({ scopes }: Principal, scope: Principal['scopes'][number] | null): boolean {
  return scope === null || scopes.includes(scope)
}
