import type { Command, OpenAccount, OrderChange } from '../../../src/exchange/commands.ts'
import {
  createExchange,
  type ExchangeOptions,
  type InspectableExchange,
} from '../../../src/exchange/create-exchange.ts'
import type { ExchangeView } from '../../../src/exchange/exchange.ts'
import type { Order, OrderTerms } from '../../../src/exchange/orders/order.ts'
import { FLOW, HOUSE, START, stock } from './builders.ts'
import { type Move, PREVENTIONS } from './moves.ts'

/**
 * Moves that get into each other's way: one symbol, five prices, two accounts with little money and stock, small
 * quantities, and many orders that depend on others.
 */

export const RIVALS = ['ann', 'bob'] as const
const LOWEST = 98
const PRICES = 5

/** What both accounts are besides. */
export type Rules = Pick<OpenAccount, 'tradeGroup' | 'accountType'>

export function openArena(options: ExchangeOptions = {}, rules: Rules = {}): InspectableExchange {
  const exchange = createExchange(options)
  exchange.execute({ type: 'AdvanceTo', time: START })
  exchange.execute({ type: 'ListInstrument', instrument: stock({ maximumPriceTicks: 1_000 }) })
  for (const accountId of [FLOW, HOUSE])
    exchange.execute({ type: 'OpenAccount', accountId, kind: 'liquidity', name: accountId, currency: 'USD' })
  for (const accountId of RIVALS) {
    const account = { accountId, kind: 'customer', name: accountId, currency: 'USD' } as const
    exchange.execute({ type: 'OpenAccount', ...account, ...rules })
    exchange.execute({ type: 'Deposit', accountId, asset: 'USD', amount: 1_200_000_000n })
    exchange.execute({ type: 'DepositPosition', accountId, symbol: 'XYZ', quantityLots: 8 })
  }
  return exchange
}

export const COLLISION_DRAWS = 10

export function collisionOf(view: ExchangeView, move: Move, index: number): Command {
  const [kind = 0, who = 0] = move
  const accountId = who % 9 === 8 ? FLOW : pick(RIVALS, who)
  if (kind < 520) return submitOf(view, accountId, move, index)
  if (kind < 720) return replaceOf(view, accountId, move, index)
  if (kind < 800) return cancelOf(view, accountId, move)
  return worldOf(view, accountId, move)
}

