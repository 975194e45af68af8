import type { Http } from '../http/http.ts'
import type { CallOptions } from '../http/operation.ts'

/** The server itself; needs no credentials. */
export const createMeta = (http: Http) => ({
  /** Whether the server is up, and which version of the contract it speaks. */
  status: (options?: CallOptions) => http.one('getStatus GET /v1/status', {}, options),
  /** The time of the market (`world`) and of deadlines and signatures (`security`). */
  time: (options?: CallOptions) => http.one('getTime GET /v1/time', {}, options),
  /** How long requests, look-ups and client order ids are good for. */
  limits: (options?: CallOptions) => http.one('getLimits GET /v1/limits', {}, options),
})
