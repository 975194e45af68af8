import { describe, expect, test } from 'vitest'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import type { Order, OrderTerms } from '../../src/exchange/orders/order.ts'
import { dayNumber } from '../../src/exchange/sessions/civil-date.ts'
import { newYorkTime } from '../../src/exchange/sessions/new-york.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import type { Side } from '../../src/exchange/values/types.ts'
import { Desk, FEES, ONE, openDesk, openExchange } from './support/builders.ts'

/** A Monday; the desk begins at its open, without a book. */
const MONDAY = dayNumber(2026, 11, 23)
const SECOND = 1_000_000

/** An hour of New York, such as 9.5, on Monday or a later day, and seconds after it. */
const at = (hour: number, seconds = 0, days = 0) => newYorkTime(MONDAY + days, hour) + seconds * SECOND

function openNewYork(hour = 9.5): Desk {
  const desk = new Desk(openExchange({ calendar: xnys, fees: FEES }))
  if (hour !== 9.5) goTo(desk, at(hour))
  return desk
}

function goTo(desk: Desk, time: number): readonly ExchangeEvent[] {
  return desk.execute({ type: 'AdvanceTo', time })
}

/** Tuesday, half an hour before the open, with a last price of 100.00. */
function beforeTheOpen(): Desk {
  const desk = openNewYork()
  tradeAt(desk, 10_000)
  goTo(desk, at(9, 0, 1))
  return desk
}

function tradeAt(desk: Desk, price: number): void {
  desk.limit('bob', 'sell', 1, price)
  desk.limit('cid', 'buy', 1, price)
}

function order(
  desk: Desk,
  who: string,
  side: Side,
  lots: number,
  price: number | 'market',
  more: Partial<OrderTerms> = {},
) {
  const limit = price === 'market' ? {} : { limitPriceTicks: price }
  return desk.orderOf(desk.submit(who, { side, quantityLots: lots, timeInForce: 'day', ...limit, ...more }))
}

const reasonOf = (desk: Desk, one: Order) => [desk.order(one).status, desk.order(one).reason]
const opg = { timeInForce: 'opg' } as const
const cls = { timeInForce: 'cls' } as const

