import type { Account } from './accounts/account.ts'
import { type Activity, ActivityLog } from './accounts/activity.ts'
import type { FeeModel } from './accounts/fees/fee-model.ts'
import { Ledger } from './accounts/ledger.ts'
import type { MarginRules } from './accounts/margin/margin-rules.ts'
import type { OrderChange } from './commands.ts'
import type { CorporateAction } from './corporate/corporate-action.ts'
import type { ExchangeEvent, Rejection, SymbolStatus } from './events.ts'
import type { House } from './house/house.ts'
import type { Listing } from './instruments/listing.ts'
import { ExpiryQueue } from './orders/expiry-queue.ts'
import type { Order } from './orders/order.ts'
import type { Retention } from './orders/order-archive.ts'
import type { OrderRecord } from './orders/order-record.ts'
import { OrderRegister } from './orders/order-register.ts'
import type { Calendars, SessionCalendar } from './sessions/calendar.ts'
import type { BreakerLevel } from './sessions/circuit-breaker.ts'
import { isSameStatus } from './sessions/same-status.ts'
import type { VolatilityRules } from './sessions/volatility.ts'
import { TradeRegister } from './trades/trade-register.ts'
import { Noted } from './values/noted.ts'
import { MICROS_PER_MINUTE } from './values/time.ts'
import type { Lots, Time } from './values/types.ts'

export interface ExchangeModels {
  readonly fees: FeeModel
  readonly retention: Retention
  /** Session of US equities. */
  readonly calendar: SessionCalendar | undefined
  /** Sessions of the other asset classes; undefined: always open. */
  readonly calendars: Calendars
  readonly marginRules: MarginRules
  readonly volatilityRules: VolatilityRules
  /** How long a cancel or a replacement of a customer is on its way. */
  readonly requestLatency: Time
  /** Whether orders that go on in the next session are told done for the day. */
  readonly dayEndReports: boolean
}

/** A cancel or a replacement on its way. */
export interface PendingRequest {
  readonly dueAt: Time
  /** The order that is to be canceled or replaced. */
  readonly orderNumber: number
  /** The one that is to take its place, and what was asked for. */
  readonly replacement?: { readonly orderNumber: number; readonly change: OrderChange }
}

/** Something that happened to an order on which others depend. */
export interface FollowUp {
  readonly record: OrderRecord
  /** What was filled; 0 for an order that changed or ended otherwise, negative for what was taken back. */
  readonly filledLots: Lots
}

/** Everything the exchange knows. Changed by command handlers alone. */
export class ExchangeState {
  time: Time = 0
  readonly fees: FeeModel
  readonly calendar: SessionCalendar | undefined
  readonly calendars: Calendars
  readonly marginRules: MarginRules
  readonly volatilityRules: VolatilityRules
  readonly requestLatency: Time
  readonly dayEndReports: boolean
  readonly ledger = new Ledger()
  readonly accounts = new Map<string, Account>()
  readonly listings = new Map<string, Listing>()
  readonly houses = new Map<Listing, Map<Account, House>>()
  readonly orders: OrderRegister
  readonly trades: TradeRegister
  readonly expiries = new ExpiryQueue()
  /** In the order in which they came, and so in which they are due. */
  readonly requests: PendingRequest[] = []
  /** Orders of groups that were filled or ended, for the others of their group to follow after the sweep. */
  readonly followUps: FollowUp[] = []
  /** Listings with stops that wait. */
  readonly stopListings = new Set<Listing>()
  readonly marginAccounts = new Set<Account>()
  /** Those that lack equity. */
  readonly calledAccounts = new Set<Account>()
  /** When their next day begins; undefined: there are none. */
  marginDayAt: Time | undefined = undefined
  /** When margin accounts are looked at next; undefined while nothing moves. */
  marginCheckAt: Time | undefined = undefined
  /** Accounts whose orders are canceled unless they speak up in time. */
  readonly switches = new Set<Account>()
  /** What the ledger booked, by customer. */
  readonly activityLogs = new Map<Account, ActivityLog>()
  /** Everything that was declared, in that order. */
  readonly corporateActions: CorporateAction[] = []
  /** Numbers of those that have something to do yet. */
  readonly pendingActions = new Set<number>()
  /** The business day whose interest is counted next; undefined: no account has rates. */
  interestDay: number | undefined = undefined
  /** Accounts with something that settles on a day, by day. */
  readonly settling = new Map<number, Set<Account>>()
  /** When a calendar next turns to another phase. */
  phaseChangeAt: Time | undefined = undefined
  /** Listings with an auction that is being prepared. */
  readonly auctions = new Set<Listing>()
  /** Stocks with price bands ... */
  readonly banded = new Set<Listing>()
  /** ... and those that the market-wide breaker counts. */
  readonly volatile = new Set<Listing>()
  /** The highest level that the breaker has reached in this session. */
  breakerLevel: BreakerLevel = 0
  /** A stock traded since the index was looked at. */
  indexMoved = false
  /** When the next one begins to be prepared. */
  auctionsFrom: Time | undefined = undefined
  lastOrderNumber = 0
  /** Places in queues are given one after another, whatever the number of the order that takes one. */
  lastPlaceNumber = 0
  /** The same of stops that wait for their price. */
  lastWaitNumber = 0
  lastTradeNumber = 0
  lastFillNumber = 0
  lastActivityNumber = 0
  lastActionNumber = 0
  /** Those of this command are the first; what lies behind is left from before: the list keeps its room. */
  readonly #events: ExchangeEvent[] = []
  #eventCount = 0
  readonly #retention: Retention
  readonly #touchedListings = new Noted<Listing>()
  readonly #changedAccounts = new Noted<Account>()

