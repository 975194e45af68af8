import type { SignatureKey } from '../../ports/crypto.ts'
import { isDigestOf } from './content-digest.ts'
import { type ReadSignature, readSignature, verifySignature } from './http-signature.ts'
import type { NonceMemory } from './nonces.ts'
import type { SignableRequest } from './signature-base.ts'
import type { InnerList, Parameters } from './structured-fields.ts'

/** Which signatures this API takes; whether one is right, `http-signature.ts` says. */

export const SIGNATURE_LABEL = 'sig1'
/** Whole seconds between `created` and `expires`. */
export const LONGEST_LIFE_S = 60
const CREATED_AHEAD_S = 1
/** A nonce is kept a little longer than its signature lives. */
const NONCE_GRACE_S = 1
const LONGEST_NONCE = 128

const ALWAYS_COVERED = ['@method', '@authority', '@path', '@query']
const COVERED_WITH_BODY = [...ALWAYS_COVERED, 'content-type', 'content-digest']

export interface SignedRequest extends SignableRequest {
  readonly body?: Uint8Array | string | undefined
}

export interface KnownKey<Owner> {
  readonly owner: Owner
  readonly key: SignatureKey
  readonly nonces: NonceMemory
}

export type SignatureFault =
  | 'signature-invalid'
  | 'signature-incomplete'
  | 'key-unknown'
  | 'clock-skew'
  | 'replayed'
  | 'unavailable'

export type SignatureOutcome<Owner> =
  | { readonly owner: Owner; readonly expiresAtS: number }
  | { readonly fault: SignatureFault; readonly detail: string }

/**
 * Takes or refuses the signature of a request. The order matters: nothing of a key's memory is touched before its
 * signature has proved right.
 */
export function checkSignature<Owner>(
  request: SignedRequest,
  nowMs: number,
  findKey: (keyId: string) => KnownKey<Owner> | undefined,
): SignatureOutcome<Owner> {
  const reading = readSignature(request, SIGNATURE_LABEL)
  if (reading.found === 'malformed') {
    const detail = 'Signature-Input or Signature cannot be read; see RFC 9421, section 4.'
    return fault('signature-invalid', detail)
  }
  if (reading.found !== 'signature') {
    return fault('signature-incomplete', `There is no signature labelled ${SIGNATURE_LABEL}.`)
  }
  const parameters = readParameters(reading.input)
  if (typeof parameters === 'string') return fault('signature-incomplete', parameters)
  const known = findKey(parameters.keyid)
  if (known === undefined) return fault('key-unknown', 'No key that signs has this keyid here.')
  return checkCoverage(request, reading) ?? checkKnown(request, reading, { parameters, known, nowMs })
}

interface SignatureParameters {
  readonly created: number
  readonly expires: number
  readonly nonce: string
  readonly keyid: string
  readonly alg: string
}

/** All five are required; the answer is otherwise a sentence about the first that is not right. */
function readParameters({ parameters }: InnerList): SignatureParameters | string {
  const created = integerOf(parameters, 'created')
  const expires = integerOf(parameters, 'expires')
  const nonce = stringOf(parameters, 'nonce')
  const keyid = stringOf(parameters, 'keyid')
  const alg = stringOf(parameters, 'alg')
  if (created === undefined || expires === undefined) {
    return 'The signature has no created and expires in whole seconds.'
  }
  if (nonce === undefined || keyid === undefined || alg === undefined) {
    return 'The signature has no nonce, keyid and alg as strings.'
  }
  if (nonce.length > LONGEST_NONCE) return `The nonce has more than ${LONGEST_NONCE} characters.`
  if (expires <= created || expires - created > LONGEST_LIFE_S) {
    return `A signature lives 1 to ${LONGEST_LIFE_S} s from created to expires, not ${expires - created}.`
  }
  return { created, expires, nonce, keyid, alg }
}

function integerOf(parameters: Parameters, name: string): number | undefined {
  const found = parameters.get(name)
  return found?.kind === 'integer' ? found.value : undefined
}

/** Undefined when it is empty, too. */
function stringOf(parameters: Parameters, name: string): string | undefined {
  const found = parameters.get(name)
  return found?.kind === 'string' && found.value !== '' ? found.value : undefined
}

function checkCoverage<Owner>(
  { body, header }: SignedRequest,
  { input }: ReadSignature,
): SignatureOutcome<Owner> | undefined {
  const hasBody = body !== undefined && body.length > 0
  const wanted = hasBody ? COVERED_WITH_BODY : ALWAYS_COVERED
  const missing = wanted.filter((name) => !input.items.some(({ item }) => item.value === name))
  if (missing.length > 0) {
    const names = missing.map((name) => `"${name}"`).join(' ')
    return fault('signature-incomplete', `The signature does not cover ${names}.`)
  }
  const digest = header('content-digest')
  if (digest !== undefined && !isDigestOf(digest, body ?? '')) {
    return fault('signature-invalid', 'The Content-Digest has no sha-256 of this body.')
  }
  return undefined
}

function checkKnown<Owner>(
  request: SignedRequest,
  reading: ReadSignature,
  found: { parameters: SignatureParameters; known: KnownKey<Owner>; nowMs: number },
): SignatureOutcome<Owner> {
  const { known, nowMs } = found
  const { created, expires, nonce, alg } = found.parameters
  if (alg !== known.key.algorithm) {
    return fault('signature-invalid', `This key signs with ${known.key.algorithm}.`)
  }
  const verdict = verifySignature(request, reading, known.key)
  if (verdict.outcome === 'missing component') {
    const detail = `The request has no component ${verdict.component.slice(0, 64)}, or it comes twice.`
    return fault('signature-invalid', detail)
  }
  if (verdict.outcome === 'wrong signature') {
    return fault('signature-invalid', 'The signature is not of this key over this request.')
  }
  const nowS = nowMs / 1000
  if (created > nowS + CREATED_AHEAD_S || nowS >= expires) {
    const window = `created ${created}, expires ${expires}, the server's clock is ${nowS}`
    return fault('clock-skew', `The signature is not of this moment: ${window}.`)
  }
  const memory = known.nonces.remember(nonce, nowS, expires + NONCE_GRACE_S)
  if (memory === 'repeated') {
    return fault('replayed', 'This nonce was used before: the request, or a copy of it, has been here.')
  }
  if (memory === 'full') {
    return fault('unavailable', 'The key has more signatures that have not expired than are remembered.')
  }
  return { owner: known.owner, expiresAtS: expires }
}

function fault(code: SignatureFault, detail: string): { fault: SignatureFault; detail: string } {
  return { fault: code, detail }
}
