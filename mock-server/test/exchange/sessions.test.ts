import { describe, expect, test } from 'vitest'
import { businessDayAfter } from '../../src/exchange/accounts/settlement/settlement-date.ts'
import type { OrderTerms } from '../../src/exchange/orders/order.ts'
import type { SessionCalendar } from '../../src/exchange/sessions/calendar.ts'
import { dayNumber } from '../../src/exchange/sessions/civil-date.ts'
import { closedFor } from '../../src/exchange/sessions/entry-window.ts'
import { fx } from '../../src/exchange/sessions/fx.ts'
import { newYorkTime } from '../../src/exchange/sessions/new-york.ts'
import { admissionOf, type TradingPhase } from '../../src/exchange/sessions/permissions.ts'
import { endOfDay } from '../../src/exchange/sessions/sessions.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { MICROS_PER_DAY } from '../../src/exchange/values/time.ts'
import { Desk, FLOW, openExchange } from './support/builders.ts'

/** A Monday; Thursday of its week is Thanksgiving, and Friday closes early. */
const MONDAY = dayNumber(2026, 11, 23)
const at = (hour: number, days = 0) => newYorkTime(MONDAY + days, hour)

describe('what a phase does with an order', () => {
  const PHASES: readonly TradingPhase[] = ['closed', 'preMarket', 'open', 'postMarket', 'auction']
  const terms = (change: Partial<OrderTerms>): OrderTerms => ({
    clientOrderId: 'a',
    symbol: 'XYZ',
    side: 'buy',
    type: 'limit',
    timeInForce: 'day',
    quantityLots: 1,
    ...change,
  })
  const rowOf = (change: Partial<OrderTerms>, isLiquidity = false) =>
    PHASES.map((phase) => admissionOf(phase, terms(change), isLiquidity).slice(0, 1)).join('')

  // t trades, w waits, r refused: closed, preMarket, open, postMarket, auction.
  test.each<[string, Partial<OrderTerms>, string]>([
    ...(['limit', 'market'] as const).flatMap((type): [string, Partial<OrderTerms>, string][] => [
      [`${type} day`, { type, timeInForce: 'day' }, 'wwtww'],
      [`${type} gtc`, { type, timeInForce: 'gtc' }, 'wwtww'],
      [`${type} gtd`, { type, timeInForce: 'gtd' }, 'wwtww'],
      [`${type} ioc`, { type, timeInForce: 'ioc' }, 'rrtrr'],
      [`${type} fok`, { type, timeInForce: 'fok' }, 'rrtrr'],
      [`${type} opg`, { type, timeInForce: 'opg' }, 'wwrwr'],
      [`${type} cls`, { type, timeInForce: 'cls' }, 'wwwww'],
    ]),
    ...(['stop', 'stopLimit', 'trailingStop'] as const).flatMap((type) =>
      (['day', 'gtc', 'gtd'] as const).map((timeInForce): [string, Partial<OrderTerms>, string] => [
        `${type} ${timeInForce}`,
        { type, timeInForce },
        'wwtww',
      ]),
    ),
    ['limit day in extended hours', { extendedHours: true }, 'wtttw'],
    ['limit gtc in extended hours', { extendedHours: true, timeInForce: 'gtc' }, 'wtttw'],
    ['market by notional', { type: 'market', notional: 1n }, 'rrtrr'],
    ['post-only', { postOnly: true }, 'wwtww'],
  ])('%s', (_name, change, row) => {
    expect(rowOf(change)).toBe(row)
  })

  test('limit orders of the market itself stand whenever anybody trades', () => {
    expect(rowOf({ timeInForce: 'gtc' }, true)).toBe('wtttw')
  })
})

