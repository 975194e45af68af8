import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CorporateTerms } from '../../src/exchange/corporate/corporate-terms.ts'
import { restoreExchange } from '../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import type { Order } from '../../src/exchange/orders/order.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import { formatMoney } from '../../src/exchange/values/wire.ts'
import { Desk, FEES, ONE, openDesk, openDeskOfDan, openExchange, START } from './support/builders.ts'
import { moves, play, stageOf } from './support/property.ts'

const DAY = 86_400_000_000
/** The day of START. */
const TODAY = 20_780
const EX_TIME = parseTime('2026-11-24T05:00:00Z')

const dividend = (amount: bigint): CorporateTerms => ({ type: 'cashDividend', amount })
const split = (newUnits: number, oldUnits: number): CorporateTerms => ({ type: 'split', newUnits, oldUnits })

function declare(desk: Desk, terms: CorporateTerms, payAfter = 0) {
  const exDay = TODAY + 1
  const days = { exDay, recordDay: exDay, payDay: exDay + payAfter }
  return desk.execute({ type: 'DeclareCorporateAction', symbol: 'XYZ', terms, ...days })
}

const byNumber = (one: Order, other: Order) => one.orderNumber - other.orderNumber
const openOrders = (desk: Desk): readonly Order[] =>
  ['ann', 'bob'].flatMap((account) => [...desk.exchange.view.openOrders(account)]).sort(byNumber)

const effects = (events: readonly ExchangeEvent[]) =>
  events.flatMap((event) =>
    event.type === 'OrderRestated' || event.type === 'OrderCanceled'
      ? [[event.type, event.type === 'OrderRestated' ? event.reason : event.order.reason]]
      : [],
  )

test.each([
  [
    'after today',
    { exDay: TODAY, recordDay: TODAY, payDay: TODAY },
    split(2, 1),
    /must be after today, 2026-11-23/,
  ],
  [
    'in order',
    { exDay: TODAY + 2, recordDay: TODAY + 1, payDay: TODAY + 3 },
    split(2, 1),
    /record date 2026-11-24/,
  ],
  [
    'in order',
    { exDay: TODAY + 2, recordDay: TODAY + 3, payDay: TODAY + 2 },
    split(2, 1),
    /pay date 2026-11-25/,
  ],
  ['of a stock', { exDay: TODAY + 1, recordDay: TODAY + 1, payDay: TODAY + 1 }, split(1, 1), /not 1 for 1/],
  ['above zero', { exDay: TODAY + 1, recordDay: TODAY + 1, payDay: TODAY + 1 }, dividend(0n), /above zero/],
] as const)('a declaration must be %s', (_rule, days, terms, detail) => {
  const [event] = openDesk().execute({ type: 'DeclareCorporateAction', symbol: 'XYZ', terms, ...days })
  expect(event).toMatchObject({
    type: 'CommandRejected',
    rejection: { detail: expect.stringMatching(detail) },
  })
})

test('crypto pays no dividends', () => {
  const days = { exDay: TODAY + 1, recordDay: TODAY + 1, payDay: TODAY + 1 }
  const command = { type: 'DeclareCorporateAction', symbol: 'BTC-USD', terms: dividend(1n), ...days } as const
  expect(openDesk().execute(command)).toMatchObject([
    { rejection: { detail: expect.stringContaining('no stock') } },
  ])
})