function submitOf(view: ExchangeView, accountId: string, move: Move, index: number): Command {
  const [, , a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = move
  const side = a % 2 === 0 ? 'buy' : 'sell'
  const prevention = PREVENTIONS[h % 8]
  const plain: OrderTerms = {
    clientOrderId: a % 61 === 0 ? `c${index - 1}` : `c${index}`,
    symbol: 'XYZ',
    side,
    type: 'limit',
    timeInForce: pick(['gtc', 'gtc', 'day', 'gtd'] as const, b),
    quantityLots: 1 + (c % 6),
    limitPriceTicks: priceOf(d),
    ...(prevention === undefined ? {} : { selfTradePrevention: prevention }),
  }
  const common =
    plain.timeInForce === 'gtd' ? { ...plain, expiresAt: view.time + 1 + (e % 4) * 1_000 } : plain
  return { type: 'SubmitOrder', accountId, terms: kindOf(common, e, f, g, h) }
}

function kindOf(terms: OrderTerms, e: number, f: number, g: number, h: number): OrderTerms {
  const { limitPriceTicks: _limit, expiresAt: _end, ...rest } = terms
  const market = { ...rest, type: 'market' as const, timeInForce: 'gtc' as const }
  const { expiresAt: _expiry, ...plain } = terms
  if (f < 380) return withLegs(terms, market, e, f, g)
  if (f < 520) return asStop(terms, e, g)
  if (f < 580) return { ...terms, displayLots: 1 + (g % terms.quantityLots) }
  if (f < 640) return { ...market, timeInForce: pick(['day', 'ioc', 'fok'] as const, g) }
  if (f < 680) return { ...plain, timeInForce: pick(['ioc', 'fok'] as const, g) }
  if (f < 720) return { ...terms, postOnly: true }
  if (f < 780) return { ...terms, reduceOnly: true }
  if (f < 820)
    return { ...market, quantityLots: 0, notional: BigInt(1 + (g % 900)) * 1_000_000n + BigInt(h % 3) }
  return terms
}

function withLegs(terms: OrderTerms, market: OrderTerms, e: number, f: number, g: number): OrderTerms {
  const orderClass = pick(['bracket', 'bracket', 'bracket', 'oto', 'oco'] as const, f)
  const { expiresAt: _end, ...plain } = terms
  const timeInForce = terms.timeInForce === 'day' ? ('day' as const) : ('gtc' as const)
  const isMarket = g % 5 === 0 && orderClass !== 'oco'
  const entry: OrderTerms = isMarket ? market : { ...plain, timeInForce }
  const { limitPriceTicks = 100 } = plain
  const isOco = orderClass === 'oco'
  const up = (terms.side === 'buy') === isOco ? -1 : 1
  const takeProfit = {
    clientOrderId: `${terms.clientOrderId}-profit`,
    limitPriceTicks: limitPriceTicks + up * (1 + (e % 2)),
  }
  const stopPriceTicks = limitPriceTicks - up * (1 + (g % 3))
  const stopLoss = {
    clientOrderId: `${terms.clientOrderId}-loss`,
    stopPriceTicks,
    ...(g % 4 === 0 ? { limitPriceTicks: stopPriceTicks - up * (e % 2) } : {}),
  }
  if (isOco) return { ...entry, orderClass, stopLoss }
  if (orderClass === 'oto') return { ...entry, orderClass, ...(e % 3 === 0 ? { stopLoss } : { takeProfit }) }
  return { ...entry, orderClass, takeProfit, stopLoss, bracketMode: f % 2 === 0 ? 'partial' : 'full' }
}

function asStop(terms: OrderTerms, e: number, g: number): OrderTerms {
  const { limitPriceTicks = 100, ...rest } = terms
  const triggerBy = pick(['last', 'last', 'bidAsk', 'mid'] as const, e)
  const common = { ...rest, triggerBy }
  const stopPriceTicks = priceOf(g)
  if (e % 3 === 0) return { ...common, type: 'stop', stopPriceTicks }
  if (e % 3 === 1) return { ...common, type: 'stopLimit', stopPriceTicks, limitPriceTicks }
  const trail =
    g % 2 === 0 ? { trailTicks: 1 + (g % 3) } : { trailPercent: BigInt(1 + (g % 5)) * 70_000_000n }
  const activation = g % 3 === 0 ? { activationPriceTicks: stopPriceTicks } : {}
  return { ...common, type: 'trailingStop', ...trail, ...activation }
}

function replaceOf(view: ExchangeView, accountId: string, move: Move, index: number): Command {
  const [, , a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = move
  const open = [...view.openOrders(accountId)]
  const order = open[a % Math.max(1, open.length)]
  const clientOrderId = b % 40 === 0 ? `c${index - 1}` : `r${index}`
  const orderNumber = order?.orderNumber ?? a
  return {
    type: 'ReplaceOrder',
    accountId,
    orderNumber,
    clientOrderId,
    change: order === undefined ? { quantityLots: 1 } : changeOf(view, order, [b, c, d, e, f]),
  }
}

function changeOf(view: ExchangeView, { terms, parent }: Order, draws: readonly number[]): OrderChange {
  const [b = 0, c = 0, d = 0, e = 0, f = 0] = draws
  const isLeg = parent !== undefined || terms.orderClass === 'oco'
  const change: { -readonly [Field in keyof OrderChange]: OrderChange[Field] } = {}
  if (b % 3 !== 0 && (!isLeg || b % 7 === 0)) change.quantityLots = 1 + (c % 8)
  if (d % 3 !== 0 && (terms.type === 'limit' || terms.type === 'stopLimit'))
    change.limitPriceTicks = priceOf(d)
  if (e % 3 !== 0 && (terms.type === 'stop' || terms.type === 'stopLimit')) change.stopPriceTicks = priceOf(e)
  if (terms.type === 'trailingStop' && terms.trailTicks !== undefined && e % 3 !== 0)
    change.trailTicks = 1 + (e % 3)
  if (terms.type === 'limit' && f % 4 === 0) change.displayLots = 1 + (f % 6)
  if (f % 5 === 0) {
    change.timeInForce = pick(
      terms.displayLots === undefined && change.displayLots === undefined && terms.postOnly !== true
        ? (['gtc', 'day', 'gtd', 'ioc', 'fok'] as const)
        : (['gtc', 'day', 'gtd'] as const),
      e,
    )
    if (change.timeInForce === 'gtd') change.expiresAt = view.time + 1 + (c % 3) * 1_000
  }
  return Object.keys(change).length === 0 ? { tags: ['x'] } : change
}

function cancelOf(view: ExchangeView, accountId: string, move: Move): Command {
  const [, , a = 0, b = 0] = move
  if (b % 12 === 0) return { type: 'CancelAllOrders', accountId }
  const open = [...view.openOrders(accountId)]
  return { type: 'CancelOrder', accountId, orderNumber: open[a % Math.max(1, open.length)]?.orderNumber ?? a }
}

function worldOf(view: ExchangeView, accountId: string, move: Move): Command {
  const [kind = 0, , a = 0, b = 0, c = 0, d = 0, e = 0] = move
  if (kind < 860) {
    return {
      type: 'SetHouseLevels',
      accountId: HOUSE,
      symbol: 'XYZ',
      levels: [
        { side: 'buy', priceTicks: priceOf(a), quantityLots: b % 5 },
        { side: 'sell', priceTicks: priceOf(c), quantityLots: d % 5 },
        ...(e % 3 === 0 ? [{ side: 'buy' as const, priceTicks: priceOf(c + d), quantityLots: e % 4 }] : []),
      ],
    }
  }
  if (kind < 910) {
    return {
      type: 'PrintTrade',
      accountId: HOUSE,
      symbol: 'XYZ',
      priceTicks: priceOf(a),
      subTick: b % 4 === 0 ? 500_000 : 0,
      quantityLots: c % 7,
      fills: d % 8 !== 0,
      source: 'recorded',
    }
  }
  if (kind < 940)
    return { type: 'AdvanceTo', time: view.time + (a % 40 === 0 ? 90_000_000_000 : (b % 5) * 700) }
  if (kind < 955) return { type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' }
  if (kind < 975) return { type: 'ResumeSymbol', symbol: 'XYZ' }
  if (kind < 980) return { type: 'SetCancelAllAfter', accountId, timeout: (a % 3) * 1_000 }
  if (kind < 983) return { type: 'BustTrade', tradeNumber: 1 + (a % 20), reason: 'erroneous' }
  if (kind < 985) {
    return { type: 'CorrectTrade', tradeNumber: 1 + (a % 20), priceTicks: priceOf(b), reason: 'erroneous' }
  }
  if (kind < 990) {
    const balances = [...(view.account(accountId)?.balances ?? [])]
    const all = balances.find(({ asset }) => asset === 'USD')?.available ?? 0n
    return { type: 'Deposit', accountId, asset: 'USD', amount: a % 3 === 0 ? BigInt(b) * 1_000_000n : -all }
  }
  if (kind < 997) return { type: 'DepositPosition', accountId, symbol: 'XYZ', quantityLots: (a % 9) - 5 }
  return { type: 'CloseAccount', accountId }
}

function priceOf(draw: number): number {
  return LOWEST + (draw % PRICES)
}

function pick<Item>(from: readonly Item[], choice: number): Item {
  const item = from[choice % from.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
