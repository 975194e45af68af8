import type { OperationId } from '@openbourse/spec'
import { type SignOptions, signed } from '../api/signatures/sign.ts'
import { assertContract, operationOf } from '../contract-check.ts'
import { type Form, formOf } from './forms.ts'
import type { Doors } from './reach.ts'
import type { Venue, VenueName } from './venues.ts'

// biome-ignore lint/suspicious/noExplicitAny: tests look into answers that the contract check has validated
type Json = any

export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly json: Json
}

/** What recipes work with: the venues of one transport, and a client that checks every answer. */
export interface Kitchen {
  readonly venues: Readonly<Record<VenueName, Venue>>
  send(form: Form, at?: VenueName): Promise<Answer>
  /** Sends, and leaves open what it answers until the function given back is called. */
  hold(form: Form, at?: VenueName): Promise<() => void>
  /** A request of `METHOD /target`, with a JSON body where one is given. */
  call(request: string, body?: object, key?: string): Promise<Answer>
  /** The form of an operation, signed instead of sent with a key. */
  sign(form: Form, options?: Partial<SignOptions>): Form
  /** A name that was not used before in this kitchen. */
  fresh(prefix: string): string
}

/** How an answer is reached; the form of the operation is right, and finds nothing. */
export type Recipe = (kitchen: Kitchen, id: OperationId) => Promise<Answer>

export function createKitchen(venues: Kitchen['venues'], doors: Doors<VenueName>): Kitchen {
  let names = 0
  const send = async (form: Form, at: VenueName = 'usual'): Promise<Answer> => {
    const { baseUrl, fetch } = doors.to[at]
    const { method, target, headers, body } = form
    const response = await fetch(`${baseUrl}${target}`, {
      method,
      headers: { ...headers },
      ...(body === undefined ? undefined : { body }),
    })
    const isStream = response.headers.get('content-type') === 'text/event-stream'
    // A stream has no end of its own: that it began is its answer.
    if (isStream) void response.body?.cancel().catch(() => {})
    const text = isStream ? '' : await response.text()
    assertContract(operationOf(method, target), {
      status: response.status,
      headers: response.headers,
      body: text,
    })
    return {
      status: response.status,
      headers: response.headers,
      json: text === '' ? undefined : JSON.parse(text),
    }
  }
  return {
    venues,
    send,
    async hold({ method, target, headers }, at = 'usual') {
      const { baseUrl, fetch } = doors.to[at]
      const { body } = await fetch(`${baseUrl}${target}`, { method, headers: { ...headers } })
      return () => void body?.cancel().catch(() => {})
    },
    async call(request, body, key = 'mk_demo') {
      const [method = '', target = ''] = request.split(' ')
      return send({
        method,
        target,
        headers: { authorization: `Bearer ${key}`, ...(body && { 'content-type': 'application/json' }) },
        ...(body && { body: JSON.stringify(body) }),
      })
    },
    sign({ method, target, body }, options = {}) {
      const authority = new URL(doors.to.usual.baseUrl).host
      const createdS = Math.floor(venues.usual.clock.nowMs() / 1000)
      return {
        method,
        target,
        body,
        headers: signed({ method, target, body, authority, createdS, ...options }),
      }
    },
    fresh(prefix) {
      names += 1
      return `${prefix}-${names}`
    },
  }
}

/** The form of an operation, sent as it is. */
export const asItIs: Recipe = (kitchen, id) => kitchen.send(formOf(id))
