import fc from 'fast-check'
import { createSigner, createVerifier, httpbis } from 'http-message-signatures'
import { expect, test } from 'vitest'
import { createAuthenticate } from '../../../src/api/authenticate.ts'
import { contentDigest } from '../../../src/api/signatures/content-digest.ts'
import { createKeyring } from '../../../src/worlds/keyring.ts'
import { DEMO_CREDENTIALS, demoKeys } from '../../../src/worlds/signing-keys.ts'
import { START } from '../broker.ts'
import { signed } from './sign.ts'

/** Against an implementation that nobody here wrote, in both directions. */

const NOW_S = START / 1_000_000
const SOURCE = { requestId: 'req_1', path: '/v1' }
const ORIGIN = 'http://127.0.0.1:4010'
const { hmac, ed25519 } = DEMO_CREDENTIALS

const theirKeys = {
  [hmac.keyId]: {
    alg: 'hmac-sha256',
    signer: createSigner(hmac.secret, 'hmac-sha256', hmac.keyId),
    verify: createVerifier(hmac.secret, 'hmac-sha256'),
  },
  [ed25519.keyId]: {
    alg: 'ed25519',
    signer: createSigner(ed25519.privateKey, 'ed25519', ed25519.keyId),
    verify: createVerifier(ed25519.privateKey, 'ed25519'),
  },
} as const

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const segment = fc
  .stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@%-]{1,20}$/)
  // Their URL takes dot segments out; ours refuses them.
  .filter((part) => part !== '.' && part !== '..')
  .map((part) => encodeURIComponent(part))
const requests = fc.record({
  keyId: fc.constantFrom(hmac.keyId, ed25519.keyId),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  path: fc.array(segment, { maxLength: 4 }).map((parts) => `/v1/${parts.join('/')}`),
  query: fc
    .array(fc.tuple(text, text), { maxLength: 3 })
    .map((pairs) => new URLSearchParams(pairs).toString()),
  body: fc.option(fc.json(), { nil: undefined }),
  nonce: fc.stringMatching(/^[\x20-\x7e]{1,40}$/),
})

test('what we sign, they verify', async () => {
  await fc.assert(
    fc.asyncProperty(requests, async ({ keyId, method, path, query, body, nonce }) => {
      const target = query === '' ? path : `${path}?${query}`
      const headers = signed({ keyId, method, target, body, nonce, createdS: NOW_S, expiresS: NOW_S + 60 })
      const verified = await httpbis.verifyMessage(
        {
          keyLookup: async () => ({ id: keyId, verify: theirKeys[keyId].verify }),
          requiredFields: ['@method', '@authority', '@path', '@query'],
          tolerance: 4_000_000_000,
          notAfter: 4_000_000_000,
        },
        { method, url: `${ORIGIN}${target}`, headers },
      )
      expect(verified).toBe(true)
    }),
    { numRuns: 1_000 },
  )
})

test('what they sign, we take', async () => {
  const clock = { nowMs: () => NOW_S * 1000, after: () => () => {} }
  const options = { accounts: [], signingKeys: demoKeys('acc_demo'), strict: false, clock }
  const authenticate = createAuthenticate(createKeyring(options), clock)
  await fc.assert(
    fc.asyncProperty(requests, async ({ keyId, method, path, query, body, nonce }) => {
      const target = query === '' ? path : `${path}?${query}`
      const content: Record<string, string> =
        body === undefined
          ? {}
          : { 'content-type': 'application/json', 'content-digest': contentDigest(body) }
      const { headers } = await httpbis.signMessage(
        {
          key: theirKeys[keyId].signer,
          name: 'sig1',
          fields: ['@method', '@authority', '@path', '@query', ...Object.keys(content)],
          params: ['created', 'expires', 'nonce', 'keyid', 'alg'],
          paramValues: {
            created: new Date(NOW_S * 1000),
            expires: new Date((NOW_S + 5) * 1000),
            nonce: `${nonce}${++signedByThem}`,
          },
        },
        { method, url: `${ORIGIN}${target}`, headers: content },
      )
      const all: Readonly<Record<string, unknown>> = { ...headers, host: '127.0.0.1:4010' }
      const header = (name: string) => (all[name] ?? all[titled(name)])?.toString()
      const verdict = authenticate(SOURCE, { method, target, header, ...(body && { body }) })
      expect(verdict).toMatchObject({ principal: { keyId } })
    }),
    { numRuns: 1_000 },
  )
})

let signedByThem = 0

/** They name their headers Signature and Signature-Input. */
function titled(name: string): string {
  return name.replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase())
}
