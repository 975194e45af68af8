import { describe, expect, test } from 'vitest'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import { HOUSE, openDesk } from './support/builders.ts'
import { fillsOf } from './support/property.ts'

/** `account side quantity@price liquidity` of each fill. */
function told(events: readonly ExchangeEvent[]): readonly string[] {
  return fillsOf(events).map(
    ({ accountId, side, quantityLots, priceTicks, liquidity }) =>
      `${accountId} ${side} ${quantityLots}@${priceTicks} ${liquidity}`,
  )
}
const typesOf = (events: readonly ExchangeEvent[]) => events.map((event) => event.type)

describe('recorded quotes as a house of two legs', () => {
  test('(a) a quote replaces both legs in one step, and only changed levels are told', () => {
    const desk = openDesk()
    desk.house(['buy', 9_999, 300], ['sell', 10_001, 500])
    const events = desk.house(
      ['buy', 9_999, 0],
      ['sell', 10_001, 0],
      ['buy', 10_002, 100],
      ['sell', 10_003, 200],
    )
    expect(events).toMatchObject([
      { type: 'LevelChanged', side: 'buy', priceTicks: 9_999, quantityLots: 0 },
      { type: 'LevelChanged', side: 'buy', priceTicks: 10_002, quantityLots: 100 },
      { type: 'LevelChanged', side: 'sell', priceTicks: 10_001, quantityLots: 0 },
      { type: 'LevelChanged', side: 'sell', priceTicks: 10_003, quantityLots: 200 },
    ])
    expect(desk.house(['buy', 10_002, 100])).toEqual([])
  })

  test('(a) a leg that locks or crosses the other replaces it, nothing trades, and the status says so', () => {
    const desk = openDesk()
    desk.house(['buy', 9_999, 300], ['sell', 10_001, 500])
    const events = desk.execute({
      type: 'SetHouseLevels',
      accountId: HOUSE,
      symbol: 'XYZ',
      levels: [{ side: 'buy', priceTicks: 10_001, quantityLots: 50 }],
      market: 'locked',
    })
    expect(typesOf(events)).toEqual(['StatusChanged', 'LevelChanged', 'LevelChanged'])
    expect(desk.exchange.view.status('XYZ')?.market).toBe('locked')
    expect(desk.levels('sell')).toEqual([])
    expect(desk.levels('buy')).toEqual([
      [10_001, 50],
      [9_999, 300],
    ])
  })

  test('(b) a new leg that crosses a customer trades at the customer’s price, prints, and rests the remainder', () => {
    const desk = openDesk()
    const order = desk.limit('ann', 'buy', 60, 10_000)
    const events = desk.house(['sell', 9_998, 100])
    expect(told(events)).toEqual(['ann buy 60@10000 maker', 'house sell 60@10000 taker'])
    expect(events.filter((event) => event.type === 'TradePrinted')).toMatchObject([
      { source: 'exchange', takerSide: 'sell', quantityLots: 60, priceTicks: 10_000 },
    ])
    expect(desk.levels('sell')).toEqual([[9_998, 40]])
    expect(desk.order(order).status).toBe('filled')
  })

  test('(c) what a customer took stays taken until that level is set again', () => {
    const desk = openDesk()
    desk.house(['sell', 10_001, 100], ['buy', 9_999, 100])
    desk.market('ann', 'buy', 30)
    desk.house(['buy', 9_999, 120])
    expect(desk.levels('sell')).toEqual([[10_001, 70]])
    desk.house(['sell', 10_001, 110])
    expect(desk.levels('sell')).toEqual([[10_001, 110]])
  })

  test('within a level the house is cut from the back and adds at the back', () => {
    const desk = openDesk()
    desk.house(['buy', 10_000, 100])
    const order = desk.limit('ann', 'buy', 10, 10_000)
    desk.house(['buy', 10_000, 150])
    desk.house(['buy', 10_000, 120])
    expect(told(desk.submit('bob', { side: 'sell', quantityLots: 105 }))).toEqual([
      'house buy 100@10000 maker',
      'bob sell 100@10000 taker',
      'ann buy 5@10000 maker',
      'bob sell 5@10000 taker',
    ])
    expect(desk.order(order).filledLots).toBe(5)
    expect(desk.levels('buy')).toEqual([[10_000, 25]])
  })

  test('(f) stock that the house sells comes from the issuer, which may be negative', () => {
    const desk = openDesk()
    desk.house(['sell', 10_001, 100])
    const before = desk.exchange.state.ledger.issuer.position('XYZ').availableLots
    desk.market('ann', 'buy', 30)
    expect(desk.exchange.state.ledger.issuer.position('XYZ').availableLots).toBe(before - 30)
    expect(desk.position('ann').available).toBe(230)
    expect(desk.position(HOUSE).available).toBe(0)
  })

  test('while halted a level that would trade waits, and enters when trading goes on', () => {
    const desk = openDesk()
    desk.limit('ann', 'buy', 60, 10_000)
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
    expect(desk.house(['sell', 9_998, 100], ['sell', 10_005, 10])).toMatchObject([
      { type: 'LevelChanged', side: 'sell', priceTicks: 10_005, quantityLots: 10 },
    ])
    const events = desk.execute({ type: 'ResumeSymbol', symbol: 'XYZ' })
    expect(told(events)).toEqual(['ann buy 60@10000 maker', 'house sell 60@10000 taker'])
    expect(desk.levels('sell')).toEqual([
      [9_998, 40],
      [10_005, 10],
    ])
  })

  test.each([
    [{ accountId: 'ann' }, 'invalid-request'],
    [{ accountId: 'nobody' }, 'unknown-account'],
    [{ symbol: 'NONE' }, 'unknown-symbol'],
    [{ levels: [{ side: 'buy', priceTicks: 0, quantityLots: 1 } as const] }, 'invalid-request'],
    [{ levels: [{ side: 'buy', priceTicks: 1.5, quantityLots: 1 } as const] }, 'invalid-request'],
    [{ levels: [{ side: 'buy', priceTicks: 1, quantityLots: -1 } as const] }, 'invalid-request'],
  ])('levels with %j are refused as %s', (change, code) => {
    const command = {
      type: 'SetHouseLevels',
      accountId: HOUSE,
      symbol: 'XYZ',
      levels: [],
      ...change,
    } as const
    expect(openDesk().execute(command)).toMatchObject([{ type: 'CommandRejected', rejection: { code } }])
  })
})

