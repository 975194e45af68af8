import { type ErrorCode, errorCodes, type Problem, type ProblemItem } from '@openbourse/spec'

/** Where a problem happened: what it needs of its request. */
export interface ProblemSource {
  readonly requestId: string
  readonly path: string
}

type StatusOf<Code extends ErrorCode> = (typeof errorCodes)[Code]['status']

/** A problem as an answer; its status is the code's own, so that an undeclared one does not compile. */
export interface Refusal<Status extends number = number> {
  readonly status: Status
  readonly body: Problem
  readonly headers?: Readonly<Record<string, string>>
}

type Extra = Partial<
  Pick<Problem, 'errors' | 'orderId' | 'processed' | 'retryAfterMs' | 'serverTime' | 'violated-policies'>
>

/**
 * @param detail What happened this time, for people. Never holds more than a short piece of the input.
 */
export function refuse<Code extends ErrorCode>(
  source: ProblemSource,
  code: Code,
  detail: string,
  extra?: Extra,
): Refusal<StatusOf<Code>> {
  const { status } = errorCodes[code]
  return { status, body: problemBody(source, { code, status, detail, extra }) }
}

/**
 * The codes of refused orders have other statuses elsewhere (`unknown-symbol` is 404 for a quote): in the
 * answer to an order every one of them is 422.
 */
export function refuseOrder(
  source: ProblemSource,
  code: ErrorCode,
  detail: string,
  extra?: Extra,
): Refusal<422> {
  return { status: 422, body: problemBody(source, { code, status: 422, detail, extra }) }
}

export function isErrorCode(code: string): code is ErrorCode {
  return Object.hasOwn(errorCodes, code)
}

export function problemItem(pointer: string, code: ErrorCode, detail: string): ProblemItem {
  return { pointer, code, detail }
}

/** What the caller wrote, for a sentence: quoted, without control characters, cut short. */
export function quoted(value: unknown): string {
  const text = JSON.stringify(value) ?? String(value)
  const visible = text.replace(/[^\x20-\x7e]/g, '?')
  return visible.length > 80 ? `${visible.slice(0, 80)}...` : visible
}

interface ProblemParts {
  readonly code: ErrorCode
  readonly status: number
  readonly detail: string
  readonly extra: Extra | undefined
}

function problemBody(source: ProblemSource, { code, status, detail, extra }: ProblemParts): Problem {
  const { title, retryable, processed } = errorCodes[code]
  return {
    type: `/problems/${code}`,
    title,
    status,
    detail,
    instance: source.path.slice(0, 1024),
    code,
    requestId: source.requestId,
    retryable,
    processed,
    ...extra,
  }
}
