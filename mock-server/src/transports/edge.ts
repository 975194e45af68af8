import type { IncomingMessage } from 'node:http'
import type { ErrorCode } from '@openbourse/spec'
import { STREAM_PATH, STREAM_PROTOCOL } from './backend.ts'
import { type HostCheck, isLoopbackName } from './hosts.ts'

/** What the HTTP edge refuses before there is a call. */
export interface EdgeRefusal {
  readonly code: ErrorCode
  readonly detail: string
  readonly headers?: Readonly<Record<string, string>>
}

/** The detail of a refusal for another Host. */
export const OTHER_HOST = 'This server does not answer for this host; --allow-host adds one'

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

/** Path and host of a request. A target may be a whole URL (RFC 9112, 3.2.2), whose host is then the one meant. */
export function originForm({ url = '/', headers }: IncomingMessage): {
  target: string
  host: string | undefined
} {
  if (url.startsWith('/')) return { target: url, host: headers.host }
  const [, host, rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/is.exec(url) ?? []
  if (host === undefined) return { target: url, host: headers.host }
  return { target: rest.startsWith('/') ? rest : `/${rest}`, host }
}

/** Two hosts mean one thing to us and another to whoever stands between; HTTP/1.1 asks for exactly one. */
export function hostRefusal({ rawHeaders, httpVersion }: IncomingMessage): EdgeRefusal | undefined {
  let hosts = 0
  for (let index = 0; index < rawHeaders.length; index += 2) {
    if (rawHeaders[index]?.length === 4 && rawHeaders[index]?.toLowerCase() === 'host') hosts += 1
  }
  if (hosts === 1 || (hosts === 0 && httpVersion === '1.0')) return undefined
  const detail = hosts === 0 ? 'A request names its Host' : 'A request has one Host header'
  return { code: 'malformed-request', detail }
}

/** The page that sent what node:http could not read, where that much of it arrived. */
export function originOf(rawPacket: Buffer | undefined): string | undefined {
  return /^origin:[ \t]*([\x21-\x7e]{1,512})[ \t]*\r?$/im.exec(rawPacket?.toString('latin1') ?? '')?.[1]
}

/** Whether the request wants the one protocol that this server changes to. */
export function isStreamHandshake({ headers }: IncomingMessage): boolean {
  return headers.upgrade?.toLowerCase() === 'websocket'
}

/** The head of the request as it would have been sent without the offer of another protocol. */
export function withoutUpgrade({ method, url, httpVersion, rawHeaders }: IncomingMessage): Buffer {
  const lines = [`${method} ${url} HTTP/${httpVersion}`]
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? ''
    if (!/^(upgrade|connection|http2-settings)$/i.test(name)) lines.push(`${name}: ${rawHeaders[index + 1]}`)
  }
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

/** Why a WebSocket handshake is refused, or undefined when it may go on. */
export function upgradeRefusal(
  request: IncomingMessage,
  admits: HostCheck,
  origins: readonly string[],
): EdgeRefusal | undefined {
  const { headers, method } = request
  const wrongHost = hostRefusal(request)
  if (wrongHost !== undefined) return wrongHost
  const path = (request.url ?? '/').split('?', 1)[0]
  if (!admits(headers.host)) {
    return { code: 'misdirected-request', detail: OTHER_HOST }
  }
  if (path !== STREAM_PATH) {
    return { code: 'unknown-route', detail: `Streams are opened at ${STREAM_PATH}` }
  }
  if (method !== 'GET') {
    const detail = 'A stream is opened by GET with Upgrade: websocket'
    return { code: 'method-not-allowed', detail, headers: { allow: 'GET, HEAD, OPTIONS' } }
  }
  if (headers['sec-websocket-version'] !== VERSION) {
    const detail = `The one version of the protocol is ${VERSION}, in Sec-WebSocket-Version`
    return { code: 'malformed-request', detail, headers: { 'sec-websocket-version': VERSION } }
  }
  if (!KEY.test(headers['sec-websocket-key'] ?? '')) {
    return { code: 'malformed-request', detail: 'Sec-WebSocket-Key is 16 bytes in base64' }
  }
  const offered = headers['sec-websocket-protocol']?.split(',').map((name) => name.trim())
  if (offered && !offered.includes(STREAM_PROTOCOL)) {
    return { code: 'malformed-request', detail: `The one subprotocol is ${STREAM_PROTOCOL}` }
  }
  if (!isAllowedOrigin(headers.origin, headers.host, origins)) {
    return { code: 'origin-not-allowed', detail: 'Pages of other hosts may not open streams' }
  }
  return undefined
}

/** RFC 6455, 4.1. */
const VERSION = '13'
const KEY = /^[+/0-9A-Za-z]{22}==$/

/** Browsers send Origin, and let any page open a socket to any host: pages of this machine, our own, and those allowed may. */
function isAllowedOrigin(
  origin: string | undefined,
  host: string | undefined,
  allowed: readonly string[],
): boolean {
  if (origin === undefined || allowed.includes('*') || allowed.includes(origin)) return true
  if (!URL.canParse(origin)) return false
  const page = new URL(origin)
  return page.host === host || isLoopbackName(page.hostname)
}
