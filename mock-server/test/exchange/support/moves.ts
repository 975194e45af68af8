import type { Command, HaltSymbol, HouseLevel, OrderChange } from '../../../src/exchange/commands.ts'
import type { ExchangeView } from '../../../src/exchange/exchange.ts'
import type { Order, OrderTerms } from '../../../src/exchange/orders/order.ts'
import type { Side } from '../../../src/exchange/values/types.ts'
import { CUSTOMERS, FLOW, HOUSE, ONE, SYMBOLS } from './builders.ts'

/**
 * A move is a handful of numbers; what command it becomes depends on what is open then, so that cancels hit
 * and prints reach. The same moves on the same exchange always give the same commands.
 */
export type Move = readonly number[]

/** As many as the longest command looks at. */
export const DRAWS = 15

/** The modes of self-trade prevention. */
export const PREVENTIONS = [
  'allow',
  'cancelIncoming',
  'cancelResting',
  'cancelBoth',
  'decrement',
  'transfer',
] as const

const HALTS = ['suspend', 'cancel'] as const

const TRADERS = [...CUSTOMERS, ...CUSTOMERS, FLOW]

/** All that a move looks at. */
export type Surroundings = Pick<ExchangeView, 'time' | 'openOrders' | 'fills'>

export function commandOf(view: Surroundings, move: Move, index: number): Command {
  const [kind = 0, who = 0, where = 0, price = 0, quantity = 0, choice = 0, extra = 0, change = 999] = move
  const accountId = pick(TRADERS, who)
  if (change < 180) return replaceOf(view, accountId, move, index)
  if (change < 210) return { type: 'SetCancelAllAfter', accountId, timeout: (quantity % 5) * 200_000 }
  if (change >= 940 && change < 970) return amendOf(view, move, change)
  const symbol = pick(SYMBOLS, where)
  const side: Side = choice % 2 === 0 ? 'buy' : 'sell'
  if (kind < 470) {
    const timeInForce = pick(['gtc', 'gtc', 'day', 'ioc'] as const, extra)
    const terms = { clientOrderId: `c${index}`, symbol, side, timeInForce, quantityLots: 1 + (quantity % 90) }
    const plain: OrderTerms =
      kind < 400
        ? { ...terms, type: 'limit', limitPriceTicks: 10_000 + (price % 12) }
        : { ...terms, type: 'market' }
    return { type: 'SubmitOrder', accountId, terms: withConditions(view, plain, move.slice(8)) }
  }
  if (kind < 600) return cancelOf(view, accountId, extra)
  if (kind < 630) return { type: 'CancelAllOrders', accountId, symbol }
  if (kind < 780) {
    const levels = houseLevels(price, quantity, choice, extra)
    return {
      type: 'SetHouseLevels',
      accountId: HOUSE,
      symbol,
      levels,
      market: pick(['normal', 'locked'], extra),
    }
  }
  if (kind < 880) return printOf(symbol, price, quantity, extra)
  const orders = HALTS[(move[8] ?? 2) % 5]
  return marketEvent(view, kind, accountId, symbol, quantity, extra, orders === undefined ? {} : { orders })
}

/** What the order says besides; nothing without the further draws. */
function withConditions(view: Surroundings, plain: OrderTerms, draws: readonly number[]): OrderTerms {
  const [condition = 999, amount = 0, prevention = 6, stop = 999, distance = 0, iceberg = 999, legs = 999] =
    draws
  const isLimit = plain.type === 'limit'
  const selfTradePrevention = PREVENTIONS[prevention % 7]
  const terms = selfTradePrevention === undefined ? plain : { ...plain, selfTradePrevention }
  if (legs < 200 && plain.timeInForce !== 'ioc') return withLegs(terms, legs, distance)
  if (iceberg < 150 && isLimit && plain.timeInForce !== 'ioc') {
    return { ...terms, displayLots: Math.max(1, Math.min(terms.quantityLots, iceberg % 20)) }
  }
  if (stop < 220) return asStop(terms, stop, amount, distance)
  if (condition < 70) return isLimit ? { ...terms, timeInForce: 'gtc', postOnly: true } : terms
  if (condition < 140) return { ...terms, timeInForce: 'fok' }
  if (condition < 210) {
    return { ...terms, timeInForce: 'gtd', expiresAt: view.time + (amount - 20) * 100_000 }
  }
  if (condition < 260) return { ...terms, reduceOnly: true }
  if (condition < 320 && !isLimit) return { ...terms, quantityLots: 0, notional: BigInt(amount) * 10n * ONE }
  return terms
}

