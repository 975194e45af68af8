import type { AccountChanged, OrderEvent } from '../exchange/events.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import { Noted } from '../exchange/values/noted.ts'
import { formatTime } from '../exchange/values/time.ts'
import type { Emit } from './channel.ts'
import { CustomerFeed, type CustomerFeedOptions } from './customer-feed.ts'
import type { ChannelSnapshot } from './feed.ts'
import type { PricesOf } from './history/holdings.ts'
import type { SymbolPrices } from './history/prices.ts'
import { OrderProjection } from './projections/orders.ts'

export interface AccountFeedsOptions {
  readonly view: ExchangeView
  readonly epoch: string
  readonly pricesOf: PricesOf
  /** A customer's account is seen for the first time. */
  follow(accountId: string): void
}

/** The private channels of all customers. */
export class AccountFeeds {
  readonly #options: AccountFeedsOptions
  readonly #customer: CustomerFeedOptions
  /** By account; null for those of which nothing is published. */
  readonly #feeds = new Map<string, CustomerFeed | null>()
  /** The account of the last event: mostly that of the next one too. */
  #latestId = ''
  #latest: CustomerFeed | null = null
  /** Messages of all accounts so far. */
  #moment = 0
  /** Since the latest of them. */
  readonly #moved = new Noted<SymbolPrices>()

  constructor(options: AccountFeedsOptions) {
    this.#options = options
    this.#customer = { ...options, orders: new OrderProjection(options.view) }
  }

  /** Before the events of the command that moved them. */
  pricesMoved(prices: SymbolPrices): void {
    this.#moved.add(prices)
  }

  order(event: OrderEvent, emit: Emit): void {
    this.of(event.order.accountId)?.order(event, emit)
  }

  changed({ accountId, time }: AccountChanged, emit: Emit): void {
    const feed = this.of(accountId)
    if (feed === undefined) return
    this.#moment += 1
    for (let place = 0; place < this.#moved.count; place += 1) this.#moved.at(place).moved(this.#moment)
    this.#moved.clear()
    feed.changed(this.#moment, time, emit)
  }

  of(accountId: string): CustomerFeed | undefined {
    if (accountId === this.#latestId) return this.#latest ?? undefined
    let feed = this.#feeds.get(accountId)
    if (feed === undefined) {
      feed = this.#open(accountId)
      // An account that does not exist may be opened later.
      if (feed === undefined) return undefined
      this.#feeds.set(accountId, feed)
    }
    this.#latestId = accountId
    this.#latest = feed
    return feed ?? undefined
  }

  snapshot(accountId: string): ChannelSnapshot | undefined {
    const feed = this.of(accountId)
    const account = this.#options.view.account(accountId)
    if (feed === undefined || account === undefined) return undefined
    const { data, time } = feed.snapshot(account)
    return { seq: feed.account.lastSeq, data, time: formatTime(time) }
  }

  #open(accountId: string): CustomerFeed | null | undefined {
    const { view, follow } = this.#options
    const followed = view.follow(accountId)
    if (followed === undefined) return view.account(accountId) === undefined ? undefined : null
    follow(accountId)
    return new CustomerFeed(accountId, followed, this.#customer)
  }
}
