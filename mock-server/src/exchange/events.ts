import type { MarketCondition } from './commands.ts'
import type { CorporateTerms } from './corporate/corporate-terms.ts'
import type { Order } from './orders/order.ts'
import type { AuctionKind } from './sessions/auction-kind.ts'
import type { TradingPhase } from './sessions/permissions.ts'
import type { PriceBands } from './sessions/price-bands.ts'
import type { HalfTicks, Liquidity, Lots, Minor, Side, Ticks, Time } from './values/types.ts'

/** One side of one execution, as its account sees it. */
export interface Fill {
  readonly fillNumber: number
  readonly tradeNumber: number
  readonly orderNumber: number
  readonly accountId: string
  readonly symbol: string
  readonly side: Side
  readonly priceTicks: Ticks
  readonly quantityLots: Lots
  /** Price times quantity in minor units of the quote asset. */
  readonly value: Minor
  readonly liquidity: Liquidity
  readonly fee: Minor
  readonly time: Time
  /** One sentence: level, quantity ahead on entry, aggressor. */
  readonly why: string
  readonly explanation: FillExplanation
  /** When its trade was busted: it counts no more. */
  readonly bustedAt?: Time
  /** Number of the fill that counts in its place. */
  readonly correctedBy?: number
  /** Number of the fill in whose place it counts. */
  readonly corrects?: number
  /** Why it was busted or corrected, for people. */
  readonly amendReason?: string
}

/** Who came to the book; a house is recorded liquidity, a print a recorded trade, and in an auction nobody comes. */
export type Aggressor = 'order' | 'stop' | 'leg' | 'house' | 'print' | 'auction'

/** The parts of the sentence. */
export interface FillExplanation {
  readonly aggressor: Aggressor
  /** Which of the prices that the aggressor came to, from 1. */
  readonly level?: number
  /** Of a resting order: what stood before it when it came to rest. */
  readonly aheadLots?: Lots
  /** How much better than the order's limit, where it has one. */
  readonly improvementTicks?: Ticks
  /** Of an order that was a stop. */
  readonly election?: Election
}

/** What reached a stop: a price, and the print that had it. */
export interface Election {
  readonly price: HalfTicks
  readonly tradeNumber?: number
}

/** The order as it stands after the event. Numbered 1, 2, 3 ... an account by `order.updatedSeq`. */
export interface OrderAccepted {
  readonly type: 'OrderAccepted'
  readonly time: Time
  readonly order: Order
}
export interface OrderRejected {
  readonly type: 'OrderRejected'
  readonly time: Time
  readonly order: Order
  readonly rejection: Rejection
}
export interface OrderFilled {
  readonly type: 'OrderFilled'
  readonly time: Time
  readonly order: Order
  readonly fill: Fill
}
export interface OrderCanceled {
  readonly type: 'OrderCanceled'
  readonly time: Time
  readonly order: Order
}
export interface OrderExpired {
  readonly type: 'OrderExpired'
  readonly time: Time
  readonly order: Order
}
/** The order ended because another took its place; that one's `OrderAccepted` follows. */
export interface OrderReplaced {
  readonly type: 'OrderReplaced'
  readonly time: Time
  readonly order: Order
}
/** The order changed without a request of its owner; why is a reason of the contract. */
export interface OrderRestated {
  readonly type: 'OrderRestated'
  readonly time: Time
  readonly order: Order
  readonly reason: string
}
/** The stop price was reached; what became of the order follows. */
export interface OrderTriggered {
  readonly type: 'OrderTriggered'
  readonly time: Time
  readonly order: Order
}
/** A leg that is held until its parent is filled. */
export interface OrderPending {
  readonly type: 'OrderPending'
  readonly time: Time
  readonly order: Order
}
/** A fill of the order counts no more; its stock, its money and its fee went back. */
export interface TradeBusted {
  readonly type: 'TradeBusted'
  readonly time: Time
  readonly order: Order
  readonly fill: Fill
}
/** A fill of the order counts no more; this one does in its place. */
export interface TradeCorrected {
  readonly type: 'TradeCorrected'
  readonly time: Time
  readonly order: Order
  readonly fill: Fill
}
export type OrderEvent =
  | OrderAccepted
  | OrderRejected
  | OrderFilled
  | OrderCanceled
  | OrderExpired
  | OrderReplaced
  | OrderRestated
  | OrderTriggered
  | OrderPending
  | TradeBusted
  | TradeCorrected

