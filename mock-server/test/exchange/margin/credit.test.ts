import { describe, expect, test } from 'vitest'
import type { ExchangeOptions } from '../../../src/exchange/create-exchange.ts'
import type { Rejection } from '../../../src/exchange/events.ts'
import type { OrderTerms } from '../../../src/exchange/orders/order.ts'
import { type Desk, ONE, openDesk, stock } from '../support/builders.ts'

/** Ann may borrow: 10,000 and no stock; Bob has plenty, Cid's account is a cash account. XYZ was last at 100.00. */
function openCredit(options: ExchangeOptions = {}): Desk {
  const desk = openDesk(options, ['ann', 'bob'])
  for (const symbol of ['XYZ', 'BTC-USD']) {
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol, quantityLots: -200 })
  }
  desk.execute({ type: 'Deposit', accountId: 'bob', asset: 'USD', amount: 1_000_000n * ONE })
  desk.house(['buy', 9_999, 10_000], ['sell', 10_001, 10_000])
  desk.print(1, 10_000)
  return desk
}

function marginOf(desk: Desk, accountId = 'ann') {
  const margin = desk.exchange.view.account(accountId)?.margin
  if (margin === undefined) throw new Error(`${accountId} has no margin account`)
  return margin
}

function refusal(desk: Desk, accountId: string, terms: Partial<OrderTerms>): Rejection | undefined {
  const [first] = desk.submit(accountId, terms)
  return first?.type === 'OrderRejected' ? first.rejection : undefined
}