describe('the opening auction', () => {
  test('trades what waited at one price and as one print, without an aggressor', () => {
    const desk = beforeTheOpen()
    const buy = order(desk, 'ann', 'buy', 10, 10_010)
    const sell = order(desk, 'bob', 'sell', 15, 9_990)
    expect(desk.levels('buy')).toEqual([])
    const events = goTo(desk, at(9.5, 0, 1))
    const prints = events.filter((event) => event.type === 'TradePrinted')
    expect(prints).toMatchObject([
      { priceTicks: 9_990, quantityLots: 10, takerSide: null, conditions: ['opening'], time: at(9.5, 0, 1) },
    ])
    expect(desk.order(buy)).toMatchObject({ status: 'filled', filledLots: 10 })
    expect(desk.order(sell)).toMatchObject({ status: 'partiallyFilled', remainingLots: 5 })
    expect(desk.levels('sell')).toEqual([[9_990, 5]])
  })

  test('counts who came first as the maker, and says why each was filled', () => {
    const desk = beforeTheOpen()
    order(desk, 'bob', 'sell', 15, 9_990)
    order(desk, 'ann', 'buy', 10, 10_010)
    const fills = goTo(desk, at(9.5, 0, 1)).flatMap((event) =>
      event.type === 'OrderFilled' ? [event.fill] : [],
    )
    const why =
      'In the opening auction: 10 paired at 99.90, 5 left to sell; market orders first, then by price and time.'
    expect(fills).toMatchObject([
      { accountId: 'bob', liquidity: 'maker', priceTicks: 9_990, why },
      { accountId: 'ann', liquidity: 'taker', priceTicks: 9_990, why },
    ])
  })

  test('fills market orders first, and what they find no match for trades on as they do', () => {
    const desk = beforeTheOpen()
    const limit = order(desk, 'ann', 'buy', 10, 10_050)
    const market = order(desk, 'cid', 'buy', 10, 'market')
    const sell = order(desk, 'bob', 'sell', 15, 10_000)
    goTo(desk, at(9.5, 0, 1))
    expect(desk.order(market)).toMatchObject({ status: 'filled' })
    expect(desk.order(limit)).toMatchObject({ status: 'partiallyFilled', remainingLots: 5 })
    expect(desk.order(sell)).toMatchObject({ status: 'filled' })
    expect(desk.levels('buy')).toEqual([[10_050, 5]])
  })

  test('cancels what orders for the open did not trade, market and limit', () => {
    const desk = beforeTheOpen()
    const market = order(desk, 'ann', 'buy', 10, 'market', opg)
    const limit = order(desk, 'cid', 'buy', 10, 9_000, opg)
    const sell = order(desk, 'bob', 'sell', 4, 10_000, opg)
    goTo(desk, at(9.5, 0, 1))
    expect(desk.order(sell).status).toBe('filled')
    expect(desk.order(market).filledLots).toBe(4)
    expect(reasonOf(desk, market)).toEqual(['canceled', 'auction-unfilled'])
    expect(reasonOf(desk, limit)).toEqual(['canceled', 'auction-unfilled'])
    expect(desk.balance('ann').held).toBe(0n)
  })

  test('meets what stands in the book before it', () => {
    const desk = beforeTheOpen()
    order(desk, 'bob', 'sell', 10, 10_020, { extendedHours: true })
    expect(desk.levels('sell')).toEqual([[10_020, 10]])
    const market = order(desk, 'ann', 'buy', 4, 'market')
    goTo(desk, at(9.5, 0, 1))
    expect(desk.order(market)).toMatchObject({ status: 'filled', filledValue: 4n * 10_020n * (ONE / 100n) })
    expect(desk.levels('sell')).toEqual([[10_020, 6]])
  })

  test('lets what is left keep its time: older orders stand before younger ones of the book', () => {
    const desk = openNewYork(15)
    const old = order(desk, 'ann', 'buy', 5, 9_000, { timeInForce: 'gtc' })
    goTo(desk, at(8, 0, 1))
    const young = order(desk, 'cid', 'buy', 7, 9_000, { extendedHours: true })
    goTo(desk, at(10, 0, 1))
    expect(desk.levels('buy')).toEqual([[9_000, 12]])
    desk.market('bob', 'sell', 5)
    expect(desk.order(old).status).toBe('filled')
    expect(desk.order(young).filledLots).toBe(0)
  })

  test('trades all of an order that shows a part at a time, and shows the next part of what is left', () => {
    const desk = beforeTheOpen()
    const iceberg = order(desk, 'bob', 'sell', 50, 10_000, { displayLots: 5 })
    order(desk, 'ann', 'buy', 12, 10_000)
    goTo(desk, at(9.5, 0, 1))
    expect(desk.order(iceberg).filledLots).toBe(12)
    expect(desk.levels('sell')).toEqual([[10_000, 5]])
  })

  test.each([
    ['cancelIncoming', ['new', undefined], ['canceled', 'self-trade-prevented']],
    ['cancelResting', ['canceled', 'self-trade-prevented'], ['new', undefined]],
    ['cancelBoth', ['canceled', 'self-trade-prevented'], ['canceled', 'self-trade-prevented']],
    ['decrement', ['new', undefined], ['canceled', 'self-trade-prevented']],
    ['allow', ['partiallyFilled', undefined], ['filled', undefined]],
  ] as const)(
    'keeps an account from trading with itself as its first order says: %s',
    (mode, first, second) => {
      const desk = beforeTheOpen()
      const buy = order(desk, 'ann', 'buy', 10, 10_010, { selfTradePrevention: mode, timeInForce: 'gtc' })
      const sell = order(desk, 'ann', 'sell', 4, 9_990, { selfTradePrevention: 'allow', timeInForce: 'gtc' })
      goTo(desk, at(9.5, 0, 1))
      expect(reasonOf(desk, buy)).toEqual(first)
      expect(reasonOf(desk, sell)).toEqual(second)
      if (mode === 'decrement') expect(desk.order(buy)).toMatchObject({ remainingLots: 6, preventedLots: 4 })
    },
  )

  test('cancels a market order that cannot pay the price, and trades at the price found without it', () => {
    const desk = beforeTheOpen()
    const poor = order(desk, 'ann', 'buy', 95, 'market')
    order(desk, 'cid', 'buy', 5, 20_000)
    order(desk, 'bob', 'sell', 3, 10_000)
    order(desk, 'bob', 'sell', 97, 20_000)
    const events = goTo(desk, at(9.5, 0, 1))
    expect(reasonOf(desk, poor)).toEqual(['canceled', 'insufficient-buying-power'])
    expect(events.filter((event) => event.type === 'TradePrinted')).toMatchObject([
      { priceTicks: 20_000, quantityLots: 5 },
    ])
    expect(desk.balance('ann')).toEqual({ available: 10_000n * ONE, held: 0n })
  })

  test('elects stops by its one price, after the market orders that waited', () => {
    const desk = beforeTheOpen()
    const stop = desk.orderOf(
      desk.submit('ann', { side: 'sell', type: 'stop', stopPriceTicks: 9_950, quantityLots: 5 }),
    )
    order(desk, 'cid', 'buy', 10, 9_900)
    const market = order(desk, 'bob', 'sell', 8, 'market')
    const events = goTo(desk, at(9.5, 0, 1))
    expect(desk.order(market).status).toBe('filled')
    expect(desk.order(stop)).toMatchObject({ filledLots: 2, triggeredAt: at(9.5, 0, 1) })
    const kinds = events.flatMap((event) =>
      'order' in event && event.order ? [[event.type, event.order.orderNumber]] : [],
    )
    expect(kinds.findIndex(([type]) => type === 'OrderTriggered')).toBeGreaterThan(
      kinds.findIndex(([type, number]) => type === 'OrderFilled' && number === market.orderNumber),
    )
  })

  test('is not held while the symbol is halted; it trades when the halt ends', () => {
    const desk = beforeTheOpen()
    const buy = order(desk, 'ann', 'buy', 5, 10_000, opg)
    order(desk, 'bob', 'sell', 5, 10_000, opg)
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
    goTo(desk, at(9.75, 0, 1))
    expect(desk.order(buy).status).toBe('new')
    desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ' })
    expect(desk.order(buy).status).toBe('filled')
  })
})

