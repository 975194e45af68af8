import type { ClientMessage } from '@openbourse/spec'
import { checkRules, type ProblemItem } from '@openbourse/spec'
import {
  AuthenticateMessage,
  PingMessage,
  SubscribeMessage,
  UnsubscribeMessage,
  validate,
} from '@openbourse/spec/schemas'
import { MESSAGE_BYTES } from './limits.ts'
import { printable, quoted, type Refusal } from './problems.ts'

export type Decoded =
  | { readonly message: ClientMessage; readonly refusal?: undefined }
  | { readonly message?: undefined; readonly refusal: Refusal }

const SCHEMAS = {
  authenticate: AuthenticateMessage,
  subscribe: SubscribeMessage,
  unsubscribe: UnsubscribeMessage,
  ping: PingMessage,
} as const

/** A frame as a message of the contract, or why it is none. */
export function decodeClientMessage(text: string): Decoded {
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(null, 'malformed-message', 'A message is one JSON object, such as {"type":"ping","id":"1"}')
  }
  const id = idOf(value)
  const type = 'type' in value ? value.type : undefined
  if (!isKnownType(type)) {
    const known = `a message has a type, one of ${Object.keys(SCHEMAS).join(', ')}`
    if (typeof type !== 'string') {
      return refuse(id, 'malformed-message', known, [
        { pointer: '/type', code: type === undefined ? 'missing-field' : 'invalid-value', detail: known },
      ])
    }
    return refuse(id, 'unknown-message-type', `There is no message ${quoted(type)}; ${known}`, [
      { pointer: '/type', code: 'invalid-value', detail: known },
    ])
  }
  const errors = [...validate(SCHEMAS[type], value), ...brokenRules(value)]
  if (errors.length > 0) {
    const [first] = errors
    const detail = `${type}: ${printable(first?.pointer ?? '')} ${first?.detail}`
    return refuse(id, 'malformed-message', detail, errors)
  }
  return { message: value as ClientMessage }
}

/** Whether the frame is over the size limit; its UTF-8 length is counted only where it could be. */
export function isTooLarge(text: string): boolean {
  if (text.length > MESSAGE_BYTES) return true
  return text.length * 3 > MESSAGE_BYTES && new TextEncoder().encode(text).length > MESSAGE_BYTES
}

/** The message's id where it can be read: answers carry it even when the rest is wrong. */
function idOf(value: object): string | null {
  const id = 'id' in value ? value.id : undefined
  return typeof id === 'string' && id.length > 0 && id.length <= 64 ? id : null
}

function isKnownType(type: unknown): type is keyof typeof SCHEMAS {
  return typeof type === 'string' && Object.hasOwn(SCHEMAS, type)
}

function brokenRules(value: object): ProblemItem[] {
  if (!('channels' in value) || !Array.isArray(value.channels)) return []
  return value.channels.flatMap((channel: unknown, index) => {
    if (typeof channel !== 'object' || channel === null) return []
    return checkRules('ChannelRequest', channel).map((item) => ({
      ...item,
      pointer: `/channels/${index}${item.pointer}`,
    }))
  })
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function refuse(id: string | null, code: Refusal['code'], detail: string, errors?: ProblemItem[]): Decoded {
  return { refusal: { id, code, detail, errors } }
}
