import { describe, expect, test } from 'vitest'
import { restoreExchange } from '../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import type { OrderTerms, TriggerBy } from '../../src/exchange/orders/order.ts'
import { Desk, ONE, openDesk } from './support/builders.ts'

const orderEvents = (events: readonly ExchangeEvent[]) =>
  events.flatMap((event) =>
    'order' in event && event.order ? [`${event.type} ${event.order.accountId}`] : [],
  )

/** A last price of 100.00, offers from 100.10 and bids from 99.90. */
function market(): Desk {
  const desk = openDesk()
  desk.limit('flow', 'sell', 1, 10_000)
  desk.limit('flow', 'buy', 1, 10_000)
  for (let step = 0; step < 5; step += 1) {
    desk.limit('flow', 'sell', 10, 10_010 + 10 * step)
    desk.limit('flow', 'buy', 10, 9_990 - 10 * step)
  }
  return desk
}

/** A trade at this price, and the book as it was. */
function trade(desk: Desk, priceTicks: number): readonly ExchangeEvent[] {
  return desk.print(1, priceTicks)
}

const stop = (desk: Desk, side: 'buy' | 'sell', stopPriceTicks: number, more: Partial<OrderTerms> = {}) =>
  desk.submit('ann', { type: 'stop', side, stopPriceTicks, quantityLots: 5, ...more })

