import type { ApiCall } from './call.ts'
import { type ProblemSource, type Refusal, refuse } from './problems.ts'

/** Sizes that hold for every request, whatever it asks for. */
export const EDGE_LIMITS = {
  targetBytes: 8 * 1024,
  headers: 100,
  headerBytes: 16 * 1024,
  bodyBytes: 64 * 1024,
} as const

/** What is wrong with a request before anybody looks at its path; undefined when nothing is. */
export function checkEdge(source: ProblemSource, call: ApiCall): Refusal | undefined {
  if (call.target.length > EDGE_LIMITS.targetBytes) {
    return refuse(source, 'uri-too-long', 'The request target is longer than 8192 bytes.')
  }
  if ((call.headerCount ?? 0) > EDGE_LIMITS.headers) {
    return refuse(source, 'headers-too-large', 'The request has more than 100 headers.')
  }
  if ((call.headerBytes ?? 0) > EDGE_LIMITS.headerBytes) {
    return refuse(source, 'headers-too-large', 'The headers are larger than 16384 bytes.')
  }
  return call.body === undefined || call.body.length === 0 ? undefined : checkBody(source, call)
}

function checkBody(source: ProblemSource, call: ApiCall): Refusal | undefined {
  if (isLargerThan(call.body ?? '', EDGE_LIMITS.bodyBytes)) {
    return refuse(source, 'body-too-large', 'The body is larger than 65536 bytes.')
  }
  const encoding = call.header('content-encoding')
  if (encoding !== undefined && encoding.toLowerCase() !== 'identity') {
    return refuse(source, 'unsupported-media-type', 'The body must be sent without a Content-Encoding.')
  }
  return undefined
}

/** A body must be of the type that its operation takes; JSON where it takes none. */
export function checkMediaType(
  source: ProblemSource,
  call: ApiCall,
  bodyType: string | null,
): Refusal | undefined {
  if (call.body === undefined || call.body.length === 0) return undefined
  const type = call.header('content-type')
  if (bodyType === FORM) {
    if (type?.split(';', 1)[0]?.trim().toLowerCase() === FORM) return undefined
    const detail = `The body must be sent with the header Content-Type: ${FORM}.`
    return refuse(source, 'unsupported-media-type', detail)
  }
  if (isJson(type)) return undefined
  const detail = 'A body must be sent with the header Content-Type: application/json, in UTF-8.'
  return refuse(source, 'unsupported-media-type', detail)
}

const FORM = 'application/x-www-form-urlencoded'

/** `application/json`, alone or with `charset=utf-8`. */
function isJson(contentType: string | undefined): boolean {
  if (contentType === 'application/json') return true
  return contentType !== undefined && /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType)
}

function isLargerThan(body: Uint8Array | string, limit: number): boolean {
  if (typeof body !== 'string') return body.byteLength > limit
  // One UTF-16 unit is one to three bytes of UTF-8: most texts need no counting.
  if (body.length * 3 <= limit) return false
  return body.length > limit || new TextEncoder().encode(body).byteLength > limit
}
