import { expect, test } from 'vitest'
import type { ExchangeOptions } from '../../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../../src/exchange/events.ts'
import { type Desk, ONE, openDesk } from '../support/builders.ts'

const MINUTE = 60_000_000

/** Ann owns 390 of XYZ, bought at 100.00 with 10,000 and credit. */
function inDebt(options: ExchangeOptions = {}): Desk {
  const desk = openDesk(options, ['ann'])
  desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: -200 })
  desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'BTC-USD', quantityLots: -200 })
  desk.house(['sell', 10_000, 390])
  desk.market('ann', 'buy', 390)
  return desk
}

/** The market goes to a price: there are 1,000 on each side, or so many. */
function goTo(desk: Desk, price: number, bidLots = 1_000): void {
  desk.house(['sell', 10_000, 0], ['buy', price, bidLots], ['sell', price + 1, 1_000])
  desk.print(1, price, { fills: false })
  desk.print(1, price)
}

const callOf = (desk: Desk) => desk.exchange.view.account('ann')?.margin?.call
const typesOf = (events: readonly ExchangeEvent[]) => events.map(({ type }) => type)

test('equity below the maintenance margin is a call within the minute, told to the account', () => {
  const desk = inDebt()
  goTo(desk, 9_950)
  expect(desk.advance(MINUTE)).toEqual([])
  expect(callOf(desk)).toBeUndefined()
  // 390 at 98.00 are worth 38,220 against a debt of 29,000; a quarter of them is 9,555.
  goTo(desk, 9_800)
  expect(typesOf(desk.advance(MINUTE))).toEqual(['AccountChanged'])
  const { time } = desk.exchange.view
  expect(callOf(desk)).toEqual({
    calledAt: expect.any(Number),
    dueAt: expect.any(Number),
    isLiquidating: false,
    deficiency: 335n * ONE,
  })
  expect((callOf(desk)?.dueAt ?? 0) - (callOf(desk)?.calledAt ?? 0)).toBe(15 * MINUTE)
  expect(time - (callOf(desk)?.calledAt ?? 0)).toBeLessThan(MINUTE)
})

test('whoever pays in during the grace keeps the positions', () => {
  const desk = inDebt()
  goTo(desk, 9_800)
  desk.advance(MINUTE)
  desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: 400n * ONE })
  desk.advance(MINUTE)
  expect(callOf(desk)).toBeUndefined()
  desk.advance(60 * MINUTE)
  expect(desk.position('ann').available).toBe(390)
})

test('after the grace the broker cancels its orders and closes what it must, with its reason', () => {
  const desk = inDebt()
  const open = desk.limit('ann', 'sell', 10, 12_000)
  goTo(desk, 9_800)
  const events = desk.advance(17 * MINUTE)
  expect(desk.order(open)).toMatchObject({ status: 'canceled', reason: 'margin-call' })
  const sold = events.flatMap((event) => (event.type === 'OrderAccepted' ? [event.order] : []))
  const clientOrderId: unknown = expect.stringMatching(/^margin-call-\d+$/)
  expect(sold).toMatchObject([{ reason: 'margin-call', terms: { side: 'sell', clientOrderId } }])
  expect(callOf(desk)).toBeUndefined()
  const left = desk.position('ann').available
  expect(left).toBeGreaterThan(300)
  expect(left).toBeLessThan(390)
})

test('a short position is bought back as its price rises', () => {
  const desk = inDebt({ margin: { graceMicros: 0 } })
  desk.house(['sell', 10_000, 0], ['buy', 10_000, 1_000])
  desk.market('ann', 'sell', 390)
  desk.market('ann', 'sell', 300)
  goTo(desk, 10_000)
  desk.house(['buy', 10_000, 0], ['sell', 10_001, 0], ['sell', 11_000, 1_000], ['buy', 10_999, 1_000])
  desk.print(1, 11_000)
  desk.advance(MINUTE)
  const { available } = desk.position('ann')
  expect(available).toBeLessThan(0)
  expect(available).toBeGreaterThan(-300)
})

test('where nobody buys, nothing is sold, and nothing is tried again until something moves', () => {
  const desk = inDebt({ margin: { graceMicros: 0 } })
  goTo(desk, 9_800)
  desk.house(['buy', 9_800, 0])
  desk.advance(MINUTE)
  expect(callOf(desk)).toMatchObject({ isLiquidating: true })
  expect(desk.exchange.state.marginCheckAt).toBeUndefined()
  expect(typesOf(desk.advance(365 * 24 * 60 * MINUTE))).not.toContain('OrderAccepted')
  desk.house(['buy', 9_700, 20])
  desk.advance(MINUTE)
  expect(desk.position('ann').available).toBe(370)
  desk.advance(2 * MINUTE)
  expect(desk.exchange.state.marginCheckAt).toBeUndefined()
})

test('an account with a call opens nothing', () => {
  const desk = inDebt()
  goTo(desk, 9_800)
  desk.advance(MINUTE)
  const order = desk.limit('ann', 'buy', 1, 9_000)
  expect(order).toMatchObject({ status: 'rejected', reason: 'insufficient-buying-power' })
  expect(desk.limit('ann', 'sell', 390, 9_900).status).toBe('new')
})
