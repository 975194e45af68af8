import { formatTime } from '../exchange/values/time.ts'
import type { Time } from '../exchange/values/types.ts'
import type { Clock } from '../ports/clock.ts'
import type { Keyring } from '../worlds/keyring.ts'
import type { Principal } from '../worlds/principal.ts'
import type { ApiCall } from './call.ts'
import { type ProblemSource, type Refusal, refuse } from './problems.ts'
import { createNonceMemory, type NonceMemory } from './signatures/nonces.ts'
import { checkSignature, type KnownKey } from './signatures/policy.ts'

const CHALLENGE = { 'www-authenticate': 'Bearer realm="openbourse"' }
const CHALLENGE_WRONG = { 'www-authenticate': 'Bearer realm="openbourse", error="invalid_token"' }
const CHALLENGE_SIGNATURE = { 'www-authenticate': 'Signature realm="openbourse"' }

export interface Authenticated {
  readonly principal: Principal
  /** The credential holds for a command up to this time of the security clock. */
  readonly notAfter: Time | undefined
}

/** Finds out who sent a call, by `Authorization: Bearer` (RFC 6750) or by its signature (RFC 9421). */
export type Authenticate = (source: ProblemSource, call: ApiCall) => Authenticated | Refusal<401 | 503>

/** @param clock The security clock. */
export function createAuthenticate(keyring: Keyring, clock: Clock): Authenticate {
  const nonces = new Map<string, NonceMemory>()
  const findKey = (keyId: string): KnownKey<Principal> | undefined => {
    const signer = keyring.signer(keyId)
    if (signer === undefined) return undefined
    const memory = nonces.get(keyId) ?? createNonceMemory()
    nonces.set(keyId, memory)
    return { owner: signer.principal, key: signer.key, nonces: memory }
  }
  return (source, call) => {
    const signed = call.header('signature-input') !== undefined || call.header('signature') !== undefined
    if (!signed) return readBearer(source, call, keyring)
    if (call.header('authorization') !== undefined) {
      const detail = 'The request has a signature and an Authorization header; send one of them.'
      return { ...refuse(source, 'unauthenticated', detail), headers: CHALLENGE_SIGNATURE }
    }
    return readSigned(source, call, { nowMs: clock.nowMs(), findKey })
  }
}

/** The key is never repeated in the answer. */
function readBearer(
  source: ProblemSource,
  call: ApiCall,
  keyring: Keyring,
): Authenticated | Refusal<401 | 503> {
  const header = call.header('authorization')
  if (header === undefined) {
    const detail = 'The request has neither an Authorization header nor a signature; send one of them.'
    return { ...refuse(source, 'unauthenticated', detail), headers: CHALLENGE }
  }
  const key = /^Bearer +([A-Za-z0-9._~+/-]+=*) *$/i.exec(header)?.[1]
  if (key === undefined) {
    const detail = 'The Authorization header cannot be read; send Authorization: Bearer KEY.'
    return { ...refuse(source, 'unauthenticated', detail), headers: CHALLENGE }
  }
  const principal = keyring.authenticate(key)
  if (principal === 'expired') {
    return { ...refuse(source, 'token-expired', 'The access token has expired.'), headers: CHALLENGE_WRONG }
  }
  if (principal !== undefined) return { principal, notAfter: undefined }
  return { ...refuse(source, 'key-unknown', unknownKey(key, keyring)), headers: CHALLENGE_WRONG }
}

function unknownKey(key: string, keyring: Keyring): string {
  if (/^[pl]k_/.test(key)) return 'This key is of another environment; keys of the mock begin with mk_.'
  if (keyring.signer(key) !== undefined) return 'This key signs its requests; it is never sent as a bearer.'
  return 'No such key in this environment.'
}

function readSigned(
  source: ProblemSource,
  call: ApiCall,
  server: { nowMs: number; findKey: (keyId: string) => KnownKey<Principal> | undefined },
): Authenticated | Refusal<401 | 503> {
  const { method, target, body } = call
  const authority = call.header('host')
  const header = (name: string): string | undefined => call.header(name)
  const request = { method, target, authority, header, body }
  const outcome = checkSignature(request, server.nowMs, server.findKey)
  if (!('fault' in outcome)) {
    return { principal: outcome.owner, notAfter: outcome.expiresAtS * 1_000_000 }
  }
  const { fault, detail } = outcome
  if (fault === 'unavailable') return { ...refuse(source, fault, detail), headers: { 'retry-after': '1' } }
  const extra = fault === 'clock-skew' ? { serverTime: formatTime(server.nowMs * 1000) } : undefined
  return { ...refuse(source, fault, detail, extra), headers: CHALLENGE_SIGNATURE }
}
