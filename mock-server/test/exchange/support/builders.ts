import { basisPointFees } from '../../../src/exchange/accounts/fees/basis-points.ts'
import type { Command, HouseLevel, OpenAccount, OrderChange } from '../../../src/exchange/commands.ts'
import {
  createExchange,
  type ExchangeOptions,
  type InspectableExchange,
} from '../../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../../src/exchange/events.ts'
import type { Instrument } from '../../../src/exchange/instruments/instrument.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import type { Order, OrderTerms } from '../../../src/exchange/orders/order.ts'
import type { Side } from '../../../src/exchange/values/types.ts'

/** 2026-11-23T14:30:00Z, a Monday. */
export const START = 1_795_444_200_000_000
export const CUSTOMERS = ['ann', 'bob', 'cid'] as const
export const FLOW = 'flow'
export const HOUSE = 'house'
export const SYMBOLS = ['XYZ', 'BTC-USD'] as const
export const FEES = basisPointFees({ makerBasisPoints: 1, takerBasisPoints: 3 })

/** 1.00 in minor units. */
export const ONE = 100_000_000n

export function stock(change: Partial<Instrument> = {}): Instrument {
  return {
    symbol: 'XYZ',
    name: 'Xyz Inc.',
    assetClass: 'usEquity',
    quoteAsset: 'USD',
    tickSize: '0.01',
    lotSize: '1',
    minimumPriceTicks: 1,
    maximumPriceTicks: 10_000_000,
    minimumQuantityLots: 1,
    maximumQuantityLots: 1_000_000,
    ...change,
  }
}

export function coin(change: Partial<Instrument> = {}): Instrument {
  return stock({ symbol: 'BTC-USD', name: 'Bitcoin', assetClass: 'crypto', lotSize: '0.00001', ...change })
}

/** Two symbols, three customers with money and stock, of whom some may borrow, a background flow and a house. */
export function openExchange(
  options: ExchangeOptions = {},
  borrowers: readonly string[] = [],
  idOf: (name: string) => string = (name) => name,
): InspectableExchange {
  const exchange = createExchange(options)
  exchange.execute({ type: 'AdvanceTo', time: START })
  exchange.execute({ type: 'ListInstrument', instrument: stock() })
  exchange.execute({ type: 'ListInstrument', instrument: coin() })
  for (const accountId of [FLOW, HOUSE].map(idOf)) {
    exchange.execute({ type: 'OpenAccount', accountId, kind: 'liquidity', name: accountId, currency: 'USD' })
  }
  for (const accountId of CUSTOMERS.map(idOf)) {
    const keeping: Keeping = borrowers.includes(accountId) ? { accountType: 'margin' } : {}
    openCustomer(exchange, accountId, { dollars: 10_000n, ...keeping })
    for (const symbol of SYMBOLS) {
      exchange.execute({ type: 'DepositPosition', accountId, symbol, quantityLots: 200 })
    }
  }
  return exchange
}

/** How an account is kept. */
export type Keeping = Omit<OpenAccount, 'type' | 'accountId' | 'kind' | 'name' | 'currency'>

interface Customer extends Keeping {
  readonly dollars?: bigint
  /** Of XYZ. */
  readonly shares?: number
}

/** Opens the account of a customer who owns so much; answers what the opening did. */
export function openCustomer(
  exchange: Pick<InspectableExchange, 'execute'>,
  accountId: string,
  { dollars, shares, ...keeping }: Customer,
): readonly ExchangeEvent[] {
  const account = { accountId, kind: 'customer', name: accountId, currency: 'USD' } as const
  const events = exchange.execute({ type: 'OpenAccount', ...account, ...keeping })
  if (dollars !== undefined)
    exchange.execute({ type: 'Deposit', accountId, asset: 'USD', amount: dollars * ONE })
  if (shares !== undefined)
    exchange.execute({ type: 'DepositPosition', accountId, symbol: 'XYZ', quantityLots: shares })
  return events
}

/** An exchange with one more customer, Dan, that checks all invariants after every command. */
export function openDeskOfDan(dan: Customer): Desk {
  const desk = openDesk()
  openCustomer(desk, 'dan', dan)
  return desk
}

/** An exchange that checks all invariants after every command. */
export function openDesk(options: ExchangeOptions = {}, borrowers: readonly string[] = []): Desk {
  return new Desk(openExchange(options, borrowers))
}

let nextId = 0

