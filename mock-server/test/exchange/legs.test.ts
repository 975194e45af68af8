import { describe, expect, test } from 'vitest'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import type { Order, OrderTerms } from '../../src/exchange/orders/order.ts'
import { ONE, openDesk } from './support/builders.ts'

type Desk = ReturnType<typeof openDesk>

const orderEvents = (events: readonly ExchangeEvent[]) =>
  events.flatMap((event) =>
    'order' in event && event.order?.accountId === 'ann'
      ? [`${event.type} ${event.order.terms.clientOrderId}`]
      : [],
  )

const takeProfit = { clientOrderId: 'profit', limitPriceTicks: 10_100 }
const stopLoss = { clientOrderId: 'loss', stopPriceTicks: 9_900 }

/** Ann's entry for 10 at 100.00, with what closes it; nobody is there yet. */
function enter(desk: Desk, change: Partial<OrderTerms> = {}): Order {
  return desk.orderOf(
    desk.submit('ann', {
      clientOrderId: 'entry',
      side: 'buy',
      quantityLots: 10,
      limitPriceTicks: 10_000,
      orderClass: 'bracket',
      takeProfit,
      stopLoss,
      ...change,
    }),
  )
}

const find = (desk: Desk, clientOrderId: string): Order => {
  const order = desk.exchange.view.orderByClientId('ann', clientOrderId)
  if (order === undefined) throw new Error(`no order ${clientOrderId}`)
  return order
}
const states = (desk: Desk) =>
  ['entry', 'profit', 'loss'].flatMap((id) => {
    const order = desk.exchange.view.orderByClientId('ann', id)
    return order === undefined ? [] : [`${order.status} ${order.filledLots}+${order.remainingLots}`]
  })
const cancel = (desk: Desk, id: string) =>
  desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: find(desk, id).orderNumber })

