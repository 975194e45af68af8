import type { Feed } from '../feed/feed.ts'
import type { Clock } from '../ports/clock.ts'
import type { Authenticator, Principal } from '../worlds/principal.ts'
import type { StreamLimits } from './limits.ts'

/** What a session needs of its socket: nothing but to send and to close. */
export interface StreamSocket {
  /** `bytes`, where given, is the same message encoded once for all readers. */
  send(text: string, bytes?: Uint8Array): void
  close(code: number, reason: string): void
  /** Bytes handed to `send` that the peer has not taken yet; 0 where a transport cannot tell. */
  bufferedAmount(): number
  /** True for a transport that writes bytes; nothing is encoded for the others. */
  readonly takesBytes?: boolean
}

/** One stream connection's protocol, from welcome to close; knows no socket library. */
export interface StreamSession {
  /** A text frame arrived. */
  receive(text: string): void
  /** The peer or the transport closed. */
  closed(): void
  /** The server ends the session: `shutdown` and `graceMs` of going on where that is not 0, then the close code. */
  end(code: number, reason: string, graceMs?: number): void
  /** Whether the peer is behind: a market that can wait should. */
  backlogged(): boolean
}

export interface StreamContext {
  readonly feed: Feed
  readonly authenticator: Authenticator
  readonly clock: Clock
  /** Tells when a token ends. @default the transport clock */
  readonly securityClock?: Clock
  readonly sessionId: string
  /** World time as RFC 3339. */
  worldTime(): string
  /** @default relaxed */
  readonly limits?: StreamLimits
  /** The other sessions of the world; without it a session is alone. */
  readonly peers?: SessionPeers
  /** Told of failures inside the server, which close the session with 1011. */
  onError?(error: unknown): void
}

/** What the hub does with whatever it has open: a session or an event stream. */
export type OpenStream = Pick<StreamSession, 'end' | 'backlogged'>

/** What a session tells of itself to those that share its world. */
export interface SessionPeers {
  joined(session: StreamSession): void
  /** Answers false when the account has too many sessions. */
  authenticated(session: StreamSession, principal: Principal, exclusive: boolean): boolean
  left(session: StreamSession): void
}