describe('a cash dividend', () => {
  test('is owed to who owns the stock when the ex-date begins, and paid on the pay date by the issuer', () => {
    const desk = openDesk()
    declare(desk, dividend(25_000_000n), 2)
    expect(desk.exchange.nextDue()).toBe(EX_TIME)
    desk.advance(DAY)
    desk.limit('bob', 'sell', 200, 10_000)
    desk.limit('ann', 'buy', 10, 10_000)
    expect(desk.balance('bob').available).toBe(11_000n * ONE)
    desk.advance(2 * DAY)
    expect(desk.balance('ann').available).toBe(9_050n * ONE)
    const [paid] = desk.exchange.view.activities('ann')
    expect(paid).toMatchObject({
      type: 'dividend',
      cash: { asset: 'USD', amount: 50n * ONE },
      corporateAction: 1,
    })
    expect(desk.exchange.state.ledger.issuer.balance('USD').available).toBe(-150n * ONE)
    expect(desk.exchange.nextDue()).toBe(undefined)
  })

  test('lowers bids and the stops of sales, rounded down to a tick, and nothing else', () => {
    const desk = openDesk()
    desk.house(['buy', 10_000, 10], ['sell', 10_010, 10])
    const orders = {
      buy: desk.limit('ann', 'buy', 1, 9_990),
      sale: desk.limit('ann', 'sell', 1, 10_020),
      stop: desk.orderOf(desk.submit('ann', { side: 'sell', type: 'stop', stopPriceTicks: 9_000 })),
      stopLimit: desk.orderOf(
        desk.submit('ann', {
          side: 'sell',
          type: 'stopLimit',
          stopPriceTicks: 9_000,
          limitPriceTicks: 8_990,
        }),
      ),
      buyStop: desk.orderOf(desk.submit('ann', { side: 'buy', type: 'stop', stopPriceTicks: 11_000 })),
      trail: desk.orderOf(
        desk.submit('ann', { side: 'sell', type: 'trailingStop', triggerBy: 'bidAsk', trailTicks: 100 }),
      ),
    }
    declare(desk, dividend(25_500_000n))
    const events = desk.advance(DAY)
    expect(effects(events)).toEqual(Array(4).fill(['OrderRestated', 'corporate-action']))
    const seen = Object.values(orders).map((order) => {
      const { terms, stopPriceTicks } = desk.order(order)
      return [stopPriceTicks, terms.limitPriceTicks].filter((ticks) => ticks !== undefined)
    })
    expect(seen).toEqual([[9_964], [10_020], [8_974], [8_974, 8_964], [11_000], [9_874]])
    expect(desk.exchange.view.best('XYZ')).toMatchObject({ bidTicks: 9_974, askTicks: 9_985 })
  })

  test('lowers trailing stops by the last price once: what was traded before does not lift them again', () => {
    const desk = openDesk()
    desk.print(1, 10_000)
    const trail = { side: 'sell', type: 'trailingStop', trailTicks: 100 } as const
    const [lowered, kept] = [trail, { ...trail, doNotReduce: true }].map((terms) =>
      desk.orderOf(desk.submit('ann', terms)),
    )
    declare(desk, dividend(25_500_000n))
    expect(effects(desk.advance(DAY))).toEqual([['OrderRestated', 'corporate-action']])
    const stops = () => [lowered, kept].map((order) => order && desk.order(order).stopPriceTicks)
    expect(stops()).toEqual([9_874, 9_900])
    desk.print(1, 9_990)
    expect(stops()).toEqual([9_890, 9_900])
    desk.print(1, 10_020)
    expect(stops()).toEqual([9_920, 9_920])
  })

  test('leaves orders that say doNotReduce as they are, the exits of one too', () => {
    const desk = openDesk()
    desk.house(['buy', 10_000, 10], ['sell', 10_010, 10])
    const exits = {
      orderClass: 'bracket',
      takeProfit: { clientOrderId: 't', limitPriceTicks: 10_100 },
    } as const
    const kept = [
      desk.submit('ann', { side: 'buy', limitPriceTicks: 9_900, doNotReduce: true }),
      desk.submit('ann', { side: 'sell', type: 'stop', stopPriceTicks: 9_000, doNotReduce: true }),
      desk.submit('bob', {
        ...{ side: 'buy', limitPriceTicks: 10_010, doNotReduce: true, ...exits },
        stopLoss: { clientOrderId: 's', stopPriceTicks: 9_500 },
      }),
    ].map((events) => desk.orderOf(events))
    const lowered = desk.orderOf(
      desk.submit('ann', { side: 'buy', limitPriceTicks: 9_980, doNotReduce: false }),
    )
    const openBefore = openOrders(desk).filter(({ orderNumber }) => orderNumber !== lowered.orderNumber)
    declare(desk, dividend(25_000_000n))
    expect(effects(desk.advance(DAY))).toEqual([['OrderRestated', 'corporate-action']])
    expect(desk.order(lowered).terms.limitPriceTicks).toBe(9_955)
    expect(openBefore.map(({ terms }) => terms.clientOrderId)).toContain('s')
    expect(kept.map(({ terms }) => terms.doNotReduce)).toEqual([true, true, true])
    expect(openOrders(desk)).toEqual([...openBefore, desk.order(lowered)].sort(byNumber))
  })

  test('lets a bid that stays trade where the market has come below it, and what is post-only end', () => {
    const desk = openDesk()
    desk.house(['buy', 10_000, 10], ['sell', 10_010, 10])
    const bid = { side: 'buy', limitPriceTicks: 9_990, quantityLots: 4, doNotReduce: true } as const
    const [kept, passive] = [desk.submit('ann', bid), desk.submit('bob', { ...bid, postOnly: true })].map(
      (events) => desk.orderOf(events),
    )
    declare(desk, dividend(25_000_000n))
    desk.advance(DAY)
    const value = 4n * 99_85n * (ONE / 100n)
    expect(kept && desk.order(kept)).toMatchObject({ status: 'filled', filledValue: value })
    expect(passive && desk.order(passive)).toMatchObject({ reason: 'post-only-would-trade' })
    expect(desk.exchange.view.best('XYZ')).toMatchObject({ bidTicks: 9_975, askTicks: 9_985 })
  })

  test('of less than a cent changes no order of a customer', () => {
    const desk = openDesk()
    const orders = [desk.limit('ann', 'buy', 1, 9_990), desk.limit('ann', 'buy', 1, 9_980)]
    declare(desk, dividend(999_999n))
    expect(effects(desk.advance(DAY))).toEqual([])
    expect(orders.map((order) => desk.order(order).terms.limitPriceTicks)).toEqual([9_990, 9_980])
  })

  test('ends a bid that it leaves nothing of', () => {
    const desk = openDesk()
    const order = desk.limit('ann', 'buy', 1, 20)
    declare(desk, dividend(25_000_000n))
    desk.advance(DAY)
    expect(desk.order(order)).toMatchObject({ status: 'canceled', reason: 'corporate-action' })
  })
})

