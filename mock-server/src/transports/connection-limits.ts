/** What one server lets its callers open; an address is that of the peer's socket. */
export interface ConnectionLimits {
  /** Open at once, streams among them. One more is ended without a word. */
  readonly connections: number
  readonly connectionsPerAddress: number
  /** Streams that an address may ask for within {@link HANDSHAKE_SECONDS}. */
  readonly handshakesPerAddress: number
}

export const HANDSHAKE_SECONDS = 300

export const REALISTIC_CONNECTIONS: ConnectionLimits = {
  connections: 1_000,
  connectionsPerAddress: 100,
  handshakesPerAddress: 300,
}

/** The mock's default: everything comes from this machine, and no test meets these by accident. */
export const RELAXED_CONNECTIONS: ConnectionLimits = {
  connections: 10_000,
  connectionsPerAddress: 10_000,
  handshakesPerAddress: 3_000_000,
}
