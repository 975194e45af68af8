import type { SigningCredentials } from '../credentials.ts'
import { importEd25519Key, importHmacKey, type SignText, sha256 } from '../ports/crypto.ts'
import type { Random } from '../ports/random.ts'

/** What goes into one signature beside the request itself. */
export interface SigningMoment {
  /** The server's time. */
  readonly nowMs: number
  /** The signature ends as much later. */
  readonly livesMs: number
  readonly random: Pick<Random, 'bytes'>
}

/** Adds the headers that sign a request, whose body is given as text where it has one. */
export type SignRequest = (request: Request, body: string | undefined, moment: SigningMoment) => Promise<void>

/** The server takes no signature that lives longer. */
const longestLifeS = 60

/**
 * RFC 9421 with the label `sig1`, as the API wants it; the key is imported once.
 *
 * @param refused makes the error for credentials that cannot be used: what is loaded on demand brings nothing along
 */
export function createSignRequest(
  credentials: SigningCredentials,
  refused: (reason: string) => Error,
): SignRequest {
  const { keyId } = credentials
  const alg = 'secret' in credentials ? 'hmac-sha256' : 'ed25519'
  const importing = importKey(credentials, refused)
  // Told to whoever signs; nobody may ever.
  importing.catch(() => {})
  return async (request, body, { nowMs, livesMs, random }) => {
    const sign = await importing
    const { headers, method } = request
    if (body !== undefined) headers.set('content-digest', `sha-256=:${await sha256(body)}:`)
    const url = new URL(request.url)
    const values: Record<string, string> = {
      '@method': method,
      '@authority': url.host,
      '@path': url.pathname,
      '@query': url.search || '?',
    }
    for (const name of ['content-type', 'content-digest', 'x-request-deadline']) {
      const value = headers.get(name)
      if (value !== null) values[name] = value
    }
    const created = Math.floor(nowMs / 1000)
    const expires = Math.min(created + longestLifeS, Math.ceil((nowMs + livesMs) / 1000))
    const nonce = Array.from(random.bytes(16), (byte) => byte.toString(16).padStart(2, '0')).join('')
    const covered = Object.keys(values).map((name) => `"${name}"`)
    const input = `(${covered.join(' ')});created=${created};expires=${expires};nonce="${nonce}";keyid="${keyId}";alg="${alg}"`
    const lines = Object.entries(values).map(([name, value]) => `"${name}": ${value}\n`)
    headers.set('signature-input', `sig1=${input}`)
    headers.set('signature', `sig1=:${await sign(`${lines.join('')}"@signature-params": ${input}`)}:`)
  }
}

async function importKey(
  credentials: SigningCredentials,
  refused: (reason: string) => Error,
): Promise<SignText> {
  try {
    if ('secret' in credentials) return await importHmacKey(credentials.secret.reveal())
    const { privateKey } = credentials
    return await importEd25519Key('reveal' in privateKey ? privateKey.reveal() : privateKey)
  } catch {
    // What the platform says could repeat a piece of the key.
    const right = 'secret' in credentials ? 'a secret' : 'an Ed25519 private key in PKCS #8 form'
    throw refused(`The credentials cannot be used: this is not ${right}`)
  }
}