describe('buying on credit', () => {
  test('within the day it costs the maintenance margin, beyond it half', () => {
    const desk = openCredit()
    expect(marginOf(desk)).toMatchObject({
      regime: 'intraday',
      multiplier: 4,
      equity: 10_000n * ONE,
      buyingPower: 40_000n * ONE,
      regTBuyingPower: 20_000n * ONE,
      cashBuyingPower: 10_000n * ONE,
    })
    desk.limit('ann', 'buy', 100, 9_998)
    expect(marginOf(desk)).toMatchObject({ buyingPower: 30_002n * ONE, orderMargin: 4_999n * ONE })
    expect(desk.balance('ann')).toEqual({ available: 10_000n * ONE, held: 0n })
  })

  test('of two exits the dearer one counts, whichever it is, and not both', () => {
    const desk = openCredit()
    const pair = { quantityLots: 100, limitPriceTicks: 9_990, orderClass: 'oco' } as const
    const stopLoss = { clientOrderId: 'loss', stopPriceTicks: 10_100 }
    const order = desk.orderOf(desk.submit('ann', { ...pair, stopLoss }))
    expect(marginOf(desk).buyingPower).toBe(29_900n * ONE)
    const leg = desk.exchange.view.orderByClientId('ann', 'loss')
    if (leg !== undefined) desk.replace(leg, { stopPriceTicks: 10_200 })
    expect(marginOf(desk).buyingPower).toBe(29_800n * ONE)
    desk.cancel(order)
    expect(marginOf(desk).buyingPower).toBe(40_000n * ONE)
  })

  test('what is bought is paid with what the account has and what it borrows', () => {
    const desk = openCredit()
    desk.market('ann', 'buy', 300)
    expect(desk.balance('ann').available).toBe(-20_003n * ONE)
    expect(marginOf(desk)).toMatchObject({
      equity: 10_000n * ONE,
      longMarketValue: 30_003n * ONE,
      initialMargin: 15_001n * ONE + ONE / 2n,
      maintenanceMargin: 7_500n * ONE + (ONE * 3n) / 4n,
      cashBuyingPower: 0n,
    })
  })

  test('a market order is held against the very matches that it makes', () => {
    const desk = openCredit()
    expect(refusal(desk, 'ann', { quantityLots: 400 })).toEqual({
      code: 'insufficient-buying-power',
      detail: 'Buying 400 XYZ at the market needs 40004.00 USD of buying power; 40000.00 USD is available.',
      pointer: '/quantity',
      suggestion: '399',
    })
    expect(desk.market('ann', 'buy', 399).status).toBe('filled')
  })

  test('in the regime before 2026-06-04 twice the equity', () => {
    const desk = openCredit({ margin: { regime: 'legacyDayTrade' } })
    expect(marginOf(desk)).toMatchObject({
      regime: 'legacyDayTrade',
      multiplier: 2,
      buyingPower: 20_000n * ONE,
    })
  })

  test('an account with less than 2,000 borrows nothing', () => {
    const desk = openCredit()
    desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: -8_001n * ONE })
    expect(marginOf(desk)).toMatchObject({ multiplier: 1, buyingPower: 1_999n * ONE })
  })

  test('a stock that is not marginable, or cheap, takes all of its price', () => {
    const desk = openCredit()
    desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'NOPE', marginable: false }) })
    expect(
      desk.submit('ann', { symbol: 'NOPE', quantityLots: 101, limitPriceTicks: 10_000 })[0],
    ).toMatchObject({
      type: 'OrderRejected',
      rejection: { code: 'insufficient-buying-power', suggestion: '100' },
    })
    desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'PENNY' }) })
    desk.submit('ann', { symbol: 'PENNY', quantityLots: 4_000, limitPriceTicks: 249 })
    expect(marginOf(desk).orderMargin).toBe(9_960n * ONE)
  })

  test('the house may want more than the rules', () => {
    const desk = openCredit({ margin: { house: [{ side: 'long', rate: 40_000_000n }] } })
    desk.market('ann', 'buy', 100)
    expect(marginOf(desk).maintenanceMargin).toBe((10_001n * ONE * 4n) / 10n)
  })

  test('crypto is never lent on: it costs money that is there and that credit does not stand on', () => {
    const desk = openCredit()
    desk.market('ann', 'buy', 100)
    expect(marginOf(desk).cashBuyingPower).toBe(0n)
    expect(
      refusal(desk, 'ann', { symbol: 'BTC-USD', quantityLots: 100_000, limitPriceTicks: 10_000 }),
    ).toMatchObject({ code: 'insufficient-buying-power' })
  })

  test('nor is crypto lent: a margin account sells what it has of it', () => {
    const desk = openCredit()
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'BTC-USD', quantityLots: 5 })
    const sale = { symbol: 'BTC-USD', side: 'sell', limitPriceTicks: 10_000 } as const
    expect(refusal(desk, 'ann', { ...sale, quantityLots: 6 })).toMatchObject({
      code: 'insufficient-position',
      suggestion: '0.00005',
    })
    expect(refusal(desk, 'ann', { ...sale, quantityLots: 5 })).toBeUndefined()
    expect(marginOf(desk).orderMargin).toBe(0n)
  })

  test('a sale closes what is long, whatever else is open', () => {
    const desk = openCredit()
    desk.market('ann', 'buy', 300)
    desk.limit('ann', 'sell', 200, 10_002)
    desk.limit('ann', 'sell', 100, 10_003)
    expect(desk.position('ann')).toMatchObject({ available: 0, held: 300 })
    expect(marginOf(desk).orderMargin).toBe(0n)
  })

  test('no money is paid out that credit stands on', () => {
    const desk = openCredit()
    desk.market('ann', 'buy', 50)
    const [refused] = desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: -5_000n * ONE })
    expect(refused).toMatchObject({
      type: 'CommandRejected',
      rejection: { code: 'insufficient-buying-power' },
    })
  })
})