/** Why a command had no effect: a code of the contract, a sentence, and what would pass where that can be said. */
export interface Rejection {
  readonly code: string
  readonly detail: string
  /** JSON pointer to the request field at fault, for example `/limitPrice`. */
  readonly pointer?: string
  /** The value that would pass, as the wire writes it. */
  readonly suggestion?: string
}

/** A public print. */
export interface TradePrinted {
  readonly type: 'TradePrinted'
  readonly time: Time
  readonly tradeNumber: number
  readonly symbol: string
  readonly priceTicks: Ticks
  /** See PrintTrade. */
  readonly subTick: number
  readonly quantityLots: Lots
  /** Null for recorded prints, whose aggressor is not known. */
  readonly takerSide: Side | null
  readonly source: 'exchange' | 'recorded'
  readonly conditions?: readonly string[]
  readonly bustedAt?: Time
  readonly correctedAt?: Time
}

/** A print counts no more, or counts as it now stands. */
export interface PrintBusted {
  readonly type: 'PrintBusted'
  readonly time: Time
  readonly print: TradePrinted
}
export interface PrintCorrected {
  readonly type: 'PrintCorrected'
  readonly time: Time
  readonly print: TradePrinted
}

/**
 * Total quantity at a level after the command; one event a changed level and command, after all other events.
 * (`AdvanceTo` tells so for each instant at which something was due.)
 */
export interface LevelChanged {
  readonly type: 'LevelChanged'
  readonly time: Time
  readonly symbol: string
  readonly side: Side
  readonly priceTicks: Ticks
  readonly quantityLots: Lots
}

export interface SymbolStatus {
  readonly phase: TradingPhase
  readonly halted: boolean
  readonly haltReason: string | null
  readonly market: MarketCondition
  /** What the auction that is being prepared would trade now. */
  readonly auction?: AuctionIndication | undefined
  /** Prices beyond which nothing trades. */
  readonly bands?: PriceBands | undefined
  /** The side that stands at its band: `buy` at the upper, `sell` at the lower. */
  readonly limitState?: Side | undefined
}
export interface AuctionIndication {
  readonly kind: AuctionKind
  /** When it is held. */
  readonly at: Time
  /** Null where nobody would trade. */
  readonly priceTicks: Ticks | null
  readonly pairedLots: Lots
  readonly surplusSide: Side | null
  readonly surplusLots: Lots
  /** The price that decides between equal ones. */
  readonly referenceTicks: Ticks | null
}
export interface StatusChanged {
  readonly type: 'StatusChanged'
  readonly time: Time
  readonly symbol: string
  readonly status: SymbolStatus
}

/** A command that changed nothing, with why; a refused new order is `OrderRejected` instead. */
export interface CommandRejected {
  readonly type: 'CommandRejected'
  readonly time: Time
  readonly rejection: Rejection
  /** The order that the command named, where there is one. */
  readonly order?: Order
}

/** The same client order id and fingerprint again: nothing happened, here is the order as it stands. */
export interface OrderRepeated {
  readonly type: 'OrderRepeated'
  readonly time: Time
  readonly order: Order
  /** Present when the order had been rejected. */
  readonly rejection?: Rejection
}

/** Balances of one account and asset or symbol changed; carries nothing but where to look. */
export interface AccountChanged {
  readonly type: 'AccountChanged'
  readonly time: Time
  readonly accountId: string
}
/** The ex-date of a split or dividend has come: prices of the symbol are others from here on. */
export interface CorporateActionTookEffect {
  readonly type: 'CorporateActionTookEffect'
  readonly time: Time
  readonly symbol: string
  readonly actionNumber: number
  readonly terms: CorporateTerms
}
export interface InstrumentListed {
  readonly type: 'InstrumentListed'
  readonly time: Time
  readonly symbol: string
}

export type ExchangeEvent =
  | OrderEvent
  | TradePrinted
  | PrintBusted
  | PrintCorrected
  | LevelChanged
  | StatusChanged
  | CommandRejected
  | OrderRepeated
  | AccountChanged
  | InstrumentListed
  | CorporateActionTookEffect
