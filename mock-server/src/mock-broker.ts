import type { MockAccount } from './steering/account.ts'
import type { MockClock } from './steering/clock.ts'
import type { MockMarket } from './steering/market.ts'
import type { Backend } from './transports/backend.ts'
import type { Scope } from './worlds/principal.ts'

/** A brokerage in this process: clients reach it by its `fetch` and `WebSocket`, tests steer it by the rest. */
export interface MockBroker extends AsyncDisposable {
  /** Reaches this broker and no network. */
  readonly fetch: typeof globalThis.fetch
  /** Opens streams of this broker and no network. */
  readonly WebSocket: typeof globalThis.WebSocket
  /** For example `http://127.0.0.1:4010`. */
  readonly baseUrl: string
  /** For example `ws://127.0.0.1:4010/v1/stream`. */
  readonly streamUrl: string
  /** Of the first account. */
  readonly credentials: { readonly apiKey: string }
  /** Of keys that sign for the first account, the same in every mock: they protect nothing. */
  readonly demoCredentials: DemoCredentials
  readonly seed: number
  /** Symbols of the instruments that are listed now. */
  symbols(): string[]
  readonly market: MockMarket
  readonly account: MockAccount
  readonly clock: MockClock
  /** What transports serve; needed only to write one. */
  readonly backend: Backend
  /** An access token for the first account, as createAccessToken gives. @default all scopes, an hour */
  issueAccessToken(options?: AccessTokenOptions): string
  /** Ends a key, its tokens, and with 4403 its streams. @throws Error when there is no such key */
  revokeKey(keyId: string): void
  /** Begins anew with the same options: another epoch, no orders, the first balances. Streams close with 1012. */
  reset(): Promise<void>
  /** Streams close with 1001, and nothing moves any more: what would move it throws. */
  close(): Promise<void>
}

export interface DemoCredentials {
  readonly hmac: { readonly keyId: string; readonly secret: string }
  /** The private key in PKCS #8 form, as PEM. */
  readonly ed25519: { readonly keyId: string; readonly privateKey: string }
}

export interface AccessTokenOptions {
  readonly scopes?: readonly Scope[]
  readonly expiresInSeconds?: number
}
