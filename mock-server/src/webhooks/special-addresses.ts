import { type Address, type AddressRange, contains, parseRange } from './address.ts'

/**
 * Addresses that are not of the public internet, by the IANA registries of special-purpose addresses. An IPv4-mapped
 * address is judged as its IPv4 address; forms that carry an IPv4 address elsewhere (NAT64, 6to4, Teredo) are refused
 * whole, as what they reach depends on the network.
 */
const SPECIAL: readonly (readonly [range: string, name: string])[] = [
  ['0.0.0.0/8', 'this network'],
  ['10.0.0.0/8', 'private'],
  ['100.64.0.0/10', 'shared by a provider (CGNAT)'],
  ['127.0.0.0/8', 'loopback'],
  ['169.254.0.0/16', 'link-local'],
  ['172.16.0.0/12', 'private'],
  ['192.0.0.0/24', 'reserved for protocols'],
  ['192.0.2.0/24', 'documentation'],
  ['192.88.99.0/24', '6to4 relay'],
  ['192.168.0.0/16', 'private'],
  ['198.18.0.0/15', 'benchmarking'],
  ['198.51.100.0/24', 'documentation'],
  ['203.0.113.0/24', 'documentation'],
  ['224.0.0.0/4', 'multicast'],
  ['240.0.0.0/4', 'reserved'],
  ['::/128', 'unspecified'],
  ['::1/128', 'loopback'],
  ['64:ff9b::/96', 'NAT64'],
  ['64:ff9b:1::/48', 'NAT64'],
  ['100::/64', 'discard'],
  ['2001::/32', 'Teredo'],
  ['2001::/23', 'reserved for protocols'],
  ['2001:db8::/32', 'documentation'],
  ['2002::/16', '6to4'],
  ['3fff::/20', 'documentation'],
  ['fc00::/7', 'unique local'],
  ['fe80::/10', 'link-local'],
  ['fec0::/10', 'site-local'],
  ['ff00::/8', 'multicast'],
]

const table = SPECIAL.map(([text, name]) => ({ range: rangeOf(text), name }))
/** The only part of IPv6 that is given out to the public. */
const GLOBAL_UNICAST = rangeOf('2000::/3')

export const LOOPBACK: readonly AddressRange[] = [rangeOf('127.0.0.0/8'), rangeOf('::1/128')]

/** What the address is instead of public; undefined when it is public. */
export function specialName(address: Address): string | undefined {
  const found = table.find(({ range }) => contains(range, address))
  if (found !== undefined) return found.name
  return address.bits === 32 || contains(GLOBAL_UNICAST, address) ? undefined : 'reserved'
}

/** @throws RangeError when the text is no range of addresses, or no text */
export function rangeOf(text: string): AddressRange {
  const range = typeof text === 'string' ? parseRange(text) : undefined
  if (range !== undefined) return range
  throw new RangeError(`A range of addresses is written like 10.0.0.0/8 or fd00::/8, not ${show(text)}`)
}

function show(value: unknown): string {
  return (JSON.stringify(value) ?? String(value)).slice(0, 80)
}
