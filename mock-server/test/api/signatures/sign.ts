import { contentDigest } from '../../../src/api/signatures/content-digest.ts'
import { signRequest } from '../../../src/api/signatures/http-signature.ts'
import { parseDictionary, serializeString } from '../../../src/api/signatures/structured-fields.ts'
import { ed25519PrivateKey, hmacKey, type SigningKey } from '../../../src/ports/crypto.ts'
import { DEMO_CREDENTIALS } from '../../../src/worlds/signing-keys.ts'

export interface SignOptions {
  readonly method?: string
  readonly target: string
  readonly authority?: string
  readonly body?: string | undefined
  /** Seconds since 1970. */
  readonly createdS: number
  readonly expiresS?: number
  readonly nonce?: string
  readonly keyId?: string
  readonly key?: SigningKey
  readonly alg?: string
  readonly label?: string
  /** @default what the contract asks for */
  readonly components?: readonly string[]
  /** The parameters as text, in place of the usual ones. */
  readonly parameters?: string
  readonly headers?: Readonly<Record<string, string>>
}

let nonces = 0

/** The headers of a request signed by `mk_demo_hmac`, or as the options say otherwise. */
export function signed(options: SignOptions): Record<string, string> {
  nonces += 1
  const { method = 'GET', target, authority = '127.0.0.1:4010', body, createdS, label = 'sig1' } = options
  const { nonce = `nonce-${nonces}`, expiresS = createdS + 5, keyId = hmac.keyId } = options
  const { key = keyId === ed25519.keyId ? ed25519Key : hmacDemoKey } = options
  const content: Record<string, string> =
    body === undefined ? {} : { 'content-type': 'application/json', 'content-digest': contentDigest(body) }
  const headers: Record<string, string> = { ...content, ...options.headers }
  const { components = ['@method', '@authority', '@path', '@query', ...Object.keys(headers)] } = options
  const {
    parameters = `;created=${createdS};expires=${expiresS};nonce=${serializeString(nonce)};keyid="${keyId}";alg="${options.alg ?? key.algorithm}"`,
  } = options
  const list = `(${components.map((name) => `"${name}"`).join(' ')})${parameters}`
  const input = parseDictionary(`a=${list}`)?.get('a')
  if (input === undefined || !('items' in input)) throw new Error(`${list} is no inner list`)
  const request = { method, target, authority, header: (name: string) => headers[name] }
  return { ...headers, ...signRequest(request, { label, input, key }) }
}

const { hmac, ed25519 } = DEMO_CREDENTIALS
const hmacDemoKey = hmacKey(hmac.secret)
const ed25519Key = ed25519PrivateKey(ed25519.privateKey)
