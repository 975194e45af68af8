import { describe, expect, test } from 'vitest'
import { settlementDay } from '../../src/exchange/accounts/settlement/settlement-date.ts'
import { restoreExchange } from '../../src/exchange/create-exchange.ts'
import { formatDate, parseTime } from '../../src/exchange/values/time.ts'
import { formatMoney } from '../../src/exchange/values/wire.ts'
import {
  coin,
  Desk,
  type Keeping,
  ONE,
  openCustomer,
  openDesk,
  openDeskOfDan,
  stock,
} from './support/builders.ts'

const DAY = 86_400_000_000
const euro = stock({ symbol: 'EUR-USD', assetClass: 'fx' })

test.each([
  ['stocks on the next business day', stock(), '2026-01-05T15:00:00Z', '2026-01-06'],
  ['a Friday settles on Monday', stock(), '2026-01-09T15:00:00Z', '2026-01-12'],
  ['over a holiday', stock(), '2026-01-16T15:00:00Z', '2026-01-20'],
  ['what an always open market trades on Saturday, on Monday', stock(), '2026-01-10T15:00:00Z', '2026-01-12'],
  ['an evening in New York is still its day', stock(), '2026-01-06T00:30:00Z', '2026-01-06'],
  ['two days until 2024', stock(), '2024-05-24T15:00:00Z', '2024-05-29'],
  ['one day since', stock(), '2024-05-28T15:00:00Z', '2024-05-29'],
  ['three days before 2017', stock(), '2013-10-07T15:00:00Z', '2013-10-10'],
  ['currencies after two days', euro, '2026-01-15T15:00:00Z', '2026-01-19'],
  ['crypto at once', coin(), '2026-01-05T15:00:00Z', undefined],
])('%s', (_rule, instrument, time, expected) => {
  const day = settlementDay(instrument, parseTime(time) ?? 0)
  expect(day === undefined ? undefined : formatDate(day)).toBe(expected)
})

/** An account without money that owns a hundred shares. */
const deskOf = (settlementRules: Keeping['settlementRules']) =>
  openDeskOfDan({ shares: 100, settlementRules })

/** Trades with the market at 10.00. */
function trade(desk: Desk, side: 'buy' | 'sell', lots: number) {
  desk.limit('flow', side === 'buy' ? 'sell' : 'buy', lots, 1_000)
  return desk.limit('dan', side, lots, 1_000)
}

function stateOf(desk: Desk) {
  const account = desk.exchange.view.account('dan')
  const [cash] = [...(account?.balances ?? [])]
  const [position] = [...(account?.positions ?? [])]
  return {
    total: formatMoney((cash?.available ?? 0n) + (cash?.held ?? 0n)),
    unsettled: formatMoney(cash?.unsettled ?? 0n),
    unsettledLots: position?.unsettledLots,
    violations: account?.goodFaithViolations,
    isRestricted: account?.settledCashOnlyUntil !== undefined,
  }
}

test('proceeds settle in the night before the next business day, and are told then', () => {
  const desk = deskOf('relaxed')
  trade(desk, 'sell', 40)
  expect(stateOf(desk)).toMatchObject({ total: '400.00', unsettled: '400.00' })
  expect(desk.exchange.nextDue()).toBe(parseTime('2026-11-24T05:00:00Z'))
  expect(desk.advance(DAY)).toEqual(
    [
      { type: 'AccountChanged', accountId: 'dan', time: parseTime('2026-11-24T05:00:00Z') },
      { type: 'AccountChanged', accountId: 'flow', time: expect.any(Number) },
    ].slice(0, 1),
  )
  expect(stateOf(desk)).toMatchObject({ total: '400.00', unsettled: '0.00' })
})

test('what is bought is paid with settled money first, and is delivered the next day', () => {
  const desk = deskOf('relaxed')
  trade(desk, 'sell', 40)
  desk.execute({ type: 'Deposit', accountId: 'dan', asset: 'USD', amount: 100n * ONE })
  trade(desk, 'buy', 15)
  expect(stateOf(desk)).toMatchObject({ total: '350.00', unsettled: '350.00', unsettledLots: 15 })
  desk.advance(DAY)
  expect(stateOf(desk)).toMatchObject({ total: '350.00', unsettled: '0.00', unsettledLots: 0 })
})

test('only settled money and stock can be withdrawn', () => {
  const desk = deskOf('relaxed')
  trade(desk, 'sell', 100)
  desk.execute({ type: 'Deposit', accountId: 'dan', asset: 'USD', amount: 50n * ONE })
  const withdraw = (amount: bigint) =>
    desk.execute({ type: 'Deposit', accountId: 'dan', asset: 'USD', amount: -amount })
  expect(withdraw(51n * ONE)).toMatchObject([
    { rejection: { detail: 'Withdrawing 51.00 USD: 50.00 has settled.' } },
  ])
  trade(desk, 'buy', 3)
  const give = { type: 'DepositPosition', accountId: 'dan', symbol: 'XYZ', quantityLots: -1 } as const
  expect(desk.execute(give)).toMatchObject([{ rejection: { detail: 'Withdrawing 1 XYZ: 0 has settled.' } }])
  desk.advance(DAY)
  expect(desk.execute(give)).toMatchObject([{ type: 'AccountChanged' }])
  expect(withdraw(1_020n * ONE)).toMatchObject([{ type: 'AccountChanged' }])
})

