import type { ExchangeEvent, LevelChanged, SymbolStatus } from '../../src/exchange/events.ts'
import type {
  AccountView,
  BestLevel,
  ExchangeView,
  FollowedAccount,
  LevelView,
  ListingView,
} from '../../src/exchange/exchange.ts'
import type { Instrument } from '../../src/exchange/instruments/instrument.ts'
import type { Order } from '../../src/exchange/orders/order.ts'
import type { Side } from '../../src/exchange/values/types.ts'
import { createFeed, type FeedOptions } from '../../src/feed/create-feed.ts'
import type { Feed } from '../../src/feed/feed.ts'

export type Change = readonly [side: Side, priceTicks: number, quantityLots: number]

/** 2026-11-22T14:30:00Z. */
const START = 1_795_357_800_000_000

/**
 * A market that does what the test says: it has the exchange's read side and makes the events that an exchange
 * would make, without rules of its own.
 */
export class ScriptedMarket {
  time = START
  readonly view: ExchangeView
  readonly #instruments = new Map<string, Instrument>()
  readonly #books = new Map<string, Record<Side, Map<number, number>>>()
  readonly #statuses = new Map<string, SymbolStatus>()
  readonly #ordersSeq = new Map<string, number>()
  #numbers = 0

  constructor(
    symbols: readonly string[] = ['AAPL', 'MSFT'],
    accounts: readonly string[] = ['acc_demo', 'acc_other'],
  ) {
    for (const symbol of symbols) this.list(symbol)
    for (const accountId of accounts) this.#ordersSeq.set(accountId, 0)
    this.view = this.#createView()
  }

  list(symbol: string): ExchangeEvent[] {
    this.#instruments.set(symbol, anInstrument(symbol))
    this.#books.set(symbol, { buy: new Map(), sell: new Map() })
    this.#statuses.set(symbol, { phase: 'open', halted: false, haltReason: null, market: 'normal' })
    return [{ type: 'InstrumentListed', time: this.time, symbol }]
  }

  /** One command that sets these levels. */
  set(symbol: string, ...changes: readonly Change[]): ExchangeEvent[] {
    this.time += 1
    return changes.map(([side, priceTicks, quantityLots]): LevelChanged => {
      const levels = this.#books.get(symbol)?.[side]
      if (quantityLots === 0) levels?.delete(priceTicks)
      else levels?.set(priceTicks, quantityLots)
      return { type: 'LevelChanged', time: this.time, symbol, side, priceTicks, quantityLots }
    })
  }

  print(symbol: string, priceTicks: number, quantityLots = 100): ExchangeEvent[] {
    this.time += 1
    this.#numbers += 1
    const tradeNumber = this.#numbers
    const source = 'exchange'
    const { time } = this
    return [
      {
        type: 'TradePrinted',
        time,
        tradeNumber,
        symbol,
        priceTicks,
        subTick: 0,
        quantityLots,
        takerSide: 'buy',
        source,
      },
    ]
  }

