import type { Http } from '../http/http.ts'
import type { CallOptions } from '../http/operation.ts'

/** The server itself; needs no credentials. */
export const createMeta = (http: Http) => ({
  /**
   * Whether the server is up, and which version of the contract it speaks.
   *
   * @remarks Times in UTC. Sent up to three times.
   */
  status: (options?: CallOptions) => http.one('getStatus GET /v1/status', {}, options),
  /**
   * The time of the market (`world`) and of deadlines and signatures (`security`).
   *
   * @remarks Both in UTC; they may be far apart in a replay. Sent up to three times.
   */
  time: (options?: CallOptions) => http.one('getTime GET /v1/time', {}, options),
  /**
   * How long requests, look-ups and client order ids are good for.
   *
   * @remarks Times in milliseconds, retention in days, quotas in requests per `windowSeconds`. Sent up to three
   * times.
   */
  limits: (options?: CallOptions) => http.one('getLimits GET /v1/limits', {}, options),
})
