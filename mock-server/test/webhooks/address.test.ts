import { expect, test } from 'vitest'
import { contains, parseAddress, parseRange } from '../../src/webhooks/address.ts'
import { rangeOf, specialName } from '../../src/webhooks/special-addresses.ts'

const nameOf = (text: string): string | undefined => {
  const address = parseAddress(text)
  if (address === undefined) throw new Error(`${text} was not read`)
  return specialName(address)
}

/** First and last address of each special range, and its neighbours where those are public. */
test.each([
  ['0.0.0.0', 'this network'],
  ['0.255.255.255', 'this network'],
  ['1.0.0.0', undefined],
  ['9.255.255.255', undefined],
  ['10.0.0.0', 'private'],
  ['10.255.255.255', 'private'],
  ['11.0.0.0', undefined],
  ['100.63.255.255', undefined],
  ['100.64.0.0', 'shared by a provider (CGNAT)'],
  ['100.127.255.255', 'shared by a provider (CGNAT)'],
  ['100.128.0.0', undefined],
  ['126.255.255.255', undefined],
  ['127.0.0.1', 'loopback'],
  ['127.255.255.255', 'loopback'],
  ['128.0.0.0', undefined],
  ['169.253.255.255', undefined],
  ['169.254.169.254', 'link-local'],
  ['169.255.0.0', undefined],
  ['172.15.255.255', undefined],
  ['172.16.0.0', 'private'],
  ['172.31.255.255', 'private'],
  ['172.32.0.0', undefined],
  ['192.0.0.8', 'reserved for protocols'],
  ['192.0.2.1', 'documentation'],
  ['192.88.99.1', '6to4 relay'],
  ['192.167.255.255', undefined],
  ['192.168.0.0', 'private'],
  ['192.168.255.255', 'private'],
  ['192.169.0.0', undefined],
  ['198.17.255.255', undefined],
  ['198.18.0.0', 'benchmarking'],
  ['198.19.255.255', 'benchmarking'],
  ['198.51.100.7', 'documentation'],
  ['203.0.113.7', 'documentation'],
  ['223.255.255.255', undefined],
  ['224.0.0.1', 'multicast'],
  ['239.255.255.255', 'multicast'],
  ['240.0.0.0', 'reserved'],
  ['255.255.255.255', 'reserved'],
  ['::', 'unspecified'],
  ['::1', 'loopback'],
  ['0:0:0:0:0:0:0:1', 'loopback'],
  ['::2', 'reserved'],
  ['::7f00:1', 'reserved'],
  ['::ffff:127.0.0.1', 'loopback'],
  ['::ffff:7f00:1', 'loopback'],
  ['::FFFF:a00:1', 'private'],
  ['::ffff:8.8.8.8', undefined],
  ['64:ff9b::7f00:1', 'NAT64'],
  ['64:ff9b::8.8.8.8', 'NAT64'],
  ['64:ff9b:1::1', 'NAT64'],
  ['100::1', 'discard'],
  ['2001::1', 'Teredo'],
  ['2001:2::1', 'reserved for protocols'],
  ['2001:db8::1', 'documentation'],
  ['2002:7f00:1::', '6to4'],
  ['2606:4700::1111', undefined],
  ['2a00:1450:4001::200e', undefined],
  ['3fff::1', 'documentation'],
  ['4000::1', 'reserved'],
  ['5f00::1', 'reserved'],
  ['fc00::1', 'unique local'],
  ['fdff:ffff::1', 'unique local'],
  ['fe80::1', 'link-local'],
  ['febf::1', 'link-local'],
  ['fec0::1', 'site-local'],
  ['ff02::1', 'multicast'],
])('%s is %s', (text, name) => expect(nameOf(text)).toBe(name))

test.each([
  '',
  '1.2.3',
  '1.2.3.4.5',
  '01.2.3.4',
  '256.0.0.1',
  '1.2.3.4 ',
  '0x7f.0.0.1',
  '2130706433',
  '1::2::3',
  '1:2:3:4:5:6:7',
  '1:2:3:4:5:6:7:8:9',
  '1:2:3:4:5:6:7::8',
  '::12345',
  '::1.2.3.4:5',
  'fe80::1%eth0',
  '[::1]',
  'localhost',
])('%j is no address', (text) => expect(parseAddress(text)).toBeUndefined())

test.each([
  ['10.0.0.0/8', '10.200.0.1', '11.0.0.1'],
  ['10.1.2.3', '10.1.2.3', '10.1.2.4'],
  ['0.0.0.0/0', '255.255.255.255', '::1'],
  ['fd00::/8', 'fd12::1', 'fc00::1'],
  ['::1', '::1', '127.0.0.1'],
  ['::ffff:10.0.0.0/104', '10.9.9.9', '11.0.0.1'],
  ['10.0.0.0/8', '::ffff:10.0.0.1', '::ffff:11.0.0.1'],
])('%s holds %s and not %s', (range, inside, outside) => {
  const address = (text: string) => parseAddress(text) ?? expect.fail(text)
  expect(contains(rangeOf(range), address(inside))).toBe(true)
  expect(contains(rangeOf(range), address(outside))).toBe(false)
})

test.each([
  '',
  '10.0.0.0/33',
  '10.0.0.0/-1',
  '10.0.0.0/',
  '10.0.0.0/8/8',
  '10.0.0.1/8',
  'fd00::/129',
  '::ffff:10.0.0.0/90',
  'lan/8',
])('%j is no range, and is told so', (text) => {
  expect(parseRange(text)).toBeUndefined()
  expect(() => rangeOf(text)).toThrow(
    /^A range of addresses is written like 10\.0\.0\.0\/8 or fd00::\/8, not "/,
  )
})