describe('the closing auction', () => {
  test('is the only one for orders for the close, and the last chance of day orders', () => {
    const desk = openNewYork(15)
    const day = order(desk, 'bob', 'sell', 10, 10_000)
    const close = order(desk, 'ann', 'buy', 4, 10_000, cls)
    expect(desk.levels('sell')).toEqual([[10_000, 10]])
    const events = goTo(desk, at(16))
    expect(events.filter((event) => event.type === 'TradePrinted')).toMatchObject([
      { priceTicks: 10_000, quantityLots: 4, conditions: ['closing'] },
    ])
    expect(desk.order(close).status).toBe('filled')
    expect(reasonOf(desk, day)).toEqual(['expired', 'expired-day'])
    expect(desk.order(day).filledLots).toBe(4)
  })

  test('cancels what it does not fill, and elects no stop any more', () => {
    const desk = openNewYork(15)
    tradeAt(desk, 10_000)
    const stop = desk.orderOf(
      desk.submit('bob', { side: 'sell', type: 'stop', stopPriceTicks: 9_800, quantityLots: 5 }),
    )
    const buy = order(desk, 'ann', 'buy', 4, 9_700, cls)
    const sell = order(desk, 'cid', 'sell', 9, 'market', cls)
    goTo(desk, at(16))
    expect(desk.order(buy).status).toBe('filled')
    expect(reasonOf(desk, sell)).toEqual(['canceled', 'auction-unfilled'])
    expect(desk.order(stop)).toMatchObject({ status: 'new' })
  })

  test('holds 4 % more than the last price for a market order', () => {
    const desk = openNewYork(15)
    tradeAt(desk, 10_000)
    order(desk, 'ann', 'buy', 10, 'market', cls)
    const value = 10n * 10_400n * (ONE / 100n)
    expect(desk.balance('ann').held).toBe(value + (value * 3n) / 10_000n)
    expect(order(desk, 'ann', 'buy', 95, 'market', cls)).toMatchObject({
      reason: 'insufficient-buying-power',
    })
  })

  test('takes no order by notional, which would trade before it', () => {
    const desk = openNewYork(15)
    order(desk, 'bob', 'sell', 10, 10_000)
    const byNotional = {
      type: 'market',
      quantityLots: 0,
      notional: 500n * ONE,
      limitPriceTicks: undefined,
    } as const
    const refused = desk.orderOf(desk.submit('ann', { ...byNotional, timeInForce: 'cls' }))
    expect(refused).toMatchObject({ status: 'rejected', reason: 'auction-unavailable' })
  })

  test('ends an early day at 13:00', () => {
    const desk = openNewYork()
    goTo(desk, newYorkTime(MONDAY + 4, 12))
    const buy = order(desk, 'ann', 'buy', 4, 10_000, cls)
    order(desk, 'bob', 'sell', 4, 10_000, cls)
    goTo(desk, newYorkTime(MONDAY + 4, 13))
    expect(desk.order(buy).status).toBe('filled')
    expect(desk.exchange.view.status('XYZ')).toMatchObject({ phase: 'postMarket' })
  })
})

