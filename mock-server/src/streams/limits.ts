/** What a client may do how often; counters are a session's, connections an account's. */
export interface StreamLimits {
  readonly messagesPerSecond: number
  /** Messages at once after a pause. */
  readonly burst: number
  readonly connectionsPerAccount: number
}

/** The mock's default: the same machinery with quotas that no test meets by accident. */
export const RELAXED_LIMITS: StreamLimits = {
  messagesPerSecond: 200_000,
  burst: 500_000,
  connectionsPerAccount: 10_000,
}

export const REALISTIC_LIMITS: StreamLimits = { messagesPerSecond: 20, burst: 50, connectionsPerAccount: 5 }

/** These hold whatever the profile. Times in milliseconds of the transport clock, sizes in bytes. */
export const AUTHENTICATE_WITHIN_MS = 5_000
export const DEFAULT_HEARTBEAT_MS = 5_000
/** How often an event stream shows that it lives. */
export const COMMENT_EVERY_MS = 5_000
/** An event stream that no transport began by then was given up by its caller. */
export const START_WITHIN_MS = 5_000
/** What an event stream tells its reader to wait before it comes again. */
export const RECONNECT_AFTER_MS = 1_000
/** How often a heartbeat names every channel. */
export const FULL_HEARTBEAT_MS = 60_000
export const MESSAGE_BYTES = 64 * 1024
export const SUBSCRIPTIONS = 1_024
/** Malformed messages within the window that end a session. */
export const MALFORMED_MESSAGES = 10
export const MALFORMED_WINDOW_MS = 60_000
/** A second breach of the message rate within this time ends the session. */
export const RATE_WINDOW_MS = 10_000
/** A session's longest life, and the notice before its end. */
export const LIFETIME_MS = 86_400_000
export const LIFETIME_NOTICE_MS = 10_000

/** Below it a peer is up to date. */
export const LOW_WATER_BYTES = 64 * 1024
/** Above it quotes, books and trades wait. */
export const HIGH_WATER_BYTES = 256 * 1024
/** Above it the session is closed. */
export const CLOSE_BYTES = 1024 * 1024
/** A peer that took nothing for this long is closed. */
export const UNDRAINED_MS = 5_000
/** How often a waiting session looks whether its peer has read. */
export const DRAIN_POLL_MS = 20
/** Trades of a channel that wait for a slow peer; older ones are dropped with a `gap`. */
export const TRADES_HELD = 256
