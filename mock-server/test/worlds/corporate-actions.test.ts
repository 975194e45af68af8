import { expect, test } from 'vitest'
import { createMockBroker, type MockBroker } from '../../src/index.ts'

const SPLIT = { type: 'split', newUnits: 4, oldUnits: 1, exDate: '2026-01-06' } as const
const DAY = 86_400_000

async function get(broker: MockBroker, path: string) {
  const headers = { authorization: `Bearer ${broker.credentials.apiKey}` }
  return (await broker.fetch(`${broker.baseUrl}/v1${path}`, { headers })).json()
}

async function middle(broker: MockBroker): Promise<number> {
  const { data } = await get(broker, '/quotes/latest?symbols=AAPL')
  return (Number(data[0].bidPrice) + Number(data[0].askPrice)) / 2
}

test.each(['calm', 'orderFlow', 'gbm'] as const)(
  'the market model %s goes on at the new price',
  async (market) => {
    await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL'], market })
    await broker.clock.advance(1_000)
    broker.account.depositPosition('AAPL', 10)
    const before = await middle(broker)
    expect(broker.market.declareCorporateAction('AAPL', SPLIT)).toBe('cor_1')
    await broker.clock.advance(DAY)
    for (const minutes of [0, 1, 5]) {
      await broker.clock.advance(minutes * 60_000)
      const after = await middle(broker)
      expect(after / (before / 4)).toBeGreaterThan(0.9)
      expect(after / (before / 4)).toBeLessThan(1.1)
    }
    expect((await get(broker, '/positions/AAPL')).quantity).toBe('40')
    const { data: activities } = await get(broker, '/accounts/acc_demo/activities')
    expect(activities[0]).toMatchObject({
      type: 'split',
      symbol: 'AAPL',
      quantity: '30',
      corporateActionId: 'cor_1',
    })
  },
)

test('prices of a script are what it says, and a quote that was set stands at its new price', async () => {
  await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL'] })
  broker.market.setQuote('AAPL', { bidPrice: '200.00', askPrice: '200.10' })
  broker.market.declareCorporateAction('AAPL', SPLIT)
  await broker.clock.advance(DAY)
  expect(await middle(broker)).toBeCloseTo(50.015)
  broker.market.setQuote('AAPL', { bidPrice: '60.00', askPrice: '60.02' })
  expect(await middle(broker)).toBeCloseTo(60.01)
})

test('corporate actions are listed by ex-date, newest first, and dividends are paid', async () => {
  await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL', 'MSFT'] })
  broker.account.depositPosition('AAPL', 100)
  const dividend = {
    type: 'cashDividend',
    amount: '0.25',
    exDate: '2026-01-07',
    payableDate: '2026-01-09',
  } as const
  broker.market.declareCorporateAction('AAPL', dividend)
  broker.market.declareCorporateAction('MSFT', { ...SPLIT, newUnits: 1, oldUnits: 3 })
  expect(await get(broker, '/corporate-actions')).toEqual({
    data: [
      {
        corporateActionId: 'cor_1',
        symbol: 'AAPL',
        type: 'cashDividend',
        exDate: '2026-01-07',
        recordDate: '2026-01-07',
        payableDate: '2026-01-09',
        amount: '0.25',
      },
      {
        corporateActionId: 'cor_2',
        symbol: 'MSFT',
        type: 'split',
        exDate: '2026-01-06',
        recordDate: '2026-01-06',
        payableDate: '2026-01-06',
        ratio: '0.33333333',
        newUnits: 1,
        oldUnits: 3,
      },
    ],
    nextCursor: null,
  })
  expect((await get(broker, '/corporate-actions?symbol=MSFT')).data).toHaveLength(1)
  expect((await get(broker, '/corporate-actions?from=2026-01-07&limit=1')).data).toMatchObject([
    { symbol: 'AAPL' },
  ])
  await broker.clock.advance(5 * DAY)
  const { data } = await get(broker, '/accounts/acc_demo/activities?type=dividend')
  expect(data).toMatchObject([{ amount: '25.00', asset: 'USD', corporateActionId: 'cor_1' }])
})

test.each([
  [{ ...SPLIT, exDate: '6 January' }, /exDate is a day such as 2026-01-12, not 6 January/],
  [{ ...SPLIT, exDate: '2026-01-05' }, /must be after today, 2026-01-05/],
  [{ type: 'cashDividend', amount: 'much', exDate: '2026-01-06' } as const, /decimal such as 0.25, not much/],
  [{ type: 'merger', exDate: '2026-01-06' } as never, /'split' or a 'cashDividend'/],
])('%o is refused', async (action, message) => {
  await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL'] })
  expect(() => broker.market.declareCorporateAction('AAPL', action)).toThrow(message)
})

test('a stock with a calendar has no ex-date on a day without a session; one that always trades may', async () => {
  const saturday = { ...SPLIT, exDate: '2026-01-17' }
  const options = { clock: 'paused', symbols: ['AAPL'] } as const
  await using broker = createMockBroker({ ...options, calendar: 'XNYS' })
  // The Monday after it is a holiday.
  expect(() => broker.market.declareCorporateAction('AAPL', saturday)).toThrow(
    'AAPL does not trade on the ex-date 2026-01-17; the next day on which it does is 2026-01-20',
  )
  expect(broker.market.declareCorporateAction('AAPL', { ...SPLIT, exDate: '2026-01-20' })).toBe('cor_1')
  await using always = createMockBroker(options)
  expect(always.market.declareCorporateAction('AAPL', saturday)).toBe('cor_1')
})

test('of what happens in one jump of the clock each account message shows its own instant', async () => {
  await using broker = createMockBroker({ clock: 'paused', symbols: ['AAPL'], nextEpoch: () => 'e-jump' })
  broker.account.depositPosition('AAPL', 100)
  for (const date of ['2026-01-06', '2026-01-07', '2026-01-08']) {
    const dates = { exDate: date, payableDate: date }
    broker.market.declareCorporateAction('AAPL', { type: 'cashDividend', amount: '0.25', ...dates })
  }
  await broker.clock.advance(5 * DAY)
  const { data } = await get(broker, '/events?channel=account&epoch=e-jump&from=1')
  const messages: { time: string; data: { balances: { total: string }[] } }[] = data.slice(-3)
  expect(messages.map((message) => [message.time.slice(0, 10), message.data.balances[0]?.total])).toEqual([
    ['2026-01-06', '100025.00'],
    ['2026-01-07', '100050.00'],
    ['2026-01-08', '100075.00'],
  ])
})
