/** Hashes and signatures of the platform (WebCrypto), looked up at each use; all give padded base64. */

/** A private key that never leaves the platform's keeping, such as a browser's non-extractable one. */
export interface PrivateKeyHandle {
  readonly type: string
  readonly algorithm: { readonly name: string }
}

/** Signs a text's UTF-8 bytes. */
export type SignText = (text: string) => Promise<string>

const utf8 = (text: string) => new TextEncoder().encode(text)

const base64 = (bytes: ArrayBuffer): string => btoa(String.fromCharCode(...new Uint8Array(bytes)))

export const sha256 = async (text: string): Promise<string> =>
  base64(await crypto.subtle.digest('SHA-256', utf8(text)))

export async function importHmacKey(secret: string): Promise<SignText> {
  const key = await crypto.subtle.importKey('raw', utf8(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ])
  return async (text) => base64(await crypto.subtle.sign('HMAC', key, utf8(text)))
}

/** @param given PKCS #8 as PEM, or a key of the platform; rejects where it is no Ed25519 private key */
export async function importEd25519Key(given: string | PrivateKeyHandle): Promise<SignText> {
  const key =
    typeof given === 'string'
      ? await crypto.subtle.importKey('pkcs8', derOf(given), 'Ed25519', false, ['sign'])
      : (given as CryptoKey)
  return async (text) => base64(await crypto.subtle.sign('Ed25519', key, utf8(text)))
}

const derOf = (pem: string) =>
  Uint8Array.from(atob(pem.replace(/-----[^-]+-----|\s/g, '')), (letter) => letter.charCodeAt(0))
