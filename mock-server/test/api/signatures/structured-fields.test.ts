import { expect, test } from 'vitest'
import { contentDigest, isDigestOf } from '../../../src/api/signatures/content-digest.ts'
import { createNonceMemory } from '../../../src/api/signatures/nonces.ts'
import {
  parseDictionary,
  serializeInnerList,
  serializeItem,
} from '../../../src/api/signatures/structured-fields.ts'

test.each([
  'a=("x" "y";sf);created=1;alg="hmac-sha256";b=:AAAA:;flag;no=?0;t=tok/en',
  'a=()',
  'a="quote \\" and \\\\ backslash"',
  'a=-12',
  'a=:AA==:;x=1',
])('%s is written as it is read', (text) => {
  const member = parseDictionary(text)?.get('a')
  if (member === undefined) throw new Error('not read')
  expect(`a=${'items' in member ? serializeInnerList(member) : serializeItem(member)}`).toBe(text)
})

test('a list that was read before is read the same again, and a parenthesis in a string ends none', () => {
  for (const text of [
    '("x" "y");n=1',
    '("x" "y");n=2',
    '("x" "p)q");n=3',
    '("x" "p)r" "s");n=4',
    '("x" "p);n=5',
  ]) {
    const once = parseDictionary(`a=${text}`)
    expect(parseDictionary(`a=${text}`)).toEqual(once)
    const member = once?.get('a')
    const written = member && 'items' in member ? serializeInnerList(member) : undefined
    expect(written).toBe(text.endsWith('n=5') ? undefined : text)
  }
})

test('spaces between members and items do not count, the last of two members does', () => {
  const read = parseDictionary('  a=1 ,\tb=( "x"  "y" ), a=2')
  expect([...(read?.keys() ?? [])]).toEqual(['b', 'a'])
  expect(read?.get('a')).toMatchObject({ item: { kind: 'integer', value: 2 } })
})

test.each([
  'a=1,',
  'a=1 b=2',
  'A=1',
  'a=("x""y")',
  'a=("x"',
  'a=:AAA:',
  'a="é"',
  'a="\\x"',
  'a=1.5',
  'a=1234567890123456',
  'a=?2',
  'a=1;=2',
  'a=1; B=2',
  ',',
])('%s is refused', (text) => {
  expect(parseDictionary(text)).toBeUndefined()
})

test('long hostile fields are refused in no time', () => {
  const hostile = [
    'a=('.repeat(5000),
    `a=${'('.repeat(16_000)}`,
    `a="${'\\"'.repeat(8000)}`,
    ' '.repeat(16_000),
  ]
  for (const text of hostile) expect(parseDictionary(text)?.size ?? 0).toBe(0)
})

test('a digest is of one body', () => {
  // RFC 9530, appendix D.
  expect(contentDigest('{"hello": "world"}\n')).toBe('sha-256=:RK/0qy18MlBSVnWgjwz6lZEWjP/lF5HF9bvEF8FabDg=:')
  expect(isDigestOf(contentDigest('{"a":1}'), '{"a":1}')).toBe(true)
  expect(isDigestOf(`sha-512=:AAAA:, ${contentDigest('x')}`, new TextEncoder().encode('x'))).toBe(true)
  for (const wrong of [contentDigest('y'), 'sha-512=:AAAA:', 'sha-256=x', 'sha-256', '', '=']) {
    expect(isDigestOf(wrong, 'x')).toBe(false)
  }
})

test('a nonce is known until its time has passed, and memory is bounded', () => {
  const memory = createNonceMemory(2)
  expect(memory.remember('a', 100, 106)).toBe('new')
  expect(memory.remember('a', 106, 112)).toBe('repeated')
  expect(memory.remember('b', 100, 161)).toBe('new')
  expect(memory.remember('c', 106, 112)).toBe('full')
  expect(memory.remember('c', 106.5, 112)).toBe('new')
  expect(memory.remember('a', 200, 206)).toBe('new')
})
