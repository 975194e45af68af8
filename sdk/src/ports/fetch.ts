/** As much of `fetch` as the client uses: one complete `Request` in, one `Response` out. */
export type Fetch = (request: Request) => Promise<Response>

/**
 * The given function, or the platform's `fetch` looked up at each use: whoever replaces the global later (a mock
 * started after the client was made) is still asked.
 */
export function lateFetch(given: Fetch | undefined): Fetch {
  return (request) => (given ?? globalThis.fetch)(request)
}