describe('orders for auctions are taken', () => {
  test.each([
    ['opg', 'until 9:28', at(9.5) - 120_000_000, undefined],
    ['opg', 'not after that, but again from 19:00', at(9.5) - 119_999_999, at(19)],
    ['opg', 'not in the session', at(12), at(19)],
    ['opg', 'not soon after the close', at(18), at(19)],
    ['opg', 'from 19:00 on', at(19), undefined],
    ['opg', 'in the night', at(3, 1), undefined],
    ['opg', 'on a holiday', at(12, 3), undefined],
    ['cls', 'before the session', at(8), undefined],
    ['cls', 'until 15:50', at(16) - 600_000_000, undefined],
    ['cls', 'not after that', at(16) - 599_999_999, at(19)],
    ['cls', 'not soon after an early close', at(15.5, 4), at(16, 4)],
    ['cls', 'until 12:50 before it', at(13, 4) - 600_000_000, undefined],
  ] as const)('%s %s', (timeInForce, _when, time, until) => {
    expect(closedFor(timeInForce, xnys, time)).toEqual(until && { why: 'time', until })
  })

  test('nowhere without auctions', () => {
    const { auctions: _, ...plain } = xnys
    for (const calendar of [undefined, fx, plain])
      expect(closedFor('cls', calendar, at(12))?.why).toBe('never')
  })
})

describe('trading before and after the session', () => {
  const openNewYork = (hour: number, days = 0): Desk => {
    const desk = new Desk(openExchange({ calendar: xnys }))
    desk.execute({ type: 'AdvanceTo', time: at(hour, days) })
    return desk
  }
  const extended = {
    limitPriceTicks: 10_000,
    timeInForce: 'day',
    extendedHours: true,
    quantityLots: 5,
  } as const
  const plain = { limitPriceTicks: 10_000, timeInForce: 'day', quantityLots: 5 } as const

  test('is for limit orders that ask for it; others wait for the open', () => {
    const desk = openNewYork(17)
    const sell = desk.orderOf(desk.submit('ann', { ...extended, side: 'sell' }))
    const waits = desk.orderOf(desk.submit('bob', plain))
    expect(desk.order(sell).filledLots).toBe(0)
    const buy = desk.orderOf(desk.submit('cid', { ...extended, quantityLots: 2 }))
    expect([desk.order(buy).status, desk.order(waits).status]).toEqual(['filled', 'new'])
    expect(desk.levels('buy')).toEqual([])
  })

  test('of the day ends its day orders with it, not with the session', () => {
    const desk = openNewYork(12)
    const order = desk.orderOf(desk.submit('ann', { ...extended, limitPriceTicks: 9_000 }))
    const other = desk.orderOf(desk.submit('bob', { ...plain, limitPriceTicks: 9_000 }))
    desk.execute({ type: 'AdvanceTo', time: at(19.99) })
    expect([desk.order(order).status, desk.order(other).status]).toEqual(['new', 'expired'])
    expect(desk.levels('buy')).toEqual([[9_000, 5]])
    desk.execute({ type: 'AdvanceTo', time: at(20) })
    expect(desk.order(order)).toMatchObject({ status: 'expired', reason: 'expired-day' })
  })

  test('is left by orders that may not trade in it; they come back to the book with the session', () => {
    const desk = openNewYork(15)
    const order = desk.limit('ann', 'buy', 5, 9_000)
    desk.execute({ type: 'AdvanceTo', time: at(16) })
    expect(desk.levels('buy')).toEqual([])
    expect(desk.order(order).status).toBe('new')
    desk.submit('bob', { ...extended, side: 'sell', limitPriceTicks: 8_000 })
    expect(desk.order(order).filledLots).toBe(0)
    desk.execute({ type: 'AdvanceTo', time: at(10, 1) })
    expect(desk.levels('buy')).toEqual([[9_000, 5]])
  })

  test('begins with orders that came in the night, by their time', () => {
    const desk = openNewYork(22)
    const buy = desk.orderOf(desk.submit('ann', extended))
    const sell = desk.orderOf(desk.submit('bob', { ...extended, side: 'sell', quantityLots: 3 }))
    expect(desk.order(buy).filledLots).toBe(0)
    desk.execute({ type: 'AdvanceTo', time: at(4, 1) })
    expect([desk.order(buy).filledLots, desk.order(sell).status]).toEqual([3, 'filled'])
  })

  test('moves no stop: that is for the prices of the session', () => {
    const desk = openNewYork(12)
    desk.limit('bob', 'sell', 1, 10_000)
    desk.limit('cid', 'buy', 1, 10_000)
    const stop = desk.orderOf(
      desk.submit('ann', { side: 'sell', type: 'stop', stopPriceTicks: 9_900, quantityLots: 5 }),
    )
    desk.execute({ type: 'AdvanceTo', time: at(17) })
    desk.submit('bob', { ...extended, side: 'sell', limitPriceTicks: 9_000 })
    desk.submit('cid', { ...extended, limitPriceTicks: 9_000 })
    expect(desk.order(stop).status).toBe('new')
  })

  test.each([
    ['a market order', { type: 'market', limitPriceTicks: undefined }],
    ['gtd', { timeInForce: 'gtd', expiresAt: at(20, 9) }],
    ['ioc', { timeInForce: 'ioc' }],
    ['opg', { timeInForce: 'opg' }],
    ['a bracket', { orderClass: 'bracket' }],
  ] as const)('is not for %s', (_what, change) => {
    const desk = openNewYork(22)
    const { limitPriceTicks: _, ...unpriced } = extended
    const base = 'type' in change ? unpriced : extended
    const order = desk.orderOf(desk.submit('ann', { ...base, ...change } as Partial<OrderTerms>))
    expect(order).toMatchObject({ status: 'rejected', reason: 'not-for-extended-hours' })
  })

  test('is where the market’s own orders stay', () => {
    const desk = openNewYork(15)
    desk.limit(FLOW, 'sell', 7, 10_100)
    desk.execute({ type: 'AdvanceTo', time: at(17) })
    const buy = desk.orderOf(desk.submit('ann', { ...extended, limitPriceTicks: 10_100 }))
    expect(desk.order(buy).status).toBe('filled')
  })
})

