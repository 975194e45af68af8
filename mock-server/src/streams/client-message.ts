import type { ClientMessage, ProblemItem } from '@openbourse/spec'
import { MESSAGE_BYTES } from './limits.ts'
import { printable, quoted, type Refusal } from './problems.ts'
import { isMessageType, MESSAGE_TYPES, validateMessage } from './validate-message.ts'

export type Decoded =
  | { readonly message: ClientMessage; readonly refusal?: undefined }
  | { readonly message?: undefined; readonly refusal: Refusal }

/** A frame as a message of the contract, or why it is none. */
export function decodeClientMessage(text: string): Decoded {
  const value = parse(text)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return refuse(null, 'malformed-message', 'A message is one JSON object, such as {"type":"ping","id":"1"}')
  }
  const id = idOf(value)
  const type = 'type' in value ? value.type : undefined
  if (!isMessageType(type)) return refuseType(id, type)
  const errors = validateMessage(type, value)
  const [first] = errors
  if (first === undefined) return { message: value as ClientMessage }
  return refuse(id, 'malformed-message', `${type}: ${printable(first.pointer)} ${first.detail}`, errors)
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

function refuseType(id: string | null, type: unknown): Decoded {
  const detail = `a message has a type, one of ${MESSAGE_TYPES.join(', ')}`
  if (typeof type === 'string') {
    const item: ProblemItem = { pointer: '/type', code: 'invalid-value', detail }
    return refuse(id, 'unknown-message-type', `There is no message ${quoted(type)}; ${detail}`, [item])
  }
  const code = type === undefined ? 'missing-field' : 'invalid-value'
  return refuse(id, 'malformed-message', detail, [{ pointer: '/type', code, detail }])
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
