import { expect, test } from 'vitest'
import { type Desk, ONE, openDesk } from '../support/builders.ts'

const DAY = 86_400_000_000

/** Ann may borrow and has so many dollars and no stock, since yesterday; XYZ stands at 100.00. */
function openDay(dollars: bigint): Desk {
  const desk = openDesk({ margin: { regime: 'legacyDayTrade' } }, ['ann'])
  for (const symbol of ['XYZ', 'BTC-USD']) {
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol, quantityLots: -200 })
  }
  desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: (dollars - 10_000n) * ONE })
  desk.house(['buy', 9_999, 100_000], ['sell', 10_000, 100_000])
  desk.print(1, 10_000)
  desk.advance(DAY)
  return desk
}

function dayTrade(desk: Desk): void {
  desk.market('ann', 'buy', 10)
  desk.market('ann', 'sell', 10)
}

const marginOf = (desk: Desk) => desk.exchange.view.account('ann')?.margin

test('a fourth day trade within five business days is kept from whoever has less than 25,000', () => {
  const desk = openDay(10_000n)
  for (let count = 0; count < 3; count += 1) dayTrade(desk)
  expect(marginOf(desk)?.dayTrading).toEqual({ count: 3, isPattern: false, buyingPower: 0n })
  const [refused] = desk.submit('ann', { quantityLots: 10, limitPriceTicks: 9_000 })
  expect(refused).toMatchObject({
    type: 'OrderRejected',
    rejection: { code: 'day-trade-limit', pointer: '/quantity' },
  })
  // They were made on a Tuesday, and Thursday is a holiday: Wednesday is the fifth business day after.
  desk.advance(7 * DAY)
  expect(desk.limit('ann', 'buy', 10, 9_000).status).toBe('rejected')
  desk.advance(DAY)
  expect(desk.limit('ann', 'buy', 10, 9_000).status).toBe('new')
})

test('closing is never refused', () => {
  const desk = openDay(10_000n)
  desk.market('ann', 'buy', 20)
  desk.advance(DAY)
  for (let count = 0; count < 3; count += 1) dayTrade(desk)
  expect(desk.market('ann', 'sell', 20).status).toBe('filled')
})

test('an order that closes in several parts is one day trade, and what was kept overnight is none', () => {
  const desk = openDay(10_000n)
  desk.market('ann', 'buy', 20)
  desk.advance(DAY)
  desk.market('ann', 'sell', 10)
  expect(marginOf(desk)?.dayTrading?.count).toBe(0)
  desk.house(['buy', 9_999, 3], ['buy', 9_998, 3], ['buy', 9_997, 100])
  desk.market('ann', 'buy', 10)
  desk.market('ann', 'sell', 10)
  expect(marginOf(desk)?.dayTrading?.count).toBe(1)
})

test('a pattern day trader has four times the excess of the morning, given back by closing whatever it brought', () => {
  const desk = openDay(30_000n)
  for (let count = 0; count < 4; count += 1) dayTrade(desk)
  expect(marginOf(desk)).toMatchObject({
    multiplier: 4,
    dayTrading: { count: 4, isPattern: true, buyingPower: 120_000n * ONE },
  })
  expect(desk.market('ann', 'buy', 1_200).status).toBe('filled')
  expect(marginOf(desk)?.dayTrading?.buyingPower).toBe(0n)
  expect(desk.market('ann', 'buy', 1).reason).toBe('insufficient-buying-power')
  desk.market('ann', 'sell', 600)
  expect(marginOf(desk)?.dayTrading?.buyingPower).toBe(60_000n * ONE)
  const open = desk.limit('ann', 'buy', 100, 9_000)
  expect(marginOf(desk)?.dayTrading?.buyingPower).toBe(51_000n * ONE)
  desk.execute({ type: 'CancelOrder', accountId: 'ann', orderNumber: open.orderNumber })
  expect(marginOf(desk)?.dayTrading?.buyingPower).toBe(60_000n * ONE)
})

test('the rule is that of the date', () => {
  const desk = openDesk({}, ['ann'])
  expect(marginOf(desk)).toMatchObject({ regime: 'intraday', dayTrading: undefined })
})