describe('a split', () => {
  test('gives four shares for one at a quarter of the price, and keeps cost, places and what is held', () => {
    const desk = openDesk()
    desk.limit('flow', 'sell', 10, 10_001)
    desk.limit('ann', 'buy', 10, 10_001)
    const [first, second] = [desk.limit('ann', 'sell', 30, 10_003), desk.limit('bob', 'sell', 5, 10_003)]
    const buy = desk.limit('cid', 'buy', 3, 9_999)
    const stop = desk.orderOf(desk.submit('bob', { side: 'sell', type: 'stop', stopPriceTicks: 9_001 }))
    const { cost } = desk.position('ann')
    declare(desk, split(4, 1))
    const events = desk.advance(DAY)
    expect(effects(events)).toEqual(Array(4).fill(['OrderRestated', 'corporate-action']))
    expect(desk.position('ann')).toMatchObject({ available: 840 - 120, held: 120, cost })
    expect(desk.balance('cid')).toMatchObject({ held: 12n * 24_99n * (ONE / 100n) })
    const seen = [first, second, buy, stop].map((order) => {
      const { terms, remainingLots, stopPriceTicks } = desk.order(order)
      return [terms.limitPriceTicks ?? stopPriceTicks, terms.quantityLots, remainingLots]
    })
    expect(seen).toEqual([
      [2_501, 120, 120],
      [2_501, 20, 20],
      [2_499, 12, 12],
      [2_250, 4, 4],
    ])
    expect(desk.exchange.state.listings.get('XYZ')?.stops.last).toBe(5_000)
    desk.market('flow', 'buy', 125)
    expect([first, second].map((order) => desk.order(order).filledLots)).toEqual([120, 5])
  })

  test('pays out a fraction at the last price, and takes its cost along', () => {
    const desk = openDeskOfDan({ dollars: 1_000n, costBasis: 'fifo' })
    desk.limit('flow', 'sell', 5, 10_000)
    desk.limit('dan', 'buy', 5, 10_000)
    declare(desk, split(3, 2))
    desk.advance(DAY)
    // 7.5 shares for 500.00: half a share at 66.66 is paid out, and a fifteenth of the cost goes.
    expect(desk.position('dan')).toMatchObject({ available: 7 })
    expect(formatMoney(desk.balance('dan').available)).toBe('533.33333333')
    const [position] = [...(desk.exchange.view.account('dan')?.positions ?? [])]
    expect([position?.cost, position?.realizedProfit].map((minor) => formatMoney(minor ?? 0n))).toEqual([
      '466.66666667',
      '0.00',
    ])
    expect(desk.exchange.state.accounts.get('dan')?.lots?.get('XYZ')?.now.lots).toMatchObject([{ lots: 7 }])
    const [activity] = desk.exchange.view.activities('dan')
    expect(activity).toMatchObject({
      type: 'split',
      stock: { symbol: 'XYZ', lots: 2 },
      cash: { amount: 3_333_333_333n },
    })
  })

  test('one share for ten ends the orders of customers', () => {
    const desk = openDesk()
    desk.house(['buy', 9_000, 100], ['sell', 11_000, 5])
    const order = desk.limit('ann', 'sell', 30, 10_003)
    declare(desk, split(1, 10))
    desk.advance(DAY)
    expect(desk.order(order)).toMatchObject({ status: 'canceled', reason: 'corporate-action' })
    expect(desk.position('ann')).toMatchObject({ available: 20, held: 0 })
    expect(desk.exchange.view.best('XYZ')).toMatchObject({ bidTicks: 90_000, bidLots: 10, askTicks: null })
  })

  test('the levels of a house stand where it can set them again', () => {
    const desk = openDesk()
    desk.house(['buy', 10_000, 10], ['buy', 9_999, 20], ['sell', 10_004, 10])
    declare(desk, split(2, 1))
    desk.advance(DAY)
    desk.house(['buy', 5_000, 7], ['buy', 4_999, 0], ['sell', 5_002, 0])
    expect(desk.exchange.view.best('XYZ')).toMatchObject({ bidTicks: 5_000, bidLots: 7, askTicks: null })
    expect(desk.exchange.view.levels('XYZ', 'buy', 5)).toHaveLength(1)
  })
})

