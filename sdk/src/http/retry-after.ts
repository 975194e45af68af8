import { parseTime } from '../ports/clock.ts'

/**
 * `Retry-After` in milliseconds from now: a number of seconds, or an HTTP date compared with the server's own time.
 * `undefined` for anything else.
 */
export function parseRetryAfter(value: string | null, serverNowMs: number): number | undefined {
  if (value === null) return undefined
  const trimmed = value.trim()
  if (/^\d{1,9}$/.test(trimmed)) return Number(trimmed) * 1_000
  const at = /[a-z]/i.test(trimmed) ? parseTime(trimmed) : undefined
  return at === undefined ? undefined : Math.max(0, at - serverNowMs)
}
