import { describe, expect, test } from 'vitest'
import type { OrderTerms } from '../../src/exchange/orders/order.ts'
import { ONE, openDesk } from './support/builders.ts'

type Desk = ReturnType<typeof openDesk>

const iceberg = (desk: Desk, quantityLots: number, displayLots: number, more: Partial<OrderTerms> = {}) =>
  desk.orderOf(
    desk.submit('ann', { side: 'sell', quantityLots, displayLots, limitPriceTicks: 10_000, ...more }),
  )

describe('an iceberg order', () => {
  test('shows a part of itself and holds all of it', () => {
    const desk = openDesk()
    const order = iceberg(desk, 100, 10)
    expect(order).toMatchObject({ status: 'new', remainingLots: 100 })
    expect(desk.levels('sell')).toEqual([[10_000, 10]])
    expect(desk.exchange.view.best('XYZ')).toMatchObject({ askLots: 10 })
    expect(desk.position('ann').held).toBe(100)
  })

  test('keeps its place with what it shows, and loses it with each new part', () => {
    const desk = openDesk()
    const order = iceberg(desk, 25, 10)
    const other = desk.limit('cid', 'sell', 10, 10_000)
    desk.market('bob', 'buy', 4)
    expect(desk.levels('sell')).toEqual([[10_000, 16]])
    expect(desk.order(order)).toMatchObject({ filledLots: 4, remainingLots: 21 })
    desk.market('bob', 'buy', 6)
    // Its next part stands behind the other now.
    expect(desk.levels('sell')).toEqual([[10_000, 20]])
    desk.market('bob', 'buy', 10)
    expect(desk.order(other).status).toBe('filled')
    expect(desk.order(order)).toMatchObject({ filledLots: 10, remainingLots: 15 })
    desk.market('bob', 'buy', 12)
    expect(desk.levels('sell')).toEqual([[10_000, 3]])
    desk.market('bob', 'buy', 3)
    expect(desk.order(order).status).toBe('filled')
    expect(desk.levels('sell')).toEqual([])
  })

  test('one taker meets its parts in turn with the others', () => {
    const desk = openDesk()
    const [one, two] = [iceberg(desk, 25, 10), desk.limit('cid', 'sell', 5, 10_000)]
    const three = desk.orderOf(
      desk.submit('cid', { side: 'sell', quantityLots: 12, displayLots: 6, limitPriceTicks: 10_000 }),
    )
    desk.market('bob', 'buy', 40)
    const fills = [...desk.exchange.view.fills('bob')].reverse().map(({ quantityLots }) => quantityLots)
    expect(fills).toEqual([10, 5, 6, 10, 6, 3])
    expect([one, two, three].map((order) => desk.order(order).filledLots)).toEqual([23, 5, 12])
    expect(desk.levels('sell')).toEqual([[10_000, 2]])
  })

  test('counts as a whole for a fill-or-kill order', () => {
    const desk = openDesk()
    iceberg(desk, 50, 5)
    const terms = { quantityLots: 50, limitPriceTicks: 10_000, timeInForce: 'fok' } as const
    expect(desk.orderOf(desk.submit('bob', terms)).status).toBe('filled')
  })

  test('is reached by recorded prints part by part', () => {
    const desk = openDesk()
    const order = iceberg(desk, 20, 5)
    const other = desk.limit('cid', 'sell', 5, 10_000)
    desk.print(12, 10_000)
    expect(desk.order(order).filledLots).toBe(7)
    expect(desk.order(other).filledLots).toBe(5)
    expect(desk.levels('sell')).toEqual([[10_000, 3]])
  })

  test('is canceled, expired and replaced as a whole', () => {
    const desk = openDesk()
    const order = iceberg(desk, 30, 10)
    desk.market('bob', 'buy', 2)
    const next = desk.orderOf(desk.replace(order, { quantityLots: 25 }))
    expect(next).toMatchObject({ remainingLots: 23, terms: { displayLots: 10 } })
    expect(desk.levels('sell')).toEqual([[10_000, 8]])
    const small = desk.orderOf(desk.replace(next, { quantityLots: 6 }))
    expect(small).toMatchObject({ remainingLots: 4, terms: { displayLots: 6 } })
    const wide = desk.orderOf(desk.replace(small, { quantityLots: 40, displayLots: 20 }))
    expect(desk.levels('sell')).toEqual([[10_000, 20]])
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: wide.orderNumber })
    expect(desk.levels('sell')).toEqual([])
    expect(desk.position('ann')).toMatchObject({ held: 0, available: 198 })
  })

  test('that is to show all of it queues anew, and shows it', () => {
    const desk = openDesk()
    const order = iceberg(desk, 30, 10)
    desk.limit('cid', 'sell', 5, 10_000)
    const next = desk.orderOf(desk.replace(order, { displayLots: 30 }))
    expect(desk.levels('sell')).toEqual([[10_000, 35]])
    desk.market('bob', 'buy', 5)
    expect(desk.order(next).filledLots).toBe(0)
  })

  test('of the market itself is consumed by prints part after part, each once', () => {
    const desk = openDesk()
    desk.submit('flow', { side: 'sell', quantityLots: 12, limitPriceTicks: 10_000, displayLots: 5 })
    const own = desk.limit('ann', 'sell', 10, 10_000)
    desk.print(7, 10_000)
    expect(desk.order(own).filledLots).toBe(2)
    desk.print(7, 10_000)
    expect(desk.order(own).filledLots).toBe(9)
  })

  test('of the same account loses what it hides too', () => {
    const desk = openDesk()
    const order = iceberg(desk, 30, 10)
    const terms = { quantityLots: 12, limitPriceTicks: 10_000, selfTradePrevention: 'decrement' } as const
    expect(desk.orderOf(desk.submit('ann', terms))).toMatchObject({ status: 'canceled', preventedLots: 12 })
    expect(desk.order(order)).toMatchObject({ remainingLots: 18, preventedLots: 12 })
    expect(desk.levels('sell')).toEqual([[10_000, 10]])
    desk.submit('ann', { ...terms, quantityLots: 5, selfTradePrevention: 'cancelResting' })
    expect(desk.order(order)).toMatchObject({ status: 'canceled', reason: 'self-trade-prevented' })
  })

  test.each([
    [100, 0, '1'],
    [100, 101, '100'],
    [199, 1, '2'],
  ])('of %d that shows %d is refused', (quantityLots, displayLots, suggestion) => {
    const desk = openDesk()
    expect(iceberg(desk, quantityLots, displayLots).reason).toBe('display-out-of-bounds')
    expect(
      [...desk.exchange.view.orders('ann')].map((order) => desk.exchange.view.rejection(order.orderNumber)),
    ).toMatchObject([{ pointer: '/displayQuantity', suggestion }])
    expect(iceberg(desk, quantityLots, Number(suggestion)).status).toBe('new')
  })

  test('bought from in parts, its preview tells what its own account pays and gets', () => {
    const desk = openDesk()
    iceberg(desk, 20, 5)
    const terms = {
      side: 'buy',
      quantityLots: 12,
      limitPriceTicks: 10_000,
      selfTradePrevention: 'allow',
    } as const
    const preview = desk.exchange.view.preview('ann', {
      clientOrderId: 'p',
      symbol: 'XYZ',
      type: 'limit',
      timeInForce: 'gtc',
      ...terms,
    })
    desk.submit('ann', terms)
    expect(preview).toMatchObject({ immediateLots: 12, immediateValue: 1_200n * ONE })
    expect(preview?.availableAfter).toBe(desk.balance('ann').available)
  })
})