  accept(accountId = 'acc_demo'): ExchangeEvent[] {
    return [{ type: 'OrderAccepted', time: this.time, order: this.#order(accountId, { status: 'new' }) }]
  }

  cancel(accountId = 'acc_demo'): ExchangeEvent[] {
    const order = this.#order(accountId, { status: 'canceled', reason: 'canceled-by-user' })
    return [{ type: 'OrderCanceled', time: this.time, order }]
  }

  halt(symbol: string): ExchangeEvent[] {
    this.time += 1
    const status: SymbolStatus = { phase: 'open', halted: true, haltReason: 'news', market: 'normal' }
    this.#statuses.set(symbol, status)
    return [{ type: 'StatusChanged', time: this.time, symbol, status }]
  }

  #order(accountId: string, state: Pick<Order, 'status' | 'reason'>): Order {
    this.time += 1
    this.#numbers += 1
    const updatedSeq = (this.#ordersSeq.get(accountId) ?? 0) + 1
    this.#ordersSeq.set(accountId, updatedSeq)
    return {
      orderNumber: this.#numbers,
      accountId,
      terms: {
        clientOrderId: `c-${this.#numbers}`,
        symbol: 'AAPL',
        side: 'buy',
        type: 'limit',
        timeInForce: 'day',
        quantityLots: 100,
        limitPriceTicks: 10_000,
      },
      filledLots: 0,
      remainingLots: 100,
      filledValue: 0n,
      fees: 0n,
      updatedSeq,
      createdAt: this.time,
      updatedAt: this.time,
      ...state,
    }
  }

  #createView(): ExchangeView {
    const market = this
    return {
      get time() {
        return market.time
      },
      calendar: undefined,
      instruments: () => this.#instruments.values(),
      instrument: (symbol) => this.#instruments.get(symbol),
      status: (symbol) => this.#statuses.get(symbol),
      best: (symbol) => {
        const bid = this.#levels(symbol, 'buy', 1)[0]
        const ask = this.#levels(symbol, 'sell', 1)[0]
        return {
          bidTicks: bid?.priceTicks ?? null,
          bidLots: bid?.quantityLots ?? 0,
          askTicks: ask?.priceTicks ?? null,
          askLots: ask?.quantityLots ?? 0,
        }
      },
      levels: (symbol, side, depth) => this.#levels(symbol, side, depth),
      listing: (symbol) => (this.#instruments.has(symbol) ? this.#listing(symbol) : undefined),
      accounts: () => [],
      follow: (accountId) => this.#follow(accountId),
      account: (accountId) => this.#account(accountId),
      order: () => undefined,
      orderByClientId: () => undefined,
      preview: () => undefined,
      rejection: () => undefined,
      orders: () => [],
      openOrders: () => [],
      fills: () => [],
      trade: () => undefined,
      activities: () => [],
      corporateActions: () => [],
    }
  }

  #listing(symbol: string): ListingView {
    const side = (name: Side): BestLevel => {
      const best = () => this.#levels(symbol, name, 1)[0]
      return {
        get bestTicks() {
          return best()?.priceTicks
        },
        get bestLots() {
          return best()?.quantityLots ?? 0
        },
      }
    }
    return {
      book: {
        bids: side('buy'),
        asks: side('sell'),
        eachLevel: (name, depth, visit) => {
          for (const { priceTicks, quantityLots } of this.#levels(symbol, name, depth))
            visit(priceTicks, quantityLots)
        },
      },
      priceOn: () => undefined,
    }
  }

  #levels(symbol: string, side: Side, depth: number): LevelView[] {
    const levels = [...(this.#books.get(symbol)?.[side] ?? [])]
    return levels
      .sort(([left], [right]) => (side === 'buy' ? right - left : left - right))
      .slice(0, depth)
      .map(([priceTicks, quantityLots]) => ({ priceTicks, quantityLots }))
  }

  #follow(accountId: string): FollowedAccount | undefined {
    if (this.#account(accountId)?.kind !== 'customer') return undefined
    const ordersSeqOf = () => this.#ordersSeq.get(accountId) ?? 0
    return {
      get ordersSeq() {
        return ordersSeqOf()
      },
      margin: undefined,
      tellChanges: () => undefined,
    }
  }

  #account(accountId: string): AccountView | undefined {
    const ordersSeq = this.#ordersSeq.get(accountId)
    if (ordersSeq === undefined) return undefined
    const kind = accountId === 'acc_house' ? 'liquidity' : 'customer'
    const constant = {
      name: accountId,
      currency: 'USD',
      closed: false,
      createdAt: START,
      feeSchedules: undefined,
      costBasis: 'averageCost',
      goodFaithViolations: 0,
      settledCashOnlyUntil: undefined,
      type: 'cash',
      margin: undefined,
      lotsOf: () => undefined,
    } as const
    return { accountId, kind, ...constant, ordersSeq, cancelAllAt: undefined, balances: [], positions: [] }
  }
}

export function anInstrument(symbol: string): Instrument {
  return {
    symbol,
    name: symbol,
    assetClass: 'usEquity',
    quoteAsset: 'USD',
    tickSize: '0.01',
    lotSize: '1',
    minimumPriceTicks: 1,
    maximumPriceTicks: 100_000_000,
    minimumQuantityLots: 1,
    maximumQuantityLots: 1_000_000,
  }
}

export function aFeed(market: ScriptedMarket, options: Partial<FeedOptions> = {}): Feed {
  return createFeed({ view: market.view, epoch: 'e1', now: () => 0, ...options })
}
