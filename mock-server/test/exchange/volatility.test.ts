import { describe, expect, test } from 'vitest'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import { breakerAction, breakerLevel } from '../../src/exchange/sessions/circuit-breaker.ts'
import { dayNumber } from '../../src/exchange/sessions/civil-date.ts'
import { newYorkTime } from '../../src/exchange/sessions/new-york.ts'
import { bandsAround, nextReference } from '../../src/exchange/sessions/price-bands.ts'
import type { VolatilityRules } from '../../src/exchange/sessions/volatility.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { Desk, openExchange, START, stock } from './support/builders.ts'

const MONDAY = dayNumber(2026, 11, 23)
const SECOND = 1_000_000
const MINUTE = 60 * SECOND
const CENT = 1_000_000n
const at = (hour: number, days = 0) => newYorkTime(MONDAY + days, hour)

describe('the width of a band', () => {
  const base = { tier: 1, tick: CENT, lastClose: 10_000, isNearClose: false, time: START } as const

  test.each([
    ['5 % for tier 1', 10_000, {}, [9_500, 10_500]],
    ['10 % for tier 2', 10_000, { tier: 2 }, [9_000, 11_000]],
    ['twice as much near the close', 10_000, { isNearClose: true }, [9_000, 11_000]],
    ['not so for dearer stocks of tier 2', 10_000, { tier: 2, isNearClose: true }, [9_000, 11_000]],
    ['20 % from 0.75 to 3.00', 200, { lastClose: 300 }, [160, 240]],
    ['of both tiers', 200, { lastClose: 75, tier: 2 }, [160, 240]],
    ['more than 3.00 is dearer', 301, { lastClose: 301 }, [286, 316]],
    ['75 % below 0.75', 10, { lastClose: 10 }, [2, 18]],
    ['or 0.15, if that is less', 70, { lastClose: 74 }, [55, 85]],
    ['rounded to the nearest tick, a half up', 10_010, {}, [9_509, 10_511]],
  ] as const)('%s', (_what, reference, change, [lowerTicks, upperTicks]) => {
    expect(bandsAround(reference, { ...base, ...change })).toEqual({ lowerTicks, upperTicks })
  })

  test.each([
    [10_000, 10_099, 10_000],
    [10_000, 10_100, 10_100],
    [10_000, 9_901, 10_000],
    [10_000, 9_900, 9_900],
  ])('around %i stays for a mean of %i: %i', (reference, mean, next) => {
    expect(nextReference(reference, mean, START)).toBe(next)
  })
})

describe('the market-wide breaker', () => {
  test.each([
    [10_000, 0],
    [9_301, 0],
    [9_300, 1],
    [8_701, 1],
    [8_700, 2],
    [8_000, 3],
    [1, 3],
  ])('an index of %i after 10,000 is at level %i', (index, level) => {
    expect(breakerLevel(index, 10_000, START)).toBe(level)
  })

  test.each([
    [1, 0, 36, 'pause'],
    [1, 0, 35, 'nothing'],
    [1, 1, 200, 'nothing'],
    [2, 1, 200, 'pause'],
    [2, 2, 200, 'nothing'],
    [3, 2, 10, 'stop'],
    [0, 0, 200, 'nothing'],
  ] as const)('level %i after %i, %i minutes before the close: %s', (level, reached, minutes, action) => {
    expect(breakerAction(level, { reached, untilClose: minutes * MINUTE }, START)).toBe(action)
  })
})

function openDesk(volatility: VolatilityRules = { priceBands: true }): Desk {
  const desk = new Desk(openExchange({ calendar: xnys, volatility }))
  trade(desk, 10_000)
  return desk
}

function trade(desk: Desk, price: number, symbol = 'XYZ'): void {
  const terms = { quantityLots: 1, limitPriceTicks: price, symbol }
  desk.submit('bob', { ...terms, side: 'sell' })
  desk.submit('cid', { ...terms, side: 'buy' })
}

const statusOf = (desk: Desk, symbol = 'XYZ') => desk.exchange.view.status(symbol)
const reasonOf = (desk: Desk, id: string) => desk.exchange.view.orderByClientId('ann', id)?.reason
const goTo = (desk: Desk, time: number): readonly ExchangeEvent[] => desk.execute({ type: 'AdvanceTo', time })

