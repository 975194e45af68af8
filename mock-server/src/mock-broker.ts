import type { BorrowOption } from './options/margin-options.ts'
import type { Backend } from './transports/backend.ts'
import type { CorporateActionInput } from './worlds/corporate-action-input.ts'
import type { Scope } from './worlds/principal.ts'
import type { DecimalInput, ScriptedQuote, ScriptedTrade, TradeCorrection } from './worlds/scripted-market.ts'

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
  /** Streams close with 1001, and nothing moves any more. */
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

export interface MockMarket {
  /**
   * Sets the best prices of a symbol, whose background market ends. Resting orders that the quote crosses fill.
   * @throws Error on an unknown symbol or a value off tick or lot, saying what would be right
   * @example
   * ```ts
   * broker.market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01', askQuantity: '300' })
   * ```
   */
  setQuote(symbol: string, quote: ScriptedQuote): void
  /** Publishes a trade. Resting orders priced better than it fill, at most its quantity. */
  printTrade(symbol: string, trade: ScriptedTrade): void
  /**
   * Undoes a trade, as a venue does with one that was clearly wrong: stock, money and fees go back by opposite
   * bookings, its orders are told `tradeBusted`, and the tape too. An order that works still trades that much again;
   * one that has ended stays so.
   * @param tradeId of a fill or of listTrades, for example `trd_7`
   * @throws Error on a trade that is unknown, too old, or busted before
   * @example
   * ```ts
   * const [fill] = (await client.fills.list()).data
   * broker.market.bustTrade(fill.tradeId, 'price was a typing error')
   * ```
   */
  bustTrade(tradeId: string, reason?: string): void
  /**
   * Corrects the price of a trade, or takes back a part of it: the old fills are undone, and new ones booked. Of a
   * print with several executions the latest are made smaller first; one that nothing is left for is busted.
   */
  correctTrade(tradeId: string, correction: TradeCorrection): void
  /**
   * Announces a split or a cash dividend of a stock; answers its id. In the night before the ex-date open orders are
   * adjusted, a split changes the positions, and the background market goes on at the new price; a dividend is paid
   * in the night before its payable date.
   * @throws Error on an unknown symbol, a day that has come, or a wrong value
   * @example
   * ```ts
   * broker.market.declareCorporateAction('AAPL', { type: 'split', newUnits: 4, oldUnits: 1, exDate: '2026-01-07' })
   * ```
   */
  declareCorporateAction(symbol: string, action: CorporateActionInput): string
  /**
   * Nothing trades until `resume`; orders are refused. Open orders stay as they are, or are told `suspended`, or are canceled.
   * @default orders 'keep'
   */
  halt(symbol: string, reason?: string, options?: { readonly orders?: 'keep' | 'suspend' | 'cancel' }): void
  /**
   * Trading goes on: at once, or after orders were collected for `auctionMs` of world time by an auction, whose
   * indications the status channel tells.
   * @example
   * ```ts
   * broker.market.halt('AAPL', 'news pending')
   * broker.market.resume('AAPL', { auctionMs: 60_000 })
   * await broker.clock.advance(60_000)
   * ```
   */
  resume(symbol: string, options?: { readonly auctionMs?: number }): void
  /**
   * Changes what margin accounts can borrow of a stock, as lenders do overnight. Unless it is easy to borrow now, open
   * sales that would sell it short are canceled with the reason `borrow-unavailable`; what is short stays so.
   * @throws Error on an unknown symbol, or one that is no stock
   * @example
   * ```ts
   * broker.market.setBorrow('TSLA', { quantity: '500' })
   * ```
   */
  setBorrow(symbol: string, borrow: BorrowOption): void
  /**
   * Cancels an order that its owner did not ask to cancel, at once.
   * @default reason 'canceled-by-operator'
   * @throws Error when the order is unknown or has ended
   */
  cancelOrder(orderId: string, reason?: CancelReason): void
}

/** Why the venue cancels an order by itself. */
export type CancelReason =
  | 'canceled-by-operator'
  | 'canceled-on-halt'
  | 'corporate-action'
  | 'system-failure'
  | 'connection-lost'

export interface MockAccount {
  /**
   * Pays in money; a negative amount pays out.
   * @default the first account, USD
   */
  deposit(amount: DecimalInput, to?: { readonly accountId?: string; readonly asset?: string }): void
  /** Delivers units of an instrument, so that they can be sold. */
  depositPosition(symbol: string, quantity: DecimalInput, to?: { readonly accountId?: string }): void
}

export interface MockClock {
  /** World time, RFC 3339 with six decimals. */
  now(): string
  pause(): void
  /** @default at the pace of the machine */
  resume(speed?: number): void
  /** 1 is the pace of the machine. */
  setSpeed(speed: number): void
  /**
   * Plays the next `milliseconds` of world time at once; of more than ten minutes the background market plays the
   * last ten, everything else happens at its own time. The time of tokens and
   * signatures moves with it. When the promise resolves, in-process streams have been
   * handed what happened.
   */
  advance(milliseconds: number): Promise<void>
}
