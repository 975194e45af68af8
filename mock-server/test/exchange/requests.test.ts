import { describe, expect, test } from 'vitest'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { openDesk } from './support/builders.ts'
import { isOrderEvent } from './support/property.ts'

/** Requests that take time, and orders that are set aside. */

const LATENCY = 1_000
const slow = () => openDesk({ requestLatency: LATENCY })

function said(events: readonly ExchangeEvent[], accountId = 'ann'): readonly string[] {
  return events.flatMap((event) => {
    if (event.type === 'CommandRejected') return [event.rejection.code]
    if (!isOrderEvent(event) || event.order.accountId !== accountId) return []
    const reason = event.type === 'OrderRestated' ? ` ${event.reason}` : ''
    return [`${event.type} ${event.order.status}${reason}`]
  })
}

const HOUR = 3_600_000_000

describe('a cancel on its way', () => {
  test('leaves the order working until it arrives', () => {
    const desk = slow()
    const order = desk.limit('ann', 'sell', 10, 10_000)
    expect(said(desk.cancel(order))).toEqual(['OrderPending pendingCancel'])
    expect(desk.levels('sell')).toEqual([[10_000, 10]])
    expect(said(desk.advance(LATENCY - 1))).toEqual([])
    expect(said(desk.advance(1))).toEqual(['OrderCanceled canceled'])
    expect(desk.levels('sell')).toEqual([])
  })

  test('a second request is refused, and so is one to a replacement on its way', () => {
    const desk = slow()
    const order = desk.limit('ann', 'sell', 10, 10_000)
    const next = desk.replace(order, { quantityLots: 5 }, 'next')
    expect(said(next)).toEqual(['OrderPending pendingReplace', 'OrderPending pendingNew'])
    expect(said(desk.cancel(order))).toEqual(['request-pending'])
    const successor = desk.exchange.view.orderByClientId('ann', 'next')
    expect(successor && said(desk.cancel(successor))).toEqual(['request-pending'])
    expect(said(desk.advance(LATENCY))).toEqual(['OrderReplaced replaced', 'OrderAccepted new'])
  })

  test('what the venue does itself does not wait: expiry, mass cancels, an operator', () => {
    const desk = slow()
    const orders = [1, 2, 3].map(() => desk.limit('ann', 'sell', 10, 10_000))
    const [one, two, three] = orders
    if (one === undefined || two === undefined || three === undefined) throw new Error('three orders')
    desk.cancel(one)
    desk.replace(two, { quantityLots: 5 }, 'two')
    expect(said(desk.cancel(one, 'system-failure'))).toEqual(['OrderCanceled canceled'])
    const events = desk.execute({ type: 'CancelAllOrders', accountId: 'ann' })
    expect(said(events)).toHaveLength(3)
    expect(desk.exchange.view.orderByClientId('ann', 'two')?.status).toBe('canceled')
    expect(said(desk.advance(LATENCY))).toEqual([])
    expect([...desk.exchange.view.openOrders('ann')]).toEqual([])
  })

  test('an order filled meanwhile is over when the cancel has come too late, and its legs start then', () => {
    const desk = slow()
    const parent = desk.orderOf(
      desk.submit('ann', {
        quantityLots: 10,
        limitPriceTicks: 10_000,
        orderClass: 'bracket',
        takeProfit: { clientOrderId: 'profit', limitPriceTicks: 10_100 },
        stopLoss: { clientOrderId: 'loss', stopPriceTicks: 9_900 },
      }),
    )
    desk.cancel(parent)
    desk.market('bob', 'sell', 10)
    expect(desk.order(parent)).toMatchObject({ status: 'pendingCancel', filledLots: 10, remainingLots: 0 })
    expect(said(desk.advance(LATENCY))).toEqual([
      'OrderRestated filled too-late',
      'OrderAccepted new',
      'OrderAccepted new',
    ])
  })

  test('a day order filled meanwhile does not expire', () => {
    const desk = openDesk({ requestLatency: 60_000_000, calendar: xnys })
    const order = desk.orderOf(
      desk.submit('ann', { side: 'sell', quantityLots: 5, limitPriceTicks: 10_000, timeInForce: 'day' }),
    )
    desk.advance(6.5 * 3_600_000_000 - 30_000_000)
    desk.cancel(order)
    desk.market('bob', 'buy', 5)
    expect(said(desk.advance(3_600_000_000))).toEqual(['OrderRestated filled too-late'])
  })
})

