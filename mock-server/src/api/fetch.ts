import type { ApiCall, ApiReply } from './call.ts'
import { EDGE_LIMITS } from './edge.ts'

/** Wraps `handle` for callers that have a Request: in process and behind MSW. */
export async function fetchThrough(
  handle: (call: ApiCall) => Promise<ApiReply>,
  request: Request,
): Promise<Response> {
  const reply = await handle(await toCall(request))
  const withoutBody = request.method === 'HEAD' || reply.status === 204 || reply.status === 304
  return new Response(withoutBody ? null : (reply.body ?? null), {
    status: reply.status,
    headers: reply.headers,
  })
}

async function toCall(request: Request): Promise<ApiCall> {
  const url = request.url
  const path = url.indexOf('/', url.indexOf('//') + 2)
  const hash = url.indexOf('#')
  const body = request.body === null ? undefined : await readBounded(request.body)
  let headerCount = 0
  let headerBytes = 0
  for (const [name, value] of request.headers) {
    headerCount += 1
    headerBytes += name.length + value.length + 4
  }
  return {
    method: request.method,
    target: path === -1 ? '/' : url.slice(path, hash === -1 ? undefined : hash),
    // A Request has no Host of its own: it is written when the request leaves.
    header: (name) => request.headers.get(name) ?? (name === 'host' ? new URL(url).host : undefined),
    headerCount,
    headerBytes,
    ...(body === undefined ? undefined : { body }),
  }
}

/** Stops one byte past the limit: enough to know that the body is too large. */
async function readBounded(stream: ReadableStream<Uint8Array>): Promise<Uint8Array> {
  const limit = EDGE_LIMITS.bodyBytes + 1
  const chunks: Uint8Array[] = []
  let length = 0
  const reader = stream.getReader()
  while (length < limit) {
    const { done, value } = await reader.read()
    if (done) break
    const part = value.subarray(0, limit - length)
    chunks.push(part)
    length += part.byteLength
  }
  // Not awaited: the clone of a request ends only when its original is canceled too, which MSW 2 never does.
  if (length === limit) void reader.cancel().catch(() => {})
  const whole = new Uint8Array(length)
  let at = 0
  for (const chunk of chunks) {
    whole.set(chunk, at)
    at += chunk.byteLength
  }
  return whole
}
