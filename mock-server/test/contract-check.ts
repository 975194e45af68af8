import {
  type ErrorCode,
  edgeStatuses,
  errorCodes,
  type OperationId,
  type Problem,
  routes,
} from '@openbourse/spec'
import { operationSchemas, type SchemaName, schemaByName, validate } from '@openbourse/spec/schemas'

/**
 * Checks answers and stream messages against the contract, over any transport. Strict: what the contract does
 * not declare is a fault, unlisted values of open enums included.
 */

/** An answer as any transport has it. */
export interface SeenAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>> | Headers
  /** The body's text; empty or absent when there was none. */
  readonly body?: string | null
}

/** The operation of a method and a target (`/v1/orders?limit=1`), or undefined when no route matches. */
export function operationOf(method: string, target: string): OperationId | undefined {
  const path = target.split('?', 1)[0] ?? ''
  const found = Object.entries(routes).find(
    ([, route]) => route.method === (method === 'HEAD' ? 'GET' : method) && patternOf(route.path).test(path),
  )
  return found?.[0] as OperationId | undefined
}

/**
 * @param operationId undefined for a request that belongs to no operation: only the edge may answer it
 * @throws Error that lists everything that the contract does not allow
 */
export function assertContract(operationId: OperationId | undefined, answer: SeenAnswer): void {
  const faults = isDeclaredElse(operationId, answer)
    ? successFaults(operationId, answer)
    : problemFaults(operationId, answer)
  faults.push(...headerFaults(operationId, answer))
  if (faults.length === 0) return
  const name = operationId ?? 'the edge'
  throw new Error(
    `${name} answered ${answer.status} against the contract:\n- ${faults.join('\n- ')}\nbody: ${String(answer.body).slice(0, 500)}`,
  )
}

/** The same for an answer whose operation is found by its request. */
export function assertAnswer(method: string, target: string, answer: SeenAnswer): void {
  assertContract(operationOf(method, target), answer)
}

/** One frame from the server: a message, or an array of messages. Answers them. */
export function assertStreamMessage(text: string): readonly { readonly type: string }[] {
  const frame: unknown = JSON.parse(text)
  const messages = Array.isArray(frame) ? frame : [frame]
  for (const message of messages) {
    const items = validate(schemaByName('ServerMessage'), message)
    if (items.length === 0) continue
    const faults = items.map(({ pointer, detail }) => `${pointer} ${detail}`)
    throw new Error(`A stream message breaks the contract:\n- ${faults.join('\n- ')}\n${text.slice(0, 500)}`)
  }
  return messages
}

/** Successes, and refusals that are declared as something else than a problem; the edge answers in problems all the same. */
function isDeclaredElse(operationId: OperationId | undefined, answer: SeenAnswer): boolean {
  if (answer.status < 400 || operationId === undefined) return answer.status < 400
  if (header(answer, 'content-type') === 'application/problem+json') return false
  const { responses }: { responses: Partial<Record<number, SchemaName>> } = routes[operationId]
  return responses[answer.status] !== undefined && responses[answer.status] !== 'Problem'
}

function successFaults(operationId: OperationId | undefined, answer: SeenAnswer): string[] {
  if (operationId === undefined)
    return answer.status === 204 && !answer.body ? [] : ['no route matches, but it succeeded']
  if (answer.status === 304)
    return routes[operationId].conditional && !answer.body ? [] : ['it is never 304 with a body']
  const declared: Partial<Record<number, SchemaName>> = routes[operationId].responses
  if (declared[answer.status] === undefined) return [`status ${answer.status} is not declared`]
  const type = header(answer, 'content-type')
  const isStream = declared[answer.status] === 'EventStream'
  if (type !== (isStream ? 'text/event-stream' : 'application/json')) return [`content-type is ${type}`]
  if (!answer.body) return [] // the answer to a HEAD
  if (isStream) return eventStreamFaults(answer.body)
  const schemas: Partial<Record<number, Parameters<typeof validate>[0]>> =
    operationSchemas[operationId].responses
  const schema = schemas[answer.status]
  if (schema === undefined) return [`status ${answer.status} has no schema`]
  return validate(schema, JSON.parse(answer.body)).map(({ pointer, detail }) => `${pointer} ${detail}`)
}

/** @throws Error that lists everything that the contract does not allow in a piece of an event stream */
export function assertEventStream(text: string): void {
  const faults = eventStreamFaults(text)
  if (faults.length > 0) {
    throw new Error(`An event stream breaks the contract:\n- ${faults.join('\n- ')}\n${text.slice(0, 500)}`)
  }
}

