import { expect, test } from 'vitest'
import { readSignature, signRequest, verifySignature } from '../../../src/api/signatures/http-signature.ts'
import type { SignableRequest } from '../../../src/api/signatures/signature-base.ts'
import { signatureBase } from '../../../src/api/signatures/signature-base.ts'
import { type InnerList, parseDictionary } from '../../../src/api/signatures/structured-fields.ts'
import { ed25519PrivateKey, ed25519PublicKey, hmacKey, type SignatureKey } from '../../../src/ports/crypto.ts'

/** The request of RFC 9421, appendix B.2. */
const headers: Readonly<Record<string, string>> = {
  date: 'Tue, 20 Apr 2021 02:07:55 GMT',
  'content-type': 'application/json',
  'content-digest':
    'sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:',
  'content-length': '18',
}
const request = aRequest()

function aRequest(more: Readonly<Record<string, string>> = {}): SignableRequest {
  return {
    method: 'POST',
    target: '/foo?param=Value&Pet=dog',
    authority: 'example.com',
    header: (name) => ({ ...headers, ...more })[name],
  }
}

const sharedSecret = hmacKey(
  Buffer.from(
    'uzvJfB4u3N0Jy4T7NZ75MDVcr8zSTInedJtkgcu46YW4XByzNJjxBdtjUkdJPBtbmHhIDi6pcl8jsasjlTMtDQ==',
    'base64',
  ),
)
const publicKey = pem('PUBLIC', 'MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=')
const privateKey = pem('PRIVATE', 'MC4CAQAwBQYDK2VwBCIEIJ+DYvh6SEqVTm50DFtMDoQikTmiCqirVv9mWG9qfSnF')

function pem(kind: string, base64: string): string {
  return `-----BEGIN ${kind} KEY-----\n${base64}\n-----END ${kind} KEY-----\n`
}

const vectors = {
  'B.2.5 (hmac-sha256)': {
    label: 'sig-b25',
    input: '("date" "@authority" "content-type");created=1618884473;keyid="test-shared-secret"',
    signature: 'pxcQw6G3AjtMBQjwo8XzkZf/bws5LelbaMk5rGIGtE8=',
    signer: sharedSecret,
    verifier: sharedSecret as SignatureKey,
  },
  'B.2.6 (ed25519)': {
    label: 'sig-b26',
    input:
      '("date" "@method" "@path" "@authority" "content-type" "content-length");created=1618884473;keyid="test-key-ed25519"',
    signature: 'wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==',
    signer: ed25519PrivateKey(privateKey),
    verifier: ed25519PublicKey(publicKey),
  },
}

test.each(Object.entries(vectors))('the vector %s of RFC 9421 is verified and made', (_, vector) => {
  const { label, input, signature, signer, verifier } = vector
  const signed = aRequest({
    'signature-input': `${label}=${input}`,
    signature: `${label}=:${signature}:`,
  })
  const reading = readSignature(signed, label)
  if (reading.found !== 'signature') throw new Error(reading.found)
  expect(verifySignature(signed, reading, verifier)).toEqual({ outcome: 'valid' })
  expect(signRequest(request, { label, input: reading.input, key: signer })).toEqual({
    'signature-input': `${label}=${input}`,
    signature: `${label}=:${signature}:`,
  })
})

test('a signature of another request, or by another key, is wrong', () => {
  const { label, input, signature } = vectors['B.2.5 (hmac-sha256)']
  const fields = { 'signature-input': `${label}=${input}`, signature: `${label}=:${signature}:` }
  const reading = readSignature(aRequest(fields), label)
  if (reading.found !== 'signature') throw new Error(reading.found)
  const later = aRequest({ ...fields, date: 'Tue, 20 Apr 2021 02:07:56 GMT' })
  expect(verifySignature(later, reading, sharedSecret)).toEqual({ outcome: 'wrong signature' })
  expect(verifySignature(aRequest(fields), reading, hmacKey('another'))).toEqual({
    outcome: 'wrong signature',
  })
})

test('the signature base has a line for each component, in order', () => {
  const covered = innerList(
    '("@method" "@authority" "@scheme" "@target-uri" "@request-target" "@path" "@query" "date");keyid="k"',
  )
  const result = signatureBase({ ...request, authority: 'EXAMPLE.com:80' }, covered)
  expect(result.ok && result.base.split('\n')).toEqual([
    '"@method": POST',
    '"@authority": example.com',
    '"@scheme": http',
    '"@target-uri": http://example.com/foo?param=Value&Pet=dog',
    '"@request-target": /foo?param=Value&Pet=dog',
    '"@path": /foo',
    '"@query": ?param=Value&Pet=dog',
    '"date": Tue, 20 Apr 2021 02:07:55 GMT',
    '"@signature-params": ("@method" "@authority" "@scheme" "@target-uri" "@request-target" "@path" "@query" "date");keyid="k"',
  ])
})

test.each([
  ['a header that is not there', '("x-absent")', '"x-absent"'],
  ['a component twice', '("date" "date")', '"date"'],
  ['a header in upper case', '("Date")', '"Date"'],
  ['an unknown derived component', '("@status")', '"@status"'],
  ['a component parameter', '("date";sf)', '"date";sf'],
  ['a component that is no string', '(date)', 'date'],
])('%s is named and refused', (_, list, component) => {
  expect(signatureBase(request, innerList(list))).toEqual({ ok: false, component })
})

test('without a query @query is a question mark', () => {
  const result = signatureBase({ ...request, target: '/foo' }, innerList('("@query" "@path")'))
  expect(result.ok && result.base.split('\n').slice(0, 2)).toEqual(['"@query": ?', '"@path": /foo'])
})

test.each([
  ['no headers', {}, 'nothing'],
  ['one of the two', { 'signature-input': 'sig1=()' }, 'no such label'],
  ['another label', { 'signature-input': 'a=()', signature: 'a=:AA==:' }, 'no such label'],
  ['no dictionary', { 'signature-input': 'sig1=(', signature: 'sig1=:AA==:' }, 'malformed'],
  ['a signature that is no bytes', { 'signature-input': 'sig1=()', signature: 'sig1="AA"' }, 'malformed'],
  ['an input that is no list', { 'signature-input': 'sig1=1', signature: 'sig1=:AA==:' }, 'malformed'],
])('of %s is read: %s', (_, fields: Readonly<Record<string, string>>, found) => {
  expect(readSignature({ header: (name) => fields[name] }, 'sig1')).toEqual({ found })
})

function innerList(text: string): InnerList {
  const member = parseDictionary(`a=${text}`)?.get('a')
  if (member === undefined || !('items' in member)) throw new Error(`${text} is no inner list`)
  return member
}