describe('a bracket', () => {
  test('holds its legs until the entry is filled, and then one position for both', () => {
    const desk = openDesk()
    const entry = enter(desk)
    expect(entry.legs).toEqual([find(desk, 'profit').orderNumber, find(desk, 'loss').orderNumber])
    expect(find(desk, 'loss')).toMatchObject({
      parent: entry.orderNumber,
      status: 'held',
      terms: { side: 'sell' },
    })
    expect(desk.levels('sell')).toEqual([])
    desk.market('bob', 'sell', 4)
    expect(states(desk)).toEqual(['partiallyFilled 4+6', 'held 0+10', 'held 0+10'])
    desk.market('bob', 'sell', 6)
    expect(states(desk)).toEqual(['filled 10+0', 'new 0+10', 'new 0+10'])
    expect(desk.levels('sell')).toEqual([[10_100, 10]])
    expect(desk.position('ann')).toMatchObject({ available: 200, held: 10 })
    expect(desk.balance('ann').held).toBe(0n)
  })

  test('tells each step in order', () => {
    const desk = openDesk()
    const events = desk.submit('ann', {
      clientOrderId: 'entry',
      side: 'buy',
      quantityLots: 10,
      limitPriceTicks: 10_000,
      orderClass: 'bracket',
      takeProfit,
      stopLoss,
    })
    expect(orderEvents(events)).toEqual(['OrderAccepted entry', 'OrderPending profit', 'OrderPending loss'])
    const filled = desk.submit('bob', { side: 'sell', quantityLots: 10 })
    expect(orderEvents(filled)).toEqual(['OrderFilled entry', 'OrderAccepted profit', 'OrderAccepted loss'])
    const taken = desk.submit('bob', { side: 'buy', quantityLots: 4 })
    expect(orderEvents(taken)).toEqual(['OrderFilled profit', 'OrderRestated loss'])
    expect(states(desk)).toEqual(['filled 10+0', 'partiallyFilled 4+6', 'new 0+6'])
    const rest = desk.submit('bob', { side: 'buy', quantityLots: 6 })
    expect(orderEvents(rest)).toEqual(['OrderFilled profit', 'OrderCanceled loss'])
    expect(find(desk, 'loss').reason).toBe('sibling-filled')
    expect(desk.position('ann')).toMatchObject({ available: 200, held: 0 })
  })

  test('whose stop is reached cancels the take-profit, and sells', () => {
    const desk = openDesk()
    enter(desk)
    desk.market('bob', 'sell', 10)
    desk.limit('bob', 'buy', 10, 9_890)
    const events = desk.print(1, 9_900)
    expect(orderEvents(events)).toEqual(['OrderTriggered loss', 'OrderCanceled profit', 'OrderFilled loss'])
    expect(find(desk, 'profit').reason).toBe('sibling-triggered')
    expect(states(desk)).toEqual(['filled 10+0', 'canceled 0+0', 'filled 10+0'])
    expect(desk.position('ann')).toMatchObject({ available: 200, held: 0 })
  })

  test('of the mode partial has legs that grow with what the entry fills', () => {
    const desk = openDesk()
    enter(desk, { bracketMode: 'partial' })
    desk.market('bob', 'sell', 4)
    expect(states(desk)).toEqual(['partiallyFilled 4+6', 'new 0+4', 'new 0+4'])
    desk.market('bob', 'sell', 3)
    expect(states(desk)).toEqual(['partiallyFilled 7+3', 'new 0+7', 'new 0+7'])
    expect(desk.levels('sell')).toEqual([[10_100, 7]])
    cancel(desk, 'entry')
    expect(states(desk)).toEqual(['canceled 7+0', 'new 0+7', 'new 0+7'])
    desk.market('bob', 'buy', 7)
    expect(states(desk)).toEqual(['canceled 7+0', 'filled 7+0', 'canceled 0+0'])
  })

  test('of the mode partial ends its entry once a leg has closed what there was', () => {
    const desk = openDesk()
    enter(desk, { bracketMode: 'partial' })
    desk.market('bob', 'sell', 4)
    desk.market('bob', 'buy', 4)
    expect(states(desk)).toEqual(['canceled 4+0', 'filled 4+0', 'canceled 0+0'])
    expect(find(desk, 'entry').reason).toBe('leg-filled')
    const other = openDesk()
    enter(other, { bracketMode: 'partial' })
    other.market('bob', 'sell', 4)
    other.execute({ type: 'CancelAllOrders', accountId: 'bob' })
    other.print(1, 9_900)
    expect(find(other, 'entry').reason).toBe('leg-triggered')
    expect(other.balance('ann').held).toBe(0n)
  })

  test('whose entry ends early takes its legs along', () => {
    const desk = openDesk()
    enter(desk)
    desk.market('bob', 'sell', 4)
    cancel(desk, 'entry')
    expect(states(desk)).toEqual(['canceled 4+0', 'canceled 0+0', 'canceled 0+0'])
    expect(find(desk, 'profit').reason).toBe('parent-ended')
    expect(desk.position('ann')).toMatchObject({ available: 204, held: 0 })
  })

  test('one of whose legs is canceled loses both, held or working, and the entry goes on', () => {
    const desk = openDesk()
    enter(desk)
    cancel(desk, 'loss')
    expect(states(desk)).toEqual(['new 0+10', 'canceled 0+0', 'canceled 0+0'])
    expect(find(desk, 'profit').reason).toBe('sibling-canceled')
    desk.market('bob', 'sell', 10)
    expect(find(desk, 'entry').status).toBe('filled')
    expect(desk.position('ann')).toMatchObject({ available: 210, held: 0 })
  })

  test('at the market starts its legs at once, and one that is past its price trades at once', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 10, 10_050)
    desk.limit('bob', 'buy', 10, 9_950)
    const { limitPriceTicks: _none, ...legs } = { ...takeProfit }
    desk.submit('ann', {
      clientOrderId: 'entry',
      side: 'buy',
      quantityLots: 10,
      orderClass: 'bracket',
      takeProfit: { ...legs, limitPriceTicks: 10_300 },
      stopLoss: { clientOrderId: 'loss', stopPriceTicks: 10_200 },
    })
    expect(states(desk)).toEqual(['filled 10+0', 'canceled 0+0', 'filled 10+0'])
  })

  test('to sell and buy back holds the dearer of its two exits once', () => {
    const desk = openDesk()
    enter(desk, {
      side: 'sell',
      takeProfit: { clientOrderId: 'profit', limitPriceTicks: 9_900 },
      stopLoss: { clientOrderId: 'loss', stopPriceTicks: 10_100 },
    })
    desk.market('bob', 'buy', 10)
    expect(states(desk)).toEqual(['filled 10+0', 'new 0+10', 'new 0+10'])
    expect(desk.balance('ann').held).toBe(1_010n * ONE)
    cancel(desk, 'profit')
    expect(desk.balance('ann')).toEqual({ available: 11_000n * ONE, held: 0n })
  })

  test('whose stock is for sale elsewhere meanwhile has nothing to close', () => {
    const desk = openDesk()
    enter(desk)
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: -200 })
    desk.market('bob', 'sell', 4)
    desk.limit('ann', 'sell', 4, 10_500)
    desk.market('bob', 'sell', 6)
    expect(states(desk)).toEqual(['filled 10+0', 'canceled 0+0', 'canceled 0+0'])
    expect(find(desk, 'loss').reason).toBe('insufficient-position')
  })

  test('is replaced with its legs, and each leg by itself', () => {
    const desk = openDesk()
    const entry = enter(desk)
    desk.replace(entry, { quantityLots: 6 }, 'second')
    expect(states(desk)).toEqual(['replaced 0+0', 'held 0+6', 'held 0+6'])
    expect(desk.replace(find(desk, 'profit'), { quantityLots: 3 })).toMatchObject([
      { type: 'CommandRejected', rejection: { code: 'invalid-request' } },
    ])
    desk.replace(find(desk, 'profit'), { limitPriceTicks: 10_200 }, 'profit-2')
    desk.market('bob', 'sell', 6)
    expect(desk.levels('sell')).toEqual([[10_200, 6]])
    desk.replace(find(desk, 'loss'), { stopPriceTicks: 9_950 }, 'loss-2')
    desk.market('bob', 'buy', 6)
    expect(find(desk, 'profit-2').status).toBe('filled')
    expect(find(desk, 'loss-2')).toMatchObject({ status: 'canceled', reason: 'sibling-filled' })
    expect(desk.position('ann')).toMatchObject({ available: 200, held: 0 })
  })

  test('of the mode partial has legs that grow no further than the account can pay', () => {
    const desk = openDesk()
    enter(desk, {
      side: 'sell',
      bracketMode: 'partial',
      takeProfit: { clientOrderId: 'profit', limitPriceTicks: 9_900 },
      stopLoss: { clientOrderId: 'loss', stopPriceTicks: 10_100 },
    })
    desk.market('bob', 'buy', 4)
    const withdraw = (amount: bigint) =>
      desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount })
    withdraw(-desk.balance('ann').available)
    // Three more bring 300.00, and buying them back at the stop would take 303.00.
    desk.market('bob', 'buy', 3)
    expect(states(desk)).toEqual(['partiallyFilled 7+3', 'new 0+4', 'new 0+4'])
    expect(desk.balance('ann')).toEqual({ available: 300n * ONE, held: 404n * ONE })
    withdraw(100n * ONE)
    desk.market('bob', 'buy', 1)
    expect(states(desk)).toEqual(['partiallyFilled 8+2', 'new 0+8', 'new 0+8'])
    expect(desk.balance('ann').held).toBe(808n * ONE)
  })

  test('keeps its stop for what the entry bought after the take-profit in one command', () => {
    const desk = openDesk()
    enter(desk, { bracketMode: 'partial' })
    desk.market('bob', 'sell', 2)
    desk.house(['buy', 10_100, 2], ['sell', 10_000, 4])
    expect(states(desk)).toEqual(['canceled 6+0', 'filled 2+0', 'new 0+4'])
    expect(desk.position('ann')).toMatchObject({ available: 200, held: 4 })
  })

  describe('whose orders are replaced', () => {
    const code = (events: readonly ExchangeEvent[]) =>
      events.flatMap((event) => ('rejection' in event && event.rejection ? [event.rejection.code] : []))

    test.each([
      ['a time in force that no leg has', { timeInForce: 'gtd', expiresAt: 1_900_000_000_000_000 }],
      ['an end at once', { timeInForce: 'ioc' }],
      ['a part to show', { displayLots: 1 }],
    ] as const)('takes no %s for a leg, held or working', (_what, change) => {
      const desk = openDesk()
      enter(desk)
      expect(code(desk.replace(find(desk, 'profit'), change))).toEqual(['invalid-request'])
      desk.market('bob', 'sell', 10)
      expect(code(desk.replace(find(desk, 'profit'), change))).toEqual(['invalid-request'])
      expect(states(desk)).toEqual(['filled 10+0', 'new 0+10', 'new 0+10'])
      expect(desk.orderOf(desk.replace(find(desk, 'profit'), { timeInForce: 'day' })).status).toBe('new')
    })

    test('keeps their prices apart, as they stand now', () => {
      const desk = openDesk()
      enter(desk)
      const crossed = (id: string, change: object) => code(desk.replace(find(desk, id), change))
      expect(crossed('profit', { limitPriceTicks: 10_000 })).toEqual(['legs-crossed'])
      expect(crossed('loss', { stopPriceTicks: 10_000 })).toEqual(['legs-crossed'])
      expect(crossed('entry', { limitPriceTicks: 10_100 })).toEqual(['legs-crossed'])
      desk.replace(find(desk, 'profit'), { limitPriceTicks: 10_200 }, 'profit-2')
      desk.replace(find(desk, 'entry'), { limitPriceTicks: 10_100 }, 'entry-2')
      expect(find(desk, 'entry-2').status).toBe('new')
      desk.market('bob', 'sell', 10)
      expect(crossed('profit-2', { limitPriceTicks: 9_900 })).toEqual(['legs-crossed'])
      expect(crossed('loss', { stopPriceTicks: 10_200 })).toEqual(['legs-crossed'])
    })

    test('lets a stop that works follow the market past the entry', () => {
      const desk = openDesk()
      enter(desk)
      desk.market('bob', 'sell', 10)
      desk.print(1, 10_090)
      expect(desk.orderOf(desk.replace(find(desk, 'loss'), { stopPriceTicks: 10_050 })).status).toBe('new')
    })

    test('never lets an entry meet what takes its profit', () => {
      const desk = openDesk()
      enter(desk, { bracketMode: 'partial' })
      desk.market('bob', 'sell', 4)
      expect(code(desk.replace(find(desk, 'entry'), { limitPriceTicks: 10_100 }))).toEqual(['legs-crossed'])
      expect(code(desk.replace(find(desk, 'profit'), { limitPriceTicks: 10_000 }))).toEqual(['legs-crossed'])
    })
  })

  test.each([
    [
      'a take-profit on the wrong side',
      { takeProfit: { ...takeProfit, limitPriceTicks: 9_990 } },
      'legs-crossed',
      '/takeProfit/limitPrice',
    ],
    [
      'a stop-loss on the wrong side',
      { stopLoss: { ...stopLoss, stopPriceTicks: 10_010 } },
      'legs-crossed',
      '/stopLoss/stopPrice',
    ],
    [
      'a stop-loss beyond all prices',
      { stopLoss: { ...stopLoss, stopPriceTicks: 0 } },
      'price-out-of-bounds',
      '/stopLoss/stopPrice',
    ],
  ] as const)('with %s is refused, and its legs’ ids stay free', (_what, change, code, pointer) => {
    const desk = openDesk()
    expect(enter(desk, change).status).toBe('rejected')
    expect([...desk.exchange.view.orders('ann')]).toHaveLength(1)
    expect(desk.exchange.view.rejection(find(desk, 'entry').orderNumber)).toMatchObject({ code, pointer })
  })

  test.each([
    ['used before', 'entry-0'],
    ['the entry’s own', 'entry'],
    ['the other leg’s', 'loss'],
  ])('with a leg whose id is %s is no order at all', (_what, clientOrderId) => {
    const desk = openDesk()
    desk.submit('ann', { clientOrderId: 'entry-0', limitPriceTicks: 1 })
    const terms = { clientOrderId: 'entry', side: 'buy', quantityLots: 1, limitPriceTicks: 10_000 } as const
    const legs = { orderClass: 'bracket', takeProfit: { ...takeProfit, clientOrderId }, stopLoss } as const
    expect(desk.submit('ann', { ...terms, ...legs })).toMatchObject([
      { type: 'CommandRejected', rejection: { code: 'client-order-id-reused' } },
    ])
    expect([...desk.exchange.view.orders('ann')]).toHaveLength(1)
  })

  test('the same request again is the same order', () => {
    const desk = openDesk()
    const { orderNumber } = enter(desk)
    const { terms } = find(desk, 'entry')
    expect(desk.submit('ann', terms)).toMatchObject([{ type: 'OrderRepeated', order: { orderNumber } }])
  })
})

