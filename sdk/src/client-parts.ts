import type { SharedHttp } from './http/http.ts'

/** In the global symbol registry, so that a client is known to whichever copy of the package. */
const key = Symbol.for('openbourse.client')

/** To be spread into a client: what entry points of their own need of it, out of sight of its type. */
export const withParts = (parts: SharedHttp): object => ({ [key]: parts })

export const partsOf = (client: object): SharedHttp | undefined =>
  (client as { readonly [key]?: SharedHttp })[key]
