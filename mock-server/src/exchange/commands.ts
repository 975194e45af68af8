import type { FeeSchedule } from './accounts/fees/fee-schedule.ts'
import type { InterestRates } from './accounts/interest/interest.ts'
import type { CorporateDates, CorporateTerms } from './corporate/corporate-terms.ts'
import type { Instrument } from './instruments/instrument.ts'
import type { OrderTerms, TimeInForce } from './orders/order.ts'
import type { Lots, Minor, Side, Ticks, Time } from './values/types.ts'

/**
 * `customer`: checked for buying power and position, its orders are remembered and published.
 * `liquidity`: the market's own accounts (background flow, house of a replay): stock comes from the issuer
 * account and cash from the external account on demand, and their finished orders are forgotten.
 */
export type AccountKind = 'customer' | 'liquidity'

/** How profit is counted: by the average cost of the position, or by its lots, first in, first out. */
export type CostBasis = 'averageCost' | 'fifo'

/** Whether good-faith violations are only counted, or restrict a cash account. */
export type SettlementRules = 'relaxed' | 'strict'
export type AccountType = 'cash' | 'margin'

export interface AdvanceTo {
  readonly type: 'AdvanceTo'
  readonly time: Time
}

export interface ListInstrument {
  readonly type: 'ListInstrument'
  readonly instrument: Instrument
}

export interface OpenAccount {
  readonly type: 'OpenAccount'
  readonly accountId: string
  readonly kind: AccountKind
  /** A label for people. */
  readonly name: string
  /** The asset in which the account's worth is stated. */
  readonly currency: string
  /** At most one for an asset class. @default the fees of the exchange */
  readonly fees?: readonly FeeSchedule[]
  /** A year's rates of interest. @default none runs up */
  readonly interest?: InterestRates
  /** @default 'averageCost' */
  readonly costBasis?: CostBasis
  /** @default 'relaxed' */
  readonly settlementRules?: SettlementRules
  /** Accounts of one group are one owner for self-trade prevention; customers only. @default a group of its own */
  readonly tradeGroup?: string
  /** `margin` borrows money and stock against what it owns; customers only. @default 'cash' */
  readonly accountType?: AccountType
}

/** Closes the account: its open orders are canceled, new ones are rejected `account-closed`. */
export interface CloseAccount {
  readonly type: 'CloseAccount'
  readonly accountId: string
}

export interface UpdateAccountSettings {
  readonly type: 'UpdateAccountSettings'
  readonly accountId: string
  /** A label for people. */
  readonly name: string
}

/** Moves money from the external account; negative amounts withdraw. */
export interface Deposit {
  readonly type: 'Deposit'
  readonly accountId: string
  readonly asset: string
  readonly amount: Minor
}

/** Moves stock from the issuer account (positive) or back to it (negative). */
export interface DepositPosition {
  readonly type: 'DepositPosition'
  readonly accountId: string
  readonly symbol: string
  readonly quantityLots: Lots
}

export interface SubmitOrder {
  readonly type: 'SubmitOrder'
  readonly accountId: string
  readonly terms: OrderTerms
  /** Canonical text of the request; the same client order id with another fingerprint is refused. */
  readonly fingerprint?: string
}

/**
 * A new order in place of an open one, with what that had filled. It keeps the queue place when only the
 * quantity falls, and goes to the back of the queue otherwise; where it crosses, it trades at once. A refused
 * replacement leaves the open order as it is, and is itself remembered as rejected.
 */
export interface ReplaceOrder {
  readonly type: 'ReplaceOrder'
  readonly accountId: string
  readonly orderNumber: number
  readonly clientOrderId: string
  /** What changes; the rest stays. */
  readonly change: OrderChange
  readonly fingerprint?: string
}

export interface OrderChange {
  /** The total with what was filled; less than that means no more than that. */
  readonly quantityLots?: Lots
  readonly limitPriceTicks?: Ticks
  readonly stopPriceTicks?: Ticks
  readonly trailTicks?: Ticks
  readonly trailPercent?: bigint
  readonly displayLots?: Lots
  readonly timeInForce?: TimeInForce
  /** Of an order that is or becomes gtd. */
  readonly expiresAt?: Time
  readonly tags?: readonly string[]
  /** See OrderTerms. */
  readonly asWritten?: OrderTerms['asWritten']
}

export interface CancelOrder {
  readonly type: 'CancelOrder'
  readonly accountId: string
  readonly orderNumber: number
  readonly reason?: string
}

