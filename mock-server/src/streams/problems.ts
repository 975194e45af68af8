import { type ErrorCode, errorCodes, type Problem, type ProblemItem } from '@openbourse/spec'

/** Why a message was refused; it changed nothing. */
export interface Refusal {
  /** The message's id, or null when it could not be read. */
  readonly id: string | null
  readonly code: ErrorCode
  /** What happened this time, for people. Never holds more than a short piece of the input. */
  readonly detail: string
  readonly errors?: readonly ProblemItem[]
  readonly retryAfterMs?: number
}

const REQUEST_ID_LENGTH = 128

export function toProblem(sessionId: string, refusal: Refusal): Problem {
  const { status, title, retryable, processed } = errorCodes[refusal.code]
  return {
    type: `/problems/${refusal.code}`,
    title,
    status,
    detail: refusal.detail,
    instance: '/v1/stream',
    code: refusal.code,
    requestId: `${sessionId}:${refusal.id ?? ''}`.slice(0, REQUEST_ID_LENGTH),
    retryable,
    processed,
    ...(refusal.errors === undefined ? undefined : { errors: refusal.errors.slice(0, ITEMS) }),
    ...(refusal.retryAfterMs === undefined ? undefined : { retryAfterMs: refusal.retryAfterMs }),
  }
}

/** A message can be wrong in as many places as it has characters: the first ones will do. */
const ITEMS = 32

/** What the caller wrote, for a sentence: quoted, printable, cut short. */
export function quoted(text: string): string {
  return `"${printable(text)}"`
}

/** Without characters that could disturb a terminal or a log, and cut short. */
export function printable(text: string): string {
  const visible = text.slice(0, PIECE_LENGTH).replace(/[^\x20-\x7e]/g, '?')
  return text.length > PIECE_LENGTH ? `${visible}...` : visible
}

const PIECE_LENGTH = 64
