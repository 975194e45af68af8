import type { Http } from '../http/http.ts'
import type { AccountCallOptions, CallOptions, Query } from '../http/operation.ts'

export const createInstruments = (http: Http) => ({
  /**
   * What can be traded.
   *
   * @remarks Prices and `tickSize` in the quote currency, quantities and `lotSize` in units of the instrument. Sent
   * up to three times.
   */
  list: (query?: Query<'listInstruments'>, options?: CallOptions) =>
    http.list('listInstruments GET /v1/instruments', { query }, options),
  /**
   * Tick size, lot size and bounds of one instrument.
   *
   * @remarks Prices and `tickSize` in the quote currency, quantities and `lotSize` in units of the instrument. Sent
   * up to three times.
   * @throws NotFoundError when there is no such instrument
   */
  get: (symbol: string, options?: CallOptions) =>
    http.one('getInstrument GET /v1/instruments/{symbol}', { path: { symbol } }, options),
})

export const createMarket = (http: Http) => ({
  /**
   * Whether the market is open now, and when it opens and closes next.
   *
   * @remarks Times of the market in UTC. Sent up to three times.
   */
  clock: (options?: CallOptions) => http.one('getMarketClock GET /v1/market/clock', {}, options),
  /**
   * The sessions by date, from today on if not said otherwise.
   *
   * @remarks Days and times in UTC; `from` and `to` are both included. Sent up to three times.
   */
  calendar: (query?: Query<'listCalendarDays'>, options?: CallOptions) =>
    http.list('listCalendarDays GET /v1/market/calendar', { query }, options),
})

export const createCorporateActions = (http: Http) => ({
  /**
   * Splits and dividends, newest first.
   *
   * @remarks `ratio` in new units for one old unit, `amount` in the quote currency for one unit. Sent up to three
   * times.
   * @throws NotFoundError when there is no such instrument
   */
  list: (query?: Query<'listCorporateActions'>, options?: CallOptions) =>
    http.list('listCorporateActions GET /v1/corporate-actions', { query }, options),
})

export const createQuotes = (http: Http) => ({
  /**
   * The best bid and offer of up to 100 symbols, in the order asked.
   *
   * @remarks Prices in the quote currency, quantities in units of the instrument, both decimal strings. Sent up to
   * three times.
   * @throws NotFoundError when one of the symbols does not exist
   * @example const { data: [quote] } = await client.quotes.latest(['AAPL'])
   */
  latest: (symbols: readonly string[], options?: CallOptions) =>
    http.one('getLatestQuotes GET /v1/quotes/latest', { query: { symbols: [...symbols] } }, options),
  /**
   * The quotes that a symbol had, newest first.
   *
   * @remarks Prices in the quote currency, quantities in units of the instrument, both decimal strings. `from` is
   * included, `to` is not. Sent up to three times.
   * @throws NotFoundError when there is no such instrument
   */
  list: (query: Query<'listQuotes'>, options?: CallOptions) =>
    http.list('listQuotes GET /v1/quotes', { query }, options),
})

export const createBars = (http: Http) => ({
  /**
   * What was traded within each minute, hour and so on, newest first; the newest may be in progress.
   *
   * @remarks Prices in the quote currency, `volume` in units of the instrument. `from` is included, `to` is not.
   * Sent up to three times.
   * @throws NotFoundError when there is no such instrument
   * @example for await (const bar of client.bars.list({ symbol: 'AAPL', timeframe: '1m' })) console.log(bar.close)
   */
  list: (query: Query<'listBars'>, options?: CallOptions) =>
    http.list('listBars GET /v1/bars', { query }, options),
})

export const createSnapshots = (http: Http) => ({
  /**
   * Quote, last trade, bar of the day and status of up to 100 symbols, in the order asked.
   *
   * @remarks Prices in the quote currency, quantities in units of the instrument, both decimal strings. Sent up to
   * three times.
   * @throws NotFoundError when one of the symbols does not exist
   */
  get: (symbols: readonly string[], options?: CallOptions) =>
    http.one('getSnapshots GET /v1/snapshots', { query: { symbols: [...symbols] } }, options),
})

export const createTrades = (http: Http) => ({
  /**
   * The public trades of a symbol, newest first.
   *
   * @remarks Prices in the quote currency, quantities in units of the instrument, both decimal strings. Sent up to
   * three times.
   * @throws NotFoundError when there is no such instrument
   */
  list: (query: Query<'listTrades'>, options?: CallOptions) =>
    http.list('listTrades GET /v1/trades', { query }, options),
})

export const createOrderBooks = (http: Http) => ({
  /**
   * The resting orders of a symbol by price; `depth` levels of each side, 1 to 1000. @default 100 levels
   *
   * @remarks Prices in the quote currency, quantities in units of the instrument, both decimal strings. Sent up to
   * three times.
   * @throws NotFoundError when there is no such instrument
   */
  get: (symbol: string, query?: Query<'getOrderBook'>, options?: CallOptions) =>
    http.one('getOrderBook GET /v1/order-books/{symbol}', { path: { symbol }, query }, options),
})

export const createEvents = (http: Http) => ({
  /**
   * Events of the streams by number; 410 (`GoneError`) where they are no longer retained.
   *
   * @remarks `from` and `to` are numbers of the channels, both included, not times. Sent up to three times.
   * @throws GoneError when the events are no longer retained: take a snapshot
   * @throws NotFoundError when a channel has no such symbol or account
   */
  list: (query: Query<'listEvents'>, options?: AccountCallOptions) =>
    http.list('listEvents GET /v1/events', { query }, options),
})
