import type { Fetch } from '../ports/fetch.ts'

export type StubAnswer = Response | Error | 'never' | ((request: Request) => Response | Promise<Response>)

export interface StubFetch {
  readonly fetch: Fetch
  /** The requests so far, as they would have left. */
  readonly requests: Request[]
  /** The bodies of the requests, as text. */
  readonly bodies: string[]
}

/** A `fetch` that gives one answer after the other; the last one again and again. For tests. */
export function stubFetch(...answers: StubAnswer[]): StubFetch {
  const requests: Request[] = []
  const bodies: string[] = []
  return {
    requests,
    bodies,
    async fetch(request) {
      const answer = answers[Math.min(requests.length, answers.length - 1)]
      requests.push(request)
      bodies.push(await request.clone().text())
      if (answer === undefined || answer === 'never') return new Promise(() => {})
      if (answer instanceof Error) throw answer
      return typeof answer === 'function' ? answer(request) : answer.clone()
    },
  }
}

/** A successful answer with the headers that every answer of the API carries. */
export function json(body: unknown, status = 200, headers: Record<string, string> = {}): Response {
  return Response.json(body, { status, headers: { 'x-request-id': 'req_1', ...headers } })
}

/** A problem of the API. */
export function problem(
  status: number,
  code: string,
  more: object = {},
  headers: Record<string, string> = {},
): Response {
  const body = {
    type: `/problems/${code}`,
    title: code,
    status,
    detail: `It is ${code}.`,
    instance: '/v1/orders',
    code,
    requestId: 'req_9',
    retryable: false,
    processed: 'no',
    ...more,
  }
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/problem+json', 'x-request-id': 'req_9', ...headers },
  })
}

/** What undici throws when a connection fails: the code is on the cause. */
export function connectionError(code: string): Error {
  return new TypeError('fetch failed', { cause: Object.assign(new Error(`connect ${code}`), { code }) })
}
