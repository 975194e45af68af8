import type { CorsRule } from '../api/cors.ts'
import type { RateLimits } from '../api/limits/rate-limits.ts'
import type { FeeSchedule } from '../exchange/accounts/fees/fee-schedule.ts'
import type { CostBasis, SettlementRules } from '../exchange/commands.ts'
import type { SessionCalendar } from '../exchange/sessions/calendar.ts'
import type { VolatilityRules } from '../exchange/sessions/volatility.ts'
import type { MarketChoice, MarketName } from '../market/market-models.ts'
import type { ReplaySource } from '../market/replay/replay-source.ts'
import type { Clock } from '../ports/clock.ts'
import type { StreamLimits } from '../streams/limits.ts'
import type { ConnectionLimits } from '../transports/connection-limits.ts'
import type { InterestOptions, WorldAccount } from '../worlds/accounts.ts'
import type { SigningKeyOptions } from '../worlds/signing-keys.ts'
import type { BorrowOption, MarginOptions } from './margin-options.ts'

export const CALENDAR_NAMES = ['XNYS', '24x5', '24x7'] as const
export type CalendarName = (typeof CALENDAR_NAMES)[number]
export type CalendarChoice = CalendarName | SessionCalendar
/** What is left out is always open. */
export interface CalendarsByClass {
  readonly usEquity?: CalendarChoice
  readonly crypto?: CalendarChoice
  readonly fx?: CalendarChoice
}

