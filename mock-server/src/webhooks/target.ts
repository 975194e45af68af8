import { type AddressRange, contains, parseAddress } from './address.ts'
import { specialName } from './special-addresses.ts'

/** Which receivers may be reached. */
export interface TargetPolicy {
  /**
   * Ranges that are reached although they are not public, and by http too. `any` leaves it to whoever sends, as
   * where a program has given its own fetch.
   */
  readonly allowed: readonly AddressRange[] | 'any'
}

export type CheckedUrl =
  | { readonly ok: true; readonly url: URL }
  | { readonly ok: false; readonly detail: string }

/** Above 1023, the ports of other protocols that browsers do not fetch from: SIP, NFS, X11, IRC and the like. */
const OTHER_PROTOCOLS: ReadonlySet<number> = new Set([
  1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679, 6697,
  10080,
])

/** What can be told of a URL without resolving its host. */
export function checkUrl(text: string, policy: TargetPolicy): CheckedUrl {
  // URL would repair these instead of refusing them.
  const isPlain = /^https?:\/\/[^/\\]/i.test(text) && !/[\s\\\p{Cc}]/u.test(text)
  if (!isPlain || !URL.canParse(text)) return refused('it must be an absolute https URL')
  const url = new URL(text)
  if (url.username !== '' || url.password !== '' || /^https?:\/\/[^/?#]*@/i.test(text)) {
    return refused('it must hold no credentials: deliveries are signed instead')
  }
  if (text.includes('#')) return refused('it must have no fragment, which is never sent')
  if (!isWebPort(url.port)) return refused(`port ${url.port} is of another protocol`)
  const detail = checkHost(url, policy)
  return detail === undefined ? { ok: true, url } : refused(detail)
}

/** Why an address that a host resolved to, or is, may not be reached by the URL's scheme. */
export function checkAddress(text: string, { protocol }: URL, { allowed }: TargetPolicy): string | undefined {
  if (allowed === 'any') return undefined
  const address = parseAddress(text)
  if (address === undefined) return `${text} is no address`
  if (allowed.some((range) => contains(range, address))) return undefined
  const special = specialName(address)
  if (special !== undefined) return `${text} is not a public address (${special})`
  return protocol === 'https:' ? undefined : 'it must be an https URL: the address is public'
}

/** The host as it is resolved: without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[|\]$/g, '')
}

function checkHost(url: URL, policy: TargetPolicy): string | undefined {
  const host = hostOf(url)
  if (parseAddress(host) !== undefined) return checkAddress(host, url, policy)
  if (/^(.+\.)?localhost\.?$/.test(host)) return checkAddress('127.0.0.1', url, policy)
  // A name may stand for an allowed address; which it is shows when it is resolved.
  const mayBeHttp = policy.allowed === 'any' || policy.allowed.length > 0
  return url.protocol === 'https:' || mayBeHttp ? undefined : 'it must be an https URL'
}

function isWebPort(text: string): boolean {
  const port = Number(text)
  if (text === '' || port === 80 || port === 443) return true
  return port >= 1024 && !OTHER_PROTOCOLS.has(port)
}

function refused(detail: string): CheckedUrl {
  return { ok: false, detail }
}