describe('selling short', () => {
  test('opens a negative position, whose proceeds are no equity', () => {
    const desk = openCredit()
    expect(desk.market('ann', 'sell', 100).status).toBe('filled')
    expect(desk.position('ann')).toEqual({ available: -100, held: 0, cost: -9_999n * ONE, profit: 0n })
    expect(marginOf(desk)).toMatchObject({
      equity: 10_000n * ONE,
      shortMarketValue: -9_999n * ONE,
      maintenanceMargin: (9_999n * ONE * 3n) / 10n,
    })
  })

  test('is counted at its limit, or somewhat above the ask', () => {
    const desk = openCredit({ margin: { regime: 'legacyDayTrade' } })
    desk.limit('ann', 'sell', 10, 10_002)
    expect(marginOf(desk).orderMargin).toBe((10n * 10_302n * ONE) / 200n)
    desk.limit('ann', 'sell', 10, 12_000)
    expect(marginOf(desk).orderMargin).toBe((10n * (10_302n + 12_000n) * ONE) / 200n)
  })

  test('goes through zero in one fill', () => {
    const desk = openCredit()
    desk.market('ann', 'buy', 100)
    expect(desk.market('ann', 'sell', 150).status).toBe('filled')
    expect(desk.position('ann')).toEqual({
      available: -50,
      held: 0,
      cost: -(50n * 9_999n * ONE) / 100n,
      profit: -2n * ONE,
    })
    desk.market('ann', 'buy', 80)
    expect(desk.position('ann')).toMatchObject({ available: 30, cost: (30n * 10_001n * ONE) / 100n })
  })

  test('low prices want more by share than by value', () => {
    const desk = openCredit({ margin: { regime: 'intraday' } })
    desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'TWO' }) })
    desk.submit('bob', { symbol: 'TWO', quantityLots: 100, limitPriceTicks: 200 })
    desk.submit('ann', { symbol: 'TWO', side: 'sell', quantityLots: 100 })
    expect(marginOf(desk).maintenanceMargin).toBe(250n * ONE)
  })

  test('cash accounts sell what they have and no more, as ever', () => {
    const desk = openCredit()
    expect(refusal(desk, 'cid', { side: 'sell', quantityLots: 201 })).toMatchObject({
      code: 'insufficient-position',
      suggestion: '200',
    })
  })

  test('what nobody lends is not sold short', () => {
    const desk = openCredit()
    desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'NONE', shortable: false }) })
    expect(refusal(desk, 'ann', { symbol: 'NONE', side: 'sell', quantityLots: 5 })).toEqual({
      code: 'not-shortable',
      detail: 'Selling 5 NONE sells 5 short; NONE may not be sold short.',
      pointer: '/quantity',
    })
  })

  test('a borrow is taken by the order and given back when it ends, or is covered', () => {
    const desk = openCredit()
    desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'FEW', borrowableLots: 10 }) })
    const few = (
      side: 'buy' | 'sell',
      quantityLots: number,
      limitPriceTicks: number,
    ): Partial<OrderTerms> => ({
      symbol: 'FEW',
      side,
      quantityLots,
      limitPriceTicks,
    })
    desk.submit('bob', few('buy', 6, 1_000))
    desk.submit('ann', few('sell', 6, 1_000))
    const open = desk.orderOf(desk.submit('ann', few('sell', 3, 1_100)))
    expect(refusal(desk, 'ann', few('sell', 2, 1_200))).toEqual({
      code: 'borrow-unavailable',
      detail: 'Selling 2 FEW sells 2 short; 1 can be borrowed.',
      pointer: '/quantity',
      suggestion: '1',
    })
    desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: open.orderNumber })
    expect(refusal(desk, 'ann', few('sell', 5, 1_200))).toMatchObject({ suggestion: '4' })
    desk.submit('bob', few('sell', 6, 1_050))
    desk.submit('ann', few('buy', 6, 1_050))
    expect(refusal(desk, 'ann', few('sell', 11, 1_200))).toMatchObject({ suggestion: '10' })
  })

  test('reduce-only buys cover, and no more', () => {
    const desk = openCredit()
    desk.market('ann', 'sell', 100)
    desk.limit('ann', 'buy', 30, 9_000)
    expect(refusal(desk, 'ann', { quantityLots: 80, reduceOnly: true })).toMatchObject({
      code: 'would-increase-position',
      suggestion: '70',
    })
    expect(refusal(desk, 'ann', { quantityLots: 70, reduceOnly: true })).toBeUndefined()
  })

  test('a fall by a tenth since yesterday keeps short sales above the bid until the end of the next day', () => {
    const day = 86_400_000_000
    const desk = openCredit()
    desk.advance(day)
    desk.print(1, 9_001, { fills: false })
    expect(refusal(desk, 'ann', { side: 'sell', quantityLots: 1 })).toBeUndefined()
    desk.house(['buy', 9_999, 0], ['buy', 8_999, 10])
    desk.print(1, 9_000)
    expect(refusal(desk, 'ann', { side: 'sell', quantityLots: 1 })).toMatchObject({
      code: 'short-sale-restricted',
      pointer: '/type',
    })
    const short = refusal(desk, 'ann', { side: 'sell', quantityLots: 1, limitPriceTicks: 8_999 })
    expect(short).toMatchObject({
      code: 'short-sale-restricted',
      pointer: '/limitPrice',
      suggestion: '90.00',
    })
    expect(desk.limit('ann', 'sell', 1, 9_000).status).toBe('new')
    expect(refusal(desk, 'bob', { side: 'sell', quantityLots: 1 })).toBeUndefined()
    desk.advance(day)
    expect(refusal(desk, 'ann', { side: 'sell', quantityLots: 1 })).toBeDefined()
    desk.print(1, 9_000)
    desk.advance(day)
    expect(refusal(desk, 'ann', { side: 'sell', quantityLots: 1 })).toBeUndefined()
  })
})
