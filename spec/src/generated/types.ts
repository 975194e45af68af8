// Generated from the YAML files of spec/ by `npm run generate`. Do not edit.
/** @hidden */
export interface paths {
  '/v1/status': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the server state
     * Whether the server takes requests, which environment it is, and the market's time.
     *
     * - **Units:** `worldTime` is the market's time in UTC; there are no amounts.
     * - **Who may call it:** Anybody, without a key; no rate limit counts it.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely.
     * - **Errors:** 422 `invalid-request`; 500 `internal-error`.
     */
    get: operations['getStatus']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/time': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the clocks
     * The market's time (`world`) and the time for deadlines, tokens and signatures (`security`).
     *
     * - **Units:** Both are UTC with microseconds. They may run at different speeds, and stand far apart in a replay.
     * - **Who may call it:** Anybody, without a key; no rate limit counts it.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely.
     * - **Errors:** 422 `invalid-request`; 500 `internal-error`.
     */
    get: operations['getTime']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/limits': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the limits
     * The times that a client needs to conclude what became of a lost request, and the rate limits of a key.
     *
     * - **Units:** Times in milliseconds (`…Ms`), retention in days of the market's time, quotas in requests in any window of `windowSeconds` seconds.
     * - **Who may call it:** Anybody, without a key; no rate limit counts it.
     * - **Orders and reservations:** No effect. Once `receiveWindowMs` + `engineMaximumMs` + `visibilityLagMs` have passed since the deadline of its last attempt, an order that cannot be found was never placed.
     * - **Retry:** It changes nothing: repeat it freely.
     * - **Errors:** 422 `invalid-request`; 500 `internal-error`.
     */
    get: operations['getLimits']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/oauth/token': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ask for an access token
     * An access token by the client credentials grant of OAuth 2.0 (RFC 6749, section 4.4). A client is a key with a shared secret: its key id and secret, sent by `Authorization: Basic` (each form-encoded before) or in the form. Without `scope` the token has all scopes of the key.
     *
     * - **Units:** `expires_in` is in seconds of the security time; a mock server's tokens live for 3,600.
     * - **Who may call it:** Whoever has the id and the secret of a key; no rate limit counts it, but after too many wrong secrets from one address it is 429 `too-many-attempts` for a while, whatever the secret.
     * - **Orders and reservations:** No effect. A stream that was opened with the token ends when the token does.
     * - **Retry:** Repeat it freely: every call gives a new token, and those before it go on. The outcome is unknown without an answer and after 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `too-many-attempts` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 and 401 as OAuth 2.0 writes them; 422 `invalid-request`, `request-expired`; 429 `too-many-attempts`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    post: operations['createAccessToken']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/stream-tokens': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Ask for a stream token
     * A token to be used once, within 60 s, as `token` of `authenticate` on a stream. The session then lives as long as the credential that asked: a backend asks for the browsers it serves, which see nothing longer-lived.
     *
     * - **Units:** `expiresAt` is the security time in UTC.
     * - **Who may call it:** Any key, whatever its scopes. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect; a session reads and never places an order.
     * - **Retry:** Repeat it freely: a token that is not used expires by itself. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 418 `banned`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    post: operations['createStreamToken']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/instruments': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List instruments
     * Everything that can be traded, by symbol.
     *
     * - **Units:** Prices and `tickSize` are in the instrument's `quoteCurrency`; quantities and `lotSize` in units of the instrument (shares, coins, base currency).
     * - **Who may call it:** Any key, whatever its scopes. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect. Prices of orders are multiples of `tickSize`, their quantities of `lotSize`.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listInstruments']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/instruments/{symbol}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read an instrument
     * Tick size, lot size and bounds of one instrument.
     *
     * - **Units:** Prices and `tickSize` are in the instrument's `quoteCurrency`; quantities and `lotSize` in units of the instrument (shares, coins, base currency).
     * - **Who may call it:** Any key, whatever its scopes. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect. Prices of orders are multiples of `tickSize`, their quantities of `lotSize`.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 404 `unknown-symbol`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getInstrument']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/market/clock': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the market clock
     * Whether the market is open at its present time, in which phase it is, and when that changes next. It is the clock of US equities; without a calendar they are always open, as crypto and foreign exchange are.
     *
     * - **Units:** The market's time in UTC, not that of an exchange's city.
     * - **Who may call it:** Any key, whatever its scopes. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect. When the regular session closes, its open `day` orders expire after the closing auction and free what they hold; those with `extendedHours` when trading after it ends.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getMarketClock']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/market/calendar': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List calendar days
     * The sessions of the market by date, with the trading before and after them where there is any. `from` is the market's present day without it, `to` a year later; the days lie between 1990-01-01 and 2199-12-31. Without a calendar each day is one session from midnight to midnight.
     *
     * - **Units:** Dates and times in UTC: `from` and `to` are days and both included.
     * - **Who may call it:** Any key, whatever its scopes. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listCalendarDays']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/corporate-actions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List corporate actions
     * Splits and dividends by their first day without the right to them, newest first. On the ex-date of a cash dividend the limits of open buys and the stops of open sells fall by the amount, rounded down to a tick; a split changes prices and quantities of all open orders, a reverse split cancels them. Such orders are told as orderRestated or orderCanceled with the reason corporate-action (FINRA rule 5330). A mock server has those that its user declares, and none to begin with.
     *
     * - **Units:** `ratio` is new units for one old unit, `amount` the quote currency for one unit; dates are UTC days, `from` and `to` included.
     * - **Who may call it:** Any key, whatever its scopes. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect: it only reads.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 404 `unknown-symbol`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listCorporateActions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/quotes/latest': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the latest quotes
     * The best bid and offer of up to 100 symbols, in the order asked, each with its position in `quotes.SYMBOL`. One unknown symbol refuses the whole request with 404.
     *
     * - **Units:** Prices in the quote currency of each instrument, quantities in its own units, `time` the market's time in UTC.
     * - **Who may call it:** A key with the scope `market-data`. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect. A quote includes the caller's own resting orders.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-symbol`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getLatestQuotes']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/quotes': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List quotes
     * The best bids and offers that a symbol had, newest first: at least the last 10,000, however old.
     *
     * - **Units:** Prices in the quote currency, quantities in units of the instrument, times the market's in UTC; `from` is included, `to` is not.
     * - **Who may call it:** A key with the scope `market-data`. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-symbol`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listQuotes']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/trades': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List trades
     * The prints of a symbol, newest first: those that the channel `trades.SYMBOL` retains, each as it now stands: one that was busted has `bustedAt`, one that was corrected its new values and `correctedAt`.
     *
     * - **Units:** Prices in the quote currency (a recorded print may have more decimals than the tick), quantities in units of the instrument, times the market's in UTC.
     * - **Who may call it:** A key with the scope `market-data`. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect. Which of them were the caller's own, listFills tells.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-symbol`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listTrades']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/order-books/{symbol}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read an order book
     * The order book of a symbol by price with its position in `book.SYMBOL`. The checksum is over the full book whatever the depth.
     *
     * - **Units:** Prices in the quote currency, quantities in units of the instrument: all that rests at a price, not a difference. `depth` counts levels of each side.
     * - **Who may call it:** A key with the scope `market-data`. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect. The book includes the caller's own resting orders.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-symbol`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getOrderBook']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/bars': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List bars
     * The bars of a symbol by their start, newest first, made of all its prints by the market's clock. The newest may be in progress (`final` false). At least the last 5,000 of each timeframe are kept.
     *
     * - **Units:** Prices in the quote currency, `volume` in units of the instrument, times the market's in UTC; `from` and `to` speak of the start, `from` included, `to` not.
     * - **Who may call it:** A key with the scope `market-data`. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-symbol`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listBars']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/snapshots': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read snapshots of symbols
     * Quote, last trade, bar of the day and status of up to 100 symbols at one instant, in the order asked. One unknown symbol refuses the whole request with 404.
     *
     * - **Units:** Prices in the quote currency of each instrument, quantities in its own units, times the market's in UTC; the day of a bar is a UTC day.
     * - **Who may call it:** A key with the scope `market-data`. It counts against the rate limit `market-data`.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-symbol`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getSnapshots']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/accounts': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List accounts
     * The accounts that the key may use, by account id.
     *
     * - **Units:** Amounts in the `currency` of each account; positions are valued at what the book would pay for them now.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. `buyingPower` is what is left after all that open orders reserve; `cash` includes what they reserve.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listAccounts']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/accounts/{accountId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read an account
     * One account with its equity, cash and buying power.
     *
     * - **Units:** Amounts in the account's `currency`; positions are valued at what the book would pay for them now.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. `buyingPower` is what is left after all that open orders reserve; `cash` includes what they reserve.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getAccount']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/accounts/{accountId}/settings': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    /**
     * Change the settings of an account
     * Names the account anew and answers it as it is then; the channel `account.ACCOUNT` tells of it.
     *
     * - **Units:** Amounts of the answer in the account's `currency`.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect: open orders and what they reserve stay as they are.
     * - **Retry:** Repeat it freely: the same settings again change nothing more. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    patch: operations['updateAccountSettings']
    trace?: never
  }
  '/v1/accounts/{accountId}/balances': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List balances
     * What the account has of each asset, by asset.
     *
     * - **Units:** Amounts in units of the asset itself.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. `held` is what open buy orders reserve, `available` what new ones may use.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listBalances']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/accounts/{accountId}/activities': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List activities
     * What the ledger booked to the account, newest first: fills, fees, deposits and withdrawals, splits and dividends, interest, and the reversals of fills whose trade was busted or corrected. Kept as long as fills are.
     *
     * - **Units:** Amounts in units of their `asset`, quantities in units of their `symbol`, negative where something was taken away; times the market's in UTC, `from` included, `to` not.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. Reservations are no activity: nothing is booked until an order fills.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listActivities']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/accounts/{accountId}/portfolio-history': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the worth of an account over time
     * What the account was worth, newest first: now, then once for each `timeframe` in which the market's clock came past a full minute, as of the last such minute in it. At least the last 10,000 of these minutes are kept.
     *
     * - **Units:** Amounts in the account's `currency` at the market's prices then; times the market's in UTC, `from` included, `to` not.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. `cash` includes what open orders reserved.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getPortfolioHistory']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/accounts/{accountId}/snapshot': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read everything of an account
     * Open orders, balances and positions of one instant, unpaged, with the stream positions that they include: apply later events of `orders.ACCOUNT` and `account.ACCOUNT` on top.
     *
     * - **Units:** Prices and values in the quote currency of each symbol, quantities in its own units, balances in units of their asset, `time` the market's in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. It is the place to start again from after a gap: what every open order reserves is in `held` and `heldQuantity`.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getAccountSnapshot']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/positions': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List positions
     * What the account owns, by symbol.
     *
     * - **Units:** Quantities in units of the instrument, prices and values in its quote currency; `marketPrice` is what the book would pay now.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. `heldQuantity` is what open sell orders reserve, `availableQuantity` what new ones may sell.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listPositions']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/positions/{symbol}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read a position
     * What the account owns of one instrument. 404 when it owns nothing of it.
     *
     * - **Units:** Quantities in units of the instrument, prices and values in its quote currency; `marketPrice` is what the book would pay now.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. `heldQuantity` is what open sell orders reserve, `availableQuantity` what new ones may sell.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-symbol`, `unknown-position`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getPosition']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/positions/{symbol}/close': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Close a position
     * Sends a market order against the position: all of it, or the `quantity` or `percent` given. The answer is the order as it stands afterwards; what finds no liquidity is canceled. Outside the regular session the order waits for the next one.
     *
     * - **Units:** `quantity` in units of the instrument, a multiple of its lot size; `percent` of what is owned, at most 100, rounded down to the lot size. The order is a sale of what is owned, or a purchase of what is owed.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `orders`.
     * - **Orders and reservations:** One order is placed under the caller's client order id and is final with the answer while the market is open, so that it reserves nothing afterwards. Open orders stay, and what they reserve cannot be sold again: such a closing is recorded as a `rejected` order.
     * - **Retry:** The same client order id with the same payload is the same order: 200 with its present state and `Idempotent-Replayed: true`, also when the position is gone by then; another payload is 422 `client-order-id-reused`. After a lost answer look the order up by its client order id before anything else. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-position`, `unknown-symbol`; 418 `banned`; 422 `invalid-request`, `client-order-id-reused`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`. With a recorded order: 422 `insufficient-position`, `would-increase-position`, `invalid-lot`, `quantity-out-of-bounds`, `symbol-halted`, `account-closed`.
     */
    post: operations['closePosition']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/positions/close-all': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Close all positions
     * Sends a market order against every position of the account, each with its own outcome; the client order id of each is `clientOrderIdPrefix`, a hyphen and the symbol.
     *
     * - **Units:** Quantities of the orders in units of their instrument, prices and values in its quote currency.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `orders`.
     * - **Orders and reservations:** One order a position, each final with the answer while its market is open, else waiting for the next session. Open orders stay, and what they reserve cannot be sold again: that item is `rejected`, and the other positions are closed all the same.
     * - **Retry:** Repeat it freely with the same prefix: no symbol is sold twice under one, and items of orders that exist already tell how those stand now. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    post: operations['closeAllPositions']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/orders': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List orders
     * The orders of the account, newest first, finished and rejected ones too.
     *
     * - **Units:** Quantities in units of the instrument, prices and values in its quote currency, times the market's in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. Finished orders are kept for `clientOrderIdRetentionDays` of getLimits, open ones for as long as they are open.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-symbol`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listOrders']
    put?: never
    /**
     * Submit an order
     * Places an order and answers it as it stands after the whole command: an `ioc` or `fok` order is final, its fills are included.
     *
     * A request that breaks the schema or its rules is 422, no order exists and the client order id stays free. A well-formed order that the exchange refuses is recorded with the status `rejected` and answered 422 with its `code`, `orderId` and `processed: "yes"`.
     *
     * - **Units:** `quantity` in units of the instrument, a multiple of its lot size; `notional` in its quote currency, without fees; prices in its quote currency, multiples of its tick size; times the market's in UTC.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `orders`.
     * - **Orders and reservations:** A buy with a limit price reserves that price times what remains, and the worst fee on it; a sell reserves what remains of its quantity. Fills turn the reservation into a booking, and the end of the order frees the rest. A market order is final with the answer and leaves no reservation. A refused order reserves nothing.
     * - **Retry:** The same client order id with the same payload is the same order: 200 with its present state (or the same 422) and `Idempotent-Replayed: true`; another payload is 422 `client-order-id-reused`. If the answer was lost, look the order up by its client order id; a 404 proves that it was not placed only after the times of getLimits, and only if `X-Request-Deadline` was sent. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `client-order-id-reused`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`. With a recorded order: 422 `unknown-symbol`, `insufficient-buying-power`, `settled-cash-only`, `insufficient-position`, `not-shortable`, `borrow-unavailable`, `equity-below-minimum`, `short-sale-restricted`, `closing-only`, `day-trade-limit`, `invalid-tick`, `invalid-lot`, `price-out-of-bounds`, `quantity-out-of-bounds`, `post-only-would-trade`, `would-increase-position`, `stop-would-trigger`, `no-reference-price`, `trail-out-of-bounds`, `display-out-of-bounds`, `legs-crossed`, `notional-too-small`, `expiry-passed`, `market-closed`, `auction-unavailable`, `not-for-extended-hours`, `beyond-price-band`, `symbol-halted`, `account-closed`.
     */
    post: operations['submitOrder']
    /**
     * Cancel all orders
     * Cancels every open order of the account, each with its own outcome. With `epoch` and `asOfSeq` only those orders that had been accepted up to this number of `orders.ACCOUNT`.
     *
     * - **Units:** Quantities in units of each instrument, prices and values in its quote currency; `asOfSeq` counts events of `orders.ACCOUNT`.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `cancels`, and is still taken from a key that is shut out.
     * - **Orders and reservations:** Every order reached ends `canceled` and frees what its remainder reserved; fills that happened stay. With another `epoch` than the present one nothing is canceled.
     * - **Retry:** Repeat it with the same `epoch` and `asOfSeq`: it cannot reach orders that are newer. Without them a late repetition cancels those too. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 410 `epoch-gone`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    delete: operations['cancelAllOrders']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/orders/preview': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Preview an order
     * What submitOrder would do with this order now: what would trade at once and for which fees, the buying power that it needs and leaves, and every reason to refuse it, not only the first. A symbol that does not exist is a rejection too; a field that is not simulated is 422 as in submitOrder.
     *
     * - **Units:** Amounts in `currency`, the instrument's quote currency; quantities in units of the instrument.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect: nothing is placed, reserved or remembered, and the client order id stays free. It promises nothing, as the market may move before the order comes.
     * - **Retry:** Repeat it freely. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    post: operations['previewOrder']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/orders/cancel-all-after': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    /**
     * Cancel all orders unless renewed
     * A dead man's switch: unless it is set again within `timeoutMs`, every open order of the account is canceled. Each call starts the time anew; 0 takes the switch back.
     *
     * - **Units:** `timeoutMs` in milliseconds of the market's time, 5,000 to 300,000 or 0; `cancelAt` is the market's time in UTC.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `cancels`, and is still taken from a key that is shut out.
     * - **Orders and reservations:** None by itself. When the time is over, every open order ends `canceled` with the reason `cancel-all-after` and frees what it reserved. It fires once, and only while the market's clock runs. Orders submitted meanwhile are not refused, and are canceled with the others.
     * - **Retry:** Repeat it freely: that is how it is used. A late repetition starts the time anew. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    put: operations['setCancelAllAfter']
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/orders/{orderId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read an order
     * The present state of an order, finished or not.
     *
     * - **Units:** Quantities in units of the instrument, prices and values in its quote currency, times the market's in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. `remainingQuantity` is what may still fill, and what the order reserves for.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-order`, `unknown-account`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getOrder']
    put?: never
    post?: never
    /**
     * Cancel an order
     * Cancels what is left of an order, and answers it as it stands then.
     *
     * - **Units:** Quantities of the answer in units of the instrument, prices and values in its quote currency.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `cancels`, and is still taken from a key that is shut out.
     * - **Orders and reservations:** The order ends `canceled` with the reason `canceled-by-user`, and what its remainder reserved is free at once; fills that happened stay.
     * - **Retry:** Canceling again is harmless: an order that is already final answers 409 `order-not-open`, one to which a request is on its way 409 `request-pending`, and nothing changes. After a lost answer read the order. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 409 `request-pending` and 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-order`, `unknown-account`; 409 `order-not-open`, `request-pending`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    delete: operations['cancelOrder']
    options?: never
    head?: never
    /**
     * Replace an order
     * Puts a new order in the place of an open one, in one step: a new `orderId`, a new `clientOrderId`, `replaces` and what was filled before (`filledQuantity`, `filledValue`, `fees`); the old one ends `replaced` with `replacedBy`. Fields left out stay as they are.
     *
     * **Queue.** Less at the same price keeps its place; more, another price or another time in force goes to the back of the queue, and a price that crosses trades at once as taker. A total at or below what was filled ends the new order `filled`.
     *
     * - **Units:** `quantity` is the total with what was filled, in units of the instrument and a multiple of its lot size; prices are in its quote currency, multiples of its tick size.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `orders`.
     * - **Orders and reservations:** What the old order reserves counts for the new one, and exactly what its remainder needs is reserved afterwards. A refused replacement leaves the open order as it was, with its place and what it reserves; the refused one is recorded as a `rejected` order. An order that is already final answers 409 `order-not-open`, and nothing is recorded.
     * - **Retry:** The same client order id with the same change to the same order answers 200 with the new order's present state (or the same 422) and `Idempotent-Replayed: true`; another change is 422 `client-order-id-reused`. After a lost answer read both orders before doing anything else. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 409 `request-pending` and 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-order`; 409 `order-not-open`, `request-pending`; 418 `banned`; 422 `invalid-request`, `client-order-id-reused`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`. With a recorded order: 422 `insufficient-buying-power`, `settled-cash-only`, `insufficient-position`, `not-shortable`, `borrow-unavailable`, `equity-below-minimum`, `short-sale-restricted`, `closing-only`, `day-trade-limit`, `invalid-tick`, `invalid-lot`, `price-out-of-bounds`, `quantity-out-of-bounds`, `post-only-would-trade`, `would-increase-position`, `stop-would-trigger`, `trail-out-of-bounds`, `display-out-of-bounds`, `legs-crossed`, `expiry-passed`, `market-closed`, `auction-unavailable`, `not-for-extended-hours`, `beyond-price-band`, `symbol-halted`.
     */
    patch: operations['replaceOrder']
    trace?: never
  }
  '/v1/orders/by-client-id/{clientOrderId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read an order by client order id
     * As getOrder, by the caller's own id. Finds finished and rejected orders too.
     *
     * - **Units:** Quantities in units of the instrument, prices and values in its quote currency, times the market's in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. This is how to learn what became of an order whose answer was lost.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-order`, `unknown-account`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getOrderByClientId']
    put?: never
    post?: never
    /**
     * Cancel an order by client order id
     * As cancelOrder, by the caller's own id.
     *
     * - **Units:** Quantities of the answer in units of the instrument, prices and values in its quote currency.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `cancels`, and is still taken from a key that is shut out.
     * - **Orders and reservations:** The order ends `canceled` with the reason `canceled-by-user`, and what its remainder reserved is free at once; fills that happened stay.
     * - **Retry:** Canceling again is harmless: an order that is already final answers 409 `order-not-open`, one to which a request is on its way 409 `request-pending`, and nothing changes. After a lost answer read the order. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 409 `request-pending` and 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-order`, `unknown-account`; 409 `order-not-open`, `request-pending`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    delete: operations['cancelOrderByClientId']
    options?: never
    head?: never
    /**
     * Replace an order by client order id
     * As replaceOrder, by the caller's own id of the open order.
     *
     * Puts a new order in the place of an open one, in one step: a new `orderId`, a new `clientOrderId`, `replaces` and what was filled before (`filledQuantity`, `filledValue`, `fees`); the old one ends `replaced` with `replacedBy`. Fields left out stay as they are.
     *
     * **Queue.** Less at the same price keeps its place; more, another price or another time in force goes to the back of the queue, and a price that crosses trades at once as taker. A total at or below what was filled ends the new order `filled`.
     *
     * - **Units:** `quantity` is the total with what was filled, in units of the instrument and a multiple of its lot size; prices are in its quote currency, multiples of its tick size.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `orders`.
     * - **Orders and reservations:** What the old order reserves counts for the new one, and exactly what its remainder needs is reserved afterwards. A refused replacement leaves the open order as it was, with its place and what it reserves; the refused one is recorded as a `rejected` order. An order that is already final answers 409 `order-not-open`, and nothing is recorded.
     * - **Retry:** The same client order id with the same change to the same order answers 200 with the new order's present state (or the same 422) and `Idempotent-Replayed: true`; another change is 422 `client-order-id-reused`. After a lost answer read both orders before doing anything else. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 409 `request-pending` and 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-order`; 409 `order-not-open`, `request-pending`; 418 `banned`; 422 `invalid-request`, `client-order-id-reused`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`. With a recorded order: 422 `insufficient-buying-power`, `settled-cash-only`, `insufficient-position`, `not-shortable`, `borrow-unavailable`, `equity-below-minimum`, `short-sale-restricted`, `closing-only`, `day-trade-limit`, `invalid-tick`, `invalid-lot`, `price-out-of-bounds`, `quantity-out-of-bounds`, `post-only-would-trade`, `would-increase-position`, `stop-would-trigger`, `trail-out-of-bounds`, `display-out-of-bounds`, `legs-crossed`, `expiry-passed`, `market-closed`, `auction-unavailable`, `not-for-extended-hours`, `beyond-price-band`, `symbol-halted`.
     */
    patch: operations['replaceOrderByClientId']
    trace?: never
  }
  '/v1/fills': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List fills
     * The executions of the account's orders, newest first, as long as their orders are kept. One whose trade was busted or corrected stays, marked.
     *
     * - **Units:** Prices and `value` in the quote currency, quantities in units of the instrument, `fee` in its `feeAsset` (negative when the venue paid), times the market's in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect. Each fill has already been taken from its order's reservation and booked to balance and position.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-symbol`, `unknown-order`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listFills']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/watchlists': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List watchlists
     * The lists of symbols of the account, newest first.
     *
     * - **Units:** There are no amounts; times are the market's in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listWatchlists']
    put?: never
    /**
     * Create a watchlist
     * Makes a list of symbols under a name that no other list of the account has; an account may have 100 lists of up to 200 symbols.
     *
     * - **Units:** There are no amounts; times are the market's in UTC.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect: a list is a note for people.
     * - **Retry:** Repeat it freely: a second list of the name is 409 `watchlist-name-taken`, which after a lost answer says that the list is there. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 409 `watchlist-name-taken`; 418 `banned`; 422 `invalid-request`, `watchlist-limit`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    post: operations['createWatchlist']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/watchlists/{watchlistId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read a watchlist
     * One list of symbols of the account.
     *
     * - **Units:** There are no amounts; times are the market's in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-watchlist`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getWatchlist']
    /**
     * Replace a watchlist
     * Gives the list another name and other symbols, all at once.
     *
     * - **Units:** There are no amounts; times are the market's in UTC.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect: a list is a note for people.
     * - **Retry:** Repeat it freely: the same content again only moves `updatedAt`. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-watchlist`; 409 `watchlist-name-taken`; 418 `banned`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    put: operations['replaceWatchlist']
    post?: never
    /**
     * Delete a watchlist
     * Removes the list and answers what it was.
     *
     * - **Units:** There are no amounts; times are the market's in UTC.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect: orders in its symbols stay.
     * - **Retry:** A repetition is 404 `unknown-watchlist` and changes nothing. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-watchlist`; 418 `banned`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    delete: operations['deleteWatchlist']
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List webhooks
     * The webhooks of the account, newest first, without their secrets.
     *
     * - **Units:** There are no amounts; times are of the security clock in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listWebhooks']
    put?: never
    /**
     * Create a webhook
     * Posts the events of `orders.ACCOUNT` and `account.ACCOUNT` to an address from now on, signed by the Standard Webhooks convention with the secret that this answer alone tells. An account may have 16. An address that the server does not post to is refused.
     *
     * - **Units:** There are no amounts; times are of the security clock in UTC.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect: a webhook only tells of them.
     * - **Retry:** A repetition makes another webhook: after a lost answer look at listWebhooks, and delete the one whose secret nobody knows. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`; 418 `banned`; 422 `invalid-request`, `webhook-url-refused`, `webhook-limit`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    post: operations['createWebhook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks/{webhookId}': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read a webhook
     * One webhook of the account, without its secret.
     *
     * - **Units:** There are no amounts; times are of the security clock in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-webhook`; 418 `banned`; 422 `invalid-request`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['getWebhook']
    put?: never
    post?: never
    /**
     * Delete a webhook
     * Removes the webhook with its deliveries, ends what is under way, and answers what it was.
     *
     * - **Units:** There are no amounts; times are of the security clock in UTC.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect: a webhook only tells of them.
     * - **Retry:** A repetition is 404 `unknown-webhook` and changes nothing. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-webhook`; 418 `banned`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    delete: operations['deleteWebhook']
    options?: never
    head?: never
    /**
     * Change a webhook
     * Changes what is given. Another address is used by every later attempt, also of events that wait; other event types count from the next event on. `disabled` ends what waits as failed, and events until it is `enabled` again are not delivered.
     *
     * - **Units:** There are no amounts; times are of the security clock in UTC.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect: a webhook only tells of them.
     * - **Retry:** Repeat it freely: the same change again only moves `updatedAt`. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 400 `malformed-json`; 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-webhook`; 418 `banned`; 422 `invalid-request`, `webhook-url-refused`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    patch: operations['updateWebhook']
    trace?: never
  }
  '/v1/webhooks/{webhookId}/test': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * Try a webhook out
     * Sends an event of the type `test`, once and without retries, before everything else that waits, also to a disabled webhook. The answer does not wait for the receiver: the delivery is pending, and listWebhookDeliveries tells what came of it, within two times 5 s.
     *
     * - **Units:** There are no amounts; durations are in milliseconds, times are of the security clock in UTC.
     * - **Who may call it:** A key with the scope `trade`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect: the event is none of theirs.
     * - **Retry:** A repetition sends another test. The outcome is unknown without an answer and after 401 `replayed` and 500 `internal-error`. Nothing happens after `X-Request-Deadline`. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-webhook`; 418 `banned`; 422 `invalid-request`, `request-expired`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    post: operations['testWebhook']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/webhooks/{webhookId}/deliveries': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List deliveries of a webhook
     * What was and is to be posted to the webhook, newest first, with every attempt. Kept are what waits, 1,000 at most, and the last 1,000 that are over.
     *
     * - **Units:** There are no amounts; durations are in milliseconds, times are of the security clock in UTC.
     * - **Who may call it:** A key with the scope `read`. It counts against the rate limit `account`.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-webhook`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listWebhookDeliveries']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/events': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * List events
     * The refill: the events of up to 32 channels under the same numbers as on the stream, whole and unconflated, by channel in the order asked, then ascending. `epoch`, `from` and `to` apply to every channel named. Older than what is retained: 410 `sequence-gone`, whose items name each channel's oldest number; another epoch: 410 `epoch-gone`. As on the stream, channels of accounts need the scope `read` or `trade`, those of the market `market-data`; a channel that the key may not have refuses all with 403.
     *
     * - **Units:** `from` and `to` are numbers of the channel, both included, not times. The data is in the units of its channel: prices in the quote currency, quantities in units of the instrument, balances in units of their asset.
     * - **Who may call it:** A key with the scope `read` or `trade` or `market-data`. It counts against the rate limit `events`.
     * - **Orders and reservations:** No effect. Each event of `orders.ACCOUNT` carries its order as it stood after it.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-symbol`; 410 `sequence-gone`, `epoch-gone`; 418 `banned`; 422 `invalid-request`, `invalid-cursor`, `cursor-mismatch`; 429 `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['listEvents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/v1/events/stream': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Stream events
     * The backup channel: what up to 32 channels publish from now on, as Server-Sent Events over plain HTTP, whole and unconflated, in the order of the server's one log of events. The first block has only an `id`: the place in the log where the stream begins. Of each event `event` is the data message's type, `data` the whole data message, and `id` is `EPOCH:OFFSET`, its place in the log; offsets grow, and those between belong to other channels. Every 5 s comes a comment line: silence for 12 s means that the connection is dead. Sending the last id as `Last-Event-ID` goes on right after it: nothing is lost and nothing comes twice. Older than what is retained: 410 `sequence-gone`, whose items name each channel's oldest number; another epoch: 410 `epoch-gone`. There are no snapshots: open the stream, then take the state, and pass over events up to its number. The stream ends with its key or token, with the server, after 24 hours, and where its reader takes nothing for 5 s; a last comment says why. Streams count as connections of the account: one too many is 429 `too-many-connections`. Channels of accounts need the scope `read` or `trade`, those of the market `market-data`.
     *
     * - **Units:** The offset counts events, not time. The data is in the units of its channel: prices in the quote currency, quantities in units of the instrument, balances in units of their asset.
     * - **Who may call it:** A key with the scope `read` or `trade` or `market-data`. It counts against the rate limit `events`.
     * - **Orders and reservations:** No effect. Each event of `orders.ACCOUNT` carries its order as it stood after it.
     * - **Retry:** It changes nothing: repeat it freely. After 429 `too-many-connections`, `quota-exceeded` and 503 `starting`, `unavailable` wait as long as `Retry-After` says.
     * - **Errors:** 401 `unauthenticated`, `key-unknown`, `token-expired`, `signature-invalid`, `signature-incomplete`, `clock-skew`, `replayed`; 403 `missing-scope`; 404 `unknown-account`, `unknown-symbol`; 410 `sequence-gone`, `epoch-gone`; 418 `banned`; 422 `invalid-request`; 429 `too-many-connections`, `quota-exceeded`; 500 `internal-error`; 503 `starting`, `unavailable`.
     */
    get: operations['streamEvents']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/openapi.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the OpenAPI document
     * This contract's REST part, bundled into one document.
     *
     * - **Units:** There are no amounts.
     * - **Who may call it:** Anybody, without a key; no rate limit counts it.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely.
     * - **Errors:** 422 `invalid-request`; 500 `internal-error`.
     */
    get: operations['getOpenApiDocument']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/asyncapi.json': {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    /**
     * Read the AsyncAPI document
     * This contract's stream part, bundled into one document.
     *
     * - **Units:** There are no amounts.
     * - **Who may call it:** Anybody, without a key; no rate limit counts it.
     * - **Orders and reservations:** No effect.
     * - **Retry:** It changes nothing: repeat it freely.
     * - **Errors:** 422 `invalid-request`; 500 `internal-error`.
     */
    get: operations['getAsyncApiDocument']
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
/** @hidden */
export interface webhooks {
  event: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    get?: never
    put?: never
    /**
     * An event is delivered
     * What the address of a webhook gets, by the Standard Webhooks convention: `webhook-signature` is `v1,` and the base64 of the HMAC-SHA-256, under the key behind `whsec_`, of `webhook-id`, `webhook-timestamp` and the body, joined by points. Any 2xx within 5 s is success. Everything else is tried again after 5 s, 5 min, 30 min, 2 h, 5 h, 10 h and 10 h, each up to a tenth longer; 410 disables the webhook instead. Redirects are not followed. First attempts are made one after another in the order of the events; retries come when they are due, so that the receiver orders by `data.seq` and tells repetitions by `webhook-id`.
     */
    post: operations['receiveEvent']
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}
/** @hidden */
export interface components {
  schemas: {
    /** An access token (RFC 6749, section 5.1), sent as Authorization Bearer until it expires. */
    AccessToken: {
      /** The token. */
      access_token: string
      /**
       * How it is sent.
       */
      token_type: 'Bearer'
      /** How long it lives from now on in seconds. */
      expires_in: number
      /** What it may do: scopes separated by spaces. */
      scope: string
    }
    /** The form of a token request (RFC 6749, section 4.4.2). Unknown fields are ignored, as that asks. */
    AccessTokenRequest: {
      /** Always client_credentials. */
      grant_type: string
      /** The scopes wanted, separated by spaces; all scopes of the key without it. */
      scope?: string
      /** The key id, where it does not come by Basic. */
      client_id?: string
      /** The shared secret, where it does not come by Basic. */
      client_secret?: string
    }
    /** An account, valued at the present market price. */
    Account: {
      accountId: components['schemas']['AccountId']
      /** The name for people. */
      name: string
      /** What the amounts below are in. */
      currency: components['schemas']['Asset']
      /**
       * A closed account takes no orders.
       */
      status: 'active' | 'closed' | (string & {})
      /**
       * How profit is counted: by the average cost of a position, or by its lots, first in, first out.
       */
      costBasis: 'averageCost' | 'fifo' | (string & {})
      /** How often in the latest twelve months stock was sold that had been bought with the proceeds of a sale, before these settled. */
      goodFaithViolations: number
      /** Until when the account buys with settled money only; null when it is not restricted. */
      settledCashOnlyUntil: components['schemas']['Timestamp'] | null
      /** What executions cost. Asset classes for which none is named are free of fees. */
      feeSchedules?: (
        | 'usRetail'
        | 'perShare'
        | 'publicLike'
        | 'cryptoTiers'
        | 'exchangeRebates'
        | 'binanceLike'
        | 'krakenLike'
        | 'coinbaseLike'
        | (string & {})
      )[]
      /**
       * The kind of account. A cash account neither borrows nor sells short; a margin account does both, against what it owns.
       */
      type: 'cash' | 'margin' | (string & {})
      /** Cash and the market value of all positions; what is short counts against it, as does what was borrowed. */
      equity: components['schemas']['Decimal']
      /** The total balance of the account's currency with what is held for open orders; of a margin account negative where it borrowed. */
      cash: components['schemas']['Decimal']
      /** What new orders may cost; open orders keep theirs until they end. Of a margin account what stocks may cost that are lent on at the usual rate. */
      buyingPower: components['schemas']['Decimal']
      /** Of margin accounts only. */
      margin?: components['schemas']['AccountMargin']
      createdAt: components['schemas']['Timestamp']
    }
    /** The id of an account. Opaque. */
    AccountId: string
    /** What a margin account owes and may owe, valued at the market price of each position, in the account's currency. */
    AccountMargin: {
      /**
       * The rules for what is bought and sold within a day. intraday: it may cost what the maintenance requirement allows. legacyDayTrade: day trades are counted, and pattern day traders may use four times their equity of the day before.
       */
      regime: 'intraday' | 'legacyDayTrade' | (string & {})
      /** How many times its equity the account may own: 1 where its equity is too small for credit. */
      multiplier: number
      /** The market value of what it owns. */
      longMarketValue: components['schemas']['Decimal']
      /** The market value of what it is short, negative. */
      shortMarketValue: components['schemas']['Decimal']
      /** The equity that its positions would want if they were opened now: Regulation T, or the maintenance margin where that is more. */
      initialMargin: components['schemas']['Decimal']
      /** The equity that its positions want as long as they are open. Less than that is a margin call. */
      maintenanceMargin: components['schemas']['Decimal']
      /** What its open orders want if they trade. Orders that close positions want nothing. */
      orderMargin: components['schemas']['Decimal']
      /** What stocks may cost that are to be kept beyond the day. */
      regTBuyingPower: components['schemas']['Decimal']
      /** Equity beyond what positions and open orders want within the day; negative where it lacks. */
      intradayExcess: components['schemas']['Decimal']
      /** What may be spent where nothing is lent, as on crypto, and what may be withdrawn. */
      cashBuyingPower: components['schemas']['Decimal']
      /** Null while its equity is what its positions want. */
      marginCall: components['schemas']['MarginCall'] | null
      /** Absent unless initial margin is lacking for what was kept beyond its day. */
      initialCall?: components['schemas']['InitialMarginCall']
      /** Under legacyDayTrade only: how often within five business days stock was closed on the day on which it was opened. */
      dayTradeCount?: number
      /** Under legacyDayTrade only: whether the account made too many of them; it stays. */
      patternDayTrader?: boolean
      /** Under legacyDayTrade only: what a pattern day trader may still open today. It was fixed as the day began; opening takes of it, and closing on the same day gives back what the opening took. */
      dayTradingBuyingPower?: components['schemas']['Decimal']
    }
    /** The balances and positions of the account after they changed. Never dropped or conflated. */
    AccountMessage: {
      /** The full channel name. */
      channel: string
      epoch: components['schemas']['Epoch']
      /** The number of the event, or the last that the message stands for. */
      seq: components['schemas']['SequenceNumber']
      /** The first number that the message stands for. Present only where this session conflates; otherwise it equals seq. */
      firstSeq?: components['schemas']['SequenceNumber']
      /**
       * account is an event. snapshot takes no number: seq is the last one included, and it replaces state.
       */
      type: 'account' | 'snapshot'
      /** The market's time of the event. */
      time: components['schemas']['Timestamp']
      data: components['schemas']['AccountState']
    }
    /** One page, by account id. */
    AccountPage: {
      data: components['schemas']['Account'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** What the holder of an account may change. */
    AccountSettings: {
      /** The name for people. */
      name: string
    }
    /** Everything of an account at one instant, unpaged, with the stream positions that it includes. */
    AccountSnapshot: {
      /** The position in orders.ACCOUNT that the snapshot includes. */
      orders: components['schemas']['ChannelPosition']
      /** The position in account.ACCOUNT that the snapshot includes. */
      account: components['schemas']['ChannelPosition']
      /** Every order that has no final status. */
      openOrders: components['schemas']['Order'][]
      balances: components['schemas']['Balance'][]
      positions: components['schemas']['Position'][]
      /** The market's time of the snapshot. */
      time: components['schemas']['Timestamp']
    }
    /** What an account has after a command changed it. */
    AccountState: {
      accountId: components['schemas']['AccountId']
      /** The last number of orders.ACCOUNT whose effects this includes. A reader of both channels applies it after that number. */
      ordersSeq: components['schemas']['SequenceNumber']
      /** Every balance, by asset. */
      balances: components['schemas']['Balance'][]
      /** Of margin accounts only, valued when the command was over. */
      margin?: components['schemas']['AccountMargin']
      /** Every position that is not zero, by symbol, valued when the command was over. */
      positions: components['schemas']['Position'][]
    }
    /** One change of what an account owns, as the ledger booked it. The amounts of an asset add up to its balance, the quantities of a symbol to its position, as far back as activities are kept. */
    Activity: {
      activityId: components['schemas']['ActivityId']
      accountId: components['schemas']['AccountId']
      /**
       * Why it was booked. The fee of a fill is an activity of its own. reversal: a fill, its fee or the dividend that came with its stock taken back, because its trade was busted or corrected. interest and borrowFee: of the month that ended, on the settled balance and on what is sold short. transfer: what self-trade prevention moved between two accounts of a group.
       */
      type:
        | 'fill'
        | 'fee'
        | 'deposit'
        | 'withdrawal'
        | 'reversal'
        | 'transfer'
        | 'split'
        | 'dividend'
        | 'interest'
        | 'borrowFee'
        | (string & {})
      /** The market's time of the booking. */
      time: components['schemas']['Timestamp']
      /** What amount is in. */
      asset?: components['schemas']['Asset']
      /** What was added to the balance; negative when taken away. */
      amount?: components['schemas']['Decimal']
      /** What quantity is of. */
      symbol?: components['schemas']['InstrumentSymbol']
      /** What was added to the position; negative when taken away. */
      quantity?: components['schemas']['Decimal']
      /** Of a split or dividend, and of a dividend taken back: the corporate action. A split says in amount what was paid for a fraction. */
      corporateActionId?: string
      /** Of a fill and its fee: the fill. */
      fillId?: components['schemas']['FillId']
      /** Of a fill, its fee, and a transfer: the order. */
      orderId?: components['schemas']['OrderId']
    }
    /** The id of an activity. Opaque. */
    ActivityId: string
    /** One page, newest first. */
    ActivityPage: {
      data: components['schemas']['Activity'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** A currency or other thing owned, such as USD or BTC. */
    Asset: string
    /**
     * The kind of instrument.
     */
    AssetClass: 'usEquity' | 'crypto' | 'fx' | (string & {})
    /** What an auction would trade if it were held now. It is told again at a fixed pace, where it has changed. */
    AuctionIndication: {
      /**
       * Which auction: that which opens or closes the session, or lets trading go on after a halt.
       */
      kind: 'opening' | 'closing' | 'reopening' | (string & {})
      /** When the auction is held. */
      at: components['schemas']['Timestamp']
      /** The price at which it would trade in the quote currency; null when nobody would trade. */
      indicativePrice: components['schemas']['Decimal'] | null
      /** The quantity that would trade at that price. */
      pairedQuantity: components['schemas']['UnsignedDecimal']
      /** The side of which some would be left over at that price; null when none would. */
      imbalanceSide: ('buy' | 'sell' | (string & {})) | null
      /** The quantity that would be left over. */
      imbalanceQuantity: components['schemas']['UnsignedDecimal']
      /** The last price in the quote currency; of prices that are equally good the nearest to it is taken. */
      referencePrice: components['schemas']['Decimal'] | null
    }
    /** Must be the first message, within authenticateWithinMs of welcome. Sent again it renews the session. */
    AuthenticateMessage: {
      type: 'authenticate'
      id: components['schemas']['MessageId']
      /** A stream token, an access token or, in the mock, an API key. */
      token: string
      /**
       * Collect messages for this long and send them as one JSON array, in milliseconds. 0 is off.
       * @default 0
       */
      batchMs?: number
      /**
       * How often to send heartbeat in milliseconds.
       * @default 5000
       */
      heartbeatMs?: number
      /**
       * Close other exclusive sessions of the same account with 4409.
       * @default false
       */
      exclusive?: boolean
    }
    /** Answers authenticate. */
    AuthenticatedMessage: {
      type: 'authenticated'
      id: components['schemas']['MessageId']
      /** The default account of the key. */
      accountId: components['schemas']['AccountId']
      scopes: components['schemas']['Scope'][]
      /** How often heartbeat comes in milliseconds. */
      heartbeatMs: number
    }
    /** What an account has of one asset. total = available + held = settled + unsettled. */
    Balance: {
      asset: components['schemas']['Asset']
      total: components['schemas']['Decimal']
      /** What new orders may use. */
      available: components['schemas']['Decimal']
      /** What open orders hold. */
      held: components['schemas']['Decimal']
      /** What may be withdrawn as far as it is available. */
      settled: components['schemas']['Decimal']
      /** Proceeds of sales that have not settled: of stocks on the business day after the trade, two or three days after it before 2024-05-28 and 2017-09-05; of currencies after two business days; of crypto at once. They may be traded with. */
      unsettled: components['schemas']['Decimal']
    }
    /** One page, by asset. */
    BalancePage: {
      data: components['schemas']['Balance'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** What was traded of a symbol within one time, from all its prints, recorded ones too. A time without a print has no bar. Busts and corrections of prints come later and change no bar, which says what was printed then. */
    Bar: {
      symbol: components['schemas']['InstrumentSymbol']
      /**
       * The length of a bar. Bars begin at whole multiples of it in UTC.
       */
      timeframe: '1s' | '1m' | '5m' | '15m' | '1h' | '1d' | (string & {})
      /** The market's time at which the bar begins. */
      start: components['schemas']['Timestamp']
      /** The price of the first print in the quote currency. */
      open: components['schemas']['Decimal']
      /** The highest price. */
      high: components['schemas']['Decimal']
      /** The lowest price. */
      low: components['schemas']['Decimal']
      /** The price of the last print. */
      close: components['schemas']['Decimal']
      /** The quantity traded. */
      volume: components['schemas']['UnsignedDecimal']
      /** The average price of a unit traded, rounded half-even to 8 decimals, for display. */
      volumeWeightedPrice: components['schemas']['Decimal']
      /** How many prints there were. */
      tradeCount: number
      /** Whether the bar is over by the market's clock; until then it changes with each print. */
      final: boolean
    }
    /** A bar after another print, or when it is over. The bars of a channel are counted from when somebody first asks for it. */
    BarMessage: {
      /** The full channel name. */
      channel: string
      epoch: components['schemas']['Epoch']
      /** The number of the event, or the last that the message stands for. */
      seq: components['schemas']['SequenceNumber']
      /** The first number that the message stands for. Present only where this session conflates; otherwise it equals seq. */
      firstSeq?: components['schemas']['SequenceNumber']
      /**
       * The bar as it is now; data.final tells whether it can still change.
       */
      type: 'bar'
      /** The market's time of the event. */
      time: components['schemas']['Timestamp']
      data: components['schemas']['Bar']
    }
    /** One page, newest first. */
    BarPage: {
      data: components['schemas']['Bar'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** CRC-32 (IEEE) over the ten best asks ascending, then the ten best bids descending, of the full book, price then quantity of each as canonical decimals with the point and leading zeros removed and no separators; 0 for an empty book. State after the message. */
    BookChecksum: number
    /** All that rests at one price. */
    BookLevel: {
      /** The price in the quote currency. */
      price: components['schemas']['Decimal']
      /** The whole quantity at the price, not a difference. In a delta zero removes the level. */
      quantity: components['schemas']['UnsignedDecimal']
    }
    /** A change of the order book. */
    BookMessage: {
      /** The full channel name. */
      channel: string
      epoch: components['schemas']['Epoch']
      /** The number of the event, or the last that the message stands for. */
      seq: components['schemas']['SequenceNumber']
      /** The first number that the message stands for. Present only where this session conflates; otherwise it equals seq. */
      firstSeq?: components['schemas']['SequenceNumber']
      /**
       * delta changes levels. snapshot takes no number: seq is the last one included, and it replaces the whole book.
       */
      type: 'delta' | 'snapshot'
      /** The market's time of the event. */
      time: components['schemas']['Timestamp']
      data: components['schemas']['BookUpdate']
    }
    /** Levels of an order book. In a snapshot all of them, in a delta those that changed with their new whole quantity. */
    BookUpdate: {
      symbol: components['schemas']['InstrumentSymbol']
      /** Highest price first. */
      bids: components['schemas']['BookLevel'][]
      /** Lowest price first. */
      asks: components['schemas']['BookLevel'][]
      checksum: components['schemas']['BookChecksum']
    }
    /**
     * When bracket legs start to work: full when the entry is completely filled, partial growing with its fills as far as the account can pay for them. With full, an entry that ends filled in part cancels its legs, and what it bought stays without them.
     */
    BracketMode: 'full' | 'partial'
    /** A session of the market. Days without one are left out. */
    CalendarDay: {
      /** The day on which the session opens in UTC. */
      date: components['schemas']['CivilDate']
      /** When trading before the session begins. Absent where there is none. */
      preMarketOpen?: components['schemas']['Timestamp']
      /** When the regular session opens. */
      open: components['schemas']['Timestamp']
      /** When the regular session closes; earlier than usual on the eve of some holidays. */
      close: components['schemas']['Timestamp']
      /** When trading after the session ends. Absent where there is none. */
      postMarketClose?: components['schemas']['Timestamp']
    }
    /** One page, by date. */
    CalendarDayPage: {
      data: components['schemas']['CalendarDay'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** The switch that cancels all orders of the account. */
    CancelAllAfter: {
      /** As it was set; 0 when it is off. */
      timeoutMs: number
      /** When all open orders are canceled in the market's time; null when it is off. */
      cancelAt: components['schemas']['Timestamp'] | null
    }
    /** How long to wait for the next sign of life. */
    CancelAllAfterRequest: {
      /** Milliseconds of the market's time, 5,000 to 300,000; 0 takes the switch back. */
      timeoutMs: number
    }
    /** What happened to one order. */
    CancelAllItem: {
      orderId: components['schemas']['OrderId']
      clientOrderId: components['schemas']['ClientOrderId']
      /**
       * not-open when it ended on its own first.
       */
      outcome: 'canceled' | 'not-open' | (string & {})
      /** The order as it stands afterwards. */
      order: components['schemas']['Order']
    }
    /** One outcome an order. */
    CancelAllResult: {
      data: components['schemas']['CancelAllItem'][]
    }
    /** A full channel name, such as quotes.BRK.B or orders.acc_demo. */
    ChannelName: string
    /** A position in a channel. */
    ChannelPosition: {
      epoch: components['schemas']['Epoch']
      /** The last number included. */
      seq: components['schemas']['SequenceNumber']
    }
    /** One channel to subscribe to. fromSeq and epoch go together. */
    ChannelRequest: {
      /** A full channel name; orders or account alone means the default account and is answered with the full name. */
      channel: components['schemas']['ChannelName']
      /** The epoch that fromSeq belongs to. */
      epoch?: components['schemas']['Epoch']
      /** The first number wanted: retained events from there are replayed without a hole or overlap. Too old or another epoch is answered with gone. */
      fromSeq?: components['schemas']['SequenceNumber']
      /**
       * Send at most one quote or book message in this time in milliseconds with the latest state.
       * @default 0
       */
      conflateMs?: number
    }
    /** A day of the calendar by RFC 3339. */
    CivilDate: string
    /** What a client may send. */
    ClientMessage:
      | components['schemas']['AuthenticateMessage']
      | components['schemas']['SubscribeMessage']
      | components['schemas']['UnsubscribeMessage']
      | components['schemas']['PingMessage']
    /** The caller's own id of an order, unique in the account for at least 7 days. The same id with the same payload is the same order. */
    ClientOrderId: string
    /** What happened to one position. */
    CloseAllPositionsItem: {
      symbol: components['schemas']['InstrumentSymbol']
      clientOrderId: components['schemas']['ClientOrderId']
      /**
       * repeated: the order existed already. rejected: recorded as refused. not-submitted: another order has this client order id.
       */
      outcome: 'submitted' | 'repeated' | 'rejected' | 'not-submitted' | (string & {})
      /** The order as it stands now; null when not-submitted. */
      order: components['schemas']['Order'] | null
      /** Why there is no working order; null otherwise. */
      error: components['schemas']['ProblemItem'] | null
    }
    /** How the orders are named. */
    CloseAllPositionsRequest: {
      /** The client order id of each order is this with a hyphen and the symbol. */
      clientOrderIdPrefix: string
    }
    /** One outcome a position. */
    CloseAllPositionsResult: {
      data: components['schemas']['CloseAllPositionsItem'][]
    }
    /** How much of a position to close; all of it without quantity and percent. */
    ClosePositionRequest: {
      clientOrderId: components['schemas']['ClientOrderId']
      /** How much to close as a multiple of the lot size; not together with percent. */
      quantity?: components['schemas']['PositiveDecimal']
      /** The share to close, at most 100; rounded down to the lot size; not together with quantity. */
      percent?: components['schemas']['PositiveDecimal']
    }
    /** An OpenAPI or AsyncAPI document. */
    ContractDocument: {
      [key: string]: unknown
    }
    /** Something that a company does to its stock and that changes what its holders own. */
    CorporateAction: {
      /** The id of the action. Opaque. */
      corporateActionId: string
      symbol: components['schemas']['InstrumentSymbol']
      /**
       * split changes every quantity by ratio; cashDividend pays amount a unit.
       */
      type: 'split' | 'cashDividend' | (string & {})
      /** The first day on which a buyer no longer takes part. It takes effect in the night before, at 05:00 UTC. */
      exDate: components['schemas']['CivilDate']
      /** The day whose holders are entitled; with settlement after one day that is the ex-date. */
      recordDate?: components['schemas']['CivilDate']
      /** The day on which it is paid. */
      payableDate?: components['schemas']['CivilDate']
      /** Of a split: new units for one old unit, rounded to 8 decimals. */
      ratio?: components['schemas']['PositiveDecimal']
      /** Of a split: so many units take the place of oldUnits. */
      newUnits?: number
      /** Of a split. */
      oldUnits?: number
      /** Of a dividend: what one unit is paid in the quote currency. */
      amount?: components['schemas']['PositiveDecimal']
    }
    /** One page, newest first. */
    CorporateActionPage: {
      data: components['schemas']['CorporateAction'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** A new webhook with its secret, which no other answer tells. */
    CreatedWebhook: {
      webhookId: components['schemas']['WebhookId']
      accountId: components['schemas']['AccountId']
      /** Where deliveries are posted. */
      url: string
      /** The events wanted; an empty list stands for all. */
      eventTypes: (
        | 'orderAccepted'
        | 'orderRejected'
        | 'orderFilled'
        | 'orderCanceled'
        | 'orderExpired'
        | 'orderReplaced'
        | 'orderRestated'
        | 'orderPending'
        | 'orderTriggered'
        | 'tradeBusted'
        | 'tradeCorrected'
        | 'account'
        | (string & {})
      )[]
      /** A label for people. */
      description: string
      /**
       * disabled: nothing is delivered but tests. Set by updateWebhook, or by a receiver that answered 410.
       */
      status: 'enabled' | 'disabled' | (string & {})
      /** The security time of its creation. */
      createdAt: components['schemas']['Timestamp']
      /** The security time of the last change. */
      updatedAt: components['schemas']['Timestamp']
      /** What deliveries are signed with: whsec_ and the key in base64. Keep it; it cannot be read again. */
      secret: string
    }
    /** An event of a channel, or a snapshot of one. The same events under the same numbers are served by listEvents. A gap is when firstSeq (or else seq) is past the next number expected. */
    DataMessage:
      | components['schemas']['QuoteMessage']
      | components['schemas']['TradeMessage']
      | components['schemas']['BarMessage']
      | components['schemas']['BookMessage']
      | components['schemas']['StatusMessage']
      | components['schemas']['OrderEventMessage']
      | components['schemas']['AccountMessage']
    /** A decimal number as text, possibly negative, with at most 8 decimals and no exponent. Answers write it canonically (the tick's, lot's or asset's number of decimals). */
    Decimal: string
    /** Names one life of the feed. Compared for equality only; new after every restart or loss of retention; none ever returns. Sequence numbers of different epochs cannot be compared. */
    Epoch: string
    /** A message was refused; it changed nothing. */
    ErrorMessage: {
      type: 'error'
      /** The id of the message refused; null when it could not be read. */
      id: string | null
      problem: components['schemas']['Problem']
    }
    /** One page of events, by channel in the order asked, then by sequence number ascending. Every event is whole; none is conflated. */
    EventPage: {
      data: components['schemas']['DataMessage'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** Server-Sent Events: blocks of the lines id, event and data, where data is one DataMessage as JSON, event its type and id its LogPosition; a block with an id alone tells where the stream begins; lines that begin with a colon are comments. */
    EventStream: string
    /** One execution of an order. One with bustedAt or correctedBy counts no more. Count fills by (accountId, fillId); the same one may be seen by REST and by stream. */
    Fill: {
      fillId: components['schemas']['FillId']
      orderId: components['schemas']['OrderId']
      clientOrderId: components['schemas']['ClientOrderId']
      accountId: components['schemas']['AccountId']
      symbol: components['schemas']['InstrumentSymbol']
      /**
       * The side of an order.
       */
      side: 'buy' | 'sell' | (string & {})
      /** The price in the quote currency. */
      price: components['schemas']['Decimal']
      /** The quantity of this fill. */
      quantity: components['schemas']['PositiveDecimal']
      /** Price times quantity. Exact. */
      value: components['schemas']['Decimal']
      /**
       * maker when the order was resting; of two orders that meet in an auction the one that came first.
       */
      liquidity: 'maker' | 'taker' | (string & {})
      /** What the fill cost; negative when the venue paid. */
      fee: components['schemas']['Decimal']
      /** What the fee is in. */
      feeAsset: components['schemas']['Asset']
      /** The market's time of the fill. */
      time: components['schemas']['Timestamp']
      /** The print of this fill. */
      tradeId: components['schemas']['TradeId']
      /** When its trade was busted: it counts no more. Absent otherwise. */
      bustedAt?: components['schemas']['Timestamp']
      /** The fill that counts in its place, after a correction. Absent otherwise. */
      correctedBy?: components['schemas']['FillId']
      /** The fill in whose place it counts. Absent otherwise. */
      corrects?: components['schemas']['FillId']
      /** For people: why it was busted or corrected. */
      amendReason?: string
      /** For people: the rule by which it was filled. */
      why: string
      explanation?: components['schemas']['FillExplanation']
    }
    /** Why a fill came about, in parts that a program can read; `why` is the same as a sentence. */
    FillExplanation: {
      /**
       * Who came to the book: a new order, a stop that was reached, a leg that started, a quote of recorded liquidity, a recorded print; in an auction nobody.
       */
      aggressor: 'order' | 'stop' | 'leg' | 'quote' | 'print' | 'auction' | (string & {})
      /** Which of the prices that the aggressor came to, counted from the best: 1 is the best price then. */
      level?: number
      /** Of the order that rested: what stood before it in the book when it came to rest. */
      quantityAhead?: components['schemas']['UnsignedDecimal']
      /** How much better than its limit the order was filled, a unit. Absent without a limit. */
      priceImprovement?: components['schemas']['UnsignedDecimal']
      /** The price that reached the stop of an order that was one. */
      stopReachedAt?: components['schemas']['Decimal']
      /** The print that had this price. Absent where a quote reached the stop. */
      stopReachedBy?: components['schemas']['TradeId']
    }
    /** The id of one fill. Opaque; fills are counted once by (account, fill id). */
    FillId: string
    /** One page, newest first. */
    FillPage: {
      data: components['schemas']['Fill'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** Events from firstSeq to seq were dropped because the session reads too slowly. listEvents still has them for a while. */
    GapMessage: {
      type: 'gap'
      channel: components['schemas']['ChannelName']
      epoch: components['schemas']['Epoch']
      /** The first number dropped. */
      firstSeq: components['schemas']['SequenceNumber']
      /** The last number dropped. */
      seq: components['schemas']['SequenceNumber']
    }
    /** What was asked for can no longer be replayed. Snapshots of quotes, book, status and account follow by themselves; for the others take one by REST. */
    GoneMessage: {
      type: 'gone'
      channel: components['schemas']['ChannelName']
      /** The present epoch. */
      epoch: components['schemas']['Epoch']
      /** The oldest number that could be replayed. */
      oldestSeq: components['schemas']['SequenceNumber']
    }
    /** Comes every heartbeatMs with the last numbers of the channels that changed since the last heartbeat of the session, and of all channels every 60 s. A number past one's own means that something was lost. */
    HeartbeatMessage: {
      type: 'heartbeat'
      /** The market's time. */
      time: components['schemas']['Timestamp']
      /** The last number of each channel by its full name. */
      channels: {
        [key: string]: components['schemas']['ChannelPosition']
      }
    }
    /** That the account kept beyond the day what it opened on the credit of the day, and lacks initial margin for it (Regulation T). */
    InitialMarginCall: {
      /** The market's time at which the day ended. */
      calledAt: components['schemas']['Timestamp']
      /** Until then the holder may pay in or close positions; afterwards the broker closes them. */
      dueAt: components['schemas']['Timestamp']
      /** Whether the broker has begun. Its orders have the reason margin-call and client order ids that begin with margin-call-. */
      liquidating: boolean
      /** What is to be paid in. Closing positions meets it by the initial margin that they wanted. */
      amount: components['schemas']['Decimal']
    }
    /** Something that can be traded, and the bounds of orders in it. */
    Instrument: {
      symbol: components['schemas']['InstrumentSymbol']
      /** The name for people. */
      name: string
      assetClass: components['schemas']['AssetClass']
      /** The asset that prices and values are in. */
      quoteCurrency: components['schemas']['Asset']
      /** Every order price is a multiple of it. */
      tickSize: components['schemas']['PositiveDecimal']
      /** Every order quantity is a multiple of it. */
      lotSize: components['schemas']['PositiveDecimal']
      /** The smallest order quantity. */
      minimumQuantity: components['schemas']['PositiveDecimal']
      /** The largest order quantity. */
      maximumQuantity: components['schemas']['PositiveDecimal']
      /** The lowest order price in the quote currency. */
      minimumPrice: components['schemas']['PositiveDecimal']
      /** The highest order price in the quote currency. */
      maximumPrice: components['schemas']['PositiveDecimal']
      /** Whether margin accounts may buy it on credit. */
      marginable: boolean
      /** Whether margin accounts may sell it short. */
      shortable: boolean
      /**
       * How it can be borrowed for short sales. easy: in any quantity. hard: in a limited quantity, which others may have taken. none: not at all.
       */
      borrow?: 'easy' | 'hard' | 'none' | (string & {})
      /** Whether the lot size is smaller than one. */
      fractional: boolean
      /**
       * Whether orders are taken now. inactive is for good.
       */
      status: 'active' | 'halted' | 'inactive' | (string & {})
    }
    /** One page, by symbol. */
    InstrumentPage: {
      data: components['schemas']['Instrument'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** An instrument's symbol, such as AAPL, BRK.B, BTC-USD. Never contains a slash, so it is one path segment everywhere. */
    InstrumentSymbol: string
    /** The present quote with its position in the channel quotes.SYMBOL, so that a stream can go on from it. */
    LatestQuote: {
      symbol: components['schemas']['InstrumentSymbol']
      /** The highest price somebody will pay in the quote currency. */
      bidPrice: components['schemas']['Decimal'] | null
      /** The quantity wanted at bidPrice. */
      bidQuantity: components['schemas']['UnsignedDecimal'] | null
      /** The lowest price somebody will sell at in the quote currency. */
      askPrice: components['schemas']['Decimal'] | null
      /** The quantity offered at askPrice. */
      askQuantity: components['schemas']['UnsignedDecimal'] | null
      /** The market's time of the last change. */
      time: components['schemas']['Timestamp']
      epoch: components['schemas']['Epoch']
      /** The last number of the channel that the quote includes. */
      seq: components['schemas']['SequenceNumber']
    }
    /** One quote a symbol in the order in which the symbols were asked. */
    LatestQuoteList: {
      data: components['schemas']['LatestQuote'][]
    }
    /** The times and promises that a client needs to decide what happened to a request whose answer was lost. An order that cannot be found at receiveWindowMs + engineMaximumMs + visibilityLagMs after the deadline of its last attempt was never placed. */
    Limits: {
      /** How late after its deadline a request may at most be accepted in milliseconds. */
      receiveWindowMs: number
      /** How long an accepted command may at most take in milliseconds. */
      engineMaximumMs: number
      /** How late a change may at most show in reads in milliseconds. */
      visibilityLagMs: number
      /**
       * Whether a client order id is unique on this endpoint only or on all endpoints: only global allows a re-send elsewhere.
       */
      deduplicationScope: 'endpoint' | 'global' | (string & {})
      /**
       * What survives a crash: nothing, all but the last moments, or every answered change.
       */
      durability: 'memory' | 'interval' | 'always' | (string & {})
      /** How many days a client order id is remembered at least. */
      clientOrderIdRetentionDays: number
      /** The rate limits of a key. */
      policies: components['schemas']['RateLimitPolicy'][]
    }
    /** EPOCH:OFFSET, a place in the one log of all events of the server. Offsets of one epoch grow; epochs are compared for equality only. */
    LogPosition: string
    /** A part of a position that was opened at once, as it counts for the profit of what closes it. */
    Lot: {
      /** What is left of it; negative when sold short. */
      quantity: components['schemas']['Decimal']
      /** What that cost in the quote currency, without fees; zero where it came without a trade, and negative, what it brought, when sold short. */
      costBasis: components['schemas']['Decimal']
      /** The day on which it was opened; days end at 05:00 UTC. */
      openedOn: components['schemas']['CivilDate']
    }
    /** That the account has less equity than its positions want, and what becomes of it. */
    MarginCall: {
      /** The market's time at which it was found. */
      calledAt: components['schemas']['Timestamp']
      /** Until then the holder may pay in or close positions; afterwards the broker closes them. */
      dueAt: components['schemas']['Timestamp']
      /** Whether the broker has begun. Its orders have the reason margin-call and client order ids that begin with margin-call-. */
      liquidating: boolean
      /** What equity lacks now. */
      deficiency: components['schemas']['Decimal']
    }
    /** Whether the market is open now, and when that changes next. It speaks of US equities alone. Where auctions end at a moment that nobody knows before, the announced hours are told, and remain the next ones until the auction has ended. */
    MarketClock: {
      /** The market's present time. */
      time: components['schemas']['Timestamp']
      /**
       * The calendar in force: that of the New York Stock Exchange, none, or another one, be it of currencies or made by whoever runs the venue.
       */
      calendar: 'XNYS' | 'alwaysOpen' | 'custom' | (string & {})
      /**
       * The present phase: open is the regular session; before and after it only orders with extendedHours trade.
       */
      phase: 'preMarket' | 'open' | 'postMarket' | 'closed' | (string & {})
      /** When the regular session opens next; null when it never closes. */
      nextOpen: components['schemas']['Timestamp'] | null
      /** When the regular session closes next; null when it never closes. */
      nextClose: components['schemas']['Timestamp'] | null
      /** When the phase changes next; null when it never does. */
      nextChange?: components['schemas']['Timestamp'] | null
    }
    /** What a symbol is doing at one instant. */
    MarketSnapshot: {
      symbol: components['schemas']['InstrumentSymbol']
      quote: components['schemas']['LatestQuote']
      /** The last print; null before the first. */
      lastTrade: components['schemas']['Trade'] | null
      /** The bar of the present day in UTC; null while there is no print in it. */
      dayBar: components['schemas']['Bar'] | null
      status: components['schemas']['SymbolStatus']
    }
    /** One snapshot a symbol in the order in which the symbols were asked. */
    MarketSnapshotList: {
      data: components['schemas']['MarketSnapshot'][]
    }
    /** Chosen by the client; the answer carries the same. */
    MessageId: string
    /** What to send as cursor for the next page; null on the last page. */
    NextCursor: string | null
    /** Why no access token was given (RFC 6749, section 5.2). */
    OAuthError: {
      /**
       * The kind of error.
       */
      error:
        | 'invalid_request'
        | 'invalid_client'
        | 'invalid_grant'
        | 'unauthorized_client'
        | 'unsupported_grant_type'
        | 'invalid_scope'
        | (string & {})
      /** For people: what happened this time. */
      error_description?: string
    }
    /** An order as it stands. The fields of the request come back as they were sent, in canonical form; those not sent are absent. */
    Order: {
      orderId: components['schemas']['OrderId']
      accountId: components['schemas']['AccountId']
      clientOrderId: components['schemas']['ClientOrderId']
      symbol: components['schemas']['InstrumentSymbol']
      /**
       * The side of an order.
       */
      side: 'buy' | 'sell' | (string & {})
      /**
       * How the price is decided. market takes what is there; limit trades at limitPrice or better; stop and stopLimit become one of these when stopPrice is touched; trailingStop moves its stop with the market.
       */
      type: 'market' | 'limit' | 'stop' | 'stopLimit' | 'trailingStop' | (string & {})
      /**
       * How long the order works: day until the regular session closes (with extendedHours until trading after it ends), gtc until canceled, gtd until expiresAt, ioc fills at once what it can and cancels the rest, fok all at once or nothing, opg and cls only in the opening and closing auction, which cancels what it does not fill. opg is taken until 2 minutes before the open, cls until 10 minutes before the close, both again from 3 hours after the close for the next session.
       */
      timeInForce: 'day' | 'gtc' | 'gtd' | 'ioc' | 'fok' | 'opg' | 'cls' | (string & {})
      /** The whole quantity with what was filled. */
      quantity?: components['schemas']['PositiveDecimal']
      /** The amount of the quote currency to trade. */
      notional?: components['schemas']['PositiveDecimal']
      /** The worst price accepted in the quote currency. */
      limitPrice?: components['schemas']['PositiveDecimal']
      /** The price that triggers a stop. Of a trailing stop where it stands now; absent until it is active. */
      stopPrice?: components['schemas']['PositiveDecimal']
      /** When the stop price was reached; from then on the order is a market or limit order. Absent before, and on orders without a stop. */
      triggeredAt?: components['schemas']['Timestamp']
      /** The price at which a trailing stop starts to follow. */
      activationPrice?: components['schemas']['PositiveDecimal']
      /**
       * Which price triggers a stop: the last trade, the best ask for a buy and the best bid for a sale, or the middle of the two. A buy is triggered at its stopPrice or above, a sale at it or below.
       */
      triggerBy?: 'last' | 'bidAsk' | 'mid' | (string & {})
      /** The distance of a trailing stop in the quote currency. */
      trailAmount?: components['schemas']['PositiveDecimal']
      /** The distance of a trailing stop in percent. */
      trailPercent?: components['schemas']['PositiveDecimal']
      /** Whether it was refused rather than trade at once. */
      postOnly?: boolean
      /** Whether it may only make the position smaller. */
      reduceOnly?: boolean
      /** How much of the quantity the book shows at a time. */
      displayQuantity?: components['schemas']['PositiveDecimal']
      /** Whether it also trades before and after the regular session. */
      extendedHours?: boolean
      /** Whether a cash dividend leaves its prices as they are. */
      doNotReduce?: boolean
      /** When a gtd order ends. */
      expiresAt?: components['schemas']['Timestamp']
      /**
       * What happens instead of a trade with an order of the same account, or of an account of the same group where the venue groups them; the mode of the incoming order decides. `allow`: they trade. `cancelIncoming`: the incoming order is canceled where it would meet the other. `cancelResting`: the resting order is canceled, and the incoming one goes on. `cancelBoth`: both are canceled. `decrement`: both lose the quantity that would have traded (`preventedQuantity`, event `orderRestated`); the smaller one is canceled, both if they are equal. `transfer`: as `decrement`; where both orders say so and are of two accounts of a group, what was prevented moves from one to the other for its value at the resting order's price besides (activity `transfer`), with profit as by a sale, but with no trade, fill or fee; in an auction, where no order rests, nothing moves. Canceled orders have the reason `self-trade-prevented`.
       */
      selfTradePrevention?:
        | 'allow'
        | 'cancelIncoming'
        | 'cancelResting'
        | 'cancelBoth'
        | 'decrement'
        | 'transfer'
        | (string & {})
      /**
       * Whether the order stands alone or brings legs, orders of the other side that close what it opened (status `held`, event `orderPending`, until it is filled). `bracket`: two legs, takeProfit and stopLoss. `oto`: one of them. `oco`: the order itself takes the profit, and its stopLoss on the same side works beside it from the start. Of two orders that close the same, what one trades reduces the other (`oco`: cancels it), the stop that is reached cancels the other, canceling one cancels both, and they hold the position once. An order that ends before its legs work takes them along.
       */
      orderClass?: 'simple' | 'bracket' | 'oco' | 'oto' | (string & {})
      /**
       * When bracket legs start to work: full when the entry is completely filled, partial growing with its fills as far as the account can pay for them. With full, an entry that ends filled in part cancels its legs, and what it bought stays without them.
       */
      bracketMode?: 'full' | 'partial' | (string & {})
      takeProfit?: components['schemas']['TakeProfitState']
      stopLoss?: components['schemas']['StopLossState']
      /** The caller's own labels. */
      tags?: string[]
      status: components['schemas']['OrderStatus']
      /** The quantity filled so far, by the orders that this one replaced too. */
      filledQuantity: components['schemas']['UnsignedDecimal']
      /** The exact sum of price times quantity over all fills in the quote currency, without fees. */
      filledValue: components['schemas']['Decimal']
      /** filledValue by filledQuantity, rounded half-even to 8 decimals, for display; null before the first fill. */
      averageFillPrice: components['schemas']['Decimal'] | null
      /** What may still be filled; zero once the status is final, and for an order by notional. */
      remainingQuantity: components['schemas']['UnsignedDecimal']
      /** What did not trade because it would have met an order of the same account or group (modes decrement and transfer). Filled, remaining and prevented make the quantity of an open order. Absent when nothing was prevented. */
      preventedQuantity?: components['schemas']['UnsignedDecimal']
      /** The sum of the fees of all fills in the fee asset; negative when the venue paid. */
      fees: components['schemas']['Decimal']
      /** The order that this one replaced. */
      replaces: components['schemas']['OrderId'] | null
      /** The order that replaced this one. */
      replacedBy: components['schemas']['OrderId'] | null
      /** The order that this one is a leg of, as it was entered. */
      parentOrderId: components['schemas']['OrderId'] | null
      /** The legs of this order as they were entered; one that was replaced says by which. */
      legs: components['schemas']['OrderId'][]
      /** Why it was rejected, canceled or expired, or why the broker sent it; null otherwise. */
      reason: components['schemas']['OrderReason'] | null
      /** The number in orders.ACCOUNT of the last event of this order. Of two states the one with the higher number is newer. */
      updatedSeq: components['schemas']['SequenceNumber']
      /** The market's time of the order's arrival. */
      createdAt: components['schemas']['Timestamp']
      /** The market's time of the last event. */
      updatedAt: components['schemas']['Timestamp']
    }
    /** The order book by price, with its position in the channel book.SYMBOL. */
    OrderBook: {
      symbol: components['schemas']['InstrumentSymbol']
      epoch: components['schemas']['Epoch']
      /** The last number of the channel that the book includes. */
      seq: components['schemas']['SequenceNumber']
      /** The market's time of the last change. */
      time: components['schemas']['Timestamp']
      /** Highest price first, at most depth levels. */
      bids: components['schemas']['BookLevel'][]
      /** Lowest price first, at most depth levels. */
      asks: components['schemas']['BookLevel'][]
      checksum: components['schemas']['BookChecksum']
    }
    /**
     * Whether the order stands alone or brings legs, orders of the other side that close what it opened (status `held`, event `orderPending`, until it is filled). `bracket`: two legs, takeProfit and stopLoss. `oto`: one of them. `oco`: the order itself takes the profit, and its stopLoss on the same side works beside it from the start. Of two orders that close the same, what one trades reduces the other (`oco`: cancels it), the stop that is reached cancels the other, canceling one cancels both, and they hold the position once. An order that ends before its legs work takes them along.
     */
    OrderClass: 'simple' | 'bracket' | 'oco' | 'oto'
    /** An order after an event, with the fill when there was one. */
    OrderEvent: {
      /** The whole order after the event. */
      order: components['schemas']['Order']
      /** On orderFilled the fill; on tradeBusted the one that counts no more; on tradeCorrected the one that counts in place of the fill in corrects. */
      fill?: components['schemas']['Fill']
      /** On orderRejected, orderCanceled, orderExpired, orderRestated, tradeBusted and tradeCorrected: why. */
      reason?: components['schemas']['OrderReason']
    }
    /** Something happened to an order of the account. One totally ordered sequence an account, never dropped or conflated. */
    OrderEventMessage: {
      /** The full channel name. */
      channel: string
      epoch: components['schemas']['Epoch']
      /** The number of the event, or the last that the message stands for. */
      seq: components['schemas']['SequenceNumber']
      /** The first number that the message stands for. Present only where this session conflates; otherwise it equals seq. */
      firstSeq?: components['schemas']['SequenceNumber']
      /**
       * What happened. Where the order is now says its status.
       */
      type:
        | 'orderAccepted'
        | 'orderRejected'
        | 'orderFilled'
        | 'orderCanceled'
        | 'orderExpired'
        | 'orderReplaced'
        | 'orderRestated'
        | 'orderPending'
        | 'orderTriggered'
        | 'tradeBusted'
        | 'tradeCorrected'
      /** The market's time of the event. */
      time: components['schemas']['Timestamp']
      data: components['schemas']['OrderEvent']
    }
    /** The venue's id of an order. Opaque. */
    OrderId: string
    /** One page, newest first. */
    OrderPage: {
      data: components['schemas']['Order'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** What an order would do if it came now. Amounts are in currency. */
    OrderPreview: {
      /** Whether it would be accepted; then rejections is empty. */
      accepted: boolean
      /** Every reason to refuse it; the first is the code that submitOrder would answer. */
      rejections: components['schemas']['ProblemItem'][]
      /** The quote currency of the instrument; of an unknown symbol that of the account. */
      currency: components['schemas']['Asset']
      /** The quantity that would trade at once. */
      immediateQuantity: components['schemas']['UnsignedDecimal']
      /** The sum of price times quantity of what would trade at once. */
      immediateValue: components['schemas']['Decimal']
      /** The fees of what would trade at once. */
      immediateFees: components['schemas']['Decimal']
      /** The fees of what would rest if it trades at its limit price. */
      restingFees: components['schemas']['Decimal']
      /** What is available now. */
      buyingPower: components['schemas']['Decimal']
      /** What a buy must have available with the worst fees; zero for a sale, which needs the position. In a margin account what opens a position, long or short, needs it, and nothing else. */
      buyingPowerNeeded: components['schemas']['Decimal']
      /** What is available once the order is through, as if it were accepted; below zero where it costs more than there is. */
      buyingPowerAfter: components['schemas']['Decimal']
      /** Of margin accounts and stocks: the equity that the order wants at the rate of Regulation T, at the price at which it is counted; zero where it closes. */
      initialMargin?: components['schemas']['Decimal']
      /** The same at the rate of the maintenance margin. */
      maintenanceMargin?: components['schemas']['Decimal']
      /** Of bracket, oto and oco: what the legs hold once they work, if all of the order has traded by then and prices are as now; of two, which hold it once, what the dearer one needs, and in a margin account the one that takes the profit. The exits of an oco order are the order itself and its leg. */
      legsHold?: {
        /** The quantity of the position that legs to sell hold; zero in a margin account, which holds none for stocks. */
        quantity: components['schemas']['UnsignedDecimal']
        /** The money, with the worst fees, that legs to buy hold. In a margin account the buying power that legs need for what they open; zero where they only close. */
        buyingPower: components['schemas']['Decimal']
      }
      /** The quantity that must be borrowed for a short sale. */
      borrowQuantity?: components['schemas']['UnsignedDecimal']
    }
    /**
     * Why an order was rejected, canceled, expired or restated. The values are the order codes of the error table and the further reasons.
     */
    OrderReason:
      | 'unknown-symbol'
      | 'insufficient-buying-power'
      | 'insufficient-position'
      | 'settled-cash-only'
      | 'not-shortable'
      | 'borrow-unavailable'
      | 'equity-below-minimum'
      | 'closing-only'
      | 'day-trade-limit'
      | 'short-sale-restricted'
      | 'invalid-tick'
      | 'invalid-lot'
      | 'price-out-of-bounds'
      | 'quantity-out-of-bounds'
      | 'post-only-would-trade'
      | 'would-increase-position'
      | 'stop-would-trigger'
      | 'no-reference-price'
      | 'trail-out-of-bounds'
      | 'display-out-of-bounds'
      | 'legs-crossed'
      | 'notional-too-small'
      | 'expiry-passed'
      | 'market-closed'
      | 'beyond-price-band'
      | 'not-for-extended-hours'
      | 'auction-unavailable'
      | 'symbol-halted'
      | 'account-closed'
      | 'canceled-by-user'
      | 'canceled-by-operator'
      | 'no-liquidity'
      | 'ioc-remainder'
      | 'fok-unfilled'
      | 'cancel-all-after'
      | 'expired-gtd'
      | 'expired-day'
      | 'parent-ended'
      | 'parent-filled'
      | 'parent-replaced'
      | 'sibling-canceled'
      | 'sibling-filled'
      | 'sibling-triggered'
      | 'leg-filled'
      | 'leg-triggered'
      | 'corporate-action'
      | 'stop-moved'
      | 'too-late'
      | 'replace-refused'
      | 'symbol-resumed'
      | 'canceled-on-halt'
      | 'done-for-day'
      | 'renewed'
      | 'system-failure'
      | 'connection-lost'
      | 'trade-busted'
      | 'trade-corrected'
      | 'no-longer-covered'
      | 'repriced-to-band'
      | 'repriced-above-bid'
      | 'auction-unfilled'
      | 'margin-call'
      | 'self-trade-prevented'
      | (string & {})
    /**
     * A new order. Unknown fields are refused, never ignored.
     *
     * Fields that depend on each other (`x-rules`; the answer is 422 with a pointer to the field): exactly one of `quantity` and `notional`; `limitPrice` with the types limit and stopLimit and with no other; `stopPrice` with stop and stopLimit; one of `trailAmount` and `trailPercent` with trailingStop; `expiresAt` with gtd; `takeProfit` and `stopLoss` with bracket, one of them with oto, `stopLoss` with oco, where the order itself takes the profit.
     *
     * Orders that come while the market is closed wait, by their time of entry, for the next phase in which they may trade; the opening auction is the first to fill them. `ioc`, `fok` and `notional` cannot wait (market-closed). A market order to buy that waits holds 4 % more than the last price.
     *
     * Values that rule each other out: `ioc`, `fok`, `opg` and `cls` go with market and limit orders; `notional` with simple market orders; `postOnly` with limit orders that may rest (day, gtc, gtd); `displayQuantity` with simple limit and stopLimit orders that may rest; `reduceOnly` with simple orders; the classes bracket, oco and oto with market and limit orders that are day or gtc, oco with limit orders alone.
     */
    OrderRequest: {
      clientOrderId: components['schemas']['ClientOrderId']
      symbol: components['schemas']['InstrumentSymbol']
      side: components['schemas']['OrderSide']
      type: components['schemas']['OrderType']
      timeInForce: components['schemas']['TimeInForce']
      /** How much to trade as a multiple of the lot size. */
      quantity?: components['schemas']['PositiveDecimal']
      /** How much to trade as an amount of the quote currency, without fees: as many whole lots as it pays for now. */
      notional?: components['schemas']['PositiveDecimal']
      /** The worst price accepted in the quote currency as a multiple of the tick size. */
      limitPrice?: components['schemas']['PositiveDecimal']
      /** The price that triggers a stop, not reached yet (stop-would-trigger). From then on stop is a market order, and stopLimit a limit order; what it costs is checked again. */
      stopPrice?: components['schemas']['PositiveDecimal']
      /** The price at which a trailing stop starts to follow, at or above it for a sale, at or below it for a buy; at once without it. */
      activationPrice?: components['schemas']['PositiveDecimal']
      /** @default last */
      triggerBy?: components['schemas']['TriggerBy']
      /** The distance of a trailing stop from the best price since it follows in the quote currency as a multiple of the tick size. */
      trailAmount?: components['schemas']['PositiveDecimal']
      /** The distance of a trailing stop in percent of the best price since it follows, 0.01 to 50. */
      trailPercent?: components['schemas']['PositiveDecimal']
      /**
       * Refuse the order rather than let it trade at once (post-only-would-trade).
       * @default false
       */
      postOnly?: boolean
      /**
       * Refuse the order unless all of it makes the position smaller (would-increase-position, with a pointer to `/quantity`, or to `/notional` if that was given).
       * @default false
       */
      reduceOnly?: boolean
      /** How much of the quantity the book shows at a time, from a hundredth of it to all of it. Each further part goes to the back of the queue. */
      displayQuantity?: components['schemas']['PositiveDecimal']
      /**
       * Also trade before and after the regular session: simple limit orders that are day or gtc (not-for-extended-hours). Without it an order that comes outside the session waits for the next one.
       * @default false
       */
      extendedHours?: boolean
      /**
       * Leave the prices as they are when a cash dividend goes ex. Without it bids and the stops of sales are lowered by the dividend then. Exits have what their order says. A split adjusts every order.
       * @default false
       */
      doNotReduce?: boolean
      /** When a gtd order ends in the market's time. */
      expiresAt?: components['schemas']['RequestTimestamp']
      /** @default cancelIncoming */
      selfTradePrevention?: components['schemas']['SelfTradePrevention']
      /** @default simple */
      orderClass?: components['schemas']['OrderClass']
      /** @default full */
      bracketMode?: components['schemas']['BracketMode']
      takeProfit?: components['schemas']['TakeProfit']
      stopLoss?: components['schemas']['StopLoss']
      tags?: components['schemas']['Tags']
    }
    /**
     * The side of an order.
     */
    OrderSide: 'buy' | 'sell'
    /**
     * Where an order is in its life. Final are filled, canceled, replaced, rejected and expired. held is a leg that waits for its parent; suspended means that the symbol is halted, doneForDay that the order goes on in the next session. pendingCancel and pendingReplace: a request is on its way, and may come too late; pendingNew is a replacement on its way.
     */
    OrderStatus:
      | 'pendingNew'
      | 'new'
      | 'held'
      | 'partiallyFilled'
      | 'filled'
      | 'doneForDay'
      | 'pendingCancel'
      | 'canceled'
      | 'pendingReplace'
      | 'replaced'
      | 'rejected'
      | 'expired'
      | 'suspended'
      | (string & {})
    /**
     * How the price is decided. market takes what is there; limit trades at limitPrice or better; stop and stopLimit become one of these when stopPrice is touched; trailingStop moves its stop with the market.
     */
    OrderType: 'market' | 'limit' | 'stop' | 'stopLimit' | 'trailingStop'
    /** Asks for a pong. A pong does not prove that data flows; heartbeat does. */
    PingMessage: {
      type: 'ping'
      id: components['schemas']['MessageId']
    }
    /** Answers ping. */
    PongMessage: {
      type: 'pong'
      id: components['schemas']['MessageId']
      /** The market's time. */
      time: components['schemas']['Timestamp']
    }
    /** One page, newest first. */
    PortfolioPage: {
      data: components['schemas']['PortfolioPoint'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** What an account was worth at one time, in its own currency, at the prices of the market then. */
    PortfolioPoint: {
      /** The market's time of the valuation. */
      time: components['schemas']['Timestamp']
      /** Cash and the market value of all positions. */
      equity: components['schemas']['Decimal']
      /** The balance of the account's currency with what is held for open orders. */
      cash: components['schemas']['Decimal']
    }
    /** What an account owns of one instrument. quantity = availableQuantity + heldQuantity. */
    Position: {
      symbol: components['schemas']['InstrumentSymbol']
      /** The quantity owned; negative when short. */
      quantity: components['schemas']['Decimal']
      /** What new sells may use; of a short position its negative quantity. */
      availableQuantity: components['schemas']['Decimal']
      /** What open sells hold. */
      heldQuantity: components['schemas']['Decimal']
      /** The average price paid, or of a short position got, to 8 decimals for display; null if unknown. */
      averageEntryPrice: components['schemas']['Decimal'] | null
      /** What the quantity cost in the quote currency, without fees: by average cost, or by lots where the account's costBasis is fifo; of a short position what its sales brought, negative. */
      costBasis: components['schemas']['Decimal']
      /** The price used for the valuation; null when there is none. */
      marketPrice: components['schemas']['Decimal'] | null
      /** The quantity at the market price. */
      marketValue: components['schemas']['Decimal'] | null
      /** Market value less cost basis. */
      unrealizedProfit: components['schemas']['Decimal'] | null
      /** The profit of what was closed so far, without fees: against the average cost, or against the oldest lots where the account's costBasis is fifo. */
      realizedProfit: components['schemas']['Decimal']
      /** The lots that make the quantity, the oldest first, which is closed first. In the answer of getPosition alone, where the account's costBasis is fifo. */
      lots?: components['schemas']['Lot'][]
      /** What was bought and has not been delivered. It may be sold. */
      unsettledQuantity: components['schemas']['Decimal']
    }
    /** One page, by symbol. */
    PositionPage: {
      data: components['schemas']['Position'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** A decimal number as text, greater than zero, with at most 8 decimals and no exponent. Any form is accepted ("1.50" and "1.5" are equal). */
    PositiveDecimal: string
    /** What every failed request answers, by RFC 9457, as application/problem+json. */
    Problem: {
      /**
       * Format: uri-reference
       * Names the kind of problem as /problems/CODE. An identifier; not meant to be fetched.
       */
      type: string
      /** For people: the kind of problem, always the same for a code. */
      title: string
      /** The HTTP status; in stream messages the one that would apply. */
      status: number
      /** For people: what happened this time. */
      detail: string
      /** The path of the request; on a stream /v1/stream. */
      instance: string
      code: components['schemas']['ProblemCode']
      /** The request's id as in X-Request-Id; on a stream the session and message. */
      requestId: string
      /** Whether the same request may succeed later without a change. */
      retryable: boolean
      /**
       * Whether the request took effect. "no": nothing changed. "yes": it is recorded (a rejected order). "unknown": query the state before doing anything else.
       */
      processed: 'no' | 'yes' | 'unknown' | (string & {})
      /** Each single thing that is wrong. */
      errors?: components['schemas']['ProblemItem'][]
      /** When an order was recorded as rejected: its id. */
      orderId?: components['schemas']['OrderId']
      /** How long to wait before another attempt in milliseconds; the same as Retry-After. */
      retryAfterMs?: number
      /** On quota-exceeded: the names of the rate limits that are used up. */
      'violated-policies'?: string[]
      /** On clock-skew: the security time of the answer. */
      serverTime?: components['schemas']['Timestamp']
    }
    /**
     * A stable code to branch on. New codes may be added.
     */
    ProblemCode:
      | 'malformed-request'
      | 'origin-not-allowed'
      | 'unknown-route'
      | 'method-not-allowed'
      | 'request-timeout'
      | 'body-too-large'
      | 'uri-too-long'
      | 'unsupported-media-type'
      | 'misdirected-request'
      | 'upgrade-required'
      | 'too-many-handshakes'
      | 'headers-too-large'
      | 'malformed-json'
      | 'unauthenticated'
      | 'key-unknown'
      | 'token-expired'
      | 'signature-invalid'
      | 'signature-incomplete'
      | 'clock-skew'
      | 'replayed'
      | 'missing-scope'
      | 'unknown-symbol'
      | 'unknown-order'
      | 'unknown-account'
      | 'unknown-position'
      | 'unknown-watchlist'
      | 'unknown-webhook'
      | 'order-not-open'
      | 'request-pending'
      | 'watchlist-name-taken'
      | 'sequence-gone'
      | 'epoch-gone'
      | 'invalid-request'
      | 'client-order-id-reused'
      | 'request-expired'
      | 'watchlist-limit'
      | 'webhook-limit'
      | 'webhook-url-refused'
      | 'invalid-cursor'
      | 'cursor-mismatch'
      | 'quota-exceeded'
      | 'too-many-attempts'
      | 'banned'
      | 'insufficient-buying-power'
      | 'insufficient-position'
      | 'settled-cash-only'
      | 'not-shortable'
      | 'borrow-unavailable'
      | 'equity-below-minimum'
      | 'closing-only'
      | 'day-trade-limit'
      | 'short-sale-restricted'
      | 'invalid-tick'
      | 'invalid-lot'
      | 'price-out-of-bounds'
      | 'quantity-out-of-bounds'
      | 'post-only-would-trade'
      | 'would-increase-position'
      | 'stop-would-trigger'
      | 'no-reference-price'
      | 'trail-out-of-bounds'
      | 'display-out-of-bounds'
      | 'legs-crossed'
      | 'notional-too-small'
      | 'expiry-passed'
      | 'market-closed'
      | 'beyond-price-band'
      | 'not-for-extended-hours'
      | 'auction-unavailable'
      | 'symbol-halted'
      | 'account-closed'
      | 'internal-error'
      | 'starting'
      | 'unavailable'
      | 'unknown-field'
      | 'missing-field'
      | 'invalid-value'
      | 'field-not-applicable'
      | 'malformed-message'
      | 'unknown-message-type'
      | 'not-authenticated'
      | 'authentication-timeout'
      | 'forbidden'
      | 'invalid-channel'
      | 'subscription-limit'
      | 'message-too-large'
      | 'too-many-messages'
      | 'too-many-connections'
      | (string & {})
    /** One thing that is wrong with a request, and what would be right. */
    ProblemItem: {
      /** JSON Pointer (RFC 6901) into the body, such as /limitPrice. For a parameter /query/NAME, /path/NAME or /header/NAME, with the index for a repeated one (/query/channel/0). */
      pointer: string
      code: components['schemas']['ProblemCode']
      /** For people: what is wrong and what would be right. */
      detail: string
      /** On sequence-gone, epoch-gone and invalid-channel: the channel meant. */
      channel?: components['schemas']['ChannelName']
      /** On sequence-gone and epoch-gone: the present epoch of the channel. */
      epoch?: components['schemas']['Epoch']
      /** On sequence-gone: the oldest number still retained. */
      oldestSeq?: components['schemas']['SequenceNumber']
    }
    /** The best bid and offer. A side is null (price and quantity both) when nobody is there. */
    Quote: {
      symbol: components['schemas']['InstrumentSymbol']
      /** The highest price somebody will pay in the quote currency. */
      bidPrice: components['schemas']['Decimal'] | null
      /** The quantity wanted at bidPrice. */
      bidQuantity: components['schemas']['UnsignedDecimal'] | null
      /** The lowest price somebody will sell at in the quote currency. */
      askPrice: components['schemas']['Decimal'] | null
      /** The quantity offered at askPrice. */
      askQuantity: components['schemas']['UnsignedDecimal'] | null
      /** The market's time of the last change. */
      time: components['schemas']['Timestamp']
    }
    /** A new best bid and offer. */
    QuoteMessage: {
      /** The full channel name. */
      channel: string
      epoch: components['schemas']['Epoch']
      /** The number of the event, or the last that the message stands for. */
      seq: components['schemas']['SequenceNumber']
      /** The first number that the message stands for. Present only where this session conflates; otherwise it equals seq. */
      firstSeq?: components['schemas']['SequenceNumber']
      /**
       * quote is an event. snapshot takes no number: seq is the last one included, and it replaces state.
       */
      type: 'quote' | 'snapshot'
      /** The market's time of the event. */
      time: components['schemas']['Timestamp']
      data: components['schemas']['Quote']
    }
    /** One page, newest first. */
    QuotePage: {
      data: components['schemas']['Quote'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** One rate limit: so many requests of a key in any window of this length. */
    RateLimitPolicy: {
      /** The policy's name as in the RateLimit headers. */
      name: string
      /** Requests allowed in one window. */
      quota: number
      /** The window in seconds. */
      windowSeconds: number
    }
    /** What changes of an open order, and the client order id of the new one. Fields left out stay as they are; at least one is given. The order with its changes keeps the rules of OrderRequest, or the answer is 422 `invalid-request`; an order that is no longer gtd leaves its expiresAt behind. A leg keeps its quantity, shows all of it and is day or gtc; prices of a group stay apart (legs-crossed) as they stand then. Unknown fields are refused. */
    ReplaceOrderRequest: {
      /** The caller's own id of the new order. */
      clientOrderId: components['schemas']['ClientOrderId']
      /** The new total with what was filled as a multiple of the lot size. */
      quantity?: components['schemas']['PositiveDecimal']
      /** The new worst price accepted in the quote currency as a multiple of the tick size. */
      limitPrice?: components['schemas']['PositiveDecimal']
      timeInForce?: components['schemas']['TimeInForce']
      /** The new price that triggers a stop. */
      stopPrice?: components['schemas']['PositiveDecimal']
      /** The new distance of a trailing stop in the quote currency. */
      trailAmount?: components['schemas']['PositiveDecimal']
      /** The new distance of a trailing stop in percent of the best price. */
      trailPercent?: components['schemas']['PositiveDecimal']
      /** How much of the quantity the book shows at a time. */
      displayQuantity?: components['schemas']['PositiveDecimal']
      /** When a gtd order ends in the market's time. */
      expiresAt?: components['schemas']['RequestTimestamp']
      tags?: components['schemas']['Tags']
    }
    /**
     * Format: date-time
     * A time in UTC by RFC 3339 with up to 9 decimals; digits beyond the microsecond are cut.
     */
    RequestTimestamp: string
    /**
     * What a key may do: trade changes orders, read reads accounts and orders, market-data reads public data.
     */
    Scope: 'trade' | 'read' | 'market-data' | (string & {})
    /**
     * What happens instead of a trade with an order of the same account, or of an account of the same group where the venue groups them; the mode of the incoming order decides. `allow`: they trade. `cancelIncoming`: the incoming order is canceled where it would meet the other. `cancelResting`: the resting order is canceled, and the incoming one goes on. `cancelBoth`: both are canceled. `decrement`: both lose the quantity that would have traded (`preventedQuantity`, event `orderRestated`); the smaller one is canceled, both if they are equal. `transfer`: as `decrement`; where both orders say so and are of two accounts of a group, what was prevented moves from one to the other for its value at the resting order's price besides (activity `transfer`), with profit as by a sale, but with no trade, fill or fee; in an auction, where no order rests, nothing moves. Canceled orders have the reason `self-trade-prevented`.
     */
    SelfTradePrevention:
      | 'allow'
      | 'cancelIncoming'
      | 'cancelResting'
      | 'cancelBoth'
      | 'decrement'
      | 'transfer'
    /** A position in a channel. Events are numbered 1, 2, 3 and so on within an epoch; 0 means before the first. */
    SequenceNumber: number
    /** What the server may send. A frame carries one message, or an array of them where batchMs was asked for. Clients ignore types that they do not know. */
    ServerMessage:
      | components['schemas']['DataMessage']
      | components['schemas']['WelcomeMessage']
      | components['schemas']['AuthenticatedMessage']
      | components['schemas']['SubscribedMessage']
      | components['schemas']['UnsubscribedMessage']
      | components['schemas']['PongMessage']
      | components['schemas']['HeartbeatMessage']
      | components['schemas']['GoneMessage']
      | components['schemas']['GapMessage']
      | components['schemas']['ErrorMessage']
      | components['schemas']['ShutdownMessage']
    /** The server's clocks. */
    ServerTime: {
      /** The market's time: sessions, order expiry and the time of every event. In a replay it is the recorded time. */
      world: components['schemas']['Timestamp']
      /** The time for X-Request-Deadline, tokens and signatures. */
      security: components['schemas']['Timestamp']
    }
    /** The server closes this session with 1001 or 1012 after graceMs. Open another one now. */
    ShutdownMessage: {
      type: 'shutdown'
      /** How long the session goes on in milliseconds. */
      graceMs: number
    }
    /** The state of the server. */
    Status: {
      /**
       * ok when every operation can be answered.
       */
      status: 'ok' | 'starting' | 'stopping' | (string & {})
      /**
       * What a mistake costs here. Keys carry it in their prefix (mk_ pk_ lk_).
       */
      environment: 'mock' | 'paper' | 'live' | (string & {})
      /** The server's version. */
      version: string
      /** The version of this contract that the server implements. */
      specVersion: string
      /** The present epoch of the feed. */
      epoch: components['schemas']['Epoch']
      /** The market's present time. */
      worldTime: components['schemas']['Timestamp']
      /** Names of optional parts that are switched on. */
      features?: string[]
    }
    /** A change of the trading status. */
    StatusMessage: {
      /** The full channel name. */
      channel: string
      epoch: components['schemas']['Epoch']
      /** The number of the event, or the last that the message stands for. */
      seq: components['schemas']['SequenceNumber']
      /** The first number that the message stands for. Present only where this session conflates; otherwise it equals seq. */
      firstSeq?: components['schemas']['SequenceNumber']
      /**
       * status is an event. snapshot takes no number: seq is the last one included, and it replaces state.
       */
      type: 'status' | 'snapshot'
      /** The market's time of the event. */
      time: components['schemas']['Timestamp']
      data: components['schemas']['SymbolStatus']
    }
    /** The leg of a bracket, OCO or OTO that limits the loss, a stop order, or a stop-limit order when it has a limitPrice. */
    StopLoss: {
      clientOrderId: components['schemas']['ClientOrderId']
      /** The price that triggers it. */
      stopPrice: components['schemas']['PositiveDecimal']
      /** The limit after it was triggered. */
      limitPrice?: components['schemas']['PositiveDecimal']
    }
    /** The leg that limits the loss as it was requested. */
    StopLossState: {
      clientOrderId: components['schemas']['ClientOrderId']
      stopPrice: components['schemas']['PositiveDecimal']
      limitPrice?: components['schemas']['PositiveDecimal']
    }
    /** Authenticates one stream session. */
    StreamToken: {
      /** The token, for authenticate; it works once. */
      token: string
      /** The security time until which it works. */
      expiresAt: components['schemas']['Timestamp']
    }
    /** Add channels. Answered by subscribed, then by a snapshot for each of quotes, book, status and account that did not ask for a replay. One bad channel refuses the whole message. */
    SubscribeMessage: {
      type: 'subscribe'
      id: components['schemas']['MessageId']
      channels: components['schemas']['ChannelRequest'][]
    }
    /** A channel that the session is subscribed to. */
    SubscribedChannel: {
      channel: components['schemas']['ChannelName']
      epoch: components['schemas']['Epoch']
      /** The first number that will be delivered. */
      nextSeq: components['schemas']['SequenceNumber']
    }
    /** Answers subscribe with the full list as it now stands. */
    SubscribedMessage: {
      type: 'subscribed'
      id: components['schemas']['MessageId']
      channels: components['schemas']['SubscribedChannel'][]
    }
    /** Whether and how a symbol trades. */
    SymbolStatus: {
      symbol: components['schemas']['InstrumentSymbol']
      /**
       * The phase of the session. preMarket and postMarket: only orders with extendedHours trade. auction: nothing trades, and orders are collected for an auction that lets trading go on. closed: orders wait for the next session.
       */
      phase: 'open' | 'closed' | 'preMarket' | 'postMarket' | 'auction' | (string & {})
      /** Whether trading is halted. */
      halted: boolean
      /** Why, for people; null when not halted. */
      haltReason: string | null
      /**
       * Whether the recorded quotes were locked (bid equals ask) or crossed (bid above ask).
       */
      market: 'normal' | 'locked' | 'crossed' | (string & {})
      /** The price above which nothing trades in the quote currency. Absent without price bands. */
      limitUp?: components['schemas']['Decimal']
      /** The price below which nothing trades in the quote currency. Absent without price bands. */
      limitDown?: components['schemas']['Decimal']
      /**
       * Which of them the best price has reached: after 15 seconds trading is paused. Absent otherwise.
       */
      limitState?: 'limitUp' | 'limitDown' | (string & {})
      /** The auction that comes next, from shortly before it: of the opening 2 minutes, of the closing 10. Absent when none is near. */
      auction?: components['schemas']['AuctionIndication']
    }
    /** The caller's own labels. They have no effect and come back with the order. */
    Tags: string[]
    /** The leg of a bracket or OTO that takes the profit, a limit order. */
    TakeProfit: {
      clientOrderId: components['schemas']['ClientOrderId']
      /** The price in the quote currency. */
      limitPrice: components['schemas']['PositiveDecimal']
    }
    /** The leg that takes the profit as it was requested. */
    TakeProfitState: {
      clientOrderId: components['schemas']['ClientOrderId']
      limitPrice: components['schemas']['PositiveDecimal']
    }
    /**
     * How long the order works: day until the regular session closes (with extendedHours until trading after it ends), gtc until canceled, gtd until expiresAt, ioc fills at once what it can and cancels the rest, fok all at once or nothing, opg and cls only in the opening and closing auction, which cancels what it does not fill. opg is taken until 2 minutes before the open, cls until 10 minutes before the close, both again from 3 hours after the close for the next session.
     */
    TimeInForce: 'day' | 'gtc' | 'gtd' | 'ioc' | 'fok' | 'opg' | 'cls'
    /**
     * The length of a bar. Bars begin at whole multiples of it in UTC.
     */
    Timeframe: '1s' | '1m' | '5m' | '15m' | '1h' | '1d'
    /**
     * Format: date-time
     * A time in UTC by RFC 3339, always with 6 decimals (microseconds).
     */
    Timestamp: string
    /** A public print. It names no account. */
    Trade: {
      tradeId: components['schemas']['TradeId']
      symbol: components['schemas']['InstrumentSymbol']
      /** The price in the quote currency. A recorded print may have more decimals than the tick. */
      price: components['schemas']['Decimal']
      /** The quantity traded. */
      quantity: components['schemas']['UnsignedDecimal']
      /** The market's time of the trade. */
      time: components['schemas']['Timestamp']
      /** The side of the order that came second; null when unknown or in an auction. */
      takerSide: ('buy' | 'sell' | (string & {})) | null
      /**
       * exchange when orders traded in this book; recorded when a recording printed it (no orders of this venue traded).
       */
      source: 'exchange' | 'recorded' | (string & {})
      /** When it was busted: it counts no more. Absent otherwise. */
      bustedAt?: components['schemas']['Timestamp']
      /** When its price or quantity was corrected. Absent otherwise. */
      correctedAt?: components['schemas']['Timestamp']
      /** The sale conditions of a recorded print; opening, closing or reopening for the one print of an auction. */
      conditions?: string[]
    }
    /** The id of a public print. Opaque. */
    TradeId: string
    /** A print, or what became of an earlier one. */
    TradeMessage: {
      /** The full channel name. */
      channel: string
      epoch: components['schemas']['Epoch']
      /** The number of the event, or the last that the message stands for. */
      seq: components['schemas']['SequenceNumber']
      /** The first number that the message stands for. Present only where this session conflates; otherwise it equals seq. */
      firstSeq?: components['schemas']['SequenceNumber']
      /**
       * trade: a print. tradeBusted and tradeCorrected: an earlier one, by its tradeId, counts no more, or counts as it stands here.
       */
      type: 'trade' | 'tradeBusted' | 'tradeCorrected'
      /** The market's time of the event. */
      time: components['schemas']['Timestamp']
      data: components['schemas']['Trade']
    }
    /** One page, newest first. */
    TradePage: {
      data: components['schemas']['Trade'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /**
     * Which price triggers a stop: the last trade, the best ask for a buy and the best bid for a sale, or the middle of the two. A buy is triggered at its stopPrice or above, a sale at it or below.
     */
    TriggerBy: 'last' | 'bidAsk' | 'mid'
    /** A decimal number as text, zero or more, with at most 8 decimals and no exponent. */
    UnsignedDecimal: string
    /** Remove channels. Those not subscribed are ignored. */
    UnsubscribeMessage: {
      type: 'unsubscribe'
      id: components['schemas']['MessageId']
      channels: components['schemas']['ChannelName'][]
    }
    /** Answers unsubscribe with the full list as it now stands. */
    UnsubscribedMessage: {
      type: 'unsubscribed'
      id: components['schemas']['MessageId']
      channels: components['schemas']['SubscribedChannel'][]
    }
    /** A named list of symbols. */
    Watchlist: {
      watchlistId: components['schemas']['WatchlistId']
      accountId: components['schemas']['AccountId']
      /** A label for people. */
      name: string
      /** The symbols in the caller's order. */
      symbols: components['schemas']['InstrumentSymbol'][]
      /** The market's time of its creation. */
      createdAt: components['schemas']['Timestamp']
      /** The market's time of the last change. */
      updatedAt: components['schemas']['Timestamp']
    }
    /** The id of a watchlist. Opaque. */
    WatchlistId: string
    /** A page of watchlists. */
    WatchlistPage: {
      data: components['schemas']['Watchlist'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** The whole content of a watchlist. */
    WatchlistRequest: {
      /** A label for people that no other list of the account has. */
      name: string
      /** The symbols in the caller's order. */
      symbols: components['schemas']['InstrumentSymbol'][]
    }
    /** An address to which the account's order and account events are posted. Its secret is told once, when it is made. */
    Webhook: {
      webhookId: components['schemas']['WebhookId']
      accountId: components['schemas']['AccountId']
      /** Where deliveries are posted. */
      url: string
      /** The events wanted; an empty list stands for all. */
      eventTypes: (
        | 'orderAccepted'
        | 'orderRejected'
        | 'orderFilled'
        | 'orderCanceled'
        | 'orderExpired'
        | 'orderReplaced'
        | 'orderRestated'
        | 'orderPending'
        | 'orderTriggered'
        | 'tradeBusted'
        | 'tradeCorrected'
        | 'account'
        | (string & {})
      )[]
      /** A label for people. */
      description: string
      /**
       * disabled: nothing is delivered but tests. Set by updateWebhook, or by a receiver that answered 410.
       */
      status: 'enabled' | 'disabled' | (string & {})
      /** The security time of its creation. */
      createdAt: components['schemas']['Timestamp']
      /** The security time of the last change. */
      updatedAt: components['schemas']['Timestamp']
    }
    /** An account event as it is posted to a webhook. */
    WebhookAccountEvent: {
      /**
       * The balances and positions changed.
       */
      type: 'account'
      /** The market's time of the event, as in data.time. */
      timestamp: components['schemas']['Timestamp']
      /** The message that the stream carries. */
      data: components['schemas']['AccountMessage']
    }
    /** One request to the webhook's address, and what came of it. Of the receiver's answer nothing is kept but its status. */
    WebhookAttempt: {
      /** The security time at which it began. */
      time: components['schemas']['Timestamp']
      /** How long it took in milliseconds. */
      durationMs: number
      /** The status of the answer, null when none came. 2xx is success; every other is failure, redirects too, which are never followed. */
      statusCode: number | null
      /** Why no answer came: address-refused (the name stands for an address that is not allowed), url-refused, name-not-resolved, connection-failed, connection-closed, tls-failed, timed-out (5 s in all), malformed-answer, no-transport (this server has no way out), send-failed. More may be added. */
      error: string | null
    }
    /** What changes of a webhook. Fields left out stay as they are; at least one is given. */
    WebhookChange: {
      url?: components['schemas']['WebhookUrl']
      /** The events wanted from now on; an empty list stands for all. */
      eventTypes?: components['schemas']['WebhookEventType'][]
      /** A label for people. */
      description?: string
      /**
       * disabled ends what waits to be delivered; enabled begins with the next event.
       */
      status?: 'enabled' | 'disabled'
    }
    /** One event on its way to one webhook, with every attempt. */
    WebhookDelivery: {
      deliveryId: components['schemas']['WebhookDeliveryId']
      webhookId: components['schemas']['WebhookId']
      /** The type of the event, or test. */
      eventType: string
      /** The channel of the event; null for a test. */
      channel: string | null
      /** The epoch of seq; null for a test. */
      epoch: string | null
      /** The number of the event in its channel; null for a test. */
      seq: number | null
      /**
       * pending: an attempt is under way or to come. The others are final.
       */
      status: 'pending' | 'succeeded' | 'failed' | (string & {})
      /** Why it failed: attempts-exhausted, receiver-gone (410), webhook-disabled, queue-full (never attempted), or no-transport (this server has no way out). More may be added. Otherwise null. */
      reason: string | null
      /** The security time at which the event came. */
      createdAt: components['schemas']['Timestamp']
      /** The security time from which the next attempt is due, as RFC 3339; null when it waits only for its turn, or for nothing. */
      nextAttemptAt: string | null
      /** Every attempt that is over, oldest first. */
      attempts: components['schemas']['WebhookAttempt'][]
    }
    /** The id of a delivery, which its requests carry as the header webhook-id. Opaque, and never given twice. */
    WebhookDeliveryId: string
    /** A page of deliveries. */
    WebhookDeliveryPage: {
      data: components['schemas']['WebhookDelivery'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** The body of a delivery. data is the message that the streams carry, so that channel, epoch and seq tell a repetition from news, and what is missing can be asked for with listEvents. */
    WebhookEvent:
      | components['schemas']['WebhookOrderEvent']
      | components['schemas']['WebhookAccountEvent']
      | components['schemas']['WebhookTestEvent']
    /**
     * The type of a message of the private channels, orders.ACCOUNT and (account) account.ACCOUNT.
     */
    WebhookEventType:
      | 'orderAccepted'
      | 'orderRejected'
      | 'orderFilled'
      | 'orderCanceled'
      | 'orderExpired'
      | 'orderReplaced'
      | 'orderRestated'
      | 'orderPending'
      | 'orderTriggered'
      | 'tradeBusted'
      | 'tradeCorrected'
      | 'account'
    /** The id of a webhook. Opaque. */
    WebhookId: string
    /** An order event as it is posted to a webhook. */
    WebhookOrderEvent: {
      /**
       * What happened, as in data.type.
       */
      type:
        | 'orderAccepted'
        | 'orderRejected'
        | 'orderFilled'
        | 'orderCanceled'
        | 'orderExpired'
        | 'orderReplaced'
        | 'orderRestated'
        | 'orderPending'
        | 'orderTriggered'
        | 'tradeBusted'
        | 'tradeCorrected'
      /** The market's time of the event, as in data.time. */
      timestamp: components['schemas']['Timestamp']
      /** The message that the stream carries. */
      data: components['schemas']['OrderEventMessage']
    }
    /** A page of webhooks. */
    WebhookPage: {
      data: components['schemas']['Webhook'][]
      nextCursor: components['schemas']['NextCursor']
    }
    /** A webhook to make. */
    WebhookRequest: {
      url: components['schemas']['WebhookUrl']
      /**
       * The events wanted; an empty list stands for all, also for those that later versions add.
       * @default []
       */
      eventTypes?: components['schemas']['WebhookEventType'][]
      /**
       * A label for people.
       * @default
       */
      description?: string
    }
    /** Which webhook is tried out. */
    WebhookTest: {
      webhookId: components['schemas']['WebhookId']
      accountId: components['schemas']['AccountId']
    }
    /** What testWebhook sends. */
    WebhookTestEvent: {
      /**
       * A trial without an event.
       */
      type: 'test'
      /** The security time of the trial. */
      timestamp: components['schemas']['Timestamp']
      data: components['schemas']['WebhookTest']
    }
    /** Where deliveries are posted. An absolute https URL without credentials and fragment, on port 443, 80 or one from 1024 on that is not of another protocol. http is taken only for addresses that the server was told to allow, as loopback is on a server bound to loopback. Private and other special addresses are refused unless allowed. */
    WebhookUrl: string
    /** The first message of a session. */
    WelcomeMessage: {
      type: 'welcome'
      /** Names the session, for support. */
      sessionId: string
      /** The present epoch of the feed. */
      epoch: components['schemas']['Epoch']
      /** The market's time. */
      time: components['schemas']['Timestamp']
      /** How often heartbeat comes in milliseconds unless authenticate says otherwise. */
      heartbeatMs: number
      /** How long the session waits for authenticate in milliseconds. */
      authenticateWithinMs: number
    }
  }
  responses: {
    /** The body is not JSON, or the request target cannot be decoded. */
    BadRequest: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** No, unknown, wrong or expired credentials. */
    Unauthorized: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        'WWW-Authenticate': components['headers']['WWW-Authenticate']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The key may not do this. */
    Forbidden: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** No such thing, or not this account's; on the edge no such route. */
    NotFound: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The body is the one whose ETag the request named in If-None-Match. */
    NotModified: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        'Cache-Control': components['headers']['Cache-Control']
        Vary: components['headers']['Vary']
        ETag: components['headers']['ETag']
        [name: string]: unknown
      }
      content?: never
    }
    /** The answer to OPTIONS, which belongs to the path. */
    NoContent: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        Allow: components['headers']['Allow']
        [name: string]: unknown
      }
      content?: never
    }
    /** The path has no such method. */
    MethodNotAllowed: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        Allow: components['headers']['Allow']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The request did not arrive in time. */
    RequestTimeout: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The order is no longer open, or the name is taken. */
    Conflict: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The events asked for are no longer retained. */
    Gone: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The body is larger than 64 KiB. */
    BodyTooLarge: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The request line is longer than 8 KiB. */
    UriTooLong: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The body is not application/json. */
    UnsupportedMediaType: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The Host is not served here. */
    MisdirectedRequest: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The path of the streams is for WebSockets. */
    UpgradeRequired: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        Upgrade: components['headers']['Upgrade']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The address asked for too many streams. */
    TooManyHandshakes: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        'Retry-After': components['headers']['Retry-After']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The address sent a wrong secret for the client too often. */
    TooManyAttempts: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        'Retry-After': components['headers']['Retry-After']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** A field or parameter is wrong, or the exchange refused the order. */
    Unprocessable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The headers are too large or too many. */
    HeadersTooLarge: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The key went on after too many answers 429 and is shut out for a while. */
    Banned: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        'Retry-After': components['headers']['Retry-After']
        'RateLimit-Policy': components['headers']['RateLimit-Policy']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The key has used up a rate limit. */
    TooManyRequests: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        'Retry-After': components['headers']['Retry-After']
        RateLimit: components['headers']['RateLimit']
        'RateLimit-Policy': components['headers']['RateLimit-Policy']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The server failed; query the state. */
    InternalError: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
    /** The server is starting, stopping or overloaded. */
    Unavailable: {
      headers: {
        'X-Request-Id': components['headers']['X-Request-Id']
        'X-Server-Time': components['headers']['X-Server-Time']
        'X-Spec-Version': components['headers']['X-Spec-Version']
        'Retry-After': components['headers']['Retry-After']
        [name: string]: unknown
      }
      content: {
        'application/problem+json': components['schemas']['Problem']
      }
    }
  }
  parameters: {
    /** The most items of a page. */
    limit: number
    /** The nextCursor of the page before; with the same filter. */
    cursor: string
    /** The account; the key's default account without it. */
    accountId: string
    /** The symbol. */
    symbolInPath: string
    /** The account. */
    accountIdInPath: string
    /** The venue's id of the order. */
    orderIdInPath: string
    /** The id of the watchlist. */
    watchlistIdInPath: string
    /** The id of the webhook. */
    webhookIdInPath: string
    /** The caller's own id of the order. */
    clientOrderIdInPath: string
    /** ETags that the caller has: an answer with one of them is 304 without a body. */
    'If-None-Match': string
    /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
    'X-Request-Deadline': components['schemas']['RequestTimestamp']
  }
  requestBodies: never
  headers: {
    /** Names the request, for support and in errors. */
    'X-Request-Id': string
    /** The security time of the answer in milliseconds since 1970. */
    'X-Server-Time': number
    /** The version of this contract. */
    'X-Spec-Version': string
    /** EPOCH:SEQ of orders.ACCOUNT at the answer: what it shows includes all events up to there. */
    'X-Orders-Position': string
    /** Always true; the order existed before this request. */
    'Idempotent-Replayed': 'true'
    /** The methods of the path, separated by commas. */
    Allow: string
    /** The protocol that the path is for: websocket. */
    Upgrade: string
    /** How to authenticate. */
    'WWW-Authenticate': string
    /** How long to wait in seconds. */
    'Retry-After': number
    /** Names this body, in every encoding; send it back as If-None-Match. */
    ETag: string
    /** no-store, except where the answer has an ETag: there it may be kept, and must be asked again each time. */
    'Cache-Control': string
    /** The headers of the request that change the answer's encoding or headers. */
    Vary: string
    /** no: proxies pass each event on at once. */
    'X-Accel-Buffering': 'no'
    /** Since when the operation is deprecated (RFC 9745), as in @1767225600: seconds since 1970. */
    Deprecation: string
    /** From when the operation may be gone (RFC 8594), as an HTTP date. */
    Sunset: string
    /** What is left of the rate limit that the request counted against, as in "orders";r=49;t=10: r requests now, more after t seconds (draft-ietf-httpapi-ratelimit-headers-10). */
    RateLimit: string
    /** That rate limit itself, as in "orders";q=50;w=10: q requests in any w seconds. */
    'RateLimit-Policy': string
  }
  pathItems: never
}
/**
 * An access token (RFC 6749, section 5.1), sent as Authorization Bearer until it expires.
 *
 * @interface
 */
export type AccessToken = components['schemas']['AccessToken']
/**
 * The form of a token request (RFC 6749, section 4.4.2). Unknown fields are ignored, as that asks.
 *
 * @interface
 */
export type AccessTokenRequest = components['schemas']['AccessTokenRequest']
/**
 * An account, valued at the present market price.
 *
 * @interface
 */
export type Account = components['schemas']['Account']
/**
 * The id of an account. Opaque.
 */
export type AccountId = components['schemas']['AccountId']
/**
 * What a margin account owes and may owe, valued at the market price of each position, in the account's currency.
 *
 * @interface
 */
export type AccountMargin = components['schemas']['AccountMargin']
/**
 * The balances and positions of the account after they changed. Never dropped or conflated.
 *
 * @interface
 */
export type AccountMessage = components['schemas']['AccountMessage']
/**
 * One page, by account id.
 *
 * @interface
 */
export type AccountPage = components['schemas']['AccountPage']
/**
 * What the holder of an account may change.
 *
 * @interface
 */
export type AccountSettings = components['schemas']['AccountSettings']
/**
 * Everything of an account at one instant, unpaged, with the stream positions that it includes.
 *
 * @interface
 */
export type AccountSnapshot = components['schemas']['AccountSnapshot']
/**
 * What an account has after a command changed it.
 *
 * @interface
 */
export type AccountState = components['schemas']['AccountState']
/**
 * One change of what an account owns, as the ledger booked it. The amounts of an asset add up to its balance, the quantities of a symbol to its position, as far back as activities are kept.
 *
 * @interface
 */
export type Activity = components['schemas']['Activity']
/**
 * The id of an activity. Opaque.
 */
export type ActivityId = components['schemas']['ActivityId']
/**
 * One page, newest first.
 *
 * @interface
 */
export type ActivityPage = components['schemas']['ActivityPage']
/**
 * A currency or other thing owned, such as USD or BTC.
 */
export type Asset = components['schemas']['Asset']
/**
 * The kind of instrument.
 */
export type AssetClass = components['schemas']['AssetClass']
/**
 * What an auction would trade if it were held now. It is told again at a fixed pace, where it has changed.
 *
 * @interface
 */
export type AuctionIndication = components['schemas']['AuctionIndication']
/**
 * Must be the first message, within authenticateWithinMs of welcome. Sent again it renews the session.
 *
 * @interface
 */
export type AuthenticateMessage = components['schemas']['AuthenticateMessage']
/**
 * Answers authenticate.
 *
 * @interface
 */
export type AuthenticatedMessage = components['schemas']['AuthenticatedMessage']
/**
 * What an account has of one asset. total = available + held = settled + unsettled.
 *
 * @interface
 */
export type Balance = components['schemas']['Balance']
/**
 * One page, by asset.
 *
 * @interface
 */
export type BalancePage = components['schemas']['BalancePage']
/**
 * What was traded of a symbol within one time, from all its prints, recorded ones too. A time without a print has no bar. Busts and corrections of prints come later and change no bar, which says what was printed then.
 *
 * @interface
 */
export type Bar = components['schemas']['Bar']
/**
 * A bar after another print, or when it is over. The bars of a channel are counted from when somebody first asks for it.
 *
 * @interface
 */
export type BarMessage = components['schemas']['BarMessage']
/**
 * One page, newest first.
 *
 * @interface
 */
export type BarPage = components['schemas']['BarPage']
/**
 * CRC-32 (IEEE) over the ten best asks ascending, then the ten best bids descending, of the full book, price then quantity of each as canonical decimals with the point and leading zeros removed and no separators; 0 for an empty book. State after the message.
 */
export type BookChecksum = components['schemas']['BookChecksum']
/**
 * All that rests at one price.
 *
 * @interface
 */
export type BookLevel = components['schemas']['BookLevel']
/**
 * A change of the order book.
 *
 * @interface
 */
export type BookMessage = components['schemas']['BookMessage']
/**
 * Levels of an order book. In a snapshot all of them, in a delta those that changed with their new whole quantity.
 *
 * @interface
 */
export type BookUpdate = components['schemas']['BookUpdate']
/**
 * When bracket legs start to work: full when the entry is completely filled, partial growing with its fills as far as the account can pay for them. With full, an entry that ends filled in part cancels its legs, and what it bought stays without them.
 */
export type BracketMode = components['schemas']['BracketMode']
/**
 * A session of the market. Days without one are left out.
 *
 * @interface
 */
export type CalendarDay = components['schemas']['CalendarDay']
/**
 * One page, by date.
 *
 * @interface
 */
export type CalendarDayPage = components['schemas']['CalendarDayPage']
/**
 * The switch that cancels all orders of the account.
 *
 * @interface
 */
export type CancelAllAfter = components['schemas']['CancelAllAfter']
/**
 * How long to wait for the next sign of life.
 *
 * @interface
 */
export type CancelAllAfterRequest = components['schemas']['CancelAllAfterRequest']
/**
 * What happened to one order.
 *
 * @interface
 */
export type CancelAllItem = components['schemas']['CancelAllItem']
/**
 * One outcome an order.
 *
 * @interface
 */
export type CancelAllResult = components['schemas']['CancelAllResult']
/**
 * A full channel name, such as quotes.BRK.B or orders.acc_demo.
 */
export type ChannelName = components['schemas']['ChannelName']
/**
 * A position in a channel.
 *
 * @interface
 */
export type ChannelPosition = components['schemas']['ChannelPosition']
/**
 * One channel to subscribe to. fromSeq and epoch go together.
 *
 * @interface
 */
export type ChannelRequest = components['schemas']['ChannelRequest']
/**
 * A day of the calendar by RFC 3339.
 */
export type CivilDate = components['schemas']['CivilDate']
/**
 * What a client may send.
 */
export type ClientMessage = components['schemas']['ClientMessage']
/**
 * The caller's own id of an order, unique in the account for at least 7 days. The same id with the same payload is the same order.
 */
export type ClientOrderId = components['schemas']['ClientOrderId']
/**
 * What happened to one position.
 *
 * @interface
 */
export type CloseAllPositionsItem = components['schemas']['CloseAllPositionsItem']
/**
 * How the orders are named.
 *
 * @interface
 */
export type CloseAllPositionsRequest = components['schemas']['CloseAllPositionsRequest']
/**
 * One outcome a position.
 *
 * @interface
 */
export type CloseAllPositionsResult = components['schemas']['CloseAllPositionsResult']
/**
 * How much of a position to close; all of it without quantity and percent.
 *
 * @interface
 */
export type ClosePositionRequest = components['schemas']['ClosePositionRequest']
/**
 * An OpenAPI or AsyncAPI document.
 */
export type ContractDocument = components['schemas']['ContractDocument']
/**
 * Something that a company does to its stock and that changes what its holders own.
 *
 * @interface
 */
export type CorporateAction = components['schemas']['CorporateAction']
/**
 * One page, newest first.
 *
 * @interface
 */
export type CorporateActionPage = components['schemas']['CorporateActionPage']
/**
 * A new webhook with its secret, which no other answer tells.
 *
 * @interface
 */
export type CreatedWebhook = components['schemas']['CreatedWebhook']
/**
 * An event of a channel, or a snapshot of one. The same events under the same numbers are served by listEvents. A gap is when firstSeq (or else seq) is past the next number expected.
 */
export type DataMessage = components['schemas']['DataMessage']
/**
 * A decimal number as text, possibly negative, with at most 8 decimals and no exponent. Answers write it canonically (the tick's, lot's or asset's number of decimals).
 */
export type Decimal = components['schemas']['Decimal']
/**
 * Names one life of the feed. Compared for equality only; new after every restart or loss of retention; none ever returns. Sequence numbers of different epochs cannot be compared.
 */
export type Epoch = components['schemas']['Epoch']
/**
 * A message was refused; it changed nothing.
 *
 * @interface
 */
export type ErrorMessage = components['schemas']['ErrorMessage']
/**
 * One page of events, by channel in the order asked, then by sequence number ascending. Every event is whole; none is conflated.
 *
 * @interface
 */
export type EventPage = components['schemas']['EventPage']
/**
 * Server-Sent Events: blocks of the lines id, event and data, where data is one DataMessage as JSON, event its type and id its LogPosition; a block with an id alone tells where the stream begins; lines that begin with a colon are comments.
 */
export type EventStream = components['schemas']['EventStream']
/**
 * One execution of an order. One with bustedAt or correctedBy counts no more. Count fills by (accountId, fillId); the same one may be seen by REST and by stream.
 *
 * @interface
 */
export type Fill = components['schemas']['Fill']
/**
 * Why a fill came about, in parts that a program can read; `why` is the same as a sentence.
 *
 * @interface
 */
export type FillExplanation = components['schemas']['FillExplanation']
/**
 * The id of one fill. Opaque; fills are counted once by (account, fill id).
 */
export type FillId = components['schemas']['FillId']
/**
 * One page, newest first.
 *
 * @interface
 */
export type FillPage = components['schemas']['FillPage']
/**
 * Events from firstSeq to seq were dropped because the session reads too slowly. listEvents still has them for a while.
 *
 * @interface
 */
export type GapMessage = components['schemas']['GapMessage']
/**
 * What was asked for can no longer be replayed. Snapshots of quotes, book, status and account follow by themselves; for the others take one by REST.
 *
 * @interface
 */
export type GoneMessage = components['schemas']['GoneMessage']
/**
 * Comes every heartbeatMs with the last numbers of the channels that changed since the last heartbeat of the session, and of all channels every 60 s. A number past one's own means that something was lost.
 *
 * @interface
 */
export type HeartbeatMessage = components['schemas']['HeartbeatMessage']
/**
 * That the account kept beyond the day what it opened on the credit of the day, and lacks initial margin for it (Regulation T).
 *
 * @interface
 */
export type InitialMarginCall = components['schemas']['InitialMarginCall']
/**
 * Something that can be traded, and the bounds of orders in it.
 *
 * @interface
 */
export type Instrument = components['schemas']['Instrument']
/**
 * One page, by symbol.
 *
 * @interface
 */
export type InstrumentPage = components['schemas']['InstrumentPage']
/**
 * An instrument's symbol, such as AAPL, BRK.B, BTC-USD. Never contains a slash, so it is one path segment everywhere.
 */
export type InstrumentSymbol = components['schemas']['InstrumentSymbol']
/**
 * The present quote with its position in the channel quotes.SYMBOL, so that a stream can go on from it.
 *
 * @interface
 */
export type LatestQuote = components['schemas']['LatestQuote']
/**
 * One quote a symbol in the order in which the symbols were asked.
 *
 * @interface
 */
export type LatestQuoteList = components['schemas']['LatestQuoteList']
/**
 * The times and promises that a client needs to decide what happened to a request whose answer was lost. An order that cannot be found at receiveWindowMs + engineMaximumMs + visibilityLagMs after the deadline of its last attempt was never placed.
 *
 * @interface
 */
export type Limits = components['schemas']['Limits']
/**
 * EPOCH:OFFSET, a place in the one log of all events of the server. Offsets of one epoch grow; epochs are compared for equality only.
 */
export type LogPosition = components['schemas']['LogPosition']
/**
 * A part of a position that was opened at once, as it counts for the profit of what closes it.
 *
 * @interface
 */
export type Lot = components['schemas']['Lot']
/**
 * That the account has less equity than its positions want, and what becomes of it.
 *
 * @interface
 */
export type MarginCall = components['schemas']['MarginCall']
/**
 * Whether the market is open now, and when that changes next. It speaks of US equities alone. Where auctions end at a moment that nobody knows before, the announced hours are told, and remain the next ones until the auction has ended.
 *
 * @interface
 */
export type MarketClock = components['schemas']['MarketClock']
/**
 * What a symbol is doing at one instant.
 *
 * @interface
 */
export type MarketSnapshot = components['schemas']['MarketSnapshot']
/**
 * One snapshot a symbol in the order in which the symbols were asked.
 *
 * @interface
 */
export type MarketSnapshotList = components['schemas']['MarketSnapshotList']
/**
 * Chosen by the client; the answer carries the same.
 */
export type MessageId = components['schemas']['MessageId']
/**
 * What to send as cursor for the next page; null on the last page.
 */
export type NextCursor = components['schemas']['NextCursor']
/**
 * Why no access token was given (RFC 6749, section 5.2).
 *
 * @interface
 */
export type OAuthError = components['schemas']['OAuthError']
/**
 * An order as it stands. The fields of the request come back as they were sent, in canonical form; those not sent are absent.
 *
 * @interface
 */
export type Order = components['schemas']['Order']
/**
 * The order book by price, with its position in the channel book.SYMBOL.
 *
 * @interface
 */
export type OrderBook = components['schemas']['OrderBook']
/**
 * Whether the order stands alone or brings legs, orders of the other side that close what it opened (status `held`, event `orderPending`, until it is filled). `bracket`: two legs, takeProfit and stopLoss. `oto`: one of them. `oco`: the order itself takes the profit, and its stopLoss on the same side works beside it from the start. Of two orders that close the same, what one trades reduces the other (`oco`: cancels it), the stop that is reached cancels the other, canceling one cancels both, and they hold the position once. An order that ends before its legs work takes them along.
 */
export type OrderClass = components['schemas']['OrderClass']
/**
 * An order after an event, with the fill when there was one.
 *
 * @interface
 */
export type OrderEvent = components['schemas']['OrderEvent']
/**
 * Something happened to an order of the account. One totally ordered sequence an account, never dropped or conflated.
 *
 * @interface
 */
export type OrderEventMessage = components['schemas']['OrderEventMessage']
/**
 * The venue's id of an order. Opaque.
 */
export type OrderId = components['schemas']['OrderId']
/**
 * One page, newest first.
 *
 * @interface
 */
export type OrderPage = components['schemas']['OrderPage']
/**
 * What an order would do if it came now. Amounts are in currency.
 *
 * @interface
 */
export type OrderPreview = components['schemas']['OrderPreview']
/**
 * Why an order was rejected, canceled, expired or restated. The values are the order codes of the error table and the further reasons.
 */
export type OrderReason = components['schemas']['OrderReason']
/**
 * A new order. Unknown fields are refused, never ignored.
 *
 * Fields that depend on each other (`x-rules`; the answer is 422 with a pointer to the field): exactly one of `quantity` and `notional`; `limitPrice` with the types limit and stopLimit and with no other; `stopPrice` with stop and stopLimit; one of `trailAmount` and `trailPercent` with trailingStop; `expiresAt` with gtd; `takeProfit` and `stopLoss` with bracket, one of them with oto, `stopLoss` with oco, where the order itself takes the profit.
 *
 * Orders that come while the market is closed wait, by their time of entry, for the next phase in which they may trade; the opening auction is the first to fill them. `ioc`, `fok` and `notional` cannot wait (market-closed). A market order to buy that waits holds 4 % more than the last price.
 *
 * Values that rule each other out: `ioc`, `fok`, `opg` and `cls` go with market and limit orders; `notional` with simple market orders; `postOnly` with limit orders that may rest (day, gtc, gtd); `displayQuantity` with simple limit and stopLimit orders that may rest; `reduceOnly` with simple orders; the classes bracket, oco and oto with market and limit orders that are day or gtc, oco with limit orders alone.
 *
 * @interface
 */
export type OrderRequest = components['schemas']['OrderRequest']
/**
 * The side of an order.
 */
export type OrderSide = components['schemas']['OrderSide']
/**
 * Where an order is in its life. Final are filled, canceled, replaced, rejected and expired. held is a leg that waits for its parent; suspended means that the symbol is halted, doneForDay that the order goes on in the next session. pendingCancel and pendingReplace: a request is on its way, and may come too late; pendingNew is a replacement on its way.
 */
export type OrderStatus = components['schemas']['OrderStatus']
/**
 * How the price is decided. market takes what is there; limit trades at limitPrice or better; stop and stopLimit become one of these when stopPrice is touched; trailingStop moves its stop with the market.
 */
export type OrderType = components['schemas']['OrderType']
/**
 * Asks for a pong. A pong does not prove that data flows; heartbeat does.
 *
 * @interface
 */
export type PingMessage = components['schemas']['PingMessage']
/**
 * Answers ping.
 *
 * @interface
 */
export type PongMessage = components['schemas']['PongMessage']
/**
 * One page, newest first.
 *
 * @interface
 */
export type PortfolioPage = components['schemas']['PortfolioPage']
/**
 * What an account was worth at one time, in its own currency, at the prices of the market then.
 *
 * @interface
 */
export type PortfolioPoint = components['schemas']['PortfolioPoint']
/**
 * What an account owns of one instrument. quantity = availableQuantity + heldQuantity.
 *
 * @interface
 */
export type Position = components['schemas']['Position']
/**
 * One page, by symbol.
 *
 * @interface
 */
export type PositionPage = components['schemas']['PositionPage']
/**
 * A decimal number as text, greater than zero, with at most 8 decimals and no exponent. Any form is accepted ("1.50" and "1.5" are equal).
 */
export type PositiveDecimal = components['schemas']['PositiveDecimal']
/**
 * What every failed request answers, by RFC 9457, as application/problem+json.
 *
 * @interface
 */
export type Problem = components['schemas']['Problem']
/**
 * A stable code to branch on. New codes may be added.
 */
export type ProblemCode = components['schemas']['ProblemCode']
/**
 * One thing that is wrong with a request, and what would be right.
 *
 * @interface
 */
export type ProblemItem = components['schemas']['ProblemItem']
/**
 * The best bid and offer. A side is null (price and quantity both) when nobody is there.
 *
 * @interface
 */
export type Quote = components['schemas']['Quote']
/**
 * A new best bid and offer.
 *
 * @interface
 */
export type QuoteMessage = components['schemas']['QuoteMessage']
/**
 * One page, newest first.
 *
 * @interface
 */
export type QuotePage = components['schemas']['QuotePage']
/**
 * One rate limit: so many requests of a key in any window of this length.
 *
 * @interface
 */
export type RateLimitPolicy = components['schemas']['RateLimitPolicy']
/**
 * What changes of an open order, and the client order id of the new one. Fields left out stay as they are; at least one is given. The order with its changes keeps the rules of OrderRequest, or the answer is 422 `invalid-request`; an order that is no longer gtd leaves its expiresAt behind. A leg keeps its quantity, shows all of it and is day or gtc; prices of a group stay apart (legs-crossed) as they stand then. Unknown fields are refused.
 *
 * @interface
 */
export type ReplaceOrderRequest = components['schemas']['ReplaceOrderRequest']
/**
 * A time in UTC by RFC 3339 with up to 9 decimals; digits beyond the microsecond are cut.
 */
export type RequestTimestamp = components['schemas']['RequestTimestamp']
/**
 * What a key may do: trade changes orders, read reads accounts and orders, market-data reads public data.
 */
export type Scope = components['schemas']['Scope']
/**
 * What happens instead of a trade with an order of the same account, or of an account of the same group where the venue groups them; the mode of the incoming order decides. `allow`: they trade. `cancelIncoming`: the incoming order is canceled where it would meet the other. `cancelResting`: the resting order is canceled, and the incoming one goes on. `cancelBoth`: both are canceled. `decrement`: both lose the quantity that would have traded (`preventedQuantity`, event `orderRestated`); the smaller one is canceled, both if they are equal. `transfer`: as `decrement`; where both orders say so and are of two accounts of a group, what was prevented moves from one to the other for its value at the resting order's price besides (activity `transfer`), with profit as by a sale, but with no trade, fill or fee; in an auction, where no order rests, nothing moves. Canceled orders have the reason `self-trade-prevented`.
 */
export type SelfTradePrevention = components['schemas']['SelfTradePrevention']
/**
 * A position in a channel. Events are numbered 1, 2, 3 and so on within an epoch; 0 means before the first.
 */
export type SequenceNumber = components['schemas']['SequenceNumber']
/**
 * What the server may send. A frame carries one message, or an array of them where batchMs was asked for. Clients ignore types that they do not know.
 */
export type ServerMessage = components['schemas']['ServerMessage']
/**
 * The server's clocks.
 *
 * @interface
 */
export type ServerTime = components['schemas']['ServerTime']
/**
 * The server closes this session with 1001 or 1012 after graceMs. Open another one now.
 *
 * @interface
 */
export type ShutdownMessage = components['schemas']['ShutdownMessage']
/**
 * The state of the server.
 *
 * @interface
 */
export type Status = components['schemas']['Status']
/**
 * A change of the trading status.
 *
 * @interface
 */
export type StatusMessage = components['schemas']['StatusMessage']
/**
 * The leg of a bracket, OCO or OTO that limits the loss, a stop order, or a stop-limit order when it has a limitPrice.
 *
 * @interface
 */
export type StopLoss = components['schemas']['StopLoss']
/**
 * The leg that limits the loss as it was requested.
 *
 * @interface
 */
export type StopLossState = components['schemas']['StopLossState']
/**
 * Authenticates one stream session.
 *
 * @interface
 */
export type StreamToken = components['schemas']['StreamToken']
/**
 * Add channels. Answered by subscribed, then by a snapshot for each of quotes, book, status and account that did not ask for a replay. One bad channel refuses the whole message.
 *
 * @interface
 */
export type SubscribeMessage = components['schemas']['SubscribeMessage']
/**
 * A channel that the session is subscribed to.
 *
 * @interface
 */
export type SubscribedChannel = components['schemas']['SubscribedChannel']
/**
 * Answers subscribe with the full list as it now stands.
 *
 * @interface
 */
export type SubscribedMessage = components['schemas']['SubscribedMessage']
/**
 * Whether and how a symbol trades.
 *
 * @interface
 */
export type SymbolStatus = components['schemas']['SymbolStatus']
/**
 * The caller's own labels. They have no effect and come back with the order.
 */
export type Tags = components['schemas']['Tags']
/**
 * The leg of a bracket or OTO that takes the profit, a limit order.
 *
 * @interface
 */
export type TakeProfit = components['schemas']['TakeProfit']
/**
 * The leg that takes the profit as it was requested.
 *
 * @interface
 */
export type TakeProfitState = components['schemas']['TakeProfitState']
/**
 * How long the order works: day until the regular session closes (with extendedHours until trading after it ends), gtc until canceled, gtd until expiresAt, ioc fills at once what it can and cancels the rest, fok all at once or nothing, opg and cls only in the opening and closing auction, which cancels what it does not fill. opg is taken until 2 minutes before the open, cls until 10 minutes before the close, both again from 3 hours after the close for the next session.
 */
export type TimeInForce = components['schemas']['TimeInForce']
/**
 * The length of a bar. Bars begin at whole multiples of it in UTC.
 */
export type Timeframe = components['schemas']['Timeframe']
/**
 * A time in UTC by RFC 3339, always with 6 decimals (microseconds).
 */
export type Timestamp = components['schemas']['Timestamp']
/**
 * A public print. It names no account.
 *
 * @interface
 */
export type Trade = components['schemas']['Trade']
/**
 * The id of a public print. Opaque.
 */
export type TradeId = components['schemas']['TradeId']
/**
 * A print, or what became of an earlier one.
 *
 * @interface
 */
export type TradeMessage = components['schemas']['TradeMessage']
/**
 * One page, newest first.
 *
 * @interface
 */
export type TradePage = components['schemas']['TradePage']
/**
 * Which price triggers a stop: the last trade, the best ask for a buy and the best bid for a sale, or the middle of the two. A buy is triggered at its stopPrice or above, a sale at it or below.
 */
export type TriggerBy = components['schemas']['TriggerBy']
/**
 * A decimal number as text, zero or more, with at most 8 decimals and no exponent.
 */
export type UnsignedDecimal = components['schemas']['UnsignedDecimal']
/**
 * Remove channels. Those not subscribed are ignored.
 *
 * @interface
 */
export type UnsubscribeMessage = components['schemas']['UnsubscribeMessage']
/**
 * Answers unsubscribe with the full list as it now stands.
 *
 * @interface
 */
export type UnsubscribedMessage = components['schemas']['UnsubscribedMessage']
/**
 * A named list of symbols.
 *
 * @interface
 */
export type Watchlist = components['schemas']['Watchlist']
/**
 * The id of a watchlist. Opaque.
 */
export type WatchlistId = components['schemas']['WatchlistId']
/**
 * A page of watchlists.
 *
 * @interface
 */
export type WatchlistPage = components['schemas']['WatchlistPage']
/**
 * The whole content of a watchlist.
 *
 * @interface
 */
export type WatchlistRequest = components['schemas']['WatchlistRequest']
/**
 * An address to which the account's order and account events are posted. Its secret is told once, when it is made.
 *
 * @interface
 */
export type Webhook = components['schemas']['Webhook']
/**
 * An account event as it is posted to a webhook.
 *
 * @interface
 */
export type WebhookAccountEvent = components['schemas']['WebhookAccountEvent']
/**
 * One request to the webhook's address, and what came of it. Of the receiver's answer nothing is kept but its status.
 *
 * @interface
 */
export type WebhookAttempt = components['schemas']['WebhookAttempt']
/**
 * What changes of a webhook. Fields left out stay as they are; at least one is given.
 *
 * @interface
 */
export type WebhookChange = components['schemas']['WebhookChange']
/**
 * One event on its way to one webhook, with every attempt.
 *
 * @interface
 */
export type WebhookDelivery = components['schemas']['WebhookDelivery']
/**
 * The id of a delivery, which its requests carry as the header webhook-id. Opaque, and never given twice.
 */
export type WebhookDeliveryId = components['schemas']['WebhookDeliveryId']
/**
 * A page of deliveries.
 *
 * @interface
 */
export type WebhookDeliveryPage = components['schemas']['WebhookDeliveryPage']
/**
 * The body of a delivery. data is the message that the streams carry, so that channel, epoch and seq tell a repetition from news, and what is missing can be asked for with listEvents.
 */
export type WebhookEvent = components['schemas']['WebhookEvent']
/**
 * The type of a message of the private channels, orders.ACCOUNT and (account) account.ACCOUNT.
 */
export type WebhookEventType = components['schemas']['WebhookEventType']
/**
 * The id of a webhook. Opaque.
 */
export type WebhookId = components['schemas']['WebhookId']
/**
 * An order event as it is posted to a webhook.
 *
 * @interface
 */
export type WebhookOrderEvent = components['schemas']['WebhookOrderEvent']
/**
 * A page of webhooks.
 *
 * @interface
 */
export type WebhookPage = components['schemas']['WebhookPage']
/**
 * A webhook to make.
 *
 * @interface
 */
export type WebhookRequest = components['schemas']['WebhookRequest']
/**
 * Which webhook is tried out.
 *
 * @interface
 */
export type WebhookTest = components['schemas']['WebhookTest']
/**
 * What testWebhook sends.
 *
 * @interface
 */
export type WebhookTestEvent = components['schemas']['WebhookTestEvent']
/**
 * Where deliveries are posted. An absolute https URL without credentials and fragment, on port 443, 80 or one from 1024 on that is not of another protocol. http is taken only for addresses that the server was told to allow, as loopback is on a server bound to loopback. Private and other special addresses are refused unless allowed.
 */
export type WebhookUrl = components['schemas']['WebhookUrl']
/**
 * The first message of a session.
 *
 * @interface
 */
export type WelcomeMessage = components['schemas']['WelcomeMessage']
/** @hidden */
export type ResponseBadRequest = components['responses']['BadRequest']
/** @hidden */
export type ResponseUnauthorized = components['responses']['Unauthorized']
/** @hidden */
export type ResponseForbidden = components['responses']['Forbidden']
/** @hidden */
export type ResponseNotFound = components['responses']['NotFound']
/** @hidden */
export type ResponseNotModified = components['responses']['NotModified']
/** @hidden */
export type ResponseNoContent = components['responses']['NoContent']
/** @hidden */
export type ResponseMethodNotAllowed = components['responses']['MethodNotAllowed']
/** @hidden */
export type ResponseRequestTimeout = components['responses']['RequestTimeout']
/** @hidden */
export type ResponseConflict = components['responses']['Conflict']
/** @hidden */
export type ResponseGone = components['responses']['Gone']
/** @hidden */
export type ResponseBodyTooLarge = components['responses']['BodyTooLarge']
/** @hidden */
export type ResponseUriTooLong = components['responses']['UriTooLong']
/** @hidden */
export type ResponseUnsupportedMediaType = components['responses']['UnsupportedMediaType']
/** @hidden */
export type ResponseMisdirectedRequest = components['responses']['MisdirectedRequest']
/** @hidden */
export type ResponseUpgradeRequired = components['responses']['UpgradeRequired']
/** @hidden */
export type ResponseTooManyHandshakes = components['responses']['TooManyHandshakes']
/** @hidden */
export type ResponseTooManyAttempts = components['responses']['TooManyAttempts']
/** @hidden */
export type ResponseUnprocessable = components['responses']['Unprocessable']
/** @hidden */
export type ResponseHeadersTooLarge = components['responses']['HeadersTooLarge']
/** @hidden */
export type ResponseBanned = components['responses']['Banned']
/** @hidden */
export type ResponseTooManyRequests = components['responses']['TooManyRequests']
/** @hidden */
export type ResponseInternalError = components['responses']['InternalError']
/** @hidden */
export type ResponseUnavailable = components['responses']['Unavailable']
/** @hidden */
export type ParameterLimit = components['parameters']['limit']
/** @hidden */
export type ParameterCursor = components['parameters']['cursor']
/** @hidden */
export type ParameterAccountId = components['parameters']['accountId']
/** @hidden */
export type ParameterSymbolInPath = components['parameters']['symbolInPath']
/** @hidden */
export type ParameterAccountIdInPath = components['parameters']['accountIdInPath']
/** @hidden */
export type ParameterOrderIdInPath = components['parameters']['orderIdInPath']
/** @hidden */
export type ParameterWatchlistIdInPath = components['parameters']['watchlistIdInPath']
/** @hidden */
export type ParameterWebhookIdInPath = components['parameters']['webhookIdInPath']
/** @hidden */
export type ParameterClientOrderIdInPath = components['parameters']['clientOrderIdInPath']
/** @hidden */
export type ParameterIfNoneMatch = components['parameters']['If-None-Match']
/** @hidden */
export type ParameterXRequestDeadline = components['parameters']['X-Request-Deadline']
/** @hidden */
export type HeaderXRequestId = components['headers']['X-Request-Id']
/** @hidden */
export type HeaderXServerTime = components['headers']['X-Server-Time']
/** @hidden */
export type HeaderXSpecVersion = components['headers']['X-Spec-Version']
/** @hidden */
export type HeaderXOrdersPosition = components['headers']['X-Orders-Position']
/** @hidden */
export type HeaderIdempotentReplayed = components['headers']['Idempotent-Replayed']
/** @hidden */
export type HeaderAllow = components['headers']['Allow']
/** @hidden */
export type HeaderUpgrade = components['headers']['Upgrade']
/** @hidden */
export type HeaderWwwAuthenticate = components['headers']['WWW-Authenticate']
/** @hidden */
export type HeaderRetryAfter = components['headers']['Retry-After']
/** @hidden */
export type HeaderETag = components['headers']['ETag']
/** @hidden */
export type HeaderCacheControl = components['headers']['Cache-Control']
/** @hidden */
export type HeaderVary = components['headers']['Vary']
/** @hidden */
export type HeaderXAccelBuffering = components['headers']['X-Accel-Buffering']
/** @hidden */
export type HeaderDeprecation = components['headers']['Deprecation']
/** @hidden */
export type HeaderSunset = components['headers']['Sunset']
/** @hidden */
export type HeaderRateLimit = components['headers']['RateLimit']
/** @hidden */
export type HeaderRateLimitPolicy = components['headers']['RateLimit-Policy']
/** @hidden */
export type $defs = Record<string, never>
/** @hidden */
export interface operations {
  getStatus: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The state of the server. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Status']
        }
      }
      422: components['responses']['Unprocessable']
      500: components['responses']['InternalError']
    }
  }
  getTime: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Both clocks at the moment of the answer. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ServerTime']
        }
      }
      422: components['responses']['Unprocessable']
      500: components['responses']['InternalError']
    }
  }
  getLimits: {
    parameters: {
      query?: never
      header?: {
        /** ETags that the caller has: an answer with one of them is 304 without a body. */
        'If-None-Match'?: components['parameters']['If-None-Match']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The limits of this server. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Limits']
        }
      }
      304: components['responses']['NotModified']
      422: components['responses']['Unprocessable']
      500: components['responses']['InternalError']
    }
  }
  createAccessToken: {
    parameters: {
      query?: never
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/x-www-form-urlencoded': components['schemas']['AccessTokenRequest']
      }
    }
    responses: {
      /** The token; it is never cached. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AccessToken']
        }
      }
      /** The request is wrong. */
      400: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OAuthError']
        }
      }
      /** No such client, or another secret (invalid_client). */
      401: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'WWW-Authenticate': components['headers']['WWW-Authenticate']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OAuthError']
        }
      }
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyAttempts']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createStreamToken: {
    parameters: {
      query?: never
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The token. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['StreamToken']
        }
      }
      401: components['responses']['Unauthorized']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listInstruments: {
    parameters: {
      query?: {
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: {
        /** ETags that the caller has: an answer with one of them is 304 without a body. */
        'If-None-Match'?: components['parameters']['If-None-Match']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of instruments. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['InstrumentPage']
        }
      }
      304: components['responses']['NotModified']
      401: components['responses']['Unauthorized']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getInstrument: {
    parameters: {
      query?: never
      header?: {
        /** ETags that the caller has: an answer with one of them is 304 without a body. */
        'If-None-Match'?: components['parameters']['If-None-Match']
      }
      path: {
        /** The symbol. */
        symbol: components['parameters']['symbolInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The instrument. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Instrument']
        }
      }
      304: components['responses']['NotModified']
      401: components['responses']['Unauthorized']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getMarketClock: {
    parameters: {
      query?: never
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The clock. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MarketClock']
        }
      }
      401: components['responses']['Unauthorized']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listCalendarDays: {
    parameters: {
      query?: {
        /** The first day wanted. */
        from?: components['schemas']['CivilDate']
        /** The last day wanted. */
        to?: components['schemas']['CivilDate']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of sessions. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CalendarDayPage']
        }
      }
      401: components['responses']['Unauthorized']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listCorporateActions: {
    parameters: {
      query?: {
        /** Only those of this symbol. */
        symbol?: components['schemas']['InstrumentSymbol']
        /** Only from this day on. */
        from?: components['schemas']['CivilDate']
        /** Only up to this day. */
        to?: components['schemas']['CivilDate']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of corporate actions. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CorporateActionPage']
        }
      }
      401: components['responses']['Unauthorized']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getLatestQuotes: {
    parameters: {
      query: {
        /** The symbols, repeated: symbols=AAPL&symbols=MSFT. */
        symbols: components['schemas']['InstrumentSymbol'][]
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** One quote a symbol. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['LatestQuoteList']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listQuotes: {
    parameters: {
      query: {
        /** The symbol. */
        symbol: components['schemas']['InstrumentSymbol']
        /** Only from this world time on. */
        from?: components['schemas']['RequestTimestamp']
        /** Only before this world time. */
        to?: components['schemas']['RequestTimestamp']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of quotes. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['QuotePage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listTrades: {
    parameters: {
      query: {
        /** The symbol. */
        symbol: components['schemas']['InstrumentSymbol']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of prints. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['TradePage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getOrderBook: {
    parameters: {
      query?: {
        /** How many levels a side. */
        depth?: number
      }
      header?: never
      path: {
        /** The symbol. */
        symbol: components['parameters']['symbolInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The order book. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OrderBook']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listBars: {
    parameters: {
      query: {
        /** The symbol. */
        symbol: components['schemas']['InstrumentSymbol']
        /** The length of the bars. */
        timeframe: components['schemas']['Timeframe']
        /** Only bars that start at this world time or later. */
        from?: components['schemas']['RequestTimestamp']
        /** Only bars that start before this world time. */
        to?: components['schemas']['RequestTimestamp']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of bars. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BarPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getSnapshots: {
    parameters: {
      query: {
        /** The symbols, repeated: symbols=AAPL&symbols=MSFT. */
        symbols: components['schemas']['InstrumentSymbol'][]
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** One snapshot a symbol. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['MarketSnapshotList']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listAccounts: {
    parameters: {
      query?: {
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of accounts. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AccountPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getAccount: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** The account. */
        accountId: components['parameters']['accountIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The account. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Account']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateAccountSettings: {
    parameters: {
      query?: never
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The account. */
        accountId: components['parameters']['accountIdInPath']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['AccountSettings']
      }
    }
    responses: {
      /** The account. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Account']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listBalances: {
    parameters: {
      query?: {
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path: {
        /** The account. */
        accountId: components['parameters']['accountIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of balances. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['BalancePage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listActivities: {
    parameters: {
      query?: {
        /** Only activities of this type. */
        type?:
          | 'fill'
          | 'fee'
          | 'deposit'
          | 'withdrawal'
          | 'reversal'
          | 'transfer'
          | 'split'
          | 'dividend'
          | 'interest'
          | 'borrowFee'
        /** Only from this world time on. */
        from?: components['schemas']['RequestTimestamp']
        /** Only before this world time. */
        to?: components['schemas']['RequestTimestamp']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path: {
        /** The account. */
        accountId: components['parameters']['accountIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of activities. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ActivityPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getPortfolioHistory: {
    parameters: {
      query?: {
        /** How far points are apart. */
        timeframe?: '1m' | '5m' | '15m' | '1h' | '1d'
        /** Only from this world time on. */
        from?: components['schemas']['RequestTimestamp']
        /** Only before this world time. */
        to?: components['schemas']['RequestTimestamp']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path: {
        /** The account. */
        accountId: components['parameters']['accountIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of valuations. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PortfolioPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getAccountSnapshot: {
    parameters: {
      query?: never
      header?: never
      path: {
        /** The account. */
        accountId: components['parameters']['accountIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The account at one instant. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['AccountSnapshot']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listPositions: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of positions. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['PositionPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getPosition: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: never
      path: {
        /** The symbol. */
        symbol: components['parameters']['symbolInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The position. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Position']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  closePosition: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The symbol. */
        symbol: components['parameters']['symbolInPath']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ClosePositionRequest']
      }
    }
    responses: {
      /** The order already existed with this payload; its present state. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      /** The order as it stands after the command. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  closeAllPositions: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CloseAllPositionsRequest']
      }
    }
    responses: {
      /** One outcome a position, by symbol. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CloseAllPositionsResult']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listOrders: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
        /** Only orders that are open, or only those with a final status (closed). */
        status?: 'open' | 'closed' | 'all'
        /** Only orders in this symbol. */
        symbol?: components['schemas']['InstrumentSymbol']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of orders. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OrderPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  submitOrder: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OrderRequest']
      }
    }
    responses: {
      /** The order already existed with this payload; its present state. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      /** The order as it stands after the command. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  cancelAllOrders: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
        /** The epoch that asOfSeq belongs to. */
        epoch?: components['schemas']['Epoch']
        /** The last number of orders.ACCOUNT that the caller has seen. */
        asOfSeq?: components['schemas']['SequenceNumber']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** One outcome an order. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CancelAllResult']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      410: components['responses']['Gone']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  previewOrder: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['OrderRequest']
      }
    }
    responses: {
      /** What the order would do. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['OrderPreview']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  setCancelAllAfter: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['CancelAllAfterRequest']
      }
    }
    responses: {
      /** The switch as it stands. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CancelAllAfter']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getOrder: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: never
      path: {
        /** The venue's id of the order. */
        orderId: components['parameters']['orderIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The order. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  cancelOrder: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The venue's id of the order. */
        orderId: components['parameters']['orderIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The order after the cancel. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  replaceOrder: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The venue's id of the order. */
        orderId: components['parameters']['orderIdInPath']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplaceOrderRequest']
      }
    }
    responses: {
      /** The replacement already happened with this payload; the new order's present state. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      /** The new order as it stands after the command. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getOrderByClientId: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: never
      path: {
        /** The caller's own id of the order. */
        clientOrderId: components['parameters']['clientOrderIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The order. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  cancelOrderByClientId: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The caller's own id of the order. */
        clientOrderId: components['parameters']['clientOrderIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The order after the cancel. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  replaceOrderByClientId: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The caller's own id of the order. */
        clientOrderId: components['parameters']['clientOrderIdInPath']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['ReplaceOrderRequest']
      }
    }
    responses: {
      /** The replacement already happened with this payload; the new order's present state. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          'Idempotent-Replayed': components['headers']['Idempotent-Replayed']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      /** The new order as it stands after the command. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Order']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listFills: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
        /** Only fills in this symbol. */
        symbol?: components['schemas']['InstrumentSymbol']
        /** Only fills of this order. */
        orderId?: string
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of fills. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['FillPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listWatchlists: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of watchlists. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WatchlistPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createWatchlist: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WatchlistRequest']
      }
    }
    responses: {
      /** The new list. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Watchlist']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getWatchlist: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: never
      path: {
        /** The id of the watchlist. */
        watchlistId: components['parameters']['watchlistIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The list. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Watchlist']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  replaceWatchlist: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The id of the watchlist. */
        watchlistId: components['parameters']['watchlistIdInPath']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WatchlistRequest']
      }
    }
    responses: {
      /** The list as it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Watchlist']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      409: components['responses']['Conflict']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  deleteWatchlist: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The id of the watchlist. */
        watchlistId: components['parameters']['watchlistIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The list as it was. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Watchlist']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listWebhooks: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of webhooks. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  createWebhook: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookRequest']
      }
    }
    responses: {
      /** The new webhook with its secret. */
      201: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['CreatedWebhook']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getWebhook: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: never
      path: {
        /** The id of the webhook. */
        webhookId: components['parameters']['webhookIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The webhook. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Webhook']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  deleteWebhook: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The id of the webhook. */
        webhookId: components['parameters']['webhookIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The webhook as it was. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Webhook']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  updateWebhook: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The id of the webhook. */
        webhookId: components['parameters']['webhookIdInPath']
      }
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookChange']
      }
    }
    responses: {
      /** The webhook as it stands now. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['Webhook']
        }
      }
      400: components['responses']['BadRequest']
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  testWebhook: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
      }
      header?: {
        /** After this security time the request is refused (request-expired), on arrival and again before it reaches the exchange. Without it no client may conclude that an order was not placed. */
        'X-Request-Deadline'?: components['parameters']['X-Request-Deadline']
      }
      path: {
        /** The id of the webhook. */
        webhookId: components['parameters']['webhookIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The delivery as it begins. */
      202: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookDelivery']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listWebhookDeliveries: {
    parameters: {
      query?: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path: {
        /** The id of the webhook. */
        webhookId: components['parameters']['webhookIdInPath']
      }
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of deliveries. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['WebhookDeliveryPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  listEvents: {
    parameters: {
      query: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
        /** The channels, repeated. orders or account alone means the default account. */
        channel: components['schemas']['ChannelName'][]
        /** The epoch of from and to. */
        epoch: components['schemas']['Epoch']
        /** The first number wanted. */
        from: components['schemas']['SequenceNumber']
        /** The last number wanted; the newest without it. */
        to?: components['schemas']['SequenceNumber']
        /** The most items of a page. */
        limit?: components['parameters']['limit']
        /** The nextCursor of the page before; with the same filter. */
        cursor?: components['parameters']['cursor']
      }
      header?: never
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** A page of events. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['EventPage']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      410: components['responses']['Gone']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  streamEvents: {
    parameters: {
      query: {
        /** The account; the key's default account without it. */
        accountId?: components['parameters']['accountId']
        /** The channels, repeated. orders or account alone means the default account. */
        channels: components['schemas']['ChannelName'][]
      }
      header?: {
        /** The id of the last event that was read: the stream goes on after it. Without it the stream begins now. */
        'Last-Event-ID'?: components['schemas']['LogPosition']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** Events, as they happen. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'X-Orders-Position': components['headers']['X-Orders-Position']
          'X-Accel-Buffering': components['headers']['X-Accel-Buffering']
          RateLimit: components['headers']['RateLimit']
          'RateLimit-Policy': components['headers']['RateLimit-Policy']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          [name: string]: unknown
        }
        content: {
          'text/event-stream': components['schemas']['EventStream']
        }
      }
      401: components['responses']['Unauthorized']
      403: components['responses']['Forbidden']
      404: components['responses']['NotFound']
      410: components['responses']['Gone']
      418: components['responses']['Banned']
      422: components['responses']['Unprocessable']
      429: components['responses']['TooManyRequests']
      500: components['responses']['InternalError']
      503: components['responses']['Unavailable']
    }
  }
  getOpenApiDocument: {
    parameters: {
      query?: never
      header?: {
        /** ETags that the caller has: an answer with one of them is 304 without a body. */
        'If-None-Match'?: components['parameters']['If-None-Match']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The OpenAPI document. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ContractDocument']
        }
      }
      304: components['responses']['NotModified']
      422: components['responses']['Unprocessable']
      500: components['responses']['InternalError']
    }
  }
  getAsyncApiDocument: {
    parameters: {
      query?: never
      header?: {
        /** ETags that the caller has: an answer with one of them is 304 without a body. */
        'If-None-Match'?: components['parameters']['If-None-Match']
      }
      path?: never
      cookie?: never
    }
    requestBody?: never
    responses: {
      /** The AsyncAPI document. */
      200: {
        headers: {
          'X-Request-Id': components['headers']['X-Request-Id']
          'X-Server-Time': components['headers']['X-Server-Time']
          'X-Spec-Version': components['headers']['X-Spec-Version']
          'Cache-Control': components['headers']['Cache-Control']
          Vary: components['headers']['Vary']
          ETag: components['headers']['ETag']
          [name: string]: unknown
        }
        content: {
          'application/json': components['schemas']['ContractDocument']
        }
      }
      304: components['responses']['NotModified']
      422: components['responses']['Unprocessable']
      500: components['responses']['InternalError']
    }
  }
  receiveEvent: {
    parameters: {
      query?: never
      header: {
        /** Names the delivery; the same in every attempt. */
        'webhook-id': components['schemas']['WebhookDeliveryId']
        /** When this attempt began by the server machine's clock, in seconds since 1970. Refuse what is more than 5 minutes away. */
        'webhook-timestamp': number
        /** Signatures separated by spaces, each a version, a comma and base64; take the request when one of version v1 fits. */
        'webhook-signature': string
      }
      path?: never
      cookie?: never
    }
    requestBody: {
      content: {
        'application/json': components['schemas']['WebhookEvent']
      }
    }
    responses: {
      /** The event was received. Any 2xx will do; the body is passed over. */
      200: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
      /** The address wants nothing any more; the webhook is disabled. */
      410: {
        headers: {
          [name: string]: unknown
        }
        content?: never
      }
    }
  }
}