describe('price bands', () => {
  test('lie around the first price and are told', () => {
    expect(statusOf(openDesk())?.bands).toEqual({ lowerTicks: 9_500, upperTicks: 10_500 })
  })

  test('refuse a limit beyond them, and say what would pass', () => {
    const desk = openDesk()
    expect(desk.submit('ann', { limitPriceTicks: 10_501 })).toMatchObject([
      { rejection: { code: 'beyond-price-band', pointer: '/limitPrice', suggestion: '105.00' } },
    ])
    expect(desk.limit('ann', 'sell', 1, 9_499).reason).toBe('beyond-price-band')
    expect(desk.limit('ann', 'sell', 1, 12_000).status).toBe('new')
    expect(desk.limit('ann', 'buy', 1, 8_000).status).toBe('new')
  })

  test('let a market order trade up to them and no further', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 2, 10_500)
    desk.limit('bob', 'sell', 5, 10_501)
    expect(desk.market('ann', 'buy', 4)).toMatchObject({ filledLots: 2, reason: 'no-liquidity' })
  })

  test('move with the mean of five minutes by one percent or more, each 30 seconds at most', () => {
    const desk = openDesk()
    trade(desk, 10_300)
    goTo(desk, START + 29 * SECOND)
    expect(statusOf(desk)?.bands?.upperTicks).toBe(10_500)
    goTo(desk, START + 30 * SECOND)
    // The mean of 100.00 and 103.00 is 101.50.
    expect(statusOf(desk)?.bands).toEqual({ lowerTicks: 9_642, upperTicks: 10_658 })
    trade(desk, 10_200)
    goTo(desk, START + 60 * SECOND)
    expect(statusOf(desk)?.bands?.upperTicks).toBe(10_658)
    goTo(desk, START + 6 * MINUTE)
    trade(desk, 10_500)
    goTo(desk, START + 7 * MINUTE)
    expect(statusOf(desk)?.bands?.upperTicks).toBe(11_025)
  })

  test('that move over an order cancel it', () => {
    const desk = openDesk()
    desk.market('ann', 'buy', 1)
    goTo(desk, START + 6 * MINUTE)
    trade(desk, 9_600)
    const bid = desk.limit('ann', 'buy', 1, 10_400)
    goTo(desk, START + 6 * MINUTE + 30 * SECOND)
    expect(statusOf(desk)?.bands).toEqual({ lowerTicks: 9_120, upperTicks: 10_080 })
    expect(desk.order(bid)).toMatchObject({ status: 'canceled', reason: 'beyond-price-band' })
  })

  test('that are the first, and end an exit, end its sibling in the same command', () => {
    const desk = new Desk(openExchange({ calendar: xnys, volatility: { priceBands: true } }))
    desk.submit('flow', { side: 'buy', quantityLots: 10, limitPriceTicks: 6_000 })
    const exits = {
      takeProfit: { clientOrderId: 'profit', limitPriceTicks: 9_800 },
      stopLoss: { clientOrderId: 'loss', stopPriceTicks: 10_200 },
    }
    desk.submit('ann', { side: 'sell', quantityLots: 5, orderClass: 'bracket', ...exits })
    expect(statusOf(desk)?.bands?.upperTicks).toBe(6_300)
    expect(reasonOf(desk, 'profit')).toBe('beyond-price-band')
    expect(reasonOf(desk, 'loss')).toBe('sibling-canceled')
  })

  test('refuse exits that would start beyond them', () => {
    const desk = openDesk()
    goTo(desk, at(8, 1))
    const exits = {
      takeProfit: { clientOrderId: 'profit', limitPriceTicks: 10_600 },
      stopLoss: { clientOrderId: 'loss', stopPriceTicks: 10_700 },
    }
    desk.submit('ann', { side: 'sell', quantityLots: 1, orderClass: 'bracket', ...exits })
    desk.limit('bob', 'buy', 5, 10_000)
    goTo(desk, at(9.5, 1))
    expect(reasonOf(desk, 'profit')).toBe('beyond-price-band')
    expect(reasonOf(desk, 'loss')).toBe('beyond-price-band')
    expect(desk.levels('buy')).toEqual([[10_000, 4]])
  })

  test('pause trading for five minutes when a side stands at them for 15 seconds', () => {
    const desk = openDesk()
    desk.limit('ann', 'buy', 5, 10_500)
    expect(statusOf(desk)).toMatchObject({ limitState: 'buy', halted: false })
    goTo(desk, START + 14 * SECOND)
    expect(statusOf(desk)?.halted).toBe(false)
    goTo(desk, START + 15 * SECOND)
    expect(statusOf(desk)).toMatchObject({
      phase: 'auction',
      halted: true,
      haltReason: 'limit up, limit down',
    })
    expect(statusOf(desk)?.bands).toBeUndefined()
    desk.limit('bob', 'sell', 5, 11_000)
    desk.limit('cid', 'buy', 5, 11_000)
    goTo(desk, START + 15 * SECOND + 5 * MINUTE)
    expect(statusOf(desk)).toMatchObject({
      phase: 'open',
      halted: false,
      bands: { lowerTicks: 10_450, upperTicks: 11_550 },
    })
  })

  test('pause nobody who leaves them in time', () => {
    const desk = openDesk()
    const { orderNumber } = desk.limit('ann', 'buy', 5, 10_500)
    goTo(desk, START + 10 * SECOND)
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber })
    expect(statusOf(desk)?.limitState).toBeUndefined()
    goTo(desk, START + 29 * SECOND)
    expect(statusOf(desk)?.halted).toBe(false)
  })

  test('hold recorded liquidity back that would stand beyond them, which pauses trading too', () => {
    const desk = openDesk()
    desk.house(['buy', 10_600, 5], ['sell', 10_700, 5])
    expect(desk.levels('buy')).toEqual([])
    expect(desk.levels('sell')).toEqual([[10_700, 5]])
    expect(statusOf(desk)?.limitState).toBe('buy')
    goTo(desk, START + 15 * SECOND + 5 * MINUTE)
    expect(desk.levels('buy')).toEqual([[10_600, 5]])
    expect(statusOf(desk)?.bands).toEqual({ lowerTicks: 10_117, upperTicks: 11_183 })
  })

  test('let recorded liquidity beyond them trade with what stands within, and hold back the rest', () => {
    const desk = openDesk()
    const bid = desk.limit('cid', 'buy', 5, 9_990)
    const other = desk.limit('ann', 'buy', 4, 9_980)
    desk.house(['buy', 9_000, 5], ['sell', 9_010, 7])
    expect(desk.order(bid)).toMatchObject({ status: 'filled', filledValue: 49_950_000_000n })
    expect(desk.order(other)).toMatchObject({ filledLots: 2, filledValue: 19_960_000_000n })
    expect(desk.exchange.view.status('XYZ')?.limitState).toBeUndefined()
    desk.house(['sell', 9_010, 7])
    expect(desk.order(other).status).toBe('filled')
    expect(desk.exchange.view.best('XYZ')).toMatchObject({ bidTicks: 9_000, askTicks: null })
    expect(desk.exchange.view.status('XYZ')?.limitState).toBe('sell')
    checkInvariants(desk.exchange)
  })

  test('are wider in the last 25 minutes, end with the session and are those of the next one after it', () => {
    const desk = openDesk()
    goTo(desk, at(15.5))
    expect(statusOf(desk)?.bands?.upperTicks).toBe(10_500)
    goTo(desk, at(15.6))
    expect(statusOf(desk)?.bands?.upperTicks).toBe(11_000)
    goTo(desk, at(16))
    expect(statusOf(desk)?.bands).toBeUndefined()
    goTo(desk, at(10, 1))
    trade(desk, 12_000)
    expect(statusOf(desk)?.bands?.upperTicks).toBe(12_600)
  })

  test('lie around the price of the opening auction, wherever the book of yesterday stands', () => {
    const desk = openDesk()
    desk.house(['buy', 9_990, 5], ['sell', 10_010, 5])
    goTo(desk, at(9, 1))
    for (const side of ['buy', 'sell'] as const) {
      const terms = { side, quantityLots: 50, limitPriceTicks: 12_000, timeInForce: 'opg' } as const
      desk.submit(side === 'buy' ? 'ann' : 'bob', terms)
    }
    goTo(desk, at(9.5, 1))
    expect(statusOf(desk)?.bands).toEqual({ lowerTicks: 11_400, upperTicks: 12_600 })
    expect(desk.levels('buy')).toEqual([[9_990, 5]])
  })

  test('lie around the last close where a stock opens with quotes and no trade', () => {
    const desk = openDesk()
    goTo(desk, at(17))
    desk.submit('flow', { side: 'buy', quantityLots: 5, limitPriceTicks: 11_990 })
    desk.submit('flow', { side: 'sell', quantityLots: 5, limitPriceTicks: 12_010 })
    goTo(desk, at(9.5, 1))
    expect(statusOf(desk)?.bands).toEqual({ lowerTicks: 9_500, upperTicks: 10_500 })
    goTo(desk, at(9.6, 1))
    desk.submit('flow', { side: 'sell', quantityLots: 5, limitPriceTicks: 10_400 })
    expect(desk.levels('sell')).toEqual([
      [10_400, 5],
      [12_010, 5],
    ])
  })

  test('that paused trading before the close end with the closing auction', () => {
    const desk = openDesk()
    goTo(desk, at(15.95))
    desk.limit('ann', 'buy', 5, 11_000)
    goTo(desk, at(15.98))
    expect(statusOf(desk)?.halted).toBe(true)
    const sell = desk.orderOf(
      desk.submit('bob', { side: 'sell', limitPriceTicks: 10_900, timeInForce: 'day', quantityLots: 5 }),
    )
    goTo(desk, at(16))
    expect(desk.order(sell)).toMatchObject({ status: 'filled' })
    expect(statusOf(desk)).toMatchObject({ phase: 'postMarket', halted: false })
  })
})

