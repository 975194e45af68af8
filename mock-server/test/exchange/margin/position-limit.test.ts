import { expect, test } from 'vitest'
import type { Rejection } from '../../../src/exchange/events.ts'
import type { OrderTerms } from '../../../src/exchange/orders/order.ts'
import { type Desk, ONE, openDesk } from '../support/builders.ts'

const DAY = 86_400_000_000

/** Ann, a pattern day trader, owns 1,000 of XYZ, bought today at 100.00 with 30,000; since then it fell. */
function afterAFall(price: number): Desk {
  const desk = openDesk({ margin: { regime: 'legacyDayTrade' } }, ['ann'])
  for (const symbol of ['XYZ', 'BTC-USD'])
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol, quantityLots: -200 })
  desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: 20_000n * ONE })
  desk.house(['buy', 10_000, 5_000])
  desk.advance(DAY)
  for (let count = 0; count < 4; count += 1) {
    desk.house(['sell', 10_001, 100])
    desk.market('ann', 'buy', 10)
    desk.market('ann', 'sell', 10)
  }
  desk.house(['sell', 10_001, 2_000])
  desk.advance(DAY)
  desk.market('ann', 'buy', 1_000)
  desk.house(['buy', 10_000, 0], ['sell', 10_001, 0], ['buy', price, 2_000], ['sell', price + 1, 2_000])
  desk.print(1, price)
  return desk
}

function refusal(desk: Desk, terms: Partial<OrderTerms>): Rejection | undefined {
  const [first] = desk.submit('ann', terms)
  return first?.type === 'OrderRejected' ? first.rejection : undefined
}

test('what the morning allowed may be opened while positions are six times the equity or less', () => {
  const desk = afterAFall(8_500)
  const { equity = 0n, longMarketValue = 0n } = desk.exchange.view.account('ann')?.margin ?? {}
  expect(longMarketValue).toBeLessThanOrEqual(6n * equity)
  expect(refusal(desk, { quantityLots: 10, limitPriceTicks: 8_000 })).toBeUndefined()
})

test('beyond it the account closes and opens nothing, and is told the numbers and what would pass', () => {
  const desk = afterAFall(8_000)
  const { equity = 0n, longMarketValue = 0n } = desk.exchange.view.account('ann')?.margin ?? {}
  expect(longMarketValue).toBeGreaterThan(6n * equity)
  expect(refusal(desk, { quantityLots: 10, limitPriceTicks: 7_900 })).toEqual({
    code: 'closing-only',
    detail: expect.stringMatching(
      /^Positions of 80000\.00 USD are more than 6 times the equity of \d+\.\d\d USD; the account may only close/,
    ),
    pointer: '/quantity',
  })
  const sale = { side: 'sell', limitPriceTicks: 8_100 } as const
  expect(refusal(desk, { ...sale, quantityLots: 1_200 })).toMatchObject({
    code: 'closing-only',
    suggestion: '1000',
  })
  expect(refusal(desk, { ...sale, quantityLots: 1_000 })).toBeUndefined()
})

test('a stop that would open is refused when it is reached', () => {
  const desk = afterAFall(8_500)
  const stop = desk.orderOf(desk.submit('ann', { type: 'stop', stopPriceTicks: 8_600, quantityLots: 10 }))
  expect(stop.status).toBe('new')
  desk.house(['buy', 8_500, 0], ['sell', 8_501, 0], ['buy', 8_000, 2_000], ['sell', 8_001, 10])
  desk.print(1, 8_000)
  desk.print(1, 8_600)
  expect(desk.order(stop)).toMatchObject({ reason: 'closing-only' })
})
