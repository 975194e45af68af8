/** What a transport can express of a network's behaviour; what it cannot is refused when asked for, never ignored. */

export type TransportName = 'inProcess' | 'msw' | 'port'

export type Capability =
  /** A TCP connection that is reset, or half open without a word. */
  | 'connectionReset'
  | 'halfOpenConnection'
  /** Frames that break RFC 6455. */
  | 'badFrame'
  /** An answer that ends in its middle, or arrives byte by byte. */
  | 'truncatedAnswer'
  | 'slowAnswer'
  /** A body in gzip or brotli. */
  | 'contentCoding'
  /** A status other than 101 to a WebSocket handshake. */
  | 'handshakeStatus'
  /** A server that knows how much its client has not read yet. */
  | 'backPressure'
  /** WebSocket ping and pong frames. */
  | 'pingFrames'

const NETWORK_ONLY = ['port'] as const

export const capabilities = {
  connectionReset: NETWORK_ONLY,
  halfOpenConnection: NETWORK_ONLY,
  badFrame: NETWORK_ONLY,
  truncatedAnswer: NETWORK_ONLY,
  slowAnswer: NETWORK_ONLY,
  contentCoding: NETWORK_ONLY,
  handshakeStatus: NETWORK_ONLY,
  backPressure: ['inProcess', 'msw', 'port'],
  pingFrames: NETWORK_ONLY,
} as const satisfies Record<Capability, readonly TransportName[]>

/** @throws Error when the transport cannot express what is asked for, naming those that can. */
export function assertCapability(transport: TransportName, capability: Capability): void {
  const able: readonly TransportName[] = capabilities[capability]
  if (able.includes(transport)) return
  throw new Error(`The transport ${transport} cannot express ${capability}; use ${able.join(' or ')}`)
}
