import { ledgerDay } from '../../../src/exchange/accounts/settlement/settlement-date.ts'
import type { Command, HaltSymbol, SetBorrow } from '../../../src/exchange/commands.ts'
import type { CorporateTerms } from '../../../src/exchange/corporate/corporate-terms.ts'
import type { InspectableExchange } from '../../../src/exchange/create-exchange.ts'
import type { OrderTerms } from '../../../src/exchange/orders/order.ts'
import { FLOW, HOUSE, ONE, SYMBOLS } from './builders.ts'
import { collisionOf } from './collisions.ts'
import type { World } from './everything-world.ts'
import { commandOf, DRAWS, type Move } from './moves.ts'
import { quickCalendar, SECOND } from './quick-calendar.ts'

/** The usual draws, and what decides whether another move is made instead. */
export const EVERYTHING_DRAWS = DRAWS + 1

/** Sessions, auctions, halts, corporate actions, lenders and shocks among the usual moves. */
export function everythingOf(
  exchange: InspectableExchange,
  { crowd, options }: Pick<World, 'crowd' | 'options'>,
  move: Move,
  index: number,
): Command {
  const command = anyOf(exchange, crowd, move, index)
  const isQuick = [options.calendar, options.calendars?.crypto].includes(quickCalendar)
  if (command.type !== 'AdvanceTo' || !isQuick) return command
  // A day of a real calendar would be thousands of quick ones.
  return { ...command, time: Math.min(command.time, exchange.view.time + 25 * SECOND) }
}

function anyOf(exchange: InspectableExchange, crowd: World['crowd'], move: Move, index: number): Command {
  const { view } = exchange
  const special = move.at(-1) ?? 0
  if (special < 130) return advanceOf(exchange, move)
  if (special < 165) return haltOf(move)
  if (special < 180) return actionOf(view.time, move)
  if (special < 215) return shockOf(crowd, move, index)
  if (special < 230) return borrowOf(move)
  const usual = crowd === 'wide' ? commandOf : collisionOf
  const command = usual(view, move.slice(0, -1), index)
  if (command.type !== 'SubmitOrder') return command
  const terms = special % 3 === 0 ? { ...command.terms, doNotReduce: true } : command.terms
  return { ...command, terms: forSession(terms, special) }
}

/** To something that is due, to just before it, or so far. */
function advanceOf({ view, nextDue }: InspectableExchange, move: Move): Command {
  const [, , , , quantity = 0, choice = 0, extra = 0] = move
  const due = nextDue() ?? view.time
  const steps = [
    due - view.time,
    due - view.time,
    Math.max(0, due - view.time - 1),
    (quantity % 9) * 250_000,
    (quantity % 20) * SECOND,
    (quantity % 20) * 60 * SECOND,
    (quantity % 30) * 1_000 * SECOND,
    extra % 3 === 0 ? (1 + (quantity % 8)) * 86_400 * SECOND : SECOND,
  ]
  return { type: 'AdvanceTo', time: view.time + (steps[choice % steps.length] ?? 0) }
}

function haltOf([kind = 0, , , , quantity = 0, choice = 0, extra = 0]: Move): Command {
  const symbol = SYMBOLS[extra % 4 === 0 ? 1 : 0] ?? 'XYZ'
  if (kind % 2 === 0) {
    const orders = (['keep', 'suspend', 'suspend', 'cancel'] as const)[choice % 4] ?? 'keep'
    return { type: 'HaltSymbol', symbol, reason: 'news', orders } satisfies HaltSymbol
  }
  return { type: 'ResumeSymbol', symbol, callFor: (quantity % 4) * 300_000 }
}

function actionOf(time: number, [, , , price = 0, quantity = 0, choice = 0, extra = 0]: Move): Command {
  const exDay = ledgerDay(time) + 1 + (extra % 2)
  const recordDay = exDay + (quantity % 2)
  return {
    type: 'DeclareCorporateAction',
    symbol: 'XYZ',
    terms: termsOf(price, choice),
    exDay,
    recordDay,
    payDay: recordDay + (quantity % 3),
  }
}

function termsOf(price: number, choice: number): CorporateTerms {
  const [newUnits = 2, oldUnits = 1] =
    (
      [
        [2, 1],
        [3, 2],
        [1, 2],
        [7, 3],
      ] as const
    )[price % 4] ?? []
  if (choice % 2 === 0) return { type: 'split', newUnits, oldUnits }
  return { type: 'cashDividend', amount: BigInt(1 + (price % 300)) * (ONE / 100n) }
}

/** Easy to borrow, not at all, or a few. */
function borrowOf([kind = 0, , , , quantity = 0]: Move): Command {
  const few = kind % 3 === 2 ? { borrowableLots: quantity % 12 } : {}
  return { type: 'SetBorrow', symbol: 'XYZ', shortable: kind % 3 !== 0, ...few } satisfies SetBorrow
}

/** Prices far away: by prints, by quotes, or by an order of the flow. */
function shockOf(crowd: World['crowd'], move: Move, index: number): Command {
  const [kind = 0, , , price = 0, quantity = 0, choice = 0] = move
  const factor = [60, 75, 85, 92, 96, 104, 110, 130, 160][price % 9] ?? 100
  const priceTicks = Math.floor(((crowd === 'wide' ? 10_000 : 100) * factor) / 100)
  const quantityLots = 1 + (quantity % 60)
  const common = { symbol: 'XYZ', priceTicks, quantityLots }
  if (kind % 3 === 0) {
    const print = { ...common, subTick: 0, fills: choice % 2 === 0, source: 'recorded' } as const
    return { type: 'PrintTrade', accountId: HOUSE, ...print }
  }
  if (kind % 3 === 1) {
    const levels = [
      { side: 'buy', priceTicks: priceTicks - 1, quantityLots },
      { side: 'sell', priceTicks, quantityLots },
    ] as const
    return { type: 'SetHouseLevels', accountId: HOUSE, symbol: 'XYZ', levels }
  }
  const terms: OrderTerms = {
    clientOrderId: `shock${index}`,
    symbol: 'XYZ',
    side: choice % 2 === 0 ? 'buy' : 'sell',
    type: 'limit',
    timeInForce: 'gtc',
    quantityLots,
    limitPriceTicks: priceTicks,
  }
  return { type: 'SubmitOrder', accountId: FLOW, terms }
}

/** Some of the plain orders are for an auction, or for the hours around the session. */
function forSession(terms: OrderTerms, special: number): OrderTerms {
  const { orderClass = 'simple', postOnly, displayLots, notional, expiresAt, type } = terms
  const isPlain = orderClass === 'simple' && (type === 'limit' || type === 'market')
  const isSpecial = [displayLots, notional, expiresAt].some((field) => field !== undefined)
  if (!isPlain || postOnly === true || isSpecial) return terms
  if (special < 350) return { ...terms, timeInForce: special % 2 === 0 ? 'opg' : 'cls' }
  if (special < 500 && type === 'limit')
    return { ...terms, timeInForce: special % 2 === 0 ? 'day' : 'gtc', extendedHours: true }
  return terms
}