describe('a stop', () => {
  test.each([
    ['buy', 10_020, 10_019, 10_020],
    ['sell', 9_980, 9_981, 9_980],
    ['buy', 10_020, 10_019, 10_030],
    ['sell', 9_980, 9_981, 9_970],
  ] as const)('to %s at %d waits at %d and is a market order from %d on', (side, at, before, from) => {
    const desk = market()
    const order = desk.orderOf(stop(desk, side, at))
    expect(order).toMatchObject({ status: 'new', stopPriceTicks: at })
    expect(desk.levels(side)).toHaveLength(5)
    trade(desk, before)
    expect(desk.order(order).triggeredAt).toBeUndefined()
    const events = trade(desk, from)
    expect(orderEvents(events).slice(0, 1)).toEqual(['OrderTriggered ann'])
    expect(desk.order(order)).toMatchObject({ status: 'filled', triggeredAt: desk.exchange.view.time })
  })

  test('holds money at its stop price, or stock, until it is canceled', () => {
    const desk = market()
    const buy = desk.orderOf(stop(desk, 'buy', 10_100))
    const sell = desk.orderOf(stop(desk, 'sell', 9_900))
    expect(desk.balance('ann').held).toBe(505n * ONE)
    expect(desk.position('ann').held).toBe(5)
    for (const { orderNumber } of [buy, sell])
      desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber })
    expect(desk.balance('ann').held).toBe(0n)
    expect(desk.position('ann').held).toBe(0)
    expect(trade(desk, 9_000).map(({ type }) => type)).toEqual(['TradePrinted'])
  })

  test('that is reached is checked again: a buy that costs more than there is ends', () => {
    const desk = market()
    const order = desk.orderOf(stop(desk, 'buy', 10_020, { quantityLots: 99 }))
    expect(order.status).toBe('new')
    desk.execute({ type: 'CancelAllOrders', accountId: 'flow' })
    desk.limit('flow', 'sell', 99, 11_000)
    trade(desk, 10_020)
    expect(desk.order(order)).toMatchObject({
      status: 'canceled',
      reason: 'insufficient-buying-power',
      filledLots: 0,
    })
    expect(desk.balance('ann')).toEqual({ available: 10_000n * ONE, held: 0n })
  })

  test.each([
    ['buy', 10_000, '100.01'],
    ['buy', 9_990, '100.01'],
    ['sell', 10_000, '99.99'],
    ['sell', 10_050, '99.99'],
  ] as const)(
    'to %s that %d has reached already is refused with the price that waits',
    (side, at, suggestion) => {
      const desk = market()
      const [event] = stop(desk, side, at)
      expect(event).toMatchObject({
        rejection: { code: 'stop-would-trigger', pointer: '/stopPrice', suggestion },
      })
      expect(desk.orderOf(stop(desk, side, Math.round(Number(suggestion) * 100))).status).toBe('new')
    },
  )

  test.each([
    [
      'bidAsk',
      'buy',
      10_030,
      [
        ['sell', 10_010],
        ['sell', 10_020],
      ],
    ],
    [
      'mid',
      'buy',
      10_010,
      [
        ['sell', 10_010],
        ['sell', 10_020],
      ],
    ],
    [
      'bidAsk',
      'sell',
      9_970,
      [
        ['buy', 9_990],
        ['buy', 9_980],
      ],
    ],
    [
      'mid',
      'sell',
      9_990,
      [
        ['buy', 9_990],
        ['buy', 9_980],
      ],
    ],
  ] as const)('by %s looks at the book: a %s at %d', (triggerBy, side, at, taken) => {
    const desk = market()
    const order = desk.orderOf(stop(desk, side, at, { triggerBy: triggerBy as TriggerBy }))
    expect(order.status).toBe('new')
    trade(desk, side === 'buy' ? 12_000 : 8_000)
    expect(desk.order(order).status).toBe('new')
    for (const [levelSide, priceTicks] of taken) {
      expect(desk.order(order).status).toBe('new')
      const [resting] = [...desk.exchange.view.openOrders('flow')].filter(
        ({ terms }) => terms.side === levelSide && terms.limitPriceTicks === priceTicks,
      )
      desk.execute({ type: 'CancelOrder', accountId: 'flow', orderNumber: resting?.orderNumber ?? 0 })
    }
    expect(desk.order(order).status).toBe('filled')
  })

  test('of several, the nearest is first, and of one price the oldest', () => {
    const desk = market()
    const far = desk.orderOf(stop(desk, 'buy', 10_030))
    const near = desk.orderOf(stop(desk, 'buy', 10_020))
    const second = desk.orderOf(stop(desk, 'buy', 10_020))
    const triggered = trade(desk, 10_040).flatMap((event) =>
      event.type === 'OrderTriggered' ? [event.order.orderNumber] : [],
    )
    expect(triggered).toEqual([near.orderNumber, second.orderNumber, far.orderNumber])
  })

  test.each([
    ['less of it', 'first', { quantityLots: 1 }],
    ['more of it', 'last', { quantityLots: 9 }],
    ['nothing else than another tag', 'first', { tags: ['x'] }],
  ])('that is replaced by %s is %s of its price, restored from a snapshot or not', (_what, turn, change) => {
    const desk = market()
    const old = desk.orderOf(
      desk.submit('ann', { side: 'buy', type: 'stop', quantityLots: 2, stopPriceTicks: 10_020 }),
    )
    const other = desk.orderOf(stop(desk, 'buy', 10_020)).orderNumber
    const { orderNumber } = desk.orderOf(desk.replace(old, change))
    const restored = new Desk(restoreExchange(JSON.parse(JSON.stringify(desk.exchange.snapshot()))))
    for (const one of [desk, restored]) {
      const triggered = trade(one, 10_040).flatMap((event) =>
        event.type === 'OrderTriggered' ? [event.order.orderNumber] : [],
      )
      expect(triggered).toEqual(turn === 'first' ? [orderNumber, other] : [other, orderNumber])
    }
  })

  test('that trades reaches the next: a chain of 2,000 ends without recursion', () => {
    const desk = openDesk({ retention: { finishedOrders: 10 } })
    const { exchange } = desk
    const submit = (index: number, terms: Partial<OrderTerms>, accountId = 'flow') =>
      exchange.execute({
        type: 'SubmitOrder',
        accountId,
        terms: {
          clientOrderId: `${accountId}-${index}-${terms.type}`,
          symbol: 'XYZ',
          side: 'sell',
          type: 'limit',
          timeInForce: 'gtc',
          quantityLots: 1,
          ...terms,
        },
      })
    const count = 2_000
    for (let index = 0; index <= count; index += 1) submit(index, { limitPriceTicks: 10_000 + index })
    exchange.execute({
      type: 'PrintTrade',
      accountId: 'house',
      symbol: 'XYZ',
      priceTicks: 9_999,
      subTick: 0,
      quantityLots: 1,
      fills: true,
      source: 'recorded',
    })
    for (let index = 0; index < count; index += 1)
      submit(index, { type: 'stop', side: 'buy', stopPriceTicks: 10_000 + index })
    const events = exchange.execute({
      type: 'SubmitOrder',
      accountId: 'flow',
      terms: {
        clientOrderId: 'first',
        symbol: 'XYZ',
        side: 'buy',
        type: 'market',
        timeInForce: 'ioc',
        quantityLots: 1,
      },
    })
    expect(events.filter(({ type }) => type === 'OrderTriggered')).toHaveLength(count)
    expect(exchange.view.best('XYZ')).toMatchObject({ askTicks: null })
    expect(exchange.state.stopListings.size).toBe(0)
  })

  test('waits through a halt, and is reached by what trades after it', () => {
    const desk = market()
    const last = desk.orderOf(stop(desk, 'sell', 9_980))
    const quote = desk.orderOf(stop(desk, 'sell', 9_980, { triggerBy: 'bidAsk' }))
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
    trade(desk, 9_000)
    for (const order of [...desk.exchange.view.openOrders('flow')]) {
      if (order.terms.limitPriceTicks === 9_990)
        desk.execute({ type: 'CancelOrder', accountId: 'flow', orderNumber: order.orderNumber })
    }
    expect(desk.order(quote).triggeredAt).toBeUndefined()
    desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ' })
    expect(desk.order(quote).status).toBe('filled')
    // What the quote's stop sold printed at its price, and so reached the other.
    expect(desk.order(last).status).toBe('filled')
  })

  test('with a limit rests at it once it is reached, and can be replaced as a limit order', () => {
    const desk = market()
    const order = desk.orderOf(stop(desk, 'sell', 9_980, { type: 'stopLimit', limitPriceTicks: 10_005 }))
    trade(desk, 9_980)
    expect(desk.order(order)).toMatchObject({ status: 'new', triggeredAt: desk.exchange.view.time })
    expect(desk.levels('sell')[0]).toEqual([10_005, 5])
    const next = desk.orderOf(desk.replace(desk.order(order), { limitPriceTicks: 10_006 }))
    expect(next).toMatchObject({ status: 'new', triggeredAt: desk.exchange.view.time })
    expect(desk.levels('sell')[0]).toEqual([10_006, 5])
  })

  test('that is replaced waits at its new price; one that would trigger is refused and the old one stays', () => {
    const desk = market()
    const order = desk.orderOf(stop(desk, 'buy', 10_020))
    expect(desk.replace(order, { stopPriceTicks: 10_000 })).toMatchObject([
      { rejection: { code: 'stop-would-trigger' } },
    ])
    const next = desk.orderOf(desk.replace(order, { stopPriceTicks: 10_030 }))
    trade(desk, 10_020)
    expect(desk.order(next).status).toBe('new')
    trade(desk, 10_030)
    expect(desk.order(next).status).toBe('filled')
  })
})

