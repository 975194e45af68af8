import { type Channel, type ChannelRequest, type ProblemItem, parseChannel } from '@openbourse/spec'
import type { Feed } from '../feed/feed.ts'
import { hasOneOf, type Principal, type Scope, scopesFor } from '../worlds/principal.ts'
import { quoted, type Refusal } from './problems.ts'
import { SLOW_POLICY } from './subscription.ts'

/** A channel that this session may have, by its full name. */
export interface GrantedChannel {
  readonly name: string
  readonly kind: Channel['name']
  readonly request: ChannelRequest
}

export type Grant =
  | { readonly granted: readonly GrantedChannel[]; readonly refusal?: undefined }
  | { readonly granted?: undefined; readonly refusal: Omit<Refusal, 'id'> }

const GRAMMAR =
  'channels are quotes.SYMBOL, trades.SYMBOL, bars.TIMEFRAME.SYMBOL, book.SYMBOL, status.SYMBOL, orders.ACCOUNT and account.ACCOUNT'

/** All channels of a `subscribe`, or why none of them: one bad channel refuses the whole message. */
export function grantChannels(requests: readonly ChannelRequest[], principal: Principal, feed: Feed): Grant {
  const granted = new Map<string, GrantedChannel>()
  const unknown: ProblemItem[] = []
  const inapplicable: ProblemItem[] = []
  for (const [index, request] of requests.entries()) {
    const name = fullName(request.channel, principal)
    const channel = parseChannel(name)
    const pointer = `/channels/${index}`
    if (channel === undefined || !feed.has(name) || !maySee(channel, principal)) {
      unknown.push(unknownChannel(`${pointer}/channel`, request.channel, channel))
      continue
    }
    const scopes = scopesFor(channel)
    if (!hasOneOf(principal, scopes)) return missingScope(pointer, scopes)
    if ((request.conflateMs ?? 0) > 0 && SLOW_POLICY[channel.name] !== 'conflate') {
      inapplicable.push(notConflated(`${pointer}/conflateMs`, channel.name))
    }
    granted.set(name, { name, kind: channel.name, request })
  }
  if (unknown.length > 0) {
    return { refusal: { code: 'invalid-channel', detail: unknown[0]?.detail ?? GRAMMAR, errors: unknown } }
  }
  if (inapplicable.length > 0) {
    const detail = inapplicable[0]?.detail ?? ''
    return { refusal: { code: 'invalid-request', detail, errors: inapplicable } }
  }
  return { granted: [...granted.values()] }
}

/** `orders` or `account` alone means the default account. */
export function fullName(name: string, principal: Principal): string {
  return name === 'orders' || name === 'account' ? `${name}.${principal.defaultAccountId}` : name
}

/** Another account's channels are as unknown as a channel that does not exist. */
function maySee(channel: Channel, principal: Principal): boolean {
  return !('accountId' in channel) || principal.accountIds.includes(channel.accountId)
}

function unknownChannel(pointer: string, name: string, channel: Channel | undefined): ProblemItem {
  const what =
    channel === undefined
      ? `${quoted(name)} is no channel; ${GRAMMAR}`
      : 'accountId' in channel
        ? `No account of this key has the channel ${quoted(name)}; listAccounts has its accounts`
        : `No instrument has the channel ${quoted(name)}; listInstruments has the symbols`
  return { pointer, code: 'invalid-channel', detail: what }
}

function missingScope(pointer: string, scopes: readonly Scope[]): Grant {
  const detail = `This channel needs the scope ${scopes.join(' or ')}`
  return {
    refusal: { code: 'missing-scope', detail, errors: [{ pointer, code: 'missing-scope', detail }] },
  }
}

function notConflated(pointer: string, kind: Channel['name']): ProblemItem {
  const detail = `conflateMs is for quotes and book; messages of ${kind} are never conflated`
  return { pointer, code: 'field-not-applicable', detail }
}