describe('good faith', () => {
  test('stock that was bought with unsettled proceeds is sold too early: once an order, whatever its fills', () => {
    const desk = deskOf('relaxed')
    trade(desk, 'sell', 100)
    trade(desk, 'buy', 20)
    desk.limit('flow', 'buy', 5, 1_000)
    desk.limit('flow', 'buy', 5, 1_000)
    desk.limit('dan', 'sell', 10, 1_000)
    expect(stateOf(desk).violations).toBe(1)
    trade(desk, 'sell', 10)
    expect(stateOf(desk).violations).toBe(2)
  })

  test.each([
    ['the proceeds have settled', (desk: Desk) => desk.advance(DAY)],
    [
      'it was bought with settled money',
      (desk: Desk) => desk.execute({ type: 'Deposit', accountId: 'dan', asset: 'USD', amount: 500n * ONE }),
    ],
    [
      'older stock is there to be sold',
      (desk: Desk) =>
        desk.execute({ type: 'DepositPosition', accountId: 'dan', symbol: 'XYZ', quantityLots: 20 }),
    ],
  ])('it is none when %s', (_when, prepare) => {
    const desk = deskOf('strict')
    trade(desk, 'sell', 100)
    prepare(desk)
    trade(desk, 'buy', 20)
    trade(desk, 'sell', 20)
    expect(stateOf(desk).violations).toBe(0)
  })

  const violate = (desk: Desk, times: number) => {
    trade(desk, 'sell', 100)
    for (let time = 0; time < times; time += 1) {
      trade(desk, 'buy', 1)
      trade(desk, 'sell', 1)
    }
  }

  test('the fourth restricts a strict account to settled money for 90 days', () => {
    const desk = deskOf('strict')
    violate(desk, 3)
    expect(stateOf(desk)).toMatchObject({ violations: 3, isRestricted: false })
    trade(desk, 'buy', 1)
    trade(desk, 'sell', 1)
    expect(stateOf(desk)).toMatchObject({ violations: 4, isRestricted: true })
    desk.execute({ type: 'Deposit', accountId: 'dan', asset: 'USD', amount: 35n * ONE })
    const refused = desk.submit('dan', { quantityLots: 4, limitPriceTicks: 1_000 })
    expect(refused).toMatchObject([
      {
        type: 'OrderRejected',
        rejection: {
          code: 'settled-cash-only',
          detail:
            'After good-faith violations the account buys with settled money only until 2027-02-21T05:00:00.000000Z: ' +
            '4 XYZ needs 40.00 USD; 35.00 USD is settled and not held.',
          suggestion: '3',
        },
      },
    ])
    expect(desk.limit('dan', 'buy', 3, 1_000).status).toBe('new')
    expect(desk.submit('dan', { quantityLots: 1, limitPriceTicks: 1_000 })).toMatchObject([
      { type: 'OrderRejected' },
    ])
    desk.advance(DAY)
    expect(desk.limit('dan', 'buy', 4, 1_000).status).toBe('new')
    desk.advance(90 * DAY)
    expect(stateOf(desk)).toMatchObject({ violations: 4, isRestricted: false })
    desk.advance(276 * DAY)
    expect(stateOf(desk).violations).toBe(0)
  })

  test('a relaxed account is only told', () => {
    const desk = deskOf(undefined)
    violate(desk, 6)
    expect(stateOf(desk)).toMatchObject({ violations: 6, isRestricted: false })
  })

  test('what has not settled survives a restart', () => {
    const desk = deskOf('strict')
    violate(desk, 3)
    trade(desk, 'buy', 1)
    const again = new Desk(restoreExchange(JSON.parse(JSON.stringify(desk.exchange.snapshot())), {}))
    expect(stateOf(again)).toEqual(stateOf(desk))
    trade(again, 'sell', 1)
    expect(stateOf(again)).toMatchObject({ violations: 4, isRestricted: true })
    expect(again.advance(DAY).map(({ time }) => time)).toEqual([parseTime('2026-11-24T05:00:00Z')])
  })
})

test('an account that counts by lots has another profit than one that counts by average cost', () => {
  const desk = openDesk()
  for (const [accountId, costBasis] of [
    ['dan', 'fifo'],
    ['eve', 'averageCost'],
  ] as const) {
    openCustomer(desk, accountId, { dollars: 1_000n, costBasis })
    for (const [side, lots, price] of [
      ['buy', 10, 1_000],
      ['buy', 10, 1_200],
      ['sell', 15, 1_300],
    ] as const) {
      desk.limit('flow', side === 'buy' ? 'sell' : 'buy', lots, price)
      desk.limit(accountId, side, lots, price)
    }
  }
  const seen = ['dan', 'eve'].map((accountId) => {
    const [position] = [...(desk.exchange.view.account(accountId)?.positions ?? [])]
    return [formatMoney(position?.cost ?? 0n), formatMoney(position?.realizedProfit ?? 0n)]
  })
  expect(seen).toEqual([
    ['60.00', '35.00'],
    ['55.00', '30.00'],
  ])
})

test('a busted sale is not going to settle, and its lots are back', () => {
  const desk = openDeskOfDan({ dollars: 1_000n, costBasis: 'fifo' })
  trade(desk, 'buy', 50)
  desk.advance(DAY)
  trade(desk, 'sell', 20)
  expect(stateOf(desk)).toMatchObject({ total: '700.00', unsettled: '200.00' })
  const tradeNumber = desk.exchange.state.lastTradeNumber
  desk.execute({ type: 'BustTrade', tradeNumber, reason: 'erroneous' })
  expect(stateOf(desk)).toMatchObject({ total: '500.00', unsettled: '0.00' })
  const lots = desk.exchange.state.accounts.get('dan')?.lots?.get('XYZ')?.now
  expect(lots).toMatchObject({ realizedProfit: 0n, lots: [{ lots: 50, cost: 500n * ONE }] })
})