describe('orders that come while the market is closed', () => {
  const closed = (): Desk => {
    const desk = new Desk(openExchange({ calendar: xnys }))
    desk.execute({ type: 'AdvanceTo', time: at(22, 4) })
    return desk
  }

  test('wait over the weekend and end with Monday', () => {
    const desk = closed()
    const day = desk.orderOf(desk.submit('ann', { limitPriceTicks: 9_000, timeInForce: 'day' }))
    desk.execute({ type: 'AdvanceTo', time: at(12, 7) })
    expect(desk.levels('buy')).toEqual([[9_000, 1]])
    desk.execute({ type: 'AdvanceTo', time: at(16, 7) })
    expect(desk.order(day)).toMatchObject({ status: 'expired' })
  })

  test('may be canceled, and free what they hold', () => {
    const desk = closed()
    const order = desk.limit('ann', 'buy', 5, 9_000)
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: order.orderNumber })
    expect(desk.order(order).status).toBe('canceled')
    expect(desk.balance('ann').held).toBe(0n)
  })

  test('that are market orders to buy need a price to hold money for', () => {
    const desk = closed()
    expect(desk.market('ann', 'buy', 5)).toMatchObject({ reason: 'no-reference-price' })
    expect(desk.market('ann', 'sell', 5)).toMatchObject({ status: 'new' })
  })

  test('post-only are canceled when they would trade at the open', () => {
    const desk = new Desk(openExchange({ calendar: { ...xnys, auctions: undefined as never } }))
    desk.execute({ type: 'AdvanceTo', time: at(22) })
    const buy = desk.orderOf(desk.submit('ann', { limitPriceTicks: 10_000, timeInForce: 'gtc' }))
    const sell = desk.orderOf(
      desk.submit('bob', { side: 'sell', limitPriceTicks: 9_000, timeInForce: 'gtc', postOnly: true }),
    )
    desk.execute({ type: 'AdvanceTo', time: at(10, 1) })
    expect(desk.order(buy).status).toBe('new')
    expect(desk.order(sell)).toMatchObject({ status: 'canceled', reason: 'post-only-would-trade' })
  })
})