describe('a replacement on its way', () => {
  test('that is refused when it arrives leaves the order as it is', () => {
    const desk = slow()
    const order = desk.limit('ann', 'sell', 10, 10_000)
    desk.replace(order, { quantityLots: 900 }, 'next')
    expect(said(desk.advance(LATENCY))).toEqual([
      'OrderRejected rejected',
      'OrderRestated new replace-refused',
    ])
    expect(desk.order(order)).toMatchObject({ status: 'new', remainingLots: 10 })
    expect(desk.levels('sell')).toEqual([[10_000, 10]])
  })

  test('to an order that ended is refused', () => {
    const desk = slow()
    const order = desk.limit('ann', 'sell', 10, 10_000)
    desk.replace(order, { quantityLots: 20 }, 'next')
    desk.market('bob', 'buy', 10)
    expect(said(desk.advance(LATENCY))).toEqual(['OrderRejected rejected', 'OrderRestated filled too-late'])
  })
})

describe('orders that are set aside', () => {
  test('are suspended while their symbol is halted, where the operator says so', () => {
    const desk = openDesk()
    const one = desk.limit('ann', 'sell', 10, 10_000)
    desk.limit('ann', 'sell', 10, 10_001)
    desk.market('bob', 'buy', 4)
    const halt = { type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' } as const
    expect(said(desk.execute({ ...halt, orders: 'suspend' }))).toEqual([
      'OrderRestated suspended symbol-halted',
      'OrderRestated suspended symbol-halted',
    ])
    expect(said(desk.cancel(one))).toEqual(['OrderCanceled canceled'])
    expect(said(desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ' }))).toEqual([
      'OrderRestated new symbol-resumed',
    ])
  })

  test('work again too where the close ends the pause in which orders are collected', () => {
    const desk = openDesk({ calendar: xnys })
    const order = desk.orderOf(desk.submit('ann', { side: 'sell', type: 'stop', stopPriceTicks: 9_000 }))
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news', orders: 'suspend' })
    desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ', callFor: 10 * HOUR })
    expect(said(desk.advance(7 * HOUR))).toEqual(['OrderRestated new symbol-resumed'])
    desk.advance(17 * HOUR)
    desk.limit('bob', 'buy', 20, 8_900)
    desk.limit('cid', 'sell', 1, 8_900)
    expect(desk.order(order).status).toBe('filled')
  })

  test('are canceled on a halt, where the operator says so', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 10, 10_000)
    const halt = { type: 'HaltSymbol', symbol: 'XYZ', reason: 'news', orders: 'cancel' } as const
    expect(desk.execute(halt)).toContainEqual(
      expect.objectContaining({
        type: 'OrderCanceled',
        order: expect.objectContaining({ reason: 'canceled-on-halt' }),
      }),
    )
  })

  test('are done for the day when the session ends, and renewed in the next', () => {
    const desk = openDesk({ calendar: xnys, dayEndReports: true })
    const order = desk.limit('ann', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 4)
    desk.submit('ann', { side: 'sell', limitPriceTicks: 10_005, timeInForce: 'day' })
    expect(said(desk.advance(7 * 3_600_000_000))).toEqual([
      'OrderRestated doneForDay done-for-day',
      'OrderExpired expired',
    ])
    expect(desk.order(order)).toMatchObject({ status: 'doneForDay', filledLots: 4, remainingLots: 6 })
    expect(said(desk.advance(17 * 3_600_000_000))).toEqual(['OrderRestated partiallyFilled renewed'])
    desk.market('bob', 'buy', 6)
    expect(desk.order(order).status).toBe('filled')
  })

  test('for extended hours are done when these end, and renewed before the next session', () => {
    const desk = openDesk({ calendar: xnys, dayEndReports: true })
    const terms = { side: 'sell', limitPriceTicks: 10_000, extendedHours: true } as const
    const [early, late] = [desk.orderOf(desk.submit('ann', terms)), desk.orderOf(desk.submit('ann', terms))]
    expect(said(desk.advance(7 * HOUR))).toEqual([])
    desk.submit('bob', { ...terms, side: 'buy' })
    expect(desk.order(early).status).toBe('filled')
    desk.submit('ann', { side: 'sell', limitPriceTicks: 10_005 })
    expect(said(desk.advance(4 * HOUR))).toEqual(['OrderRestated doneForDay done-for-day'])
    expect(desk.order(late).status).toBe('doneForDay')
    expect(said(desk.advance(8 * HOUR))).toEqual(['OrderRestated new renewed'])
    desk.submit('bob', { ...terms, side: 'buy' })
    expect(desk.order(late).status).toBe('filled')
    expect(said(desk.advance(5 * HOUR))).toEqual([])
  })

  test('that are stops are done for the day and work again in the next session', () => {
    const desk = openDesk({ calendar: xnys, dayEndReports: true })
    const stop = { side: 'sell', type: 'stop', stopPriceTicks: 9_000 } as const
    const order = desk.orderOf(desk.submit('ann', stop))
    desk.submit('ann', { ...stop, timeInForce: 'day' })
    expect(said(desk.advance(7 * HOUR))).toEqual([
      'OrderRestated doneForDay done-for-day',
      'OrderExpired expired',
    ])
    expect(said(desk.advance(17 * HOUR))).toEqual(['OrderRestated new renewed'])
    desk.limit('bob', 'buy', 20, 8_900)
    desk.limit('cid', 'sell', 1, 8_900)
    expect(desk.order(order).status).toBe('filled')
  })

  test('for an auction that is not held are never done for the day: they end with it', () => {
    const desk = openDesk({ calendar: xnys, dayEndReports: true })
    desk.submit('ann', { side: 'sell', limitPriceTicks: 10_000, timeInForce: 'cls' })
    const halt = { type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' } as const
    desk.execute(halt)
    expect(said(desk.advance(7 * HOUR))).toEqual(['OrderExpired expired'])
    desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ' })
    desk.advance(5 * HOUR)
    desk.submit('ann', { side: 'sell', limitPriceTicks: 10_000, timeInForce: 'opg' })
    desk.execute(halt)
    expect(said(desk.advance(24 * HOUR))).toEqual(['OrderExpired expired'])
  })

  test('for an opening that was missed end with the auction that makes up for it', () => {
    const desk = openDesk({ calendar: xnys, dayEndReports: true })
    desk.advance(12 * HOUR)
    desk.submit('ann', { side: 'sell', limitPriceTicks: 10_000, timeInForce: 'opg' })
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
    expect(said(desk.advance(12.5 * HOUR))).toEqual([])
    desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ', callFor: 60_000_000 })
    expect(said(desk.advance(60_000_000))).toEqual(['OrderCanceled canceled'])
  })

  test('a request to one of them that is refused leaves it set aside', () => {
    const desk = openDesk({ requestLatency: LATENCY, calendar: xnys, dayEndReports: true })
    const order = desk.limit('ann', 'sell', 10, 10_000)
    desk.advance(7 * 3_600_000_000)
    desk.replace(order, { quantityLots: 900 })
    expect(said(desk.advance(LATENCY))).toEqual([
      'OrderRejected rejected',
      'OrderRestated doneForDay replace-refused',
    ])
  })
})