describe('a trailing stop', () => {
  const trail = (desk: Desk, side: 'buy' | 'sell', more: Partial<OrderTerms>) =>
    desk.submit('ann', { type: 'trailingStop', side, quantityLots: 5, ...more })

  test.each([
    ['sell', 'ticks', { trailTicks: 50 }, [9_950, 9_950, 9_980, 9_980]],
    ['buy', 'ticks', { trailTicks: 50 }, [10_050, 10_030, 10_030, 10_020]],
    ['sell', 'percent', { trailPercent: 100_000_000n }, [9_900, 9_900, 9_929, 9_929]],
    ['buy', 'percent', { trailPercent: 100_000_000n }, [10_100, 10_080, 10_080, 10_070]],
  ] as const)('to %s by %s follows the best price and never goes back', (side, _unit, terms, expected) => {
    const desk = market()
    const order = desk.orderOf(trail(desk, side, terms))
    const stops = [desk.order(order).stopPriceTicks]
    for (const price of [9_980, 10_030, 9_970]) {
      // The last of them must not reach a sale's stop.
      trade(desk, side === 'sell' ? Math.max(price, 9_985) : price)
      stops.push(desk.order(order).stopPriceTicks)
    }
    const isReached = desk.order(order).triggeredAt !== undefined
    expect(isReached ? stops.slice(0, 3) : stops).toEqual(isReached ? expected.slice(0, 3) : expected)
  })

  test('is reached by the old stop before it moves, becomes a market order, and says so', () => {
    const desk = market()
    const order = desk.orderOf(trail(desk, 'sell', { trailTicks: 20 }))
    expect(orderEvents(trade(desk, 10_015))).toEqual(['OrderRestated ann'])
    expect(desk.order(order).stopPriceTicks).toBe(9_995)
    const events = trade(desk, 9_995)
    expect(orderEvents(events).slice(0, 1)).toEqual(['OrderTriggered ann'])
    expect(desk.order(order)).toMatchObject({ status: 'filled', stopPriceTicks: 9_995 })
  })

  test('with an activation price follows from there on', () => {
    const desk = market()
    const order = desk.orderOf(trail(desk, 'sell', { trailTicks: 20, activationPriceTicks: 10_050 }))
    expect(order).not.toHaveProperty('stopPriceTicks')
    trade(desk, 9_500)
    expect(desk.order(order).status).toBe('new')
    trade(desk, 10_050)
    expect(desk.order(order).stopPriceTicks).toBe(10_030)
    trade(desk, 10_030)
    expect(desk.order(order).triggeredAt).toBeDefined()
  })

  test('to buy holds money where its stop stands, less as it falls', () => {
    const desk = market()
    trail(desk, 'buy', { trailTicks: 100 })
    expect(desk.balance('ann').held).toBe(505n * ONE)
    trade(desk, 9_900)
    expect(desk.balance('ann').held).toBe(500n * ONE)
    const other = openDesk()
    other.submit('ann', {
      type: 'trailingStop',
      trailTicks: 100,
      activationPriceTicks: 9_900,
      quantityLots: 5,
    })
    expect(other.balance('ann').held).toBe(500n * ONE)
  })

  test('keeps what it followed when it is replaced', () => {
    const desk = market()
    const order = desk.orderOf(trail(desk, 'sell', { trailTicks: 50 }))
    trade(desk, 10_040)
    trade(desk, 10_010)
    const next = desk.orderOf(desk.replace(desk.order(order), { trailTicks: 100 }))
    expect(next.stopPriceTicks).toBe(9_940)
    expect(desk.replace(next, { trailTicks: 20 })).toMatchObject([
      { rejection: { code: 'stop-would-trigger', pointer: '/trailAmount' } },
    ])
  })

  test.each([
    ['no last price', {}, 'no-reference-price', '/triggerBy'],
    ['no quote', { triggerBy: 'mid' }, 'no-reference-price', '/triggerBy'],
    ['no distance in ticks', { trailTicks: 0 }, 'trail-out-of-bounds', '/trailAmount'],
    [
      'too small a share',
      { trailTicks: undefined, trailPercent: 999_999n },
      'trail-out-of-bounds',
      '/trailPercent',
    ],
    [
      'too large a share',
      { trailTicks: undefined, trailPercent: 5_000_000_001n },
      'trail-out-of-bounds',
      '/trailPercent',
    ],
    [
      'an activation price out of bounds',
      { activationPriceTicks: 0 },
      'price-out-of-bounds',
      '/activationPrice',
    ],
  ] as const)('with %s is refused', (_what, change, code, pointer) => {
    const terms = { trailTicks: 10, ...change } as Partial<OrderTerms>
    const [event] = trail(openDesk(), 'sell', terms)
    expect(event).toMatchObject({ rejection: { code, pointer } })
  })
})

test('a preview of a stop tells what it would hold', () => {
  const desk = market()
  const preview = desk.exchange.view.preview('ann', {
    clientOrderId: 'p',
    symbol: 'XYZ',
    side: 'buy',
    type: 'stop',
    timeInForce: 'gtc',
    quantityLots: 5,
    stopPriceTicks: 10_100,
  })
  expect(preview).toMatchObject({
    rejections: [],
    immediateLots: 0,
    needed: 505n * ONE,
    availableAfter: 9_495n * ONE,
  })
})
