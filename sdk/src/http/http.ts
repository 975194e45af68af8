import type { StreamToken } from '@openbourse/spec'
import type { ResolvedOptions } from '../options.ts'
import { ApiPromise, type ApiResponse } from './api-promise.ts'
import type { HttpContext } from './attempt.ts'
import { createSignerSource, createTokenSource } from './authenticate.ts'
import { createDeprecationNotice } from './deprecation.ts'
import { failureOf, unsent } from './failure.ts'
import { createKeptAnswers } from './kept-answers.ts'
import {
  type IdOf,
  type InnerOptions,
  type Input,
  type LooseInput,
  type OptionsOf,
  type Result,
  type Route,
  toCall,
} from './operation.ts'
import { type Page, PagePromise } from './pages.ts'
import { send } from './send.ts'
import { createServerClock } from './server-clock.ts'
import { pause, Stop } from './timeout.ts'

/** The API over HTTP: every request of the client goes through here. */
export interface Http {
  /** Sends an operation; the promise is already under way. */
  one<R extends Route>(
    route: R,
    input: Input<IdOf<R>>,
    options?: OptionsOf<IdOf<R>>,
  ): ApiPromise<Result<IdOf<R>>>
  /** Sends an operation that answers with pages. */
  list<R extends Route>(
    route: R,
    input: Input<IdOf<R>>,
    options?: OptionsOf<IdOf<R>>,
  ): PagePromise<PageOf<IdOf<R>>>
  /** What the client's other entry points send with. */
  readonly shared: SharedHttp
  /** A token that a stream authenticates with now; `refresh` after the server refused the last one. */
  streamToken(refresh: boolean): Promise<string>
  /** Takes no new calls, waits at most `timeoutMs` for those under way, then stops what is left. */
  close(timeoutMs: number): Promise<void>
}

/** What all requests of a client share, and the signal that it was closed. */
export interface SharedHttp {
  readonly context: HttpContext
  readonly closing: AbortSignal
}

type PageOf<Id extends IdOf<Route>> = Extract<Result<Id>, Page<unknown>>

export function createHttp(options: ResolvedOptions): Http {
  const { token, refused } = createTokenSource(options)
  const context: HttpContext = {
    options,
    token,
    tokenRefused: refused,
    signer: createSignerSource(options),
    serverClock: createServerClock(options.clock),
    kept: createKeptAnswers(),
    noticeDeprecation: createDeprecationNotice(options.observe),
  }
  const closing = new AbortController()
  const underWay = new Set<Promise<unknown>>()
  let open = true

  async function start(route: string, input: LooseInput, given: InnerOptions): Promise<ApiResponse<unknown>> {
    const call = toCall(route, input, given)
    if (open) return send(context, call, given, closing.signal)
    throw failureOf(call, new Stop('closed'), unsent)
  }
  function run<T>(route: string, input: LooseInput, given: InnerOptions): Promise<ApiResponse<T>> {
    const work = start(route, input, given)
    underWay.add(work)
    // The shape is the contract's word, which the server is held to; `validate` checks it at run time.
    return work.finally(() => underWay.delete(work)) as Promise<ApiResponse<T>>
  }
  return {
    shared: { context, closing: closing.signal },
    one: (route, input, given = {}) => new ApiPromise(run(route, input, given)),
    list: (route, input, given = {}) =>
      new PagePromise(run(route, input, given), (cursor) =>
        run(route, { ...input, query: { ...input.query, cursor } }, given),
      ),
    async streamToken(refresh) {
      if (context.signer === undefined) {
        if (refresh) refused?.()
        return token()
      }
      const { data } = await run<StreamToken>('createStreamToken POST /v1/stream-tokens', {}, {})
      return data.token
    },
    async close(timeoutMs) {
      open = false
      const waited = new AbortController()
      const { signal } = waited
      await Promise.race([Promise.allSettled(underWay), pause(options.clock, timeoutMs, signal)])
      waited.abort()
      closing.abort(new Stop('closed'))
    },
  }
}