/** The same order with what closes it. */
function withLegs(terms: OrderTerms, legs: number, distance: number): OrderTerms {
  const { clientOrderId, limitPriceTicks = 10_006, side } = terms
  const orderClass = pick(['bracket', 'bracket', 'oto', 'oco'] as const, legs)
  const isOco = orderClass === 'oco'
  if (isOco && terms.type !== 'limit') return terms
  // An oco order closes; the others open.
  const up = (side === 'buy') === isOco ? -1 : 1
  const [near, far] = [1 + (distance % 4), 1 + (legs % 5)]
  const takeProfit = {
    clientOrderId: `${clientOrderId}-profit`,
    limitPriceTicks: limitPriceTicks + up * near,
  }
  const stopPriceTicks = limitPriceTicks - up * far
  const stopLoss = {
    clientOrderId: `${clientOrderId}-loss`,
    stopPriceTicks,
    ...(distance % 3 === 0 ? { limitPriceTicks: stopPriceTicks - up } : {}),
  }
  const common = { ...terms, timeInForce: 'gtc' as const, orderClass }
  if (isOco) return { ...common, stopLoss }
  if (orderClass === 'oto') return legs % 2 === 0 ? { ...common, takeProfit } : { ...common, stopLoss }
  return { ...common, takeProfit, stopLoss, bracketMode: legs % 2 === 0 ? 'partial' : 'full' }
}

/** The same order as one that waits for a price around the market's. */
function asStop(terms: OrderTerms, stop: number, amount: number, distance: number): OrderTerms {
  const { limitPriceTicks, ...rest } = terms
  const triggerBy = pick(['last', 'last', 'bidAsk', 'mid'] as const, distance)
  const common = { ...rest, timeInForce: 'gtc' as const, triggerBy }
  const stopPriceTicks = 9_998 + (amount % 16)
  if (stop < 110 && limitPriceTicks !== undefined)
    return { ...common, type: 'stopLimit', stopPriceTicks, limitPriceTicks }
  if (stop < 110) return { ...common, type: 'stop', stopPriceTicks }
  const trail =
    stop % 2 === 0
      ? { trailTicks: 1 + (distance % 5) }
      : { trailPercent: BigInt(1 + (distance % 8)) * 1_000_000n }
  const activation = stop % 3 === 0 ? { activationPriceTicks: stopPriceTicks } : {}
  return { ...common, type: 'trailingStop', ...trail, ...activation }
}

/** Mostly an open order of the account; at times somebody else's, or an id that was used before. */
function replaceOf(view: Surroundings, accountId: string, move: Move, index: number): Command {
  const [, , , price = 0, quantity = 0, choice = 0, extra = 0] = move
  const owner = choice % 12 === 0 ? pick(CUSTOMERS, choice) : accountId
  const open = [...view.openOrders(owner)]
  const order = open[extra % Math.max(1, open.length)]
  const total = order?.terms.quantityLots ?? 10
  const samePrice = order !== undefined && choice % 2 === 0
  return {
    type: 'ReplaceOrder',
    accountId,
    // Nobody's order otherwise: another's would have to be changed as its type allows.
    orderNumber: order?.orderNumber ?? 1_000_000 + extra,
    clientOrderId: choice % 20 === 1 ? `c${index - 1}` : `r${index}`,
    change: {
      // The quantity of a leg is its parent's.
      ...(order?.parent === undefined || extra % 5 === 0
        ? { quantityLots: Math.max(1, total + (quantity % 41) - 30) }
        : {}),
      ...(samePrice ? {} : priceChange(order, 10_000 + (price % 12))),
      ...(extra % 9 === 0 &&
      order?.terms.type === 'limit' &&
      order.parent === undefined &&
      order.legs === undefined
        ? { timeInForce: pick(['gtc', 'day', 'ioc'] as const, price) }
        : {}),
    },
  }
}

