import { describe, expect, test } from 'vitest'
import { isOpen, LIFECYCLE, type LifecycleEvent, nextStatus } from '../../src/exchange/orders/lifecycle.ts'
import type { OrderStatus } from '../../src/exchange/orders/order.ts'
import { openDesk } from './support/builders.ts'

const EVENTS: readonly LifecycleEvent[] = [
  'accept',
  'acceptPart',
  'acceptAll',
  'reject',
  'hold',
  'await',
  'awaitCancel',
  'awaitReplace',
  'suspend',
  'finishDay',
  'fillPart',
  'fillAll',
  'cancel',
  'expire',
  'replace',
  'restate',
  'trigger',
  'unfillPart',
  'unfillAll',
  'reprice',
]
const LEGAL: readonly (readonly [OrderStatus, LifecycleEvent, OrderStatus])[] = [
  ['pendingNew', 'accept', 'new'],
  ['pendingNew', 'acceptPart', 'partiallyFilled'],
  ['pendingNew', 'acceptAll', 'filled'],
  ['pendingNew', 'reject', 'rejected'],
  ['pendingNew', 'hold', 'held'],
  ['pendingNew', 'await', 'pendingNew'],
  ['pendingNew', 'cancel', 'canceled'],
  ...(['new', 'partiallyFilled', 'suspended', 'doneForDay'] as const).flatMap(
    (status) =>
      [
        [status, 'awaitCancel', 'pendingCancel'],
        [status, 'awaitReplace', 'pendingReplace'],
      ] as const,
  ),
  ...(['new', 'partiallyFilled', 'pendingCancel', 'pendingReplace'] as const).flatMap(
    (status) =>
      [
        [status, 'suspend', 'suspended'],
        [status, 'finishDay', 'doneForDay'],
      ] as const,
  ),
  ...(['suspended', 'doneForDay', 'pendingCancel', 'pendingReplace'] as const).flatMap(
    (status) =>
      [
        [status, 'accept', 'new'],
        [status, 'acceptPart', 'partiallyFilled'],
        [status, 'cancel', 'canceled'],
        [status, 'expire', 'expired'],
        [status, 'restate', status],
        [status, 'unfillPart', status],
        [status, 'unfillAll', status],
        [status, 'reprice', status],
      ] as const,
  ),
  ...(['suspended', 'doneForDay'] as const).flatMap(
    (status) =>
      [
        [status, 'fillPart', 'partiallyFilled'],
        [status, 'fillAll', 'filled'],
        [status, 'replace', 'replaced'],
      ] as const,
  ),
  ...(['pendingCancel', 'pendingReplace'] as const).flatMap(
    (status) =>
      [
        [status, 'acceptAll', 'filled'],
        [status, 'fillPart', status],
        [status, 'fillAll', status],
        [status, 'trigger', status],
      ] as const,
  ),
  ['pendingReplace', 'replace', 'replaced'],
  ['held', 'accept', 'new'],
  ['held', 'cancel', 'canceled'],
  ['held', 'expire', 'expired'],
  ['held', 'replace', 'replaced'],
  ['held', 'restate', 'held'],
  ['new', 'fillPart', 'partiallyFilled'],
  ['new', 'fillAll', 'filled'],
  ['new', 'cancel', 'canceled'],
  ['new', 'expire', 'expired'],
  ['new', 'replace', 'replaced'],
  ['new', 'restate', 'new'],
  ['new', 'trigger', 'new'],
  ['partiallyFilled', 'fillPart', 'partiallyFilled'],
  ['partiallyFilled', 'fillAll', 'filled'],
  ['partiallyFilled', 'cancel', 'canceled'],
  ['partiallyFilled', 'expire', 'expired'],
  ['partiallyFilled', 'replace', 'replaced'],
  ['partiallyFilled', 'restate', 'partiallyFilled'],
  ['partiallyFilled', 'unfillPart', 'partiallyFilled'],
  ['partiallyFilled', 'unfillAll', 'new'],
  ['partiallyFilled', 'reprice', 'partiallyFilled'],
  ['filled', 'unfillPart', 'canceled'],
  ['filled', 'unfillAll', 'canceled'],
  ['filled', 'reprice', 'filled'],
  ...(['canceled', 'replaced', 'expired'] as const).flatMap((status) =>
    (['unfillPart', 'unfillAll', 'reprice'] as const).map((event) => [status, event, status] as const),
  ),
]

describe('order life cycle', () => {
  test.each(LEGAL)('%s on %s becomes %s', (status, event, next) => {
    expect(nextStatus(status, event)).toBe(next)
  })

  test('every other step is impossible', () => {
    const legal = new Set(LEGAL.map(([status, event]) => `${status} ${event}`))
    for (const status of Object.keys(LIFECYCLE) as OrderStatus[]) {
      for (const event of EVENTS) {
        if (!legal.has(`${status} ${event}`)) expect(() => nextStatus(status, event)).toThrow('impossible')
      }
    }
  })

  test.each(['filled', 'canceled', 'replaced', 'rejected', 'expired'] as const)('%s is final', (status) => {
    expect(isOpen(status)).toBe(false)
  })

  test('a limit order rests, is part-filled, then filled, each step an event with the next number', () => {
    const desk = openDesk()
    const order = desk.limit('ann', 'sell', 10, 10_000)
    expect(order).toMatchObject({ status: 'new', updatedSeq: 1, remainingLots: 10, filledValue: 0n })
    desk.limit('bob', 'buy', 4, 10_000)
    expect(desk.order(order)).toMatchObject({ status: 'partiallyFilled', updatedSeq: 2, remainingLots: 6 })
    desk.limit('bob', 'buy', 6, 10_010)
    expect(desk.order(order)).toMatchObject({
      status: 'filled',
      updatedSeq: 3,
      remainingLots: 0,
      filledValue: 100_000_000_000n,
    })
  })

  test('a market order sweeps; what finds no match is canceled for want of liquidity', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 10, 10_000)
    desk.limit('ann', 'sell', 10, 10_100)
    expect(desk.market('bob', 'buy', 25)).toMatchObject({
      status: 'canceled',
      reason: 'no-liquidity',
      filledLots: 20,
      remainingLots: 0,
      filledValue: 201_000_000_000n,
    })
    expect(desk.market('bob', 'buy', 5)).toMatchObject({ status: 'canceled', filledLots: 0 })
  })

  test('the remainder of an ioc order is canceled', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 10, 10_000)
    const terms = { side: 'buy', quantityLots: 25, limitPriceTicks: 10_000, timeInForce: 'ioc' } as const
    const events = desk.submit('bob', terms)
    expect(events.map((event) => event.type)).toEqual([
      'OrderAccepted',
      'TradePrinted',
      'OrderFilled',
      'OrderFilled',
      'OrderCanceled',
      'AccountChanged',
      'AccountChanged',
      'LevelChanged',
    ])
    expect(desk.orderOf(events)).toMatchObject({
      status: 'canceled',
      reason: 'ioc-remainder',
      filledLots: 10,
    })
  })

  test('each fill says why', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 10, 10_000)
    desk.limit('cid', 'sell', 5, 10_000)
    desk.market('bob', 'buy', 12)
    const [own] = desk.exchange.view.fills('cid')
    expect(own?.why).toBe('Rested at 100.00 with 10 ahead on entry; taken by a buy order.')
    expect([...desk.exchange.view.fills('bob')].map((fill) => fill.why)).toEqual([
      'Took 2 at 100.00, the best ask then.',
      'Took 10 at 100.00, the best ask then.',
    ])
  })
})
