import { describe, expect, test } from 'vitest'
import { createExchange } from '../../src/exchange/create-exchange.ts'
import type { SessionCalendar } from '../../src/exchange/sessions/calendar.ts'
import { formatTime, MICROS_PER_DAY, nextMidnight } from '../../src/exchange/values/time.ts'
import { coin, Desk, openDesk, openExchange, START, stock } from './support/builders.ts'

const HOUR = 3_600_000_000

/** Open from 14:30 to 21:00 UTC every day. */
const calendar: SessionCalendar = {
  phaseAt: (time) => {
    const inDay = time % MICROS_PER_DAY
    return inDay >= 14.5 * HOUR && inDay < 21 * HOUR ? 'open' : 'closed'
  },
  nextChange: (time) => {
    const day = Math.floor(time / MICROS_PER_DAY) * MICROS_PER_DAY
    const changes = [day + 14.5 * HOUR, day + 21 * HOUR, day + MICROS_PER_DAY + 14.5 * HOUR]
    return changes.find((change) => change > time)
  },
}

const day = { side: 'buy', limitPriceTicks: 9_000, timeInForce: 'day' } as const

describe('day orders', () => {
  test('of an always-open symbol expire at 00:00 UTC', () => {
    const desk = openDesk()
    const order = desk.orderOf(desk.submit('ann', day))
    const kept = desk.limit('ann', 'buy', 1, 9_000)
    const midnight = nextMidnight(START)
    expect(desk.exchange.nextDue()).toBe(midnight)
    expect(desk.execute({ type: 'AdvanceTo', time: midnight - 1 })).toEqual([])
    const events = desk.execute({ type: 'AdvanceTo', time: midnight + HOUR })
    expect(events).toMatchObject([
      {
        type: 'OrderExpired',
        time: midnight,
        order: { orderNumber: order.orderNumber, reason: 'expired-day' },
      },
      { type: 'AccountChanged', time: midnight },
      { type: 'LevelChanged', time: midnight, quantityLots: 1 },
    ])
    expect(desk.order(kept).status).toBe('new')
    expect(desk.exchange.nextDue()).toBeUndefined()
  })

  test('that end otherwise leave nothing due', () => {
    const desk = openDesk()
    const { orderNumber } = desk.orderOf(desk.submit('ann', day))
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber })
    expect(desk.exchange.nextDue()).toBeUndefined()
  })

  test('of several days expire each on its own', () => {
    const desk = openDesk()
    desk.submit('ann', day)
    desk.execute({ type: 'AdvanceTo', time: nextMidnight(START) })
    const second = desk.orderOf(desk.submit('ann', day))
    expect(second.status).toBe('new')
    const events = desk.advance(10 * MICROS_PER_DAY)
    expect(events[0]).toMatchObject({ type: 'OrderExpired', time: nextMidnight(START) + MICROS_PER_DAY })
  })
})

describe('sessions of a calendar', () => {
  test('closing changes the phase of stocks and expires their day orders; crypto goes on', () => {
    const desk = new Desk(openExchange({ calendar }))
    const order = desk.orderOf(desk.submit('ann', day))
    const close = START - (START % MICROS_PER_DAY) + 21 * HOUR
    expect(desk.exchange.nextDue()).toBe(close)
    const events = desk.execute({ type: 'AdvanceTo', time: close })
    expect(events).toMatchObject([
      { type: 'StatusChanged', symbol: 'XYZ', time: close, status: { phase: 'closed' } },
      { type: 'OrderExpired', time: close, order: { orderNumber: order.orderNumber } },
      { type: 'AccountChanged' },
      { type: 'LevelChanged' },
    ])
    expect(desk.submit('ann', { ...day, timeInForce: 'ioc' })).toMatchObject([
      { rejection: { code: 'market-closed' } },
    ])
    const elsewhere = desk.orderOf(desk.submit('ann', { ...day, symbol: 'BTC-USD' }))
    expect(elsewhere.status).toBe('new')
    expect(formatTime(desk.exchange.nextDue() ?? 0)).toBe('2026-11-24T00:00:00.000000Z')
  })

  test('while closed a cancel is taken, recorded levels stand, prints fill nobody', () => {
    const desk = new Desk(openExchange({ calendar }))
    const order = desk.limit('ann', 'buy', 10, 9_000)
    desk.advance(7 * HOUR)
    desk.print(10, 8_000)
    desk.house(['sell', 9_100, 5])
    expect(desk.order(order).status).toBe('new')
    expect(desk.levels('sell')).toEqual([[9_100, 5]])
    desk.execute({ type: 'CancelAllOrders', accountId: 'ann' })
    expect(desk.order(order).status).toBe('canceled')
  })

  test('a jump over several sessions passes every phase at its own time', () => {
    const desk = new Desk(openExchange({ calendar }))
    const phases = desk
      .advance(2 * MICROS_PER_DAY)
      .flatMap((event) => (event.type === 'StatusChanged' ? [event.status.phase] : []))
    expect(phases).toEqual(['closed', 'open', 'closed', 'open'])
  })

  test('a world that starts late does not live through the years before', () => {
    const exchange = createExchange({ calendar })
    exchange.execute({ type: 'ListInstrument', instrument: stock() })
    expect(exchange.view.status('XYZ')?.phase).toBe('closed')
    expect(exchange.execute({ type: 'AdvanceTo', time: START })).toMatchObject([
      { type: 'StatusChanged', time: START },
    ])
  })
})

describe('listing', () => {
  test('an instrument is listed once, with bounds that make sense and money fine enough', () => {
    const { exchange } = openDesk()
    const list = (change: object) =>
      exchange.execute({ type: 'ListInstrument', instrument: coin({ symbol: 'NEW', ...change }) })
    const refused = [{ type: 'CommandRejected', rejection: { code: 'invalid-request' } }]
    expect(list({ symbol: 'XYZ' })).toMatchObject(refused)
    expect(list({ tickSize: '0.0001' })).toMatchObject(refused)
    expect(list({ minimumPriceTicks: 0 })).toMatchObject(refused)
    expect(list({ minimumQuantityLots: 5, maximumQuantityLots: 4 })).toMatchObject(refused)
    expect(list({})).toEqual([{ type: 'InstrumentListed', time: START, symbol: 'NEW' }])
    expect([...exchange.view.instruments()].map(({ symbol }) => symbol)).toEqual(['XYZ', 'BTC-USD', 'NEW'])
  })
})