/** What a stop and what a limit order are moved by. */
function priceChange(order: Order | undefined, priceTicks: number): OrderChange {
  const type = order?.terms.type
  if (type === 'stop') return { stopPriceTicks: priceTicks }
  if (type === 'trailingStop')
    return order?.terms.trailTicks === undefined ? {} : { trailTicks: priceTicks % 7 }
  return { limitPriceTicks: priceTicks }
}

/** Any open order of the account, at times one of somebody else's. */
function cancelOf(view: Surroundings, accountId: string, choice: number): Command {
  const owner = choice % 10 === 0 ? pick(CUSTOMERS, choice) : accountId
  const open = [...view.openOrders(owner)]
  const orderNumber = open.length === 0 ? choice : (open[choice % open.length]?.orderNumber ?? 0)
  return { type: 'CancelOrder', accountId, orderNumber }
}

/** A two-sided quote around a price, sometimes crossing what customers have there. */
function houseLevels(price: number, quantity: number, choice: number, extra: number): readonly HouseLevel[] {
  const bid = 9_998 + (price % 12)
  const ask = bid + 1 + (choice % 3)
  return [
    { side: 'buy', priceTicks: bid, quantityLots: quantity % 4 === 0 ? 0 : quantity % 150 },
    { side: 'sell', priceTicks: ask, quantityLots: extra % 4 === 0 ? 0 : extra % 150 },
    { side: 'buy', priceTicks: bid - 2, quantityLots: extra % 80 },
  ]
}

function printOf(symbol: string, price: number, quantity: number, extra: number): Command {
  return {
    type: 'PrintTrade',
    accountId: HOUSE,
    symbol,
    priceTicks: 10_000 + (price % 12),
    subTick: extra % 5 === 0 ? 500_000 : 0,
    quantityLots: quantity % 120,
    fills: extra % 7 !== 0,
    source: 'recorded',
  }
}

function marketEvent(
  view: Surroundings,
  kind: number,
  accountId: string,
  symbol: string,
  quantity: number,
  extra: number,
  orders: Pick<HaltSymbol, 'orders'>,
): Command {
  if (kind < 940)
    return {
      type: 'AdvanceTo',
      time: view.time + quantity * (extra % 9 === 0 ? 90_000_000 : 900),
    }
  if (kind < 955) return { type: 'HaltSymbol', symbol, reason: 'news', ...orders }
  if (kind < 975) return { type: 'ResumeSymbol', symbol }
  if (kind < 985) return { type: 'Deposit', accountId, asset: 'USD', amount: BigInt(quantity - 300) * ONE }
  if (kind < 995) return { type: 'DepositPosition', accountId, symbol, quantityLots: quantity - 300 }
  return { type: 'CloseAccount', accountId }
}

/** Mostly a trade of a customer, busted ones among them; at times any number. */
function amendOf(view: Surroundings, move: Move, change: number): Command {
  const [, who = 0, , price = 0, quantity = 0, , extra = 0] = move
  const fills = [...view.fills(pick(CUSTOMERS, who))]
  const fill = fills[extra % Math.max(1, fills.length)]
  const tradeNumber = fill?.tradeNumber ?? extra
  const reason = 'a wrong trade'
  if (change < 955) return { type: 'BustTrade', tradeNumber, reason }
  return {
    type: 'CorrectTrade',
    tradeNumber,
    reason,
    ...(extra % 3 === 0 ? {} : { priceTicks: 9_990 + (price % 30) }),
    ...(extra % 2 === 0 ? { quantityLots: 1 + (quantity % 20) } : {}),
  }
}

function pick<Item>(from: readonly Item[], choice: number): Item {
  const item = from[choice % from.length]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}
