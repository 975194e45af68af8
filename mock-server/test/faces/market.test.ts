import { expect, test } from 'vitest'
import { createMockBroker, type MockBroker } from '../../src/index.ts'

const QUOTE = '/v1/quotes/latest?symbols=AAPL'

async function get(broker: MockBroker, path: string) {
  const authorization = `Bearer ${broker.credentials.apiKey}`
  const response = await broker.fetch(`${broker.baseUrl}${path}`, { headers: { authorization } })
  return response.json()
}

test('scripted prices are what clients see, in world time', async () => {
  const prices = { AAPL: [[0, '190.00'] as const, [60, '191.50'] as const] }
  await using broker = createMockBroker({ clock: 'paused', market: { model: 'scripted', prices } })
  expect(await get(broker, QUOTE)).toMatchObject({ data: [{ bidPrice: '189.99', askPrice: '190.01' }] })
  await broker.clock.advance(60_000)
  expect(await get(broker, QUOTE)).toMatchObject({ data: [{ bidPrice: '191.49', askPrice: '191.51' }] })
})

test('a broker of single orders quotes and trades, begins anew alike, and leaves a symbol to setQuote', async () => {
  await using broker = createMockBroker({
    seed: 3,
    clock: 'paused',
    market: 'orderFlow',
    symbols: ['AAPL', 'EUR-USD'],
    nextEpoch: () => 'epoch',
  })
  const played = async () => {
    await broker.clock.advance(60_000)
    return [await get(broker, QUOTE), await get(broker, '/v1/trades/AAPL?limit=5')]
  }
  const first = await played()
  await broker.reset()
  expect(await played()).toEqual(first)
  broker.market.setQuote('AAPL', { bidPrice: '100.00', askPrice: '100.02' })
  await broker.clock.advance(60_000)
  expect(await get(broker, QUOTE)).toMatchObject({ data: [{ bidPrice: '100.00', askPrice: '100.02' }] })
})

test.each(['calm', 'orderFlow', 'gbm'] as const)('the market %s survives a night', async (market) => {
  await using broker = createMockBroker({ clock: 'paused', market, symbols: ['AAPL', 'BTC-USD'] })
  await broker.clock.advance(12 * 3_600_000)
  const { data } = await get(broker, QUOTE)
  expect(Number(data[0].askPrice)).toBeGreaterThan(Number(data[0].bidPrice))
})

test('what can be borrowed of a stock changes when the test says so', async () => {
  await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL', 'BTC-USD'] })
  const borrow = async () => (await get(broker, '/v1/instruments/AAPL')).borrow
  expect(await borrow()).toBe('easy')
  broker.market.setBorrow('AAPL', { quantity: '500' })
  expect(await borrow()).toBe('hard')
  broker.market.setBorrow('AAPL', 'none')
  expect(await borrow()).toBe('none')
  broker.market.setBorrow('AAPL', 'easy')
  expect(await borrow()).toBe('easy')
  expect(() => broker.market.setBorrow('AAPL', { quantity: '0.5' })).toThrow(/'easy', 'none' or/)
  expect(() => broker.market.setBorrow('AAPL', null as never)).toThrow(/'easy', 'none' or .*, not null/)
  expect(() => broker.market.correctTrade('trd_1', null as never)).toThrow(
    /a correction is an object .*, not null/i,
  )
  const declare = () => broker.market.declareCorporateAction('AAPL', null as never)
  expect(declare).toThrow(/a corporate action is an object .*, not null/i)
  expect(() => broker.market.setBorrow('NOPE', 'none')).toThrow(/no instrument NOPE/)
  expect(() => broker.market.setBorrow('BTC-USD', 'none')).toThrow(/a whole quantity of a stock/)
})

test('a halt says what its reason and its orders may be', async () => {
  await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL'] })
  const halt = broker.market.halt as (...args: unknown[]) => void
  expect(() => halt('AAPL', { orders: 'cancel' })).toThrow(/reason of a halt is a text .*, not \{"orders"/)
  expect(() => halt('AAPL', 'news', { orders: 'drop' })).toThrow(/'keep', 'suspend' or 'cancel', not "drop"/)
})

type Steering = Record<string, (...args: unknown[]) => unknown>

test.each([
  [
    'market',
    'setQuote',
    ['AAPL', { bidPrice: '1.00', askPrice: '1.01', bidSize: 5 }],
    /no field of a quote "bidSize"; there are bidPrice, askPrice/,
  ],
  [
    'market',
    'printTrade',
    ['AAPL', { price: '1.00', size: 5 }],
    /no field of a trade "size"; there are price, quantity/,
  ],
  [
    'market',
    'correctTrade',
    ['trd_1', { why: 'x' }],
    /no field of a correction "why"; there are price, quantity, reason/,
  ],
  ['market', 'halt', ['AAPL', 'news', { cancel: true }], /no option of a halt "cancel"; there are orders/],
  [
    'market',
    'declareCorporateAction',
    ['AAPL', { type: 'cashDividend', amount: '1', exDate: '2026-01-12', payDate: '2026-01-14' }],
    /no field of a cashDividend "payDate"; there are type, exDate, recordDate, payableDate, amount/,
  ],
  [
    'market',
    'setBorrow',
    ['AAPL', { quantity: '5', rate: '0.1' }],
    /no part of what can be borrowed "rate"; there are quantity/,
  ],
  [
    'market',
    'declareCorporateAction',
    ['AAPL', { type: 'split', newUnits: 2, oldUnits: 1, exDate: '2026-01-12', amount: '1' }],
    /no field of a split "amount"; there are type, exDate, recordDate, payableDate, newUnits, oldUnits/,
  ],
  [
    'market',
    'resume',
    ['AAPL', { auctionMS: 5 }],
    /no option of a resumption "auctionMS"; there are auctionMs/,
  ],
  [
    'account',
    'deposit',
    ['5', { account: 'x' }],
    /no part of where to deposit "account"; there are accountId, asset/,
  ],
  [
    'account',
    'depositPosition',
    ['AAPL', '5', { asset: 'USD' }],
    /no part of where to deposit "asset"; there are accountId/,
  ],
] as const)('broker.%s.%s refuses a name that it does not know', async (face, name, args, sentence) => {
  await using broker = createMockBroker({ clock: 'paused' })
  const steering = broker[face] as unknown as Steering
  expect(() => steering[name]?.(...args)).toThrow(sentence)
})