describe('other calendars', () => {
  test('foreign exchange trades from Sunday to Friday 17:00 in New York, and ends its days at 17:00', () => {
    const [sunday, friday] = [dayNumber(2026, 3, 8), dayNumber(2026, 3, 13)]
    // The clocks of New York went forward on that Sunday.
    expect(newYorkTime(sunday, 17) - sunday * MICROS_PER_DAY).toBe(21 * 3_600_000_000)
    expect(fx.phaseAt(newYorkTime(sunday, 17) - 1)).toBe('closed')
    expect(fx.phaseAt(newYorkTime(sunday, 17))).toBe('open')
    expect(fx.phaseAt(newYorkTime(friday, 17) - 1)).toBe('open')
    expect(fx.phaseAt(newYorkTime(friday, 17))).toBe('closed')
    expect(fx.phaseAt(newYorkTime(friday + 1, 12))).toBe('closed')
    expect(fx.nextChange(newYorkTime(sunday, 17))).toBe(newYorkTime(friday, 17))
    expect(fx.nextChange(newYorkTime(friday, 17))).toBe(newYorkTime(sunday + 7, 17))
    expect(endOfDay(fx, newYorkTime(sunday, 18), false)).toBe(newYorkTime(sunday + 1, 17))
    expect(endOfDay(fx, newYorkTime(friday + 1, 18), false)).toBe(newYorkTime(sunday + 8, 17))
  })

  test.each([
    ['Christmas on a Friday: closed from Thursday on, over the weekend', [2026, 12, 24], [2026, 12, 27]],
    ['New Year on a Friday', [2026, 12, 31], [2027, 1, 3]],
    ['Christmas on a Wednesday: closed for a day', [2024, 12, 24], [2024, 12, 25]],
    ['Christmas on a Monday: no Sunday evening', [2023, 12, 22], [2023, 12, 25]],
    ['Christmas on a Saturday: a weekend like any other', [2021, 12, 24], [2021, 12, 26]],
  ] as const)('foreign exchange: %s', (_name, before, after) => {
    const [closes, opens] = [before, after].map(([year, month, day]) =>
      newYorkTime(dayNumber(year, month, day), 17),
    )
    if (closes === undefined || opens === undefined) throw new Error('both are days')
    expect([closes - 1, closes, opens - 1, opens].map((time) => fx.phaseAt(time))).toEqual([
      'open',
      'closed',
      'closed',
      'open',
    ])
    expect(fx.nextChange(closes)).toBe(opens)
    // The day of an order that comes while it is closed is the next trade date.
    expect(endOfDay(fx, closes, false)).toBe(opens + 24 * 3_600_000_000)
  })

  test('each asset class has its own', () => {
    const always: SessionCalendar = { phaseAt: () => 'closed', nextChange: () => undefined }
    const desk = new Desk(openExchange({ calendar: xnys, calendars: { crypto: always } }))
    expect(desk.exchange.view.status('XYZ')?.phase).toBe('open')
    expect(desk.exchange.view.status('BTC-USD')?.phase).toBe('closed')
  })

  test('a business day is one on which New York trades', () => {
    const dayAfter = (day: number, count: number) => businessDayAfter('usEquity', day, count) - MONDAY
    expect([0, 1, 2, 3, 4].map((count) => dayAfter(MONDAY, count))).toEqual([0, 1, 2, 4, 7])
    expect(dayAfter(MONDAY + 5, 0)).toBe(7)
  })
})