export interface CancelAllOrders {
  readonly type: 'CancelAllOrders'
  readonly accountId: string
  readonly symbol?: string
  /** Only orders that were accepted by this number of the account's order events. */
  readonly asOfSeq?: number
  readonly reason?: string
}

/**
 * A dead man's switch: unless it is set again before, all open orders of the account are canceled once this
 * time has passed. Zero takes it back.
 */
export interface SetCancelAllAfter {
  readonly type: 'SetCancelAllAfter'
  readonly accountId: string
  /** Micros of exchange time. */
  readonly timeout: number
}

/** One absolute level of recorded liquidity; zero removes it. */
export interface HouseLevel {
  readonly side: Side
  readonly priceTicks: Ticks
  readonly quantityLots: Lots
}

/**
 * Sets levels of the house account in one step: withdrawals first, then additions, so that the house never
 * meets itself. A level that crosses a customer's resting order trades with it at that order's price.
 * A level that is not named stays as it is, less what customers took of it. Within a level the house keeps
 * its queue place when its quantity falls (cut from the back) and joins the back with what it adds.
 */
export interface SetHouseLevels {
  readonly type: 'SetHouseLevels'
  readonly accountId: string
  readonly symbol: string
  readonly levels: readonly HouseLevel[]
  /** What the recorded quote said of itself; a change is published on `status`. */
  readonly market?: MarketCondition
}

export type MarketCondition = 'normal' | 'locked' | 'crossed'

/**
 * A trade printed elsewhere: published, outside the ledger, then let fill customers' resting orders against
 * the house: those priced better than the print first, then those at its price after the quantity that was
 * ahead of them, at most its size less what new house levels gave them in the same millisecond.
 */
export interface PrintTrade {
  readonly type: 'PrintTrade'
  /** The house account, counterparty of the fills. */
  readonly accountId: string
  readonly symbol: string
  /** The print's price, rounded down to a tick ... */
  readonly priceTicks: Ticks
  /** ... and what lies above that tick, in units of 1e-8; 0 when the print is on a tick. */
  readonly subTick: number
  readonly quantityLots: Lots
  /** False for prints that may fill nobody (suspicious, auctions, out of sequence, derivatively priced). */
  readonly fills: boolean
  readonly conditions?: readonly string[]
  readonly source: 'exchange' | 'recorded'
}

/** Announces what a company does to its stock; it takes effect on the ex-date, and pays on the pay date. */
export interface DeclareCorporateAction extends CorporateDates {
  readonly type: 'DeclareCorporateAction'
  readonly symbol: string
  readonly terms: CorporateTerms
}

/** What margin accounts can borrow of a stock from now on. */
export interface SetBorrow {
  readonly type: 'SetBorrow'
  readonly symbol: string
  /** Whether it may be sold short at all. */
  readonly shortable: boolean
  /** @default any quantity: easy to borrow */
  readonly borrowableLots?: Lots
}

export interface HaltSymbol {
  readonly type: 'HaltSymbol'
  readonly symbol: string
  readonly reason: string
  /**
   * What becomes of customers' open orders: they stay as they are, are told suspended until trading goes on, or are
   * canceled. @default 'keep'
   */
  readonly orders?: 'keep' | 'suspend' | 'cancel'
}

export interface ResumeSymbol {
  readonly type: 'ResumeSymbol'
  readonly symbol: string
  /** For how long orders are collected for an auction before trading goes on, in micros. @default 0: at once */
  readonly callFor?: Time
}

/**
 * Undoes a trade for all its sides by opposite entries: stock, money and fees go back, what its orders filled falls.
 * The fills stay in the history, marked. A trade that was busted already is refused.
 */
export interface BustTrade {
  readonly type: 'BustTrade'
  readonly tradeNumber: number
  /** For people. */
  readonly reason: string
}

/** Another price, or less of it: the old fills are undone as by a bust, and new ones booked in their place. */
export interface CorrectTrade {
  readonly type: 'CorrectTrade'
  readonly tradeNumber: number
  readonly priceTicks?: Ticks
  /** Less than it is now: the latest of several executions are made smaller first, or busted. */
  readonly quantityLots?: Lots
  /** For people. */
  readonly reason: string
}

export type Command =
  | AdvanceTo
  | ListInstrument
  | OpenAccount
  | CloseAccount
  | UpdateAccountSettings
  | Deposit
  | DepositPosition
  | SubmitOrder
  | ReplaceOrder
  | CancelOrder
  | CancelAllOrders
  | SetCancelAllAfter
  | SetHouseLevels
  | PrintTrade
  | DeclareCorporateAction
  | SetBorrow
  | HaltSymbol
  | ResumeSymbol
  | BustTrade
  | CorrectTrade
