import { type Channel, type ChannelKind, channels } from './generated/channels.ts'

/**
 * Reads a channel name by the grammar. Everything after the first dot (of bars: the second) is the symbol or account,
 * so that `quotes.BRK.B` is the quotes of BRK.B.
 *
 * @param defaultAccountId whose `orders` or `account` alone is meant; without it that is no channel
 * @returns the parts, or undefined if the text is not a channel name
 * @example parseChannel('quotes.BRK.B') // { name: 'quotes', symbol: 'BRK.B' }
 */
export function parseChannel(text: string, defaultAccountId?: string): Channel | undefined {
  const dot = text.indexOf('.')
  const name = dot < 0 ? text : text.slice(0, dot)
  if (!isChannelKind(name)) return undefined
  const { qualifier, parameter, pattern } = channels[name]
  const rest =
    dot < 0 && parameter === 'accountId' ? defaultAccountId : dot < 0 ? undefined : text.slice(dot + 1)
  if (rest === undefined) return undefined
  if (qualifier === null) return pattern.test(rest) ? readChannel({ name, [parameter]: rest }) : undefined
  const second = rest.indexOf('.')
  const [chosen, value] = [rest.slice(0, Math.max(0, second)), rest.slice(second + 1)]
  if (!(qualifier.values as readonly string[]).includes(chosen) || !pattern.test(value)) return undefined
  return readChannel({ name, [qualifier.parameter]: chosen, [parameter]: value })
}

/** The table has just said which parts the name has. */
const readChannel = (parts: object): Channel => parts as Channel

/** The full name of a channel; the inverse of {@link parseChannel}. */
export function formatChannel(channel: Channel): string {
  if (channel.name === 'bars') return `bars.${channel.timeframe}.${channel.symbol}`
  return `${channel.name}.${'symbol' in channel ? channel.symbol : channel.accountId}`
}

function isChannelKind(name: string): name is ChannelKind {
  return Object.hasOwn(channels, name)
}
