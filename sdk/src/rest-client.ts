import { withParts } from './client-parts.ts'
import { createHttp, type Http } from './http/http.ts'
import { type ClientOptions, type ResolvedOptions, resolveOptions } from './options.ts'
import { createSendOrder } from './orders/submit.ts'
import { createAccounts, createPositions } from './resources/accounts.ts'
import {
  createBars,
  createCorporateActions,
  createEvents,
  createInstruments,
  createMarket,
  createOrderBooks,
  createQuotes,
  createSnapshots,
  createTrades,
} from './resources/market-data.ts'
import { createMeta } from './resources/meta.ts'
import { createFills, createOrders } from './resources/orders.ts'
import { createStreamTokens } from './resources/stream-tokens.ts'
import { createWatchlists } from './resources/watchlists.ts'
import { createWebhooks } from './resources/webhooks.ts'

/** How a client is closed. */
export interface CloseOptions {
  /** How long calls under way may take to finish; then they are stopped. @default 5000 */
  readonly timeoutMs?: number
}

/** The client without streams, and the parts that the streams share with it. */
export interface RestParts {
  readonly client: RestClient
  readonly http: Http
  readonly options: ResolvedOptions
}

/** @throws ConfigurationError when the options are wrong or do not fit together. */
export function createRestParts(given: ClientOptions): RestParts {
  const options = resolveOptions(given)
  const http = createHttp(options)
  return { client: createResources(http, options), http, options }
}

const defaultCloseMs = 5_000

const createResources = (http: Http, options: ResolvedOptions) => {
  const close = ({ timeoutMs = defaultCloseMs }: CloseOptions = {}): Promise<void> => http.close(timeoutMs)
  const send = createSendOrder(http, options)
  return {
    ...withParts(http.shared),
    ...createMeta(http),
    /** What can be traded. */
    instruments: createInstruments(http),
    /** The market's clock and calendar. */
    market: createMarket(http),
    /** Splits and dividends. */
    corporateActions: createCorporateActions(http),
    /** Best bids and offers. */
    quotes: createQuotes(http),
    /** Public trades. */
    trades: createTrades(http),
    /** Bars by timeframe. */
    bars: createBars(http),
    /** Quote, last trade, bar of the day and status at once. */
    snapshots: createSnapshots(http),
    /** Order books by price. */
    orderBooks: createOrderBooks(http),
    /** Accounts, balances, activities. */
    accounts: createAccounts(http),
    /** What an account owns, and closing it. */
    positions: createPositions(http, send),
    /** Submitting, replacing, canceling and reading orders. */
    orders: createOrders(http, options, send),
    /** Executions. */
    fills: createFills(http),
    /** Lists of symbols. */
    watchlists: createWatchlists(http),
    /** Where events are posted to, and what was posted. */
    webhooks: createWebhooks(http),
    /** Events of the streams by number. */
    events: createEvents(http),
    /** Tokens that open one stream. */
    streamTokens: createStreamTokens(http),
    /** Takes no new calls, lets those under way finish, and lets go of everything. May be called again. */
    close,
    /** For `await using`. */
    [Symbol.asyncDispose]: (): Promise<void> => close(),
  }
}

/**
 * Everything but the streams.
 *
 * @interface
 */
export type RestClient = ReturnType<typeof createResources>
