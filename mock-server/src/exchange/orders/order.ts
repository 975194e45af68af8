import type { Lots, Minor, Side, Ticks, Time } from '../values/types.ts'

/** Statuses of the contract; the part simulated so far uses those that {@link LIFECYCLE} names. */
export type OrderStatus =
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

export type OrderType = 'market' | 'limit' | 'stop' | 'stopLimit' | 'trailingStop'
/** Which price a stop looks at: `bidAsk` is the ask for a buy and the bid for a sale. */
export type TriggerBy = 'last' | 'bidAsk' | 'mid'
/** What happens instead of a trade with an order of the same account; the incoming order's mode decides. */
export type SelfTradePrevention =
  | 'allow'
  | 'cancelIncoming'
  | 'cancelResting'
  | 'cancelBoth'
  | 'decrement'
  | 'transfer'
/** `oco`: the order itself takes the profit, its leg limits the loss. */
export type OrderClass = 'simple' | 'bracket' | 'oco' | 'oto'
/** `opg`, `cls`: in the opening or closing auction alone. */
export type TimeInForce = 'day' | 'gtc' | 'gtd' | 'ioc' | 'fok' | 'opg' | 'cls'

/** What the caller asked for; never changes after entry. */
export interface OrderTerms {
  readonly clientOrderId: string
  readonly symbol: string
  readonly side: Side
  readonly type: OrderType
  readonly timeInForce: TimeInForce
  /** Of an order by notional: what the book offered for it on entry; 0 from the caller. */
  readonly quantityLots: Lots
  /** How much to trade as an amount of the quote asset, without fees; market orders only. */
  readonly notional?: Minor
  /** Of limit and stop-limit orders. */
  readonly limitPriceTicks?: Ticks
  /** Of stop and stop-limit orders; a trailing stop has its own, {@link Order.stopPriceTicks}. */
  readonly stopPriceTicks?: Ticks
  /** @default 'last' */
  readonly triggerBy?: TriggerBy
  /** The distance of a trailing stop in ticks, or ... */
  readonly trailTicks?: Ticks
  /** ... in units of 1e-8 percent of the best price. */
  readonly trailPercent?: bigint
  /** Where a trailing stop starts to follow; at once without it. */
  readonly activationPriceTicks?: Ticks
  /** How much of the quantity the book shows at a time; all of it where left out. */
  readonly displayLots?: Lots
  /** When a gtd order ends. */
  readonly expiresAt?: Time
  /** Trades before and after the regular session too; simple limit orders that are day or gtc. */
  readonly extendedHours?: boolean
  /** A cash dividend leaves its prices as they are. */
  readonly doNotReduce?: boolean
  /** Refused rather than trade at once. */
  readonly postOnly?: boolean
  /** Only ever makes the position smaller. */
  readonly reduceOnly?: boolean
  /** @default 'cancelIncoming' */
  readonly selfTradePrevention?: SelfTradePrevention
  /** @default 'simple' */
  readonly orderClass?: OrderClass
  /** When the legs start to work: once the order is filled, or with each of its fills. @default 'full' */
  readonly bracketMode?: 'full' | 'partial'
  readonly takeProfit?: TakeProfit
  readonly stopLoss?: StopLoss
  readonly tags?: readonly string[]
  /**
   * The decimals as the caller wrote them, where they are no whole ticks and lots of a listed instrument. The
   * integers above are 0 then, and the order is refused, but it is remembered as it was asked for.
   */
  readonly asWritten?: WrittenDecimals
}

/** A leg that is a limit order. */
export interface TakeProfit {
  readonly clientOrderId: string
  readonly limitPriceTicks: Ticks
}

/** A leg that is a stop, with a limit a stop-limit order. */
export interface StopLoss {
  readonly clientOrderId: string
  readonly stopPriceTicks: Ticks
  readonly limitPriceTicks?: Ticks
}

/** What a request counts in ticks and lots, as its caller wrote it. */
export interface WrittenDecimals {
  readonly quantity?: string
  readonly displayQuantity?: string
  readonly limitPrice?: string
  readonly stopPrice?: string
  readonly activationPrice?: string
  readonly trailAmount?: string
  readonly takeProfit?: { readonly clientOrderId: string; readonly limitPrice: string }
  readonly stopLoss?: {
    readonly clientOrderId: string
    readonly stopPrice: string
    readonly limitPrice?: string
  }
}

/** An order as it stands: an immutable value, replaced by the next one on every event. */
export interface Order {
  readonly orderNumber: number
  readonly accountId: string
  readonly terms: OrderTerms
  readonly status: OrderStatus
  readonly filledLots: Lots
  /** Quantity that still works; zero in a terminal status. */
  readonly remainingLots: Lots
  /** Where the stop stands: it moves with a trailing stop, which has none until it is active. */
  readonly stopPriceTicks?: Ticks
  /** When the stop was reached; from then on it is a market or limit order. */
  readonly triggeredAt?: Time
  /** Quantity that did not trade because it would have met an order of the same account. */
  readonly preventedLots?: Lots
  /** Exact sum of price times quantity of all fills, in minor units of the quote asset. */
  readonly filledValue: Minor
  /** Fees charged so far, in minor units of the quote asset. */
  readonly fees: Minor
  /** Number of the order that it is a leg of, as it was entered. */
  readonly parent?: number
  /** Numbers of its legs as they were entered. */
  readonly legs?: readonly number[]
  /** Number of the order whose place it took, with what that had filled. */
  readonly replaces?: number
  /** Number of the order that took its place. */
  readonly replacedBy?: number
  /** A code: why it was rejected, canceled or expired. */
  readonly reason?: string
  /** Number of the account's order event that made this state (the `orders` channel's sequence number). */
  readonly updatedSeq: number
  readonly createdAt: Time
  readonly updatedAt: Time
}

/** Whether nothing of it may rest. */
export function isImmediate({ timeInForce }: OrderTerms): boolean {
  return timeInForce === 'ioc' || timeInForce === 'fok'
}

/** The limit that counts: undefined for what trades at any price. */
export function limitOf(terms: OrderTerms): Ticks | undefined {
  return terms.type === 'limit' || terms.type === 'stopLimit' ? terms.limitPriceTicks : undefined
}

/** What is shown of a quantity that shrinks, unless it is said how much that should be. */
export function shownWithin(displayLots: Lots | undefined, quantityLots: Lots): Lots | undefined {
  return displayLots === undefined ? undefined : Math.min(displayLots, quantityLots)
}

/** Whether it waits for a price before it is an order like others. */
export function isStop({ type }: OrderTerms): boolean {
  return type !== 'limit' && type !== 'market'
}
