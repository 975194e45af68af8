import { type ErrorCode, errorCodes, type OperationId, routes } from '@openbourse/spec'

/** One answer that the contract declares for an operation. */
export interface Cell {
  readonly id: OperationId
  readonly status: number
  /** Of a refusal: the code of its problem, or OAuth's `error`. */
  readonly code: string | null
}

/** The errors of OAuth that createAccessToken answers, in its own words instead of problems. */
const OAUTH_ERRORS: Readonly<Record<number, readonly string[]>> = {
  400: ['invalid_request', 'unsupported_grant_type', 'invalid_scope'],
  401: ['invalid_client'],
}

/** Every success, every refusal by its code, and 304 where answers may be kept. */
export function cellsOf(id: OperationId): Cell[] {
  const route: {
    readonly conditional: boolean
    readonly responses: Readonly<Record<string, string>>
    readonly errors: readonly ErrorCode[]
  } = routes[id]
  const successes = Object.keys(route.responses)
    .map(Number)
    .filter((status) => status < 400)
  const oauth = Object.entries(route.responses).filter(([, schema]) => schema === 'OAuthError')
  return [
    ...[...successes, ...(route.conditional ? [304] : [])].map((status) => ({ id, status, code: null })),
    ...oauth.flatMap(([status]) =>
      (OAUTH_ERRORS[Number(status)] ?? ['?']).map((code) => ({ id, status: Number(status), code })),
    ),
    ...route.errors.map((code) => ({ id, status: statusOf(id, code), code })),
  ]
}

/** What refuses an order refuses it with 422, whatever the same code is elsewhere. */
function statusOf(id: OperationId, code: ErrorCode): number {
  const { status, scope } = errorCodes[code]
  return scope === 'order' && routes[id].body === 'OrderRequest' ? 422 : status
}

export function nameOf({ id, status, code }: Cell): string {
  return `${id} ${status}${code === null ? '' : ` ${code}`}`
}
