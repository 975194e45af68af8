import type { Account } from './accounts/account.ts'
import type { TaxLot } from './accounts/lots/lot-queue.ts'
import { type MarginView, marginViewOf } from './accounts/margin/margin-view.ts'
import { type PriceBasis, priceOn } from './accounts/margin/valuation.ts'
import { recentViolations, restrictionOf } from './accounts/settlement/good-faith.ts'
import type { Fill } from './events.ts'
import type {
  AccountView,
  BalanceView,
  BestPrices,
  BookView,
  ExchangeView,
  ListingView,
  PositionView,
} from './exchange.ts'
import { AccountFollower } from './followed-account.ts'
import type { Listing } from './instruments/listing.ts'
import type { Order } from './orders/order.ts'
import type { OrderRecord } from './orders/order-record.ts'
import { previewOrder } from './orders/preview.ts'
import { balanceNow, positionsNow } from './position-views.ts'
import type { ExchangeState } from './state.ts'
import type { Ticks, Time } from './values/types.ts'

/** Read access to the state; every answer about an account is of that account alone. */
export function createView(state: ExchangeState): ExchangeView {
  const archiveOf = (accountId: string) => {
    const account = state.accounts.get(accountId)
    return account === undefined ? undefined : state.orders.archive(account)
  }
  return {
    get time() {
      return state.time
    },
    calendar: state.calendar,
    *instruments() {
      for (const listing of state.listings.values()) yield listing.instrument
    },
    instrument: (symbol) => state.listings.get(symbol)?.instrument,
    status: (symbol) => state.listings.get(symbol)?.status,
    best: (symbol) => {
      const book = state.listings.get(symbol)?.book
      return book && bestOf(book)
    },
    levels: (symbol, side, depth) => state.listings.get(symbol)?.book.levels(side, depth) ?? [],
    listing: (symbol) => {
      const listing = state.listings.get(symbol)
      return listing && new ListingReading(listing)
    },
    account: (accountId) => {
      const account = state.accounts.get(accountId)
      return account && new AccountReading(state, account)
    },
    follow: (accountId) => {
      const account = state.accounts.get(accountId)
      return account?.kind === 'customer' ? new AccountFollower(state, account) : undefined
    },
    *accounts() {
      for (const account of state.accounts.values()) yield new AccountReading(state, account)
    },
    order: (orderNumber) => state.orders.get(orderNumber)?.order,
    orderByClientId: (accountId, clientOrderId) => archiveOf(accountId)?.find(clientOrderId)?.order,
    preview: (accountId, terms) => {
      const account = state.accounts.get(accountId)
      return account === undefined ? undefined : previewOrder(state, account, terms)
    },
    rejection: (orderNumber) => state.orders.get(orderNumber)?.rejection,
    orders: (accountId) => ordersOf(archiveOf(accountId)?.newestFirst()),
    openOrders: (accountId) => ordersOf(archiveOf(accountId)?.open.oldestFirst()),
    fills: (accountId): Iterable<Fill> => archiveOf(accountId)?.fills.newestFirst() ?? [],
    trade: (tradeNumber) => state.trades.get(tradeNumber)?.print,
    corporateActions: () => [...state.corporateActions].reverse(),
    activities: (accountId) => {
      const account = state.accounts.get(accountId)
      return account === undefined ? [] : state.activities(account)
    },
  }
}

export function bestOf({ bids, asks }: BookView): BestPrices {
  return {
    bidTicks: bids.bestTicks ?? null,
    bidLots: bids.bestLots,
    askTicks: asks.bestTicks ?? null,
    askLots: asks.bestLots,
  }
}

function* ordersOf(records: Iterable<OrderRecord> | undefined): Generator<Order> {
  for (const record of records ?? []) yield record.order
}

class ListingReading implements ListingView {
  readonly book: BookView
  readonly #listing: Listing

  constructor(listing: Listing) {
    this.book = listing.book
    this.#listing = listing
  }

  priceOn(basis: PriceBasis): Ticks | undefined {
    return priceOn(basis, this.#listing)
  }
}

/** The account as it stands; what it has is read when it is asked for. A class, because one is made for every request. */
class AccountReading implements AccountView {
  readonly accountId: string
  readonly kind: AccountView['kind']
  readonly type: AccountView['type']
  readonly name: string
  readonly currency: string
  readonly closed: boolean
  readonly createdAt: Time
  readonly feeSchedules: AccountView['feeSchedules']
  readonly ordersSeq: number
  readonly cancelAllAt: Time | undefined
  readonly costBasis: AccountView['costBasis']
  readonly #state: ExchangeState
  readonly #account: Account

  constructor(state: ExchangeState, account: Account) {
    this.accountId = account.accountId
    this.kind = account.kind === 'customer' ? 'customer' : 'liquidity'
    this.type = account.margin === undefined ? 'cash' : 'margin'
    this.name = account.name
    this.currency = account.currency
    this.closed = account.closed
    this.createdAt = account.createdAt
    this.feeSchedules = account.feeSchedules
    this.ordersSeq = account.ordersSeq
    this.cancelAllAt = account.cancelAllAt
    this.costBasis = account.lots === undefined ? 'averageCost' : 'fifo'
    this.#state = state
    this.#account = account
  }

  get goodFaithViolations(): number {
    const { settlement } = this.#account
    return settlement === undefined ? 0 : recentViolations(settlement, this.#state.time).length
  }

  get settledCashOnlyUntil(): Time | undefined {
    return restrictionOf(this.#account.settlement, this.#state.time)
  }

  get balances(): readonly BalanceView[] {
    return Array.from(this.#account.balances, ([asset, balance]) => balanceNow(this.#account, asset, balance))
  }

  get positions(): readonly PositionView[] {
    return positionsNow(this.#state, this.#account)
  }

  lotsOf(symbol: string): readonly TaxLot[] | undefined {
    const { lots } = this.#account
    return lots === undefined ? undefined : [...(lots.get(symbol)?.now.lots ?? [])]
  }

  get margin(): MarginView | undefined {
    return this.#account.margin && marginViewOf(this.#state, this.#account)
  }
}