describe('all stocks together', () => {
  /** Two stocks that closed at 100.00 on Monday; it is Tuesday, 10:00. */
  const tuesday = (): Desk => {
    const desk = new Desk(openExchange({ calendar: xnys, volatility: { marketWide: true } }))
    desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'TWO' }) })
    desk.execute({ type: 'DepositPosition', accountId: 'bob', symbol: 'TWO', quantityLots: 100 })
    for (const symbol of ['XYZ', 'TWO']) trade(desk, 10_000, symbol)
    goTo(desk, at(10, 1))
    for (const symbol of ['XYZ', 'TWO']) trade(desk, 10_000, symbol)
    return desk
  }

  test('that fell by 7 % stop for 15 minutes, once; other assets go on', () => {
    const desk = tuesday()
    trade(desk, 8_700)
    expect(statusOf(desk)?.halted).toBe(false)
    trade(desk, 8_600)
    const paused = { phase: 'auction', halted: true, haltReason: 'market-wide circuit breaker, level 1' }
    expect([statusOf(desk), statusOf(desk, 'TWO')]).toMatchObject([paused, paused])
    expect(statusOf(desk, 'BTC-USD')?.halted).toBe(false)
    goTo(desk, at(10.25, 1))
    expect(statusOf(desk)).toMatchObject({ phase: 'open', halted: false })
    trade(desk, 8_600)
    expect(statusOf(desk)?.halted).toBe(false)
  })

  test('count alike, however cheap they are', () => {
    const desk = new Desk(openExchange({ calendar: xnys, volatility: { marketWide: true } }))
    desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'TWO' }) })
    desk.execute({ type: 'DepositPosition', accountId: 'bob', symbol: 'TWO', quantityLots: 100 })
    trade(desk, 10_000)
    trade(desk, 100, 'TWO')
    goTo(desk, at(10, 1))
    trade(desk, 10_000)
    trade(desk, 87, 'TWO')
    expect(statusOf(desk)?.halted).toBe(false)
    trade(desk, 86, 'TWO')
    expect(statusOf(desk)?.haltReason).toBe('market-wide circuit breaker, level 1')
  })

  test('that fell by 20 % stop for the day, and open on the next', () => {
    const desk = tuesday()
    trade(desk, 6_000)
    goTo(desk, at(11, 1))
    trade(desk, 8_000, 'TWO')
    expect(statusOf(desk, 'TWO')).toMatchObject({
      halted: true,
      haltReason: 'market-wide circuit breaker, level 3',
    })
    goTo(desk, at(15.99, 1))
    expect(statusOf(desk)?.halted).toBe(true)
    goTo(desk, at(9.5, 2))
    expect(statusOf(desk)).toMatchObject({ phase: 'open', halted: false })
  })
})
