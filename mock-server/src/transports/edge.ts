import type { IncomingMessage } from 'node:http'
import type { ErrorCode } from '@openbourse/spec'
import { STREAM_PATH, STREAM_PROTOCOL } from './backend.ts'
import { type HostCheck, isLoopbackName } from './hosts.ts'

/** What the HTTP edge refuses before there is a call. */
export interface EdgeRefusal {
  readonly code: ErrorCode
  readonly detail: string
}

/** What went wrong with a request that node:http could not read, by the error's code. */
export function edgeErrorOf(errorCode: string | undefined): EdgeRefusal {
  switch (errorCode) {
    case 'HPE_HEADER_OVERFLOW':
      return { code: 'headers-too-large', detail: 'The headers of a request are at most 16 KiB' }
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return {
        code: 'request-timeout',
        detail: 'Headers must arrive within 5 s, the whole request within 10 s',
      }
    default:
      return { code: 'malformed-request', detail: 'This is not an HTTP/1.1 request' }
  }
}

/** Why a WebSocket handshake is refused, or undefined when it may go on. */
export function upgradeRefusal(request: IncomingMessage, admits: HostCheck): EdgeRefusal | undefined {
  const { headers, method } = request
  const path = (request.url ?? '/').split('?', 1)[0]
  if (!admits(headers.host)) {
    return { code: 'misdirected-request', detail: 'This server answers for loopback hosts only' }
  }
  if (path !== STREAM_PATH) {
    return { code: 'unknown-route', detail: `Streams are opened at ${STREAM_PATH}` }
  }
  if (method !== 'GET' || headers.upgrade?.toLowerCase() !== 'websocket') {
    return { code: 'malformed-request', detail: 'A stream is opened by GET with Upgrade: websocket' }
  }
  const offered = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim())
  if (offered && !offered.includes(STREAM_PROTOCOL)) {
    return { code: 'malformed-request', detail: `The one subprotocol is ${STREAM_PROTOCOL}` }
  }
  if (!isAllowedOrigin(headers.origin, headers.host)) {
    return { code: 'forbidden', detail: 'Pages of other hosts may not open streams' }
  }
  return undefined
}

/** Browsers send Origin, and let any page open a socket to any host: pages of this machine and our own may. */
function isAllowedOrigin(origin: string | undefined, host: string | undefined): boolean {
  if (origin === undefined) return true
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  return page.host === host || isLoopbackName(page.hostname)
}
