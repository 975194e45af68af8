import { type Channel, type ChannelKind, channels } from './generated/channels.ts'

/**
 * Reads a channel name by the grammar. Everything after the first dot is the symbol or account, so that `quotes.BRK.B`
 * is the quotes of BRK.B.
 *
 * @param defaultAccountId what `orders` alone means; without it that is no channel
 * @returns the parts, or undefined if the text is not a channel name
 * @example parseChannel('quotes.BRK.B') // { name: 'quotes', symbol: 'BRK.B' }
 */
export function parseChannel(text: string, defaultAccountId?: string): Channel | undefined {
  const dot = text.indexOf('.')
  const name = dot < 0 ? text : text.slice(0, dot)
  if (!isChannelKind(name)) return undefined
  const { parameter, pattern } = channels[name]
  const value =
    dot < 0 && parameter === 'accountId' ? defaultAccountId : dot < 0 ? undefined : text.slice(dot + 1)
  if (value === undefined || !pattern.test(value)) return undefined
  return { name, [parameter]: value } as unknown as Channel
}

/** The full name of a channel; the inverse of {@link parseChannel}. */
export function formatChannel(channel: Channel): string {
  return `${channel.name}.${'symbol' in channel ? channel.symbol : channel.accountId}`
}

function isChannelKind(name: string): name is ChannelKind {
  return Object.hasOwn(channels, name)
}