  constructor(models: ExchangeModels) {
    this.fees = models.fees
    this.calendar = models.calendar
    this.calendars = models.calendars
    this.marginRules = models.marginRules
    this.volatilityRules = models.volatilityRules
    this.requestLatency = models.requestLatency
    this.dayEndReports = models.dayEndReports
    this.#retention = models.retention
    this.orders = new OrderRegister(models.retention)
    this.trades = new TradeRegister(models.retention)
  }

  emit(event: ExchangeEvent): void {
    if (event.type === 'TradePrinted') this.trades.print(event)
    this.#events[this.#eventCount] = event
    this.#eventCount += 1
  }

  reject(code: string, detail: string, order?: Order, pointer?: string): void {
    const rejection: Rejection = { code, detail, ...(pointer === undefined ? {} : { pointer }) }
    this.emit({
      type: 'CommandRejected',
      time: this.time,
      rejection,
      ...(order === undefined ? {} : { order }),
    })
  }

  setStatus(listing: Listing, change: Partial<SymbolStatus>): void {
    const before = listing.status
    const { phase, halted, haltReason, market, auction, bands, limitState } = { ...before, ...change }
    // In one order whatever came first, so that an exchange and one restored from it say the same.
    const status: SymbolStatus = { phase, halted, haltReason, market, auction, bands, limitState }
    if (isSameStatus(before, status)) return
    listing.status = status
    this.emit({ type: 'StatusChanged', time: this.time, symbol: listing.instrument.symbol, status })
  }

  /** The listing's book is about to change in this command. */
  touch(listing: Listing): void {
    this.#touchedListings.add(listing)
    this.noteMove()
  }

  /** Something happened on which the worth of margin accounts may depend. */
  noteMove(): void {
    if (this.marginAccounts.size === 0) return
    this.marginCheckAt ??= (Math.floor(this.time / MICROS_PER_MINUTE) + 1) * MICROS_PER_MINUTE
  }

  /** The ledger booked something to the account; kept of customers only. */
  booked(account: Account, activity: Omit<Activity, 'activityNumber' | 'time'>): void {
    if (account.kind !== 'customer') return
    let log = this.activityLogs.get(account)
    if (log === undefined) {
      const { days, finishedOrders } = this.#retention
      log = new ActivityLog({ days, activities: 4 * finishedOrders })
      this.activityLogs.set(account, log)
    }
    this.lastActivityNumber += 1
    log.add({ ...activity, activityNumber: this.lastActivityNumber, time: this.time })
  }

  /** Newest first. */
  activities(account: Account): Iterable<Activity> {
    return this.activityLogs.get(account)?.newestFirst() ?? []
  }

  /** The account's balances or positions changed; told once a command, and of customers only. */
  accountChanged(account: Account): void {
    if (account.kind === 'customer') this.#changedAccounts.add(account)
    if (account.margin !== undefined) this.noteMove()
  }

  /** The command's events; those that summarise it come last, each account and level once. */
  takeEvents(): readonly ExchangeEvent[] {
    this.summarise()
    const count = this.#eventCount
    this.#eventCount = 0
    return count === 0 ? NO_EVENTS : this.#events.slice(0, count)
  }

  /** Tells which accounts and levels changed until now: at the end of a command, or of an instant within it. */
  summarise(): void {
    const { time } = this
    for (let position = 0; position < this.#changedAccounts.count; position += 1) {
      const { accountId } = this.#changedAccounts.at(position)
      this.emit({ type: 'AccountChanged', time, accountId })
    }
    this.#changedAccounts.clear()
    for (let position = 0; position < this.#touchedListings.count; position += 1)
      this.#touchedListings.at(position).tellChanges(this)
    this.#touchedListings.clear()
  }
}

const NO_EVENTS: readonly ExchangeEvent[] = []