describe('a reopening', () => {
  const halted = (): Desk => {
    const desk = openDesk()
    tradeAt(desk, 10_000)
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
    return desk
  }
  const resume = (desk: Desk, callFor?: number) =>
    desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ', ...(callFor === undefined ? {} : { callFor }) })

  test('collects orders for as long as is said, then trades them at one price', () => {
    const desk = halted()
    expect(order(desk, 'ann', 'buy', 5, 10_000)).toMatchObject({ reason: 'symbol-halted' })
    expect(resume(desk, 60 * SECOND)).toMatchObject([
      { type: 'StatusChanged', status: { phase: 'auction', halted: true, haltReason: 'news' } },
      { type: 'StatusChanged', status: { auction: { kind: 'reopening', priceTicks: null } } },
    ])
    const buy = order(desk, 'ann', 'buy', 5, 10_100)
    const sell = order(desk, 'bob', 'sell', 8, 9_900)
    expect(desk.order(buy).status).toBe('new')
    const events = desk.advance(60 * SECOND)
    expect(desk.exchange.view.status('XYZ')).toMatchObject({ phase: 'open', halted: false, haltReason: null })
    expect(events.filter((event) => event.type === 'TradePrinted')).toMatchObject([
      { priceTicks: 9_900, quantityLots: 5, conditions: ['reopening'] },
    ])
    expect(desk.order(sell)).toMatchObject({ remainingLots: 3 })
    expect(desk.levels('sell')).toEqual([[9_900, 3]])
  })

  test.each([
    ['ioc', { timeInForce: 'ioc', limitPriceTicks: 10_000 }, 'market-closed'],
    ['fok', { timeInForce: 'fok', limitPriceTicks: 10_000 }, 'market-closed'],
    ['notional', { timeInForce: 'day', quantityLots: 0, notional: 500n * ONE }, 'market-closed'],
    ['opg', { timeInForce: 'opg', limitPriceTicks: 10_000 }, 'auction-unavailable'],
  ] as const)('takes no order that is %s', (_name, terms, code) => {
    const desk = halted()
    resume(desk, 60 * SECOND)
    expect(desk.orderOf(desk.submit('ann', terms))).toMatchObject({ status: 'rejected', reason: code })
  })

  test('takes cancels, before and while orders are collected', () => {
    const desk = openDesk()
    const resting = desk.limit('ann', 'buy', 5, 9_000)
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: resting.orderNumber })
    resume(desk, 60 * SECOND)
    const waiting = order(desk, 'ann', 'buy', 5, 9_000)
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: waiting.orderNumber })
    expect([desk.order(resting).status, desk.order(waiting).status]).toEqual(['canceled', 'canceled'])
    expect(desk.balance('ann').held).toBe(0n)
    desk.advance(60 * SECOND)
  })

  test('starts over when the symbol is halted again', () => {
    const desk = halted()
    resume(desk, 60 * SECOND)
    const buy = order(desk, 'ann', 'buy', 5, 10_100)
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'more news' })
    desk.advance(120 * SECOND)
    expect(desk.order(buy).status).toBe('new')
    expect(desk.exchange.view.status('XYZ')).toMatchObject({
      phase: 'open',
      halted: true,
      haltReason: 'more news',
    })
    resume(desk)
    expect(desk.levels('buy')).toEqual([[10_100, 5]])
  })

  test('a replacement that asks for less keeps its place, another one goes behind', () => {
    const desk = halted()
    resume(desk, 60 * SECOND)
    const [first, second, third] = ['ann', 'bob', 'cid'].map((who) => order(desk, who, 'buy', 10, 10_000))
    if (!first || !second || !third) throw new Error('three orders')
    const less = desk.orderOf(desk.replace(first, { quantityLots: 6 }))
    const more = desk.orderOf(desk.replace(second, { quantityLots: 12 }))
    order(desk, 'bob', 'sell', 9, 'market')
    desk.advance(60 * SECOND)
    expect([less, third, more].map((one) => desk.order(one).filledLots)).toEqual([6, 3, 0])
  })
})