test('a trade from before a split is not busted in shares that count otherwise; one from after it is', () => {
  const desk = openDesk()
  desk.limit('flow', 'sell', 10, 10_000)
  desk.limit('ann', 'buy', 10, 10_000)
  const owned = desk.position('ann').available
  declare(desk, split(4, 1))
  desk.advance(DAY)
  const amendments = [
    { type: 'BustTrade', tradeNumber: 1, reason: 'wrong' },
    { type: 'CorrectTrade', tradeNumber: 1, priceTicks: 9_000, reason: 'wrong' },
  ] as const
  for (const amendment of amendments) {
    const events = desk.execute(amendment)
    const rejection = {
      code: 'invalid-request',
      detail: 'Trade 1 counts XYZ as before its split, and stands.',
    }
    expect(events).toMatchObject([{ type: 'CommandRejected', rejection }])
  }
  desk.limit('flow', 'sell', 8, 2_500)
  desk.limit('ann', 'buy', 8, 2_500)
  desk.execute({ type: 'BustTrade', tradeNumber: 2, reason: 'wrong' })
  expect(desk.position('ann').available).toBe(4 * owned)
})

test('who is short owes the dividend, and owes more shares after a split', () => {
  const desk = openDeskOfDan({ dollars: 10_000n, accountType: 'margin' })
  desk.limit('flow', 'buy', 20, 10_000)
  desk.limit('dan', 'sell', 20, 10_000)
  const cover = desk.limit('dan', 'buy', 5, 9_000)
  declare(desk, dividend(50_000_000n))
  declare(desk, split(2, 1))
  desk.advance(DAY)
  expect(desk.position('dan')).toMatchObject({ available: -40 })
  expect(desk.balance('dan')).toMatchObject({ available: 11_990n * ONE })
  expect(desk.order(cover).terms).toMatchObject({ limitPriceTicks: 4_475, quantityLots: 10 })
  const activities = [...desk.exchange.view.activities('dan')].slice(0, 2)
  expect(activities.map(({ type, stock, cash }) => [type, stock?.lots ?? cash?.amount])).toEqual([
    ['split', -20],
    ['dividend', -10n * ONE],
  ])
})

describe('two exits, of which one trades, hold what they need together', () => {
  const exits = (side: 'buy' | 'sell', limitPriceTicks: number, stopPriceTicks: number) =>
    ({
      side,
      quantityLots: 6,
      limitPriceTicks,
      orderClass: 'oco',
      stopLoss: { clientOrderId: `${side}-loss`, stopPriceTicks },
    }) as const

  test('of stock after a split, the stop before its limit order in the queue or not', () => {
    const desk = openDesk()
    declare(desk, split(2, 1))
    desk.submit('ann', exits('sell', 10_100, 9_900))
    desk.advance(DAY)
    expect(desk.position('ann')).toMatchObject({ available: 388, held: 12 })
  })

  test('of money after a dividend, which lowers the bid and leaves the stop', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 200, 10_000)
    declare(desk, dividend(ONE))
    desk.submit('bob', exits('buy', 9_900, 10_100))
    const held = desk.balance('bob').held
    desk.advance(DAY)
    expect(held).toBe(606n * ONE)
    expect(desk.balance('bob').held).toBe(held)
  })
})

test('what is declared, and what is owed, survives a restart', () => {
  const desk = openDesk()
  declare(desk, dividend(25_000_000n), 2)
  desk.advance(DAY)
  const again = new Desk(restoreExchange(JSON.parse(JSON.stringify(desk.exchange.snapshot())), {}))
  again.advance(3 * DAY)
  expect(again.balance('ann').available).toBe(10_050n * ONE)
})

