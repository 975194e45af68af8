import type { SignatureKey, SigningKey } from '../../ports/crypto.ts'
import { type SignableRequest, signatureBase } from './signature-base.ts'
import { type InnerList, parseDictionary, serializeInnerList } from './structured-fields.ts'

/** One labelled signature of a request (RFC 9421 §4), read but not judged. */
export interface ReadSignature {
  /** Covered components and parameters. */
  readonly input: InnerList
  /** Padded base64. */
  readonly signature: string
}

export type SignatureReading =
  | { readonly found: 'signature'; readonly input: InnerList; readonly signature: string }
  | { readonly found: 'nothing' | 'malformed' | 'no such label' }

/** Finds the signature of a label among the request's. */
export function readSignature(request: Pick<SignableRequest, 'header'>, label: string): SignatureReading {
  const inputs = request.header('signature-input')
  const signatures = request.header('signature')
  if (inputs === undefined && signatures === undefined) return { found: 'nothing' }
  const input = parseDictionary(inputs ?? '')
  const values = parseDictionary(signatures ?? '')
  if (input === undefined || values === undefined) return { found: 'malformed' }
  const covered = input.get(label)
  const value = values.get(label)
  if (covered === undefined || value === undefined) return { found: 'no such label' }
  if (!('items' in covered) || !('item' in value) || value.item.kind !== 'bytes')
    return { found: 'malformed' }
  return { found: 'signature', input: covered, signature: value.item.value }
}

export type Verdict =
  | { readonly outcome: 'valid' | 'wrong signature' }
  | { readonly outcome: 'missing component'; readonly component: string }

/** Whether the signature is of this key over this request. Says nothing of what it covers or when it was made. */
export function verifySignature(
  request: SignableRequest,
  { input, signature }: ReadSignature,
  key: SignatureKey,
): Verdict {
  const result = signatureBase(request, input)
  if (!result.ok) return { outcome: 'missing component', component: result.component }
  return { outcome: key.verify(result.base, signature) ? 'valid' : 'wrong signature' }
}

/** The headers `signature-input` and `signature` for one label. @throws Error when the request lacks a component */
export function signRequest(
  request: SignableRequest,
  { label, input, key }: { readonly label: string; readonly input: InnerList; readonly key: SigningKey },
): Record<'signature-input' | 'signature', string> {
  const result = signatureBase(request, input)
  if (!result.ok) throw new Error(`The request has no component ${result.component}`)
  return {
    'signature-input': `${label}=${serializeInnerList(input)}`,
    signature: `${label}=:${key.sign(result.base)}:`,
  }
}
