import { InvalidResponseError } from '../errors/client-errors.ts'
import { ApiPromise, type ApiResponse } from './api-promise.ts'

/** One page of a list; `nextCursor` is null on the last. */
export interface Page<Item> {
  readonly data: readonly Item[]
  readonly nextCursor: string | null
}

/**
 * A list: awaited, it is its first page; iterated, it is every item of every page, each page fetched when the one
 * before is used up.
 *
 * @example
 * const { data, nextCursor } = await client.orders.list({ limit: 10 })
 * for await (const order of client.orders.list()) console.log(order.orderId)
 */
export class PagePromise<P extends Page<unknown>>
  extends ApiPromise<P>
  implements AsyncIterable<P['data'][number]>
{
  readonly #next: (cursor: string) => Promise<ApiResponse<P>>

  constructor(first: Promise<ApiResponse<P>>, next: (cursor: string) => Promise<ApiResponse<P>>) {
    super(first)
    this.#next = next
  }

  /** Page by page, each with the status, headers and request id of its answer. */
  async *pages(): AsyncGenerator<ApiResponse<P>, void, undefined> {
    const seen = new Set<string>()
    let page = await this.withResponse()
    while (true) {
      yield page
      const cursor = page.data.nextCursor
      if (cursor === null || cursor === undefined) return
      if (seen.has(cursor)) throw loop(page)
      seen.add(cursor)
      page = await this.#next(cursor)
    }
  }

  /** Every item of every page, in order. */
  async *[Symbol.asyncIterator](): AsyncGenerator<P['data'][number], void, undefined> {
    for await (const page of this.pages()) yield* page.data.data as readonly never[] // items are plain data, never promises
  }
}

/** Following a cursor that came before would never end. */
function loop(page: ApiResponse<unknown>): InvalidResponseError {
  const { status, requestId } = page
  const message = 'Failed to list: the server gave the same cursor twice'
  return new InvalidResponseError(message, { code: 'invalid-response', status, requestId })
}
