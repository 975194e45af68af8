import { createHmac, timingSafeEqual } from 'node:crypto'

/** The hashes that the server needs, synchronous: an answer never waits for them. The one import of node:crypto. */

/** HMAC-SHA-256 of the UTF-8 text, as base64url without padding (43 characters). */
export function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** Compares texts in a time that does not tell where they differ. */
export function equalInConstantTime(left: string, right: string): boolean {
  const a = new TextEncoder().encode(left)
  const b = new TextEncoder().encode(right)
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}
