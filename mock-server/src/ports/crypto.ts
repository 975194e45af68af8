import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  hash,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto'

/** The hashes and signatures that the server needs, synchronous: an answer never waits for them. The one import of node:crypto. */

/** HMAC-SHA-256 of the UTF-8 text, as base64url without padding (43 characters). */
export function hmac(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('base64url')
}

/** Compares texts in a time that does not tell where they differ. */
export function equalInConstantTime(left: string, right: string): boolean {
  const a = Buffer.from(left)
  const b = Buffer.from(right)
  return a.byteLength === b.byteLength && timingSafeEqual(a, b)
}

/** SHA-256 as padded base64. */
export function sha256(content: Uint8Array | string): string {
  return hash('sha256', content, 'base64')
}

/** A key that makes and checks signatures; both as padded base64. */
export interface SignatureKey {
  readonly algorithm: 'hmac-sha256' | 'ed25519'
  verify(text: string, signature: string): boolean
}

export interface SigningKey extends SignatureKey {
  sign(text: string): string
}

/** @param secret its bytes, or a text whose UTF-8 bytes are the secret */
export function hmacKey(secret: Uint8Array | string): SigningKey {
  const signText = hmacWith(typeof secret === 'string' ? new TextEncoder().encode(secret) : secret)
  return {
    algorithm: 'hmac-sha256',
    sign: signText,
    verify: (text, signature) => equalInConstantTime(signText(text), signature),
  }
}

const BLOCK_BYTES = 64
const DIGEST_BYTES = 32
const LONGEST_AT_ONCE = 8192

/**
 * HMAC-SHA-256 with one key, as padded base64: RFC 2104 over two digests made at once, which is half the work of an
 * Hmac object for each text. Longer texts get one.
 */
function hmacWith(secret: Uint8Array): (text: string) => string {
  const key = new Uint8Array(BLOCK_BYTES)
  key.set(secret.length > BLOCK_BYTES ? hash('sha256', secret, 'buffer') : secret)
  const inner = Buffer.alloc(BLOCK_BYTES + LONGEST_AT_ONCE)
  const outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES)
  inner.set(key.map((byte) => byte ^ 0x36))
  outer.set(key.map((byte) => byte ^ 0x5c))
  return (text) => {
    // A character is at most three bytes.
    if (text.length * 3 > LONGEST_AT_ONCE) return createHmac('sha256', secret).update(text).digest('base64')
    const end = BLOCK_BYTES + inner.write(text, BLOCK_BYTES)
    outer.write(hash('sha256', inner.subarray(0, end), 'binary'), BLOCK_BYTES, 'binary')
    return hash('sha256', outer, 'base64')
  }
}

/** @param pem a public key in SPKI form. @throws Error when it is no Ed25519 key */
export function ed25519PublicKey(pem: string): SignatureKey {
  return verifierOf(ofEd25519(createPublicKey(pem)))
}

/** @param pem a private key in PKCS #8 form. @throws Error when it is no Ed25519 key */
export function ed25519PrivateKey(pem: string): SigningKey {
  const key = ofEd25519(createPrivateKey(pem))
  return {
    ...verifierOf(createPublicKey(key)),
    sign: (text) => sign(null, new TextEncoder().encode(text), key).toString('base64'),
  }
}

/** What PKCS #8 puts before the 32 bytes of an Ed25519 key. */
const PKCS8_HEAD = '302e020100300506032b657004220420'

/** The private key that a text stands for, in PKCS #8 as PEM: for keys that are no secret, as those of the demo world. */
export function ed25519PemFrom(text: string): string {
  const seed = hash('sha256', text, 'hex')
  const base64 = Buffer.from(PKCS8_HEAD + seed, 'hex').toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${base64}\n-----END PRIVATE KEY-----\n`
}

function verifierOf(key: KeyObject): SignatureKey {
  return {
    algorithm: 'ed25519',
    verify: (text, signature) =>
      verify(null, new TextEncoder().encode(text), key, Buffer.from(signature, 'base64')),
  }
}

function ofEd25519(key: KeyObject): KeyObject {
  if (key.asymmetricKeyType === 'ed25519') return key
  throw new Error(`the key is of type ${key.asymmetricKeyType}, not ed25519`)
}

/** SHA-256 of the UTF-8 text, as base64url without padding (43 characters). */
export function digest(text: string): string {
  return hash('sha256', text, 'base64url')
}