export interface MockBrokerOptions {
  /**
   * Chance of the background market: the same seed, clock and commands give the same events.
   * @default 1
   */
  readonly seed?: number
  /**
   * Instruments with a background market. An unknown name gets a stock's defaults.
   * @default the demo world: AAPL, AMZN, BRK.B, MSFT, NVDA, TSLA, BTC-USD, ETH-USD, SOL-USD, AUD-USD, EUR-USD, GBP-USD
   */
  readonly symbols?: readonly string[]
  /**
   * What moves these instruments. `calm` is a slow book of eight levels, easy to read; `orderFlow` individual orders
   * with the statistics of recorded markets (docs/realism of the repository says how near they come); `gbm` quotes around geometric
   * Brownian motion; `scripted` quotes around prices that you decide.
   * @default 'calm'
   * @example
   * ```ts
   * createMockBroker({ market: 'orderFlow' })
   * createMockBroker({ market: { model: 'orderFlow', presets: { AAPL: 'largeTickStock' } } })
   * createMockBroker({ market: { model: 'gbm', volatility: 0.4 } })
   * createMockBroker({ market: { model: 'scripted', prices: { AAPL: [[0, '190.00'], [60, '191.50']] } } })
   * createMockBroker({ market: { model: 'scripted', prices: { AAPL: (seconds) => 190 + seconds / 100 } } })
   * ```
   */
  readonly market?: MarketName | MarketChoice
  /**
   * How world time moves. `real` is the machine's time; `paused` stands at 2026-01-05T14:30:00Z and moves by
   * `clock.advance` alone; an object chooses the start (RFC 3339) and the speed (0 is paused).
   * @default 'real'
   */
  readonly clock?: 'real' | 'paused' | { readonly start?: string; readonly speed?: number }
  /**
   * Sessions of US stocks, or of each asset class. `XNYS`: New York, with trading before and after the session,
   * auctions, holidays and early closes. `24x5`: from Sunday to Friday 17:00 in New York, but for
   * the trade dates 25 December and 1 January. `24x7`: always open.
   * @default always open
   * @example
   * ```ts
   * createMockBroker({ calendar: { usEquity: 'XNYS', fx: '24x5' } })
   * ```
   */
  readonly calendar?: CalendarChoice | CalendarsByClass
  /**
   * Opening and closing auctions end less than so many milliseconds after the time that the calendar announces, each
   * at a moment drawn from the seed: nobody can wait for the last one.
   * @default 0: at the time that is announced
   */
  readonly auctionRandomEndMs?: number
  /**
   * What stops stocks that move too fast, in the regular sessions of their calendar: price bands (limit up, limit
   * down) with pauses, and the market-wide circuit breakers on the mean of all stocks.
   * @default nothing
   * @example
   * ```ts
   * createMockBroker({ calendar: 'XNYS', volatility: { priceBands: true, tier2: ['TSLA'], marketWide: true } })
   * ```
   */
  readonly volatility?: VolatilityRules
  /**
   * Milliseconds of world time that cancelOrder and replaceOrder take to reach their order. Meanwhile it is
   * `pendingCancel` or `pendingReplace` and may be filled, so that a request can come too late; a second request is
   * refused with 409 `request-pending`. Mass cancels and the venue itself do not wait.
   * @default 0: done when the request is answered
   */
  readonly requestLatencyMs?: number
  /**
   * Whether open orders are told `doneForDay` when their session ends, and renewed when the next one begins.
   * @default false
   */
  readonly dayEndReports?: boolean
  /**
   * How much a client may do how fast: `realistic` has the quotas of a real venue, `relaxed` the same rules with
   * quotas that no test meets by accident and no ban. An object changes single numbers of `relaxed`.
   * @default 'relaxed'
   * @example
   * ```ts
   * createMockBroker({ limits: { rates: { orders: { quota: 5, windowSeconds: 1 } } } })
   * ```
   */
  readonly limits?: 'relaxed' | 'realistic' | CustomLimits
  /**
   * Pages of other origins that may read answers and open streams, each like `http://localhost:5173`; `*` is any.
   * @default none
   */
  readonly cors?: CorsRule
  /** @default one account, `acc_demo` with 100,000.00 USD, for the key `mk_demo` */
  readonly accounts?: readonly [WorldAccount, ...WorldAccount[]]
  /**
   * What executions cost: one schedule, or several for different asset classes. `usRetail` charges the regulators' fees
   * on sales of stocks at the rates of the day, `perShare` a commission on stocks, `publicLike` crypto by the size of
   * the order, `cryptoTiers` crypto by what was traded in 30 days, `exchangeRebates` stocks as exchanges do, `binanceLike`,
   * `krakenLike` and `coinbaseLike` crypto at those venues' first rates for resting and incoming orders.
   * `docs/parameters.md` has the numbers.
   * @default no fees
   */
  readonly fees?: FeeSchedule | readonly FeeSchedule[]
  /**
   * A year's rates of interest, booked at the end of each month with years of 360 days: on what margin accounts owe, on
   * what accounts have, and on what is sold short.
   * @default no interest
   * @example
   * ```ts
   * createMockBroker({ accountType: 'margin', interest: { debit: '0.0825', borrow: '0.003' } })
   * ```
   */
  readonly interest?: InterestOptions
  /** How the accounts count profit: by average cost, or by lots, first in, first out. @default 'averageCost' */
  readonly costBasis?: CostBasis
  /**
   * Proceeds of sales may be traded with before they settle. `strict` restricts an account to settled money for 90 days
   * after its fourth good-faith violation in a year; `relaxed` only counts them.
   * @default 'relaxed'
   */
  readonly settlementRules?: SettlementRules
  /** The kind of accounts that say nothing of their own. @default 'cash' */
  readonly accountType?: 'cash' | 'margin'
  /**
   * How stocks can be borrowed for short sales, by symbol: `none`, `easy`, or so many in all.
   * @default easy
   * @example
   * ```ts
   * createMockBroker({ borrow: { TSLA: 'none', NVDA: { quantity: '500' } } })
   * ```
   */
  readonly borrow?: Readonly<Record<string, BorrowOption>>
  /** How margin accounts are kept. @default the rules that are in force on the world's date */
  readonly margin?: MarginOptions
  /** Keys that sign their requests, beside the demo world's `mk_demo_hmac` and `mk_demo_ed25519`. */
  readonly keys?: readonly SigningKeyOptions[]
  /** Refuses plain keys sent as a bearer: only signatures and tokens are taken. @default false */
  readonly strictAuth?: boolean
  /**
   * Origin that the mock answers for in process and behind MSW; nothing listens there.
   * @default 'http://127.0.0.1:4010'
   */
  readonly baseUrl?: string
  /** Recorded data as the market, beside `symbols` (none by default then). */
  readonly replay?: ReplayPlan
  /**
   * How webhooks leave: a function like `fetch`, which decides what it reaches. Without one nothing leaves this
   * process, and deliveries are listed as failed with the reason `no-transport`.
   * @example
   * ```ts
   * createMockBroker({ webhookFetch: async (url, init) => receive(new Request(url, init)) })
   * ```
   */
  readonly webhookFetch?: typeof globalThis.fetch
  /** Heartbeats, deadlines and time-outs. @default the machine's clock */
  readonly transportClock?: Clock
  /** Names the next epoch; no name may come twice. @default random */
  readonly nextEpoch?: () => string
  /** Hears of faults inside the mock, which clients see as `internal-error` or a close with 1011. */
  readonly onInternalError?: (error: unknown) => void
}

/** Limits of one's own; what is not named is as in `relaxed`. */
export interface CustomLimits extends Partial<StreamLimits>, Partial<ConnectionLimits> {
  readonly rates?: Partial<RateLimits['rates']>
  /** Shuts a key out that goes on after too many answers 429. @default null: never */
  readonly ban?: RateLimits['ban']
  /** Wrong secrets that one address may send for one client of the token endpoint. */
  readonly attempts?: RateLimits['attempts']
}

/** Everything that a client may do only so often. */
export interface Limits extends StreamLimits, ConnectionLimits, RateLimits {}

export interface ReplayPlan {
  readonly source: ReplaySource
  /**
   * 1 is the pace of the recording. `max` is as fast as the readers take it: it begins with the first stream
   * subscription and waits for readers, so that they get every quote.
   * @default 1
   */
  readonly speed?: number | 'max'
  /** Opens the recording again for `reset()`, which is refused without it. */
  readonly reopen?: () => Promise<ReplaySource>
  /** Hears once of a file that broke off; the market stays as it was then. */
  readonly onError?: (error: unknown) => void
}

export const DEFAULT_BASE_URL = 'http://127.0.0.1:4010'
