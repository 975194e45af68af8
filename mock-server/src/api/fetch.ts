import type { ApiCall, ApiReply, ReplyStream } from './call.ts'
import { EDGE_LIMITS } from './edge.ts'

/** Wraps `handle` for callers that have a Request: in process and behind MSW. */
export async function fetchThrough(
  handle: (call: ApiCall) => Promise<ApiReply>,
  request: Request,
): Promise<Response> {
  const reply = await handle(await toCall(request))
  const { status, headers, stream } = reply
  const withoutBody = request.method === 'HEAD' || status === 204 || status === 304
  if (withoutBody) stream?.closed()
  const body = stream === undefined ? (reply.body ?? null) : readable(stream, request.signal)
  return new Response(withoutBody ? null : body, { status, headers })
}

const encoder = new TextEncoder()

/** A body that is written as it is read; a reader that goes away, or whose request is aborted, ends it. */
function readable(stream: ReplyStream, signal: AbortSignal): ReadableStream<Uint8Array> {
  let aborted = (): void => {}
  const over = (): void => {
    signal.removeEventListener('abort', aborted)
    stream.closed()
  }
  const start = (controller: ReadableStreamDefaultController<Uint8Array>): void => {
    aborted = () => {
      over()
      controller.error(signal.reason)
    }
    signal.addEventListener('abort', aborted)
    stream.start({
      send: (text) => controller.enqueue(encoder.encode(text)),
      close() {
        signal.removeEventListener('abort', aborted)
        controller.close()
      },
      bufferedAmount: () => -(controller.desiredSize ?? 0),
    })
    if (signal.aborted) aborted()
  }
  // What is enqueued waits for its reader: counted, so that one who does not read is noticed.
  return new ReadableStream({ start, cancel: over }, new ByteLengthQueuingStrategy({ highWaterMark: 0 }))
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
