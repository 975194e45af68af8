import { type ErrorCode, streamPath } from '@openbourse/spec'
import type { ApiCall, ApiReply } from '../api/call.ts'
import type { StreamSession, StreamSocket } from '../streams/session.ts'

/** What every transport serves. The two seams behind it know nothing of sockets. */
export interface Backend {
  handle(call: ApiCall): Promise<ApiReply>
  /** The same for callers that hold a Request. */
  fetch(request: Request): Promise<Response>
  openStream(socket: StreamSocket): StreamSession
  /**
   * The answer of the HTTP edge to what never becomes a call: too large, too slow, for another host. With the page's
   * origin, where there was one, a page that may read answers can read this one too.
   */
  refuse(code: ErrorCode, detail: string, target: string, origin?: string): ApiReply
}

/** Where a stream is opened, below the base URL. */
export const STREAM_PATH = streamPath
export const STREAM_PROTOCOL = 'openbourse.v1.json'

/** What `handle` rejects with instead of answering, where the connection is to end without a word. */
export class ConnectionDropped extends Error {
  override readonly name = 'ConnectionDropped'
}