describe('recorded prints', () => {
  test('(d) fills better-priced orders first, then those at its price, at most its size', () => {
    const desk = openDesk()
    desk.limit('bob', 'buy', 10, 10_000)
    desk.limit('ann', 'buy', 20, 10_002)
    desk.limit('cid', 'buy', 30, 10_001)
    const events = desk.print(55, 10_000)
    expect(told(events)).toEqual([
      'ann buy 20@10002 maker',
      'house sell 20@10002 taker',
      'cid buy 30@10001 maker',
      'house sell 30@10001 taker',
      'bob buy 5@10000 maker',
      'house sell 5@10000 taker',
    ])
    const prints = events.filter((event) => event.type === 'TradePrinted')
    expect(prints).toMatchObject([{ source: 'recorded', takerSide: null, quantityLots: 55 }])
    const [print] = prints
    for (const fill of fillsOf(events)) expect(fill.tradeNumber).toBe(print?.tradeNumber)
  })

  test('(d) at its price a customer waits for the quantity ahead, which stays visible', () => {
    const desk = openDesk()
    desk.house(['buy', 10_000, 100])
    desk.limit('ann', 'buy', 40, 10_000)
    expect(typesOf(desk.print(70, 10_000))).toEqual(['TradePrinted'])
    expect(desk.levels('buy')).toEqual([[10_000, 140]])
    expect(told(desk.print(50, 10_000))).toEqual(['ann buy 20@10000 maker', 'house sell 20@10000 taker'])
    expect(desk.levels('buy')).toEqual([[10_000, 120]])
  })

  test('(d) what prints consumed leaves the front of the queue when the recorded size changes', () => {
    const desk = openDesk()
    desk.house(['buy', 10_000, 100])
    desk.limit('ann', 'buy', 40, 10_000)
    desk.print(70, 10_000)
    desk.house(['buy', 10_000, 80])
    expect(desk.levels('buy')).toEqual([[10_000, 120]])
    // 30 ahead of ann, 50 behind her.
    expect(told(desk.submit('bob', { side: 'sell', quantityLots: 100 }))).toEqual([
      'house buy 30@10000 maker',
      'bob sell 30@10000 taker',
      'ann buy 40@10000 maker',
      'bob sell 40@10000 taker',
      'house buy 30@10000 maker',
      'bob sell 30@10000 taker',
    ])
  })

  test('(d) is less what a crossing leg gave in the same millisecond, once', () => {
    const desk = openDesk()
    desk.limit('ann', 'buy', 100, 10_000)
    desk.house(['sell', 10_000, 30], ['sell', 10_001, 1])
    expect(told(desk.print(50, 10_000))).toEqual(['ann buy 20@10000 maker', 'house sell 20@10000 taker'])
    expect(told(desk.print(5, 10_000))).toEqual(['ann buy 5@10000 maker', 'house sell 5@10000 taker'])
    desk.house(['sell', 10_000, 0])
    desk.house(['sell', 10_000, 10])
    desk.advance(1_000)
    expect(told(desk.print(7, 10_000))).toEqual(['ann buy 7@10000 maker', 'house sell 7@10000 taker'])
  })

  test('(d) sellers are reached by prints above their price', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 10, 10_000)
    expect(told(desk.print(4, 9_999))).toEqual([])
    expect(told(desk.print(4, 10_005))).toEqual(['ann sell 4@10000 maker', 'house buy 4@10000 taker'])
  })

  test.each([
    ['buy', 10_000, 0],
    ['buy', 10_001, 3],
    ['sell', 10_000, 3],
    ['sell', 10_001, 0],
  ] as const)('(d) a print between 100.00 and 100.01 gives a %s at %d %d', (side, limit, lots) => {
    const desk = openDesk()
    const order = desk.limit('ann', side, 10, limit)
    desk.print(3, 10_000, { subTick: 500_000 })
    expect(desk.order(order).filledLots).toBe(lots)
  })

  test('(e) a print that may fill nobody is only published', () => {
    const desk = openDesk()
    const order = desk.limit('ann', 'buy', 10, 10_000)
    const events = desk.print(10, 9_990, { fills: false, conditions: ['suspicious'] })
    expect(events).toMatchObject([{ type: 'TradePrinted', conditions: ['suspicious'], source: 'recorded' }])
    expect(desk.order(order).filledLots).toBe(0)
  })

  test('while halted a print is only published', () => {
    const desk = openDesk()
    desk.limit('ann', 'buy', 10, 10_000)
    desk.execute({ type: 'HaltSymbol', symbol: 'XYZ', reason: 'news' })
    expect(typesOf(desk.print(10, 9_990))).toEqual(['TradePrinted'])
  })

  test('a print without a customer in reach moves no money and no stock', () => {
    const desk = openDesk()
    const before = [desk.balance('ann'), desk.position(HOUSE)]
    desk.print(1_000, 10_000)
    expect([desk.balance('ann'), desk.position(HOUSE)]).toEqual(before)
  })

  test('each fill says why: the level, the quantity ahead on entry, what reached it', () => {
    const desk = openDesk()
    desk.house(['buy', 10_000, 100])
    desk.limit('ann', 'buy', 40, 10_000)
    const [maker] = fillsOf(desk.print(110, 10_000))
    expect(maker?.why).toBe(
      'Rested at 100.00 with 100 ahead on entry; reached by a recorded print of 110 at 100.00.',
    )
  })
})
