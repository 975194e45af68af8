import { type ClientMessage, checkRules, type ProblemItem } from '@openbourse/spec'
import {
  AuthenticateMessage,
  ChannelRequest,
  PingMessage,
  SubscribeMessage,
  UnsubscribeMessage,
  validate,
} from '@openbourse/spec/schemas'

const SCHEMAS = {
  authenticate: AuthenticateMessage,
  subscribe: SubscribeMessage,
  unsubscribe: UnsubscribeMessage,
  ping: PingMessage,
} as const satisfies Record<ClientMessage['type'], unknown>

export type MessageType = keyof typeof SCHEMAS
export const MESSAGE_TYPES = Object.keys(SCHEMAS) as MessageType[]

/** More fields than any object of the contract's messages has: not worth being told one by one. */
const FIELDS = 16
/** Channels of one message that are told what is wrong with them. */
const BAD_CHANNELS = 8
/** Stands for channels that have been looked at one by one. */
const GOOD_CHANNEL = { channel: 'quotes.A' }

export function isMessageType(type: unknown): type is MessageType {
  return typeof type === 'string' && Object.hasOwn(SCHEMAS, type)
}

/**
 * What is wrong with a message; nothing when it is good. A frame can be wrong in as many places as it has
 * characters, and saying what would be right costs a search each: only the first few are told.
 */
export function validateMessage(type: MessageType, message: object): ProblemItem[] {
  if (isWide(message)) return [tooManyFields('')]
  if (type !== 'subscribe' || !('channels' in message) || !Array.isArray(message.channels)) {
    return validate(SCHEMAS[type], message)
  }
  const { channels } = message
  const stand = { ...message, channels: Array(channels.length).fill(GOOD_CHANNEL) }
  return [...validate(SubscribeMessage, stand), ...wrongChannels(channels)]
}

function wrongChannels(channels: readonly unknown[]): ProblemItem[] {
  const items: ProblemItem[] = []
  let bad = 0
  for (const [index, channel] of channels.entries()) {
    const wrong = wrongChannel(channel, `/channels/${index}`)
    if (wrong.length === 0) continue
    items.push(...wrong)
    bad += 1
    if (bad === BAD_CHANNELS) break
  }
  return items
}

function wrongChannel(channel: unknown, pointer: string): ProblemItem[] {
  if (isWide(channel)) return [tooManyFields(pointer)]
  const items = validate(ChannelRequest, channel, { pointer })
  if (items.length > 0 || typeof channel !== 'object' || channel === null) return items
  return checkRules('ChannelRequest', channel).map((item) => ({ ...item, pointer: pointer + item.pointer }))
}

function isWide(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length > FIELDS
}

function tooManyFields(pointer: string): ProblemItem {
  return { pointer, code: 'unknown-field', detail: `no object of a message has more than ${FIELDS} fields` }
}
