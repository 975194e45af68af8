import { expect, test } from 'vitest'
import { LOOPBACK, rangeOf } from '../../src/webhooks/special-addresses.ts'
import { checkAddress, checkUrl, type TargetPolicy } from '../../src/webhooks/target.ts'

const PUBLIC: TargetPolicy = { allowed: [] }
const LOCAL: TargetPolicy = { allowed: LOOPBACK }
const ANY: TargetPolicy = { allowed: 'any' }

const detailOf = (url: string, policy: TargetPolicy): string | undefined => {
  const checked = checkUrl(url, policy)
  return checked.ok ? undefined : checked.detail
}

test.each([
  'https://example.com/hooks?a=b',
  'https://example.com:8443',
  'https://EXAMPLE.com:443/',
  'https://8.8.8.8/',
  'https://[2606:4700::1111]/',
  'https://[::ffff:8.8.8.8]/',
])('%s may be anybody’s', (url) => expect(detailOf(url, PUBLIC)).toBeUndefined())

test.each([
  ['ftp://example.com/', 'it must be an absolute https URL'],
  ['example.com/hooks', 'it must be an absolute https URL'],
  ['https:example.com', 'it must be an absolute https URL'],
  ['https:///example.com', 'it must be an absolute https URL'],
  ['https:\\\\example.com\\', 'it must be an absolute https URL'],
  [' https://example.com', 'it must be an absolute https URL'],
  ['https://exam\nple.com', 'it must be an absolute https URL'],
  ['https://example.com:99999/', 'it must be an absolute https URL'],
  ['https://user:word@example.com/', 'it must hold no credentials: deliveries are signed instead'],
  ['https://@example.com/', 'it must hold no credentials: deliveries are signed instead'],
  ['https://example.com/#part', 'it must have no fragment, which is never sent'],
  ['https://example.com:22/', 'port 22 is of another protocol'],
  ['https://example.com:0/', 'port 0 is of another protocol'],
  ['https://example.com:6667/', 'port 6667 is of another protocol'],
  ['http://example.com/', 'it must be an https URL'],
  ['http://8.8.8.8/', 'it must be an https URL: the address is public'],
  ['https://127.0.0.1/', '127.0.0.1 is not a public address (loopback)'],
  ['https://2130706433/', '127.0.0.1 is not a public address (loopback)'],
  ['https://0x7f.1/', '127.0.0.1 is not a public address (loopback)'],
  ['https://0177.0.0.1/', '127.0.0.1 is not a public address (loopback)'],
  ['https://１２７.0.0.1/', '127.0.0.1 is not a public address (loopback)'],
  ['https://localhost/', '127.0.0.1 is not a public address (loopback)'],
  ['https://hooks.localhost./', '127.0.0.1 is not a public address (loopback)'],
  ['https://[::1]/', '::1 is not a public address (loopback)'],
  ['https://[::ffff:10.0.0.1]/', '::ffff:a00:1 is not a public address (private)'],
  ['https://[64:ff9b::10.0.0.1]/', '64:ff9b::a00:1 is not a public address (NAT64)'],
  ['https://169.254.169.254/latest', '169.254.169.254 is not a public address (link-local)'],
])('%j is refused: %s', (url, detail) => expect(detailOf(url, PUBLIC)).toBe(detail))

test('loopback is reached by http too where it is allowed, and nothing else is', () => {
  for (const url of ['http://127.0.0.1:8080/', 'http://localhost:3000/hook', 'http://[::1]:3000/'])
    expect(detailOf(url, LOCAL)).toBeUndefined()
  expect(detailOf('http://10.0.0.1/', LOCAL)).toBe('10.0.0.1 is not a public address (private)')
  expect(detailOf('http://8.8.8.8/', LOCAL)).toBe('it must be an https URL: the address is public')
  expect(detailOf('https://127.0.0.1:22/', LOCAL)).toBe('port 22 is of another protocol')
})

test('an address is judged by the scheme that would reach it', () => {
  const allowed = { allowed: [rangeOf('10.0.0.0/8')] }
  const [secure, plain] = [new URL('https://name.test'), new URL('http://name.test')]
  expect(checkAddress('10.1.1.1', plain, allowed)).toBeUndefined()
  expect(checkAddress('8.8.8.8', secure, allowed)).toBeUndefined()
  expect(checkAddress('8.8.8.8', plain, allowed)).toMatch('https')
  expect(checkAddress('fe80::1%1', secure, allowed)).toBe('fe80::1%1 is no address')
})

test('where a program sends, it decides about addresses; the form of a URL still counts', () => {
  expect(detailOf('http://10.0.0.1/', ANY)).toBeUndefined()
  expect(detailOf('http://receiver.test/', ANY)).toBeUndefined()
  expect(detailOf('http://a:b@receiver.test/', ANY)).toMatch('credentials')
})
