import type { Authenticator, Principal } from '../worlds/principal.ts'
import type { ApiCall } from './call.ts'
import { type ProblemSource, type Refusal, refuse } from './problems.ts'

const CHALLENGE = { 'www-authenticate': 'Bearer realm="openbourse"' }
const CHALLENGE_WRONG = { 'www-authenticate': 'Bearer realm="openbourse", error="invalid_token"' }

/** Reads `Authorization: Bearer KEY` (RFC 6750). The key is never repeated in the answer. */
export function authenticate(
  source: ProblemSource,
  call: ApiCall,
  authenticator: Authenticator,
): Principal | Refusal<401> {
  const header = call.header('authorization')
  if (header === undefined) {
    const detail = 'The request has no Authorization header; send Authorization: Bearer KEY.'
    return { ...refuse(source, 'unauthenticated', detail), headers: CHALLENGE }
  }
  const key = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header)?.[1]
  if (key === undefined) {
    const detail = 'The Authorization header cannot be read; send Authorization: Bearer KEY.'
    return { ...refuse(source, 'unauthenticated', detail), headers: CHALLENGE }
  }
  const principal = authenticator.authenticate(key)
  if (principal !== undefined) return principal
  return { ...refuse(source, 'key-unknown', 'No such key in this environment.'), headers: CHALLENGE_WRONG }
}