/** Short words for tables: `buy('ann', 100, 10_000)`. */
export class Desk {
  readonly exchange: InspectableExchange

  constructor(exchange: InspectableExchange) {
    this.exchange = exchange
  }

  execute(command: Command): readonly ExchangeEvent[] {
    const events = this.exchange.execute(command)
    checkInvariants(this.exchange)
    return events
  }

  submit(accountId: string, terms: Partial<OrderTerms>): readonly ExchangeEvent[] {
    nextId += 1
    return this.execute({
      type: 'SubmitOrder',
      accountId,
      terms: {
        clientOrderId: `t${nextId}`,
        symbol: 'XYZ',
        side: 'buy',
        type: terms.limitPriceTicks === undefined ? 'market' : 'limit',
        timeInForce: 'gtc',
        quantityLots: 1,
        ...terms,
      },
    })
  }

  /** A good-till-canceled limit order; answers the order as it stands afterwards. */
  limit(accountId: string, side: Side, quantityLots: number, limitPriceTicks: number): Order {
    return this.orderOf(this.submit(accountId, { side, quantityLots, limitPriceTicks }))
  }

  market(accountId: string, side: Side, quantityLots: number): Order {
    return this.orderOf(this.submit(accountId, { side, quantityLots }))
  }

  /** Answers the events; the new order is that of {@link Desk.orderOf}. */
  replace(order: Order, change: OrderChange, clientOrderId?: string): readonly ExchangeEvent[] {
    nextId += 1
    return this.execute({
      type: 'ReplaceOrder',
      accountId: order.accountId,
      orderNumber: order.orderNumber,
      clientOrderId: clientOrderId ?? `t${nextId}`,
      change,
    })
  }

  cancel({ accountId, orderNumber }: Order, reason?: string): readonly ExchangeEvent[] {
    return this.execute({
      type: 'CancelOrder',
      accountId,
      orderNumber,
      ...(reason === undefined ? {} : { reason }),
    })
  }

  /** The newest state of the order that the events' first order event is about. */
  orderOf(events: readonly ExchangeEvent[]): Order {
    for (const event of events) {
      if (event.type === 'OrderAccepted' || event.type === 'OrderRejected') {
        return this.exchange.view.order(event.order.orderNumber) ?? event.order
      }
    }
    throw new Error(`no new order among ${events.map((event) => event.type)}`)
  }

  order(order: Order): Order {
    return this.exchange.view.order(order.orderNumber) ?? order
  }

  house(...levels: readonly (readonly [Side, number, number])[]): readonly ExchangeEvent[] {
    return this.execute({
      type: 'SetHouseLevels',
      accountId: HOUSE,
      symbol: 'XYZ',
      levels: levels.map(
        ([side, priceTicks, quantityLots]): HouseLevel => ({ side, priceTicks, quantityLots }),
      ),
    })
  }

  print(
    quantityLots: number,
    priceTicks: number,
    more: { subTick?: number; fills?: boolean; conditions?: readonly string[] } = {},
  ): readonly ExchangeEvent[] {
    return this.execute({
      type: 'PrintTrade',
      accountId: HOUSE,
      symbol: 'XYZ',
      priceTicks,
      subTick: 0,
      quantityLots,
      fills: true,
      source: 'recorded',
      ...more,
    })
  }

  advance(micros: number): readonly ExchangeEvent[] {
    return this.execute({ type: 'AdvanceTo', time: this.exchange.view.time + micros })
  }

  balance(accountId: string): { available: bigint; held: bigint } {
    const account = this.exchange.view.account(accountId)
    for (const { asset, available, held } of account?.balances ?? []) {
      if (asset === 'USD') return { available, held }
    }
    return { available: 0n, held: 0n }
  }

  position(accountId: string): { available: number; held: number; cost: bigint; profit: bigint } {
    for (const position of this.exchange.view.account(accountId)?.positions ?? []) {
      if (position.symbol !== 'XYZ') continue
      const { availableLots, heldLots, cost, realizedProfit } = position
      return { available: availableLots, held: heldLots, cost, profit: realizedProfit }
    }
    return { available: 0, held: 0, cost: 0n, profit: 0n }
  }

  /** `[price, quantity]` from the best. */
  levels(side: Side): readonly (readonly [number, number])[] {
    return this.exchange.view.levels('XYZ', side, 10).map((level) => [level.priceTicks, level.quantityLots])
  }
}
