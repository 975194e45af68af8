import { sha256 } from '../../ports/crypto.ts'
import { parseDictionary } from './structured-fields.ts'

/** `Content-Digest` of a body (RFC 9530), with SHA-256. */
export function contentDigest(body: Uint8Array | string): string {
  return `sha-256=:${sha256(body)}:`
}

/** Whether a `Content-Digest` is of this body. Other algorithms beside sha-256 are passed over. */
export function isDigestOf(header: string, body: Uint8Array | string): boolean {
  // As most write it: nothing else needs to be read.
  if (header === contentDigest(body)) return true
  const digest = parseDictionary(header)?.get('sha-256')
  if (digest === undefined || !('item' in digest) || digest.item.kind !== 'bytes') return false
  // No secret is compared: whoever sent the body can count its digest.
  return digest.item.value === sha256(body)
}
