/** Addresses as numbers, with the width of their family. */
export interface Address {
  readonly bits: 32 | 128
  readonly value: bigint
}

/** Every address that begins with the first `prefix` bits of `address`. */
export interface AddressRange {
  readonly address: Address
  readonly prefix: number
}

const OCTET = /^(?:0|[1-9]\d{0,2})$/
const GROUP = /^[0-9a-f]{1,4}$/i
/** ::ffff:0:0/96 holds all of IPv4: an address there is that IPv4 address. */
const MAPPED_PREFIX = 0xffffn

/** An address in its usual text, IPv4 in four decimals; undefined for anything else, zone names included. */
export function parseAddress(text: string): Address | undefined {
  const value = text.includes(':') ? parseIpv6(text) : undefined
  if (value === undefined) {
    const ipv4 = parseIpv4(text)
    return ipv4 === undefined ? undefined : { bits: 32, value: ipv4 }
  }
  const isMapped = value >> 32n === MAPPED_PREFIX
  return isMapped ? { bits: 32, value: value & 0xffff_ffffn } : { bits: 128, value }
}

/** `10.0.0.0/8` or `fd00::/8`; an address alone is a range of one. Undefined for anything else. */
export function parseRange(text: string): AddressRange | undefined {
  const [addressText = '', prefixText, ...rest] = text.split('/')
  const address = parseAddress(addressText)
  if (address === undefined || rest.length > 0) return undefined
  // A mapped address was given with the prefix of the long form.
  const given = addressText.includes(':') ? 128 : 32
  const prefix = prefixText === undefined ? given : parsePrefix(prefixText)
  if (prefix === undefined || prefix > given || prefix < given - address.bits) return undefined
  const range = { address, prefix: prefix - (given - address.bits) }
  return head(address, range.prefix) << BigInt(address.bits - range.prefix) === address.value
    ? range
    : undefined
}

export function contains({ address, prefix }: AddressRange, other: Address): boolean {
  return address.bits === other.bits && head(address, prefix) === head(other, prefix)
}

function head({ bits, value }: Address, prefix: number): bigint {
  return value >> BigInt(bits - prefix)
}

function parsePrefix(text: string): number | undefined {
  return OCTET.test(text) ? Number(text) : undefined
}

function parseIpv4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => OCTET.test(part) && Number(part) < 256)) return undefined
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n)
}

function parseIpv6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [left, right] = halves.map((half) => parseGroups(half))
  if (left === undefined) return undefined
  if (halves.length === 1) return left.length === 8 ? join(left) : undefined
  if (right === undefined || left.length + right.length > 7) return undefined
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => 0n)
  return join([...left, ...zeros, ...right])
}

/** The last two groups may be written as an IPv4 address. */
function parseGroups(text: string): bigint[] | undefined {
  if (text === '') return []
  const groups: bigint[] = []
  const parts = text.split(':')
  for (const [index, part] of parts.entries()) {
    const ipv4 = part.includes('.') && index === parts.length - 1 ? parseIpv4(part) : undefined
    if (ipv4 !== undefined) groups.push(ipv4 >> 16n, ipv4 & 0xffffn)
    else if (GROUP.test(part)) groups.push(BigInt(`0x${part}`))
    else return undefined
  }
  return groups
}

function join(groups: readonly bigint[]): bigint {
  return groups.reduce((value, group) => (value << 16n) | group, 0n)
}