describe('one cancels the other', () => {
  const oco = (desk: Desk) =>
    enter(desk, {
      side: 'sell',
      orderClass: 'oco',
      limitPriceTicks: 10_100,
      takeProfit: undefined,
      stopLoss,
    } as Partial<OrderTerms>)

  test('both work from the start and hold the position once; the first execution cancels the stop', () => {
    const desk = openDesk()
    oco(desk)
    expect(states(desk)).toEqual(['new 0+10', 'new 0+10'])
    expect(desk.position('ann')).toMatchObject({ available: 190, held: 10 })
    desk.market('bob', 'buy', 4)
    expect(states(desk)).toEqual(['partiallyFilled 4+6', 'canceled 0+0'])
    expect(find(desk, 'loss').reason).toBe('sibling-filled')
    expect(desk.position('ann')).toMatchObject({ available: 190, held: 6 })
  })

  test('the stop that is reached cancels the order, and canceling one cancels both', () => {
    const desk = openDesk()
    oco(desk)
    desk.limit('bob', 'buy', 11, 9_900)
    desk.print(1, 9_900)
    expect(states(desk)).toEqual(['canceled 0+0', 'filled 10+0'])
    const other = openDesk()
    oco(other)
    cancel(other, 'loss')
    expect(states(other)).toEqual(['canceled 0+0', 'canceled 0+0'])
    expect(other.position('ann')).toMatchObject({ available: 200, held: 0 })
  })

  test('is replaced by what its leg is now, not by what that was', () => {
    const desk = openDesk()
    oco(desk)
    desk.replace(find(desk, 'loss'), { stopPriceTicks: 9_500 })
    desk.print(1, 9_800)
    expect(desk.orderOf(desk.replace(find(desk, 'entry'), { limitPriceTicks: 10_050 })).status).toBe('new')
  })

  test('to buy needs the money of its exits as they are now', () => {
    const desk = openDesk()
    enter(desk, {
      side: 'buy',
      orderClass: 'oco',
      limitPriceTicks: 9_900,
      takeProfit: undefined,
      stopLoss: { clientOrderId: 'loss', stopPriceTicks: 11_000 },
    } as Partial<OrderTerms>)
    desk.replace(find(desk, 'loss'), { stopPriceTicks: 10_100 })
    const { available } = desk.balance('ann')
    desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: -available })
    expect(desk.orderOf(desk.replace(find(desk, 'entry'), { limitPriceTicks: 9_950 })).status).toBe('new')
    expect(desk.balance('ann')).toEqual({ available: 0n, held: 1_010n * ONE })
  })

  test('a stop that is reached already is refused', () => {
    const desk = openDesk()
    desk.print(1, 9_800)
    expect(oco(desk)).toMatchObject({ status: 'rejected', reason: 'stop-would-trigger' })
  })
})

test('one triggers the other: the leg works once the order is filled', () => {
  const desk = openDesk()
  enter(desk, { orderClass: 'oto', takeProfit: undefined } as Partial<OrderTerms>)
  expect(states(desk)).toEqual(['new 0+10', 'held 0+10'])
  desk.market('bob', 'sell', 10)
  expect(states(desk)).toEqual(['filled 10+0', 'new 0+10'])
  expect(desk.position('ann').held).toBe(10)
})