describe('indications', () => {
  /** The auction that each change of status tells, with the time of day in seconds before it is held. */
  const told = (events: readonly ExchangeEvent[]) =>
    events.flatMap((event) => {
      if (event.type !== 'StatusChanged' || event.status.auction === undefined) return []
      const { kind, at: held, priceTicks, pairedLots, surplusSide, surplusLots } = event.status.auction
      return [[kind, (held - event.time) / SECOND, priceTicks, pairedLots, surplusSide, surplusLots]]
    })

  test('of the opening begin two minutes before it, each second where something changed', () => {
    const desk = beforeTheOpen()
    order(desk, 'ann', 'buy', 10, 10_010)
    order(desk, 'bob', 'sell', 4, 9_990)
    expect(told(goTo(desk, at(9.5, -121, 1)))).toEqual([])
    expect(told(goTo(desk, at(9.5, -118.5, 1)))).toEqual([['opening', 120, 10_010, 4, 'buy', 6]])
    order(desk, 'cid', 'sell', 20, 9_995)
    expect(told(goTo(desk, at(9.5, -1, 1)))).toEqual([['opening', 118, 9_995, 10, 'sell', 14]])
    const after = goTo(desk, at(9.5, 0, 1))
    expect(told(after)).toEqual([])
    expect(desk.exchange.view.status('XYZ')?.auction).toBeUndefined()
  })

  test('of the close come every ten seconds, in the last five minutes every second', () => {
    const desk = openNewYork(15.75)
    order(desk, 'ann', 'buy', 10, 10_000, cls)
    const [first] = told(goTo(desk, at(15.9)))
    expect(first).toEqual(['closing', 600, null, 0, null, 0])
    order(desk, 'bob', 'sell', 10, 10_000)
    const later = told(goTo(desk, at(15.95)))
    expect(later).toEqual([['closing', 350, 10_000, 10, null, 0]])
    order(desk, 'cid', 'sell', 5, 9_900)
    expect(told(goTo(desk, at(15.96)))).toEqual([['closing', 179, 10_000, 10, 'sell', 5]])
  })
})