test('whatever is open and owned, everything adds up after a split or dividend, and trading goes on', {
  timeout: 240_000,
}, () => {
  const terms = fc.oneof(
    fc.bigInt({ min: 1n, max: 200n * ONE }).map(dividend),
    fc
      .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
      .filter(([one, other]) => one !== other)
      .map(([one, other]) => split(one, other)),
  )
  fc.assert(
    fc.property(moves, terms, moves, (before, action, after) => {
      const exchange = openExchange({ fees: FEES })
      play(stageOf(exchange), before)
      const exDay = Math.floor(exchange.view.time / DAY) + 1
      const days = { exDay, recordDay: exDay, payDay: exDay + 1 }
      exchange.execute({ type: 'DeclareCorporateAction', symbol: 'XYZ', terms: action, ...days })
      exchange.execute({ type: 'AdvanceTo', time: exchange.view.time + 2 * DAY })
      checkInvariants(exchange)
      play(stageOf(exchange), after)
      exchange.execute({ type: 'AdvanceTo', time: exchange.view.time + 2 * DAY })
      checkInvariants(exchange)
      expect(START).toBeLessThan(exchange.view.time)
    }),
    { numRuns: 150 },
  )
})

test('a replacement on its way to an order that is adjusted ends, and the order goes on without it', () => {
  const desk = openDesk({ requestLatency: 1_000 })
  declare(desk, split(2, 1))
  const order = desk.limit('ann', 'buy', 10, 9_000)
  desk.execute({ type: 'AdvanceTo', time: (EX_TIME ?? 0) - 500 })
  desk.replace(order, { limitPriceTicks: 8_990 }, 'next')
  expect(effects(desk.advance(500))).toEqual([
    ['OrderCanceled', 'corporate-action'],
    ['OrderRestated', 'corporate-action'],
  ])
  expect(effects(desk.advance(500))).toEqual([['OrderRestated', 'replace-refused']])
  expect(desk.order(order)).toMatchObject({
    status: 'new',
    remainingLots: 20,
    terms: { limitPriceTicks: 4_500 },
  })
  expect(desk.balance('ann').held).toBe(900n * ONE)
})

test('a replacement on its way to an order that a dividend leaves alone holds nothing of its own', () => {
  const desk = openDesk({ requestLatency: 1_000 })
  declare(desk, dividend(25_000_000n))
  const order = desk.limit('ann', 'sell', 10, 12_000)
  desk.execute({ type: 'AdvanceTo', time: (EX_TIME ?? 0) - 500 })
  desk.replace(order, { limitPriceTicks: 12_100 }, 'next')
  desk.advance(500)
  expect(desk.position('ann').held).toBe(10)
  desk.advance(500)
  expect(desk.exchange.view.orderByClientId('ann', 'next')).toMatchObject({ status: 'new' })
  expect(desk.position('ann').held).toBe(10)
})

test.each([
  ['a split', 'the market as a whole', split(4, 1), { marketWide: true }],
  ['a split', 'one stock', split(4, 1), { priceBands: true, marketWide: true }],
  ['a dividend', 'the market as a whole', dividend(75n * ONE), { marketWide: true }],
  ['a dividend', 'one stock', dividend(75n * ONE), { priceBands: true, marketWide: true }],
] as const)(
  '%s is no fall of prices that stops %s or restricts short sales',
  (_action, _what, terms, volatility) => {
    const desk = new Desk(openExchange({ calendar: xnys, volatility }, ['ann']))
    desk.house(['buy', 9_999, 500], ['sell', 10_001, 500])
    desk.print(1, 10_000)
    declare(desk, terms)
    desk.advance(8 * 3_600_000_000)
    desk.house(['buy', 9_999, 0], ['sell', 10_001, 0])
    desk.execute({ type: 'AdvanceTo', time: START + DAY })
    desk.house(['buy', 2_499, 900], ['sell', 2_501, 900])
    desk.print(1, 2_500)
    expect(desk.exchange.view.status('XYZ')).toMatchObject({ phase: 'open', halted: false })
    expect(desk.limit('ann', 'sell', 850, 2_499)).toMatchObject({ status: 'filled' })
  },
)

test('after a split short sales are restricted by a fall from what the close of the day before counts now', () => {
  const desk = new Desk(openExchange({}, ['ann']))
  desk.print(1, 10_000)
  declare(desk, split(4, 1))
  desk.advance(DAY)
  desk.house(['buy', 2_240, 900])
  const short = { side: 'sell', limitPriceTicks: 2_240, quantityLots: 900, timeInForce: 'fok' } as const
  desk.print(1, 2_251)
  expect(desk.orderOf(desk.submit('ann', short)).status).toBe('filled')
  desk.house(['buy', 2_240, 900])
  desk.print(1, 2_250)
  expect(desk.submit('ann', short)).toMatchObject([{ rejection: { code: 'short-sale-restricted' } }])
})
