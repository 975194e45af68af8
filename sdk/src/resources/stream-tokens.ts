import type { Http } from '../http/http.ts'
import type { CallOptions } from '../http/operation.ts'

export const createStreamTokens = (http: Http) => ({
  /**
   * A token that opens one stream within 60 s: what a backend gives the browsers it serves. The client's own streams
   * ask for theirs by themselves.
   *
   * @remarks `expiresAt` is the security time in UTC. Sent once, never again by itself.
   */
  create: (options?: CallOptions) => http.one('createStreamToken POST /v1/stream-tokens', {}, options),
})
