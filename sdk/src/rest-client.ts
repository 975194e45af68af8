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
    instruments: createInstruments(http),
    market: createMarket(http),
    corporateActions: createCorporateActions(http),
    quotes: createQuotes(http),
    trades: createTrades(http),
    bars: createBars(http),
    snapshots: createSnapshots(http),
    orderBooks: createOrderBooks(http),
    accounts: createAccounts(http),
    positions: createPositions(http, send),
    orders: createOrders(http, options, send),
    fills: createFills(http),
    watchlists: createWatchlists(http),
    webhooks: createWebhooks(http),
    events: createEvents(http),
    streamTokens: createStreamTokens(http),
    /** Takes no new calls, lets those under way finish, and lets go of everything. May be called again. */
    close,
    /** For `await using`. */
    [Symbol.asyncDispose]: (): Promise<void> => close(),
  }
}

/** Everything but the streams. */
export type RestClient = ReturnType<typeof createResources>
