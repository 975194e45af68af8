import type { Authenticator } from '../worlds/principal.ts'
import type { Feed } from '../feed/feed.ts'
import type { Clock } from '../ports/clock.ts'

/** What a session needs of its socket: nothing but to send and to close. */
export interface StreamSocket {
  /** `bytes`, where given, is the same message encoded once for all readers. */
  send(text: string, bytes?: Uint8Array): void
  close(code: number, reason: string): void
  /** Bytes handed to `send` that the peer has not taken yet; 0 where a transport cannot tell. */
  bufferedAmount(): number
}

/** One stream connection's protocol, from welcome to close; knows no socket library. */
export interface StreamSession {
  /** A text frame arrived. `byteLength` is its UTF-8 length. */
  receive(text: string): void
  /** The peer or the transport closed. */
  closed(): void
  /** The server ends the session: `shutdown` where time allows, then the close code. */
  end(code: number, reason: string): void
}

export interface StreamContext {
  readonly feed: Feed
  readonly authenticator: Authenticator
  readonly clock: Clock
  readonly sessionId: string
  /** World time as RFC 3339. */
  worldTime(): string
}
