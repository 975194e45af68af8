import type { Activity } from './accounts/activity.ts'
import type { FeeSchedule } from './accounts/fees/fee-schedule.ts'
import type { TaxLot } from './accounts/lots/lot-queue.ts'
import type { MarginView } from './accounts/margin/margin-view.ts'
import type { PriceBasis } from './accounts/margin/valuation.ts'
import type { AccountKind, AccountType, Command, CostBasis } from './commands.ts'
import type { CorporateAction } from './corporate/corporate-action.ts'
import type { ExchangeEvent, Fill, Rejection, SymbolStatus, TradePrinted } from './events.ts'
import type { Instrument } from './instruments/instrument.ts'
import type { Order, OrderTerms } from './orders/order.ts'
import type { OrderPreview } from './orders/preview.ts'
import type { SessionCalendar } from './sessions/calendar.ts'
import type { ExchangeSnapshot, SnapshotParts } from './snapshot/snapshot.ts'
import type { Lots, Minor, Side, Ticks, Time } from './values/types.ts'

/** Command in, facts out. Pure and deterministic: the same commands give the same events, byte for byte. */
export interface Exchange {
  execute(command: Command): readonly ExchangeEvent[]
  readonly view: ExchangeView
  /** When the exchange itself next has something to do (expiry, phase change); reached by `AdvanceTo`. */
  nextDue(): Time | undefined
  /** All that it knows, between two commands, as plain data: `restoreExchange` goes on from there. */
  snapshot(): ExchangeSnapshot
  /** The same in parts, of which most are made as they are read; commands that are executed meanwhile change nothing in them. */
  snapshotParts(): SnapshotParts
}

/** Read access that never copies more than it answers. */
export interface ExchangeView {
  readonly time: Time
  /** Sessions of US equities; undefined: always open. */
  readonly calendar: SessionCalendar | undefined
  instruments(): Iterable<Instrument>
  instrument(symbol: string): Instrument | undefined
  status(symbol: string): SymbolStatus | undefined
  best(symbol: string): BestPrices | undefined
  /** Levels of one side from the best, at most `depth`. */
  levels(symbol: string, side: Side, depth: number): readonly LevelView[]
  /** What stands for the symbol from now on: for whoever looks after every command. */
  listing(symbol: string): ListingView | undefined
  account(accountId: string): AccountView | undefined
  /** What becomes of a customer's account from now on. @throws Error for a second follower: each would be told a part of it */
  follow(accountId: string): FollowedAccount | undefined
  /** All of them, in the order in which they were opened. */
  accounts(): Iterable<AccountView>
  order(orderNumber: number): Order | undefined
  /** Of a customer: orders of liquidity are known by their numbers alone. */
  orderByClientId(accountId: string, clientOrderId: string): Order | undefined
  /** What would become of an order that came now; undefined for an unknown account. Changes nothing. */
  preview(accountId: string, terms: OrderTerms): OrderPreview | undefined
  /** Why a rejected order was refused. */
  rejection(orderNumber: number): Rejection | undefined
  /** The account's remembered orders, newest first by (createdAt, orderNumber). */
  orders(accountId: string): Iterable<Order>
  openOrders(accountId: string): Iterable<Order>
  /** The account's fills, newest first. */
  fills(accountId: string): Iterable<Fill>
  /** A print as it stands, with what was corrected; undefined when it is not remembered. */
  trade(tradeNumber: number): TradePrinted | undefined
  /** What companies declared, newest first. */
  corporateActions(): Iterable<CorporateAction>
  /** What the ledger booked to the account, newest first. */
  activities(accountId: string): Iterable<Activity>
}

export interface BestPrices {
  readonly bidTicks: Ticks | null
  readonly bidLots: Lots
  readonly askTicks: Ticks | null
  readonly askLots: Lots
}

/** One symbol as it stands whenever it is read. */
export interface ListingView {
  readonly book: BookView
  /** Undefined: there is none yet. */
  priceOn(basis: PriceBasis): Ticks | undefined
}

export interface BookView {
  readonly bids: BestLevel
  readonly asks: BestLevel
  /** Levels of one side from the best, at most `depth`, without a list of them. */
  eachLevel(side: Side, depth: number, visit: VisitLevel): void
}

export interface BestLevel {
  /** Undefined where the side is empty. */
  readonly bestTicks: Ticks | undefined
  readonly bestLots: Lots
}

export type VisitLevel = (priceTicks: Ticks, quantityLots: Lots) => void

export interface LevelView {
  readonly priceTicks: Ticks
  readonly quantityLots: Lots
}

export interface AccountView {
  readonly accountId: string
  readonly kind: AccountKind
  readonly type: AccountType
  /** Of margin accounts: what it owes and may owe; undefined of others. */
  readonly margin: MarginView | undefined
  readonly name: string
  readonly currency: string
  readonly closed: boolean
  readonly createdAt: Time
  /** By name, where the account has its own. */
  readonly feeSchedules: readonly FeeSchedule[] | undefined
  /** Number of the account's latest order event; 0 before the first. */
  readonly ordersSeq: number
  /** When its open orders are canceled unless it speaks up before. */
  readonly cancelAllAt: Time | undefined
  readonly costBasis: CostBasis
  /** In the latest twelve months. */
  readonly goodFaithViolations: number
  /** Until when the account may spend settled money only. */
  readonly settledCashOnlyUntil: Time | undefined
  /** What was read stays as it is, whatever the account has later. */
  readonly balances: readonly BalanceView[]
  readonly positions: readonly PositionView[]
  /** What its position is made of, the oldest first; undefined where it counts by average cost. */
  lotsOf(symbol: string): readonly TaxLot[] | undefined
}

export interface BalanceView {
  readonly asset: string
  readonly available: Minor
  readonly held: Minor
  /** Proceeds of sales that have not settled, within the total. */
  readonly unsettled: Minor
}

/** What an account has of one symbol. */
export interface PositionHeld {
  readonly symbol: string
  readonly availableLots: Lots
  readonly heldLots: Lots
  /** What the open position cost, by average cost or by lots as the account counts, in minor units of the quote asset. */
  readonly cost: Minor
  readonly realizedProfit: Minor
  /** Bought and not delivered, within the total. */
  readonly unsettledLots: Lots
  /** By which price the account values it. */
  readonly basis: PriceBasis
}

export interface PositionView extends PositionHeld {
  /** The price at which the account values it now; null where there is none. */
  readonly valueTicks: Ticks | null
}

/** What one account has, told as it changes. */
export interface FollowedAccount {
  /** Number of its latest order event. */
  readonly ordersSeq: number
  /** Of margin accounts, as it is now. */
  readonly margin: MarginView | undefined
  /** Tells each balance and position that may be different from when this was last called; at first all of them. */
  tellChanges(record: HoldingsRecord): void
}

/** Who is told; what it is told never changes. */
export interface HoldingsRecord {
  balance(now: BalanceView): void
  position(now: PositionHeld): void
}
