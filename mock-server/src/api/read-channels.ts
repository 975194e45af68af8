import { formatChannel, parseChannel } from '@openbourse/spec'
import { hasOneOf, type Scope, scopesFor } from '../worlds/principal.ts'
import type { AccountContext } from './context.ts'
import { findInstrument } from './lookup.ts'
import { problemItem, quoted, type Refusal, refuse } from './problems.ts'
import { refuseInvalid } from './validate.ts'

/** The full names of the channels that a request names; `orders` alone is the request's account. */
export function readChannels(
  context: AccountContext,
  names: readonly string[],
  place: string,
): string[] | Refusal<403> | Refusal<404> | Refusal<422> {
  const channels: string[] = []
  for (const [index, name] of names.entries()) {
    const pointer = `${place}/${index}`
    const channel = parseChannel(name, context.account.accountId)
    if (channel === undefined) {
      const detail = `${quoted(name)} is no channel; expected one such as "quotes.AAPL" or "orders.acc_demo"`
      return refuseInvalid(context, [problemItem(pointer, 'invalid-value', detail)])
    }
    if ('symbol' in channel) {
      const instrument = findInstrument(context, channel.symbol, pointer)
      if ('body' in instrument) return instrument
    } else if (!context.principal.accountIds.includes(channel.accountId)) {
      const detail = `This key may use no account ${quoted(channel.accountId)}.`
      return refuse(context, 'unknown-account', detail, {
        errors: [problemItem(pointer, 'unknown-account', detail)],
      })
    }
    const scopes = scopesFor(channel)
    if (!hasOneOf(context.principal, scopes)) return refuseScope(context, pointer, scopes)
    channels.push(formatChannel(channel))
  }
  return channels
}

function refuseScope(context: AccountContext, pointer: string, scopes: readonly Scope[]): Refusal<403> {
  const detail = `The key lacks the scope ${scopes.join(' or ')}, which this channel needs.`
  return refuse(context, 'missing-scope', detail, {
    errors: [problemItem(pointer, 'missing-scope', detail)],
  })
}
