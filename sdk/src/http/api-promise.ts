/** A result and the answer it came in. */
export interface ApiResponse<T> {
  readonly data: T
  readonly status: number
  readonly headers: Headers
  /** What to name to support. */
  readonly requestId: string | undefined
}

/**
 * The promise of a call, already under way. Awaiting it gives the result alone; `withResponse()` gives the raw status,
 * headers and request id beside it.
 *
 * @example
 * const order = await client.orders.get('ord_1')
 * const { data, status, requestId } = await client.orders.get('ord_1').withResponse()
 */
export class ApiPromise<T> implements Promise<T> {
  readonly [Symbol.toStringTag] = 'ApiPromise'
  readonly #response: Promise<ApiResponse<T>>

  constructor(response: Promise<ApiResponse<T>>) {
    this.#response = response
  }

  /** The result with the status, headers and request id of its answer; sends nothing more. */
  withResponse(): Promise<ApiResponse<T>> {
    return this.#response
  }

  // biome-ignore lint/suspicious/noThenProperty: it is a promise.
  then<A = T, B = never>(
    fulfilled?: ((data: T) => A | PromiseLike<A>) | null,
    rejected?: ((reason: unknown) => B | PromiseLike<B>) | null,
  ): Promise<A | B> {
    return this.#response.then(({ data }) => data).then(fulfilled, rejected)
  }

  catch<B = never>(rejected?: ((reason: unknown) => B | PromiseLike<B>) | null): Promise<T | B> {
    return this.then(null, rejected)
  }

  finally(settled?: (() => void) | null): Promise<T> {
    return this.then().finally(settled)
  }
}
