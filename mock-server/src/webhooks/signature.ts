import { hmacKey } from '../ports/crypto.ts'

/** What the Standard Webhooks convention puts before a symmetric secret. */
const SECRET_PREFIX = 'whsec_'

/** @param key 32 random bytes */
export function secretOf(key: Uint8Array): string {
  return SECRET_PREFIX + btoa(String.fromCharCode(...key))
}

/** The headers that name and sign one attempt. */
export function signedHeaders(
  secret: string,
  { id, timestamp, body }: { readonly id: string; readonly timestamp: number; readonly body: string },
): Record<string, string> {
  const key = Uint8Array.from(atob(secret.slice(SECRET_PREFIX.length)), (letter) => letter.charCodeAt(0))
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${hmacKey(key).sign(`${id}.${timestamp}.${body}`)}`,
  }
}
