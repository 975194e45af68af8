import { MICROS_PER_MS } from '../exchange/values/time.ts'
import { checkBorrow } from '../options/check-accounts.ts'
import { checked, checkNames, expect } from '../options/check-option.ts'
import { type BorrowOption, borrowTerms } from '../options/margin-options.ts'
import type { CorporateActionInput } from '../worlds/corporate-action-input.ts'
import type { RunningWorld } from '../worlds/running-world.ts'
import type { ScriptedQuote, ScriptedTrade, TradeCorrection } from '../worlds/scripted-market.ts'

export interface MockMarket {
  /**
   * Sets the best prices of a symbol, whose background market ends. Resting orders that the quote crosses fill.
   * @throws Error on an unknown symbol or a value off tick or lot, saying what would be right
   * @example
   * ```ts
   * broker.market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01', askQuantity: '300' })
   * ```
   */
  setQuote(symbol: string, quote: ScriptedQuote): void
  /** Publishes a trade. Resting orders priced better than it fill, at most its quantity. */
  printTrade(symbol: string, trade: ScriptedTrade): void
  /**
   * Undoes a trade, as a venue does with one that was clearly wrong: stock, money and fees go back by opposite
   * bookings, its orders are told `tradeBusted`, and the tape too. An order that works still trades that much again;
   * one that has ended stays so.
   * @param tradeId of a fill or of listTrades, for example `trd_7`
   * @throws Error on a trade that is unknown, too old, from before a split of its stock, or busted before
   * @example
   * ```ts
   * const [fill] = (await client.fills.list()).data
   * broker.market.bustTrade(fill.tradeId, 'price was a typing error')
   * ```
   */
  bustTrade(tradeId: string, reason?: string): void
  /**
   * Corrects the price of a trade, or takes back a part of it: the old fills are undone, and new ones booked. Of a
   * print with several executions the latest are made smaller first; one that nothing is left for is busted.
   */
  correctTrade(tradeId: string, correction: TradeCorrection): void
  /**
   * Announces a split or a cash dividend of a stock; answers its id. In the night before the ex-date open orders are
   * adjusted, a split changes the positions, and the background market goes on at the new price; a dividend is paid
   * in the night before its payable date.
   * @throws Error on an unknown symbol, an ex-date that has come or on which the stock does not trade, or a wrong value
   * @example
   * ```ts
   * broker.market.declareCorporateAction('AAPL', { type: 'split', newUnits: 4, oldUnits: 1, exDate: '2026-01-07' })
   * ```
   */
  declareCorporateAction(symbol: string, action: CorporateActionInput): string
  /**
   * Nothing trades until `resume`; orders are refused. Open orders stay as they are, or are told `suspended`, or are canceled.
   * @default orders 'keep'
   */
  halt(symbol: string, reason?: string, options?: { readonly orders?: 'keep' | 'suspend' | 'cancel' }): void
  /**
   * Trading goes on: at once, or after orders were collected for `auctionMs` of world time by an auction, whose
   * indications the status channel tells.
   * @example
   * ```ts
   * broker.market.halt('AAPL', 'news pending')
   * broker.market.resume('AAPL', { auctionMs: 60_000 })
   * await broker.clock.advance(60_000)
   * ```
   */
  resume(symbol: string, options?: { readonly auctionMs?: number }): void
  /**
   * Changes what margin accounts can borrow of a stock, as lenders do overnight. Unless it is easy to borrow now, open
   * sales that would sell it short are canceled with the reason `borrow-unavailable`; what is short stays so.
   * @throws Error on an unknown symbol, or one that is no stock
   * @example
   * ```ts
   * broker.market.setBorrow('TSLA', { quantity: '500' })
   * ```
   */
  setBorrow(symbol: string, borrow: BorrowOption): void
  /**
   * Cancels an order that its owner did not ask to cancel, at once.
   * @default reason 'canceled-by-operator'
   * @throws Error when the order is unknown or has ended
   */
  cancelOrder(orderId: string, reason?: CancelReason): void
}

/** Why the venue cancels an order by itself. */
export type CancelReason =
  | 'canceled-by-operator'
  | 'canceled-on-halt'
  | 'corporate-action'
  | 'system-failure'
  | 'connection-lost'

const DEFAULT_HALT_REASON = 'halted-by-operator'
const DEFAULT_BUST_REASON = 'busted by the operator'

/** Operates the market of the world that runs now. */
export function steerMarket(world: () => RunningWorld): MockMarket {
  return {
    setQuote: (symbol, quote) => world().setQuote(symbol, checked('field of a quote', quote, QUOTE)),
    printTrade: (symbol, trade) => world().printTrade(symbol, checked('field of a trade', trade, TRADE)),
    bustTrade: (tradeId, reason = DEFAULT_BUST_REASON) => world().bustTrade(tradeId, reason),
    declareCorporateAction: (symbol, action) => {
      const fields = ACTIONS[action?.type]
      if (fields !== undefined) checkNames(`field of a ${action.type}`, action, fields)
      return world().declareCorporateAction(symbol, action)
    },
    correctTrade: (tradeId, correction) =>
      world().correctTrade(tradeId, checked('field of a correction', correction, CORRECTION)),
    halt: (symbol, reason = DEFAULT_HALT_REASON, options = {}) => {
      const { orders = 'keep' } = checked('option of a halt', options, HALT)
      expect(typeof reason === 'string', () => [
        "The reason of a halt is a text such as 'news pending'",
        reason,
      ])
      const isKnown = ['keep', 'suspend', 'cancel'].includes(orders)
      expect(isKnown, () => ["orders of a halt is 'keep', 'suspend' or 'cancel'", orders])
      world().operate({ type: 'HaltSymbol', symbol, reason, orders })
    },
    cancelOrder: (orderId, reason = 'canceled-by-operator') => {
      const orderNumber = Number(/^ord_([0-9]{1,15})$/.exec(orderId)?.[1] ?? 0)
      world().now()
      const accountId = world().view.order(orderNumber)?.accountId
      if (accountId === undefined) throw new Error(`There is no order ${orderId}`)
      world().operate({ type: 'CancelOrder', accountId, orderNumber, reason })
    },
    setBorrow: (symbol, borrow) => {
      const instrument = world().view.instrument(symbol)
      if (!instrument) throw new Error(`There is no instrument ${symbol}`)
      checkBorrow(symbol, borrow)
      world().operate({ type: 'SetBorrow', symbol, ...borrowTerms(instrument, borrow) })
    },
    resume: (symbol, options = {}) => {
      const { auctionMs = 0 } = checked('option of a resumption', options, RESUMPTION)
      world().operate({ type: 'ResumeSymbol', symbol, callFor: Math.round(auctionMs * MICROS_PER_MS) })
    },
  }
}

const QUOTE = { bidPrice: true, askPrice: true, bidQuantity: true, askQuantity: true } as const
const TRADE = { price: true, quantity: true } as const
const CORRECTION = { ...TRADE, reason: true } as const
const ACTION = { type: true, exDate: true, recordDate: true, payableDate: true } as const
/** A type that is none of these is refused as such. */
const ACTIONS: Readonly<Record<string, object>> = {
  split: { ...ACTION, newUnits: true, oldUnits: true },
  cashDividend: { ...ACTION, amount: true },
}
const HALT = { orders: true } as const
const RESUMPTION = { auctionMs: true } as const