/** Of whole blocks: comments, an id alone, or an event whose lines agree with its data message. */
function eventStreamFaults(text: string): string[] {
  const faults: string[] = []
  let before = -1
  for (const block of text.split('\n\n').filter(Boolean)) {
    const fields = new Map<string, string>()
    for (const line of block.split('\n')) {
      const [, name = '', value = ''] = /^(\w*): (.*)$/.exec(line) ?? []
      if (fields.has(name) || !['', 'retry', 'id', 'event', 'data'].includes(name))
        faults.push(`the line ${line}`)
      fields.set(name, value)
    }
    const id = fields.get('id')
    const data = fields.get('data')
    if (id === undefined) {
      if (data !== undefined) faults.push('an event without an id')
      continue
    }
    faults.push(...invalidities('LogPosition', id))
    const offset = Number(id.slice(id.lastIndexOf(':') + 1))
    if (offset <= before) faults.push(`${id} after offset ${before}`)
    before = offset
    if (data === undefined) continue
    const message = JSON.parse(data) as { readonly type: string; readonly epoch: string }
    faults.push(...invalidities('DataMessage', message))
    if (fields.get('event') !== message.type)
      faults.push(`the event ${fields.get('event')} of type ${message.type}`)
    if (id !== `${message.epoch}:${offset}`) faults.push(`the id ${id} in epoch ${message.epoch}`)
  }
  return faults
}

function invalidities(name: SchemaName, value: unknown): string[] {
  return validate(schemaByName(name), value).map(({ pointer, detail }) => `${name}${pointer} ${detail}`)
}

function problemFaults(operationId: OperationId | undefined, answer: SeenAnswer): string[] {
  const type = header(answer, 'content-type')
  if (type !== 'application/problem+json') return [`content-type is ${type}`]
  if (!answer.body) return []
  const problem = JSON.parse(answer.body) as Problem
  const invalid = validate(schemaByName('Problem'), problem)
  if (invalid.length > 0) return invalid.map(({ pointer, detail }) => `${pointer} ${detail}`)
  const row = errorCodes[problem.code as ErrorCode]
  const faults: string[] = []
  if (row.scope === 'edge' || operationId === undefined) {
    if (!(edgeStatuses as readonly number[]).includes(answer.status)) faults.push('no status of the edge')
    if (row.scope !== 'edge') faults.push(`${problem.code} without a route`)
  } else {
    const { responses, errors }: { responses: object; errors: readonly string[] } = routes[operationId]
    if (!Object.hasOwn(responses, answer.status)) faults.push(`status ${answer.status} is not declared`)
    if (!errors.includes(problem.code)) faults.push(`code ${problem.code} is not declared`)
  }
  // A recorded order is refused with 422, whatever the code's status is elsewhere.
  if (answer.status !== (row.scope === 'order' && problem.processed === 'yes' ? 422 : row.status))
    faults.push(`${problem.code} with ${answer.status}`)
  if (problem.status !== answer.status) faults.push('the problem tells another status')
  if (problem.requestId !== header(answer, 'x-request-id'))
    faults.push('the problem tells another request id')
  if (problem.code !== 'internal-error' && /\n\s+at |node_modules|\.ts:\d/.test(answer.body)) {
    faults.push('the problem holds a stack trace')
  }
  return faults
}

const EXTRA_HEADERS: Partial<Record<number, string>> = {
  401: 'www-authenticate',
  204: 'allow',
  405: 'allow',
  418: 'retry-after',
  426: 'upgrade',
  429: 'retry-after',
  503: 'retry-after',
}

function headerFaults(operationId: OperationId | undefined, answer: SeenAnswer): string[] {
  const required = ['x-request-id', 'x-server-time', 'x-spec-version', 'cache-control', 'vary']
  if (operationId !== undefined && routes[operationId].conditional && answer.status < 400)
    required.push('etag')
  if (header(answer, 'content-type') === 'text/event-stream') required.push('x-accel-buffering')
  const extra = EXTRA_HEADERS[answer.status]
  if (extra !== undefined) required.push(extra)
  const isPrivate = operationId !== undefined && routes[operationId].security === 'private'
  if (isPrivate && answer.status < 300) required.push('x-orders-position')
  const creates = operationId !== undefined && Object.hasOwn(routes[operationId].responses, 201)
  const isOrder = creates && Object.values(routes[operationId].responses).includes('Order')
  if (isOrder && answer.status === 200) required.push('idempotent-replayed')
  if (operationId !== undefined && routes[operationId].rateLimit !== null) {
    if (answer.status < 300) required.push('ratelimit', 'ratelimit-policy')
  }
  const missing = required.filter((name) => !header(answer, name))
  return missing.map((name) => `the header ${name} is missing`)
}

function header(answer: SeenAnswer, name: string): string | undefined {
  const { headers } = answer
  if (headers instanceof Headers) return headers.get(name) ?? undefined
  return headers[name]
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`)
}
