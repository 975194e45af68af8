import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Execution, NOTHING_FILLED, soFarWith } from '../../src/exchange/accounts/fees/fee-model.ts'
import { FEE_SCHEDULES, type FeeSchedule } from '../../src/exchange/accounts/fees/fee-schedule.ts'
import { feesBySchedules } from '../../src/exchange/accounts/fees/schedules.ts'
import { restoreExchange } from '../../src/exchange/create-exchange.ts'
import type { Instrument } from '../../src/exchange/instruments/instrument.ts'
import { parseDecimal } from '../../src/exchange/values/decimal.ts'
import { parseTime } from '../../src/exchange/values/time.ts'
import type { Minor } from '../../src/exchange/values/types.ts'
import { formatMoney, tradeValue } from '../../src/exchange/values/wire.ts'
import { coin, openCustomer, openExchange, START, stock } from './support/builders.ts'

type Part = Partial<Execution> & Pick<Execution, 'quantityLots' | 'priceTicks'>

/** The fees of the parts of one order, in their order. */
function feesOf(schedule: FeeSchedule, instrument: Instrument, parts: readonly Part[]): readonly Minor[] {
  const model = feesBySchedules([schedule])
  let soFar = NOTHING_FILLED
  return parts.map((part) => {
    const execution: Execution = {
      instrument,
      side: 'buy',
      liquidity: 'taker',
      value: tradeValue(instrument, part.priceTicks, part.quantityLots),
      time: START,
      phase: 'open',
      tradedValue: 0n,
      ...part,
    }
    const fee = model.fee(execution, soFar)
    soFar = soFarWith(soFar, execution, fee)
    return fee
  })
}

const money = (minors: readonly Minor[]) => minors.map(formatMoney)
const at = (date: string) => parseTime(`${date}T15:00:00Z`) ?? 0
const sale = (quantityLots: number, priceTicks: number, time = START): Part => ({
  side: 'sell',
  quantityLots,
  priceTicks,
  time,
})

describe('usRetail: regulators charge sales of stocks', () => {
  test.each([
    [
      '100 shares at 227.50 in the summer of 2026: 0.47 and 0.02',
      sale(100, 22_750, at('2026-07-01')),
      '0.49',
    ],
    ['a million shares pay the cap', sale(1_000_000, 100, at('2026-07-01')), '30.39'],
    ['nothing to FINRA in the autumn of 2026', sale(1_000_000, 100), '20.60'],
    ['and more than ever after it', sale(1_000_000, 100, at('2027-01-04')), '32.21'],
    [
      'under the rates of 2012 before July: 22.10 a million and 0.000095',
      sale(10_000, 10_000, at('2012-04-02')),
      '23.05',
    ],
    [
      'under the rates of 2024: 27.80 a million and 0.000166',
      sale(10_000, 10_000, at('2024-07-01')),
      '29.46',
    ],
    ['nothing to the SEC in the summer of 2025', sale(10_000, 10_000, at('2025-07-01')), '1.66'],
    ['never more than the sale brings', sale(1, 1), '0.01'],
    ['buys are free', { quantityLots: 100, priceTicks: 22_750 }, '0.00'],
  ])('%s', (_rule, part, fee) => {
    expect(money(feesOf('usRetail', stock(), [part]))).toEqual([fee])
  })
})

describe('perShare: a minimum and a maximum an order, over all its parts', () => {
  test.each([
    ['the minimum is paid with the first part', [100, 50, 50, 100], 10_000, ['1.00', '0.00', '0.00', '0.50']],
    ['beyond it half a cent a share', [1_000], 10_000, ['5.00']],
    ['the minimum is more than half a cent a share', [199], 10_000, ['1.00']],
    ['as much', [200], 10_000, ['1.00']],
    ['and less', [201], 10_000, ['1.005']],
    ['one percent counts where it is less than the minimum', [1], 9_999, ['0.9999']],
    ['as much', [1], 10_000, ['1.00']],
    ['and no more where it is more', [1], 10_001, ['1.00']],
    ['a cheap stock pays one percent part by part', [10, 10], 20, ['0.02', '0.02']],
    ['below half a dollar one percent is less than half a cent a share', [1_000], 49, ['4.90']],
    ['at half a dollar as much', [1_000], 50, ['5.00']],
    ['and above it more', [1_000], 51, ['5.00']],
  ])('%s', (_rule, quantities, priceTicks, fees) => {
    const parts = quantities.map((quantityLots) => ({ quantityLots, priceTicks }))
    expect(money(feesOf('perShare', stock(), parts))).toEqual(fees)
  })
})

describe('publicLike: crypto by the size of the order', () => {
  test.each([
    ['small orders pay the fee of their tier', ['9.00'], ['0.49']],
    [
      'an order that grows into the next tier pays the difference',
      ['9.00', '9.00', '9.00'],
      ['0.49', '0.20', '0.50'],
    ],
    ['large ones a share', ['1000.00'], ['12.50']],
    ['never less than the tier below', ['501.00'], ['6.29']],
  ])('%s', (_rule, values, fees) => {
    const parts = values.map((value) => ({
      quantityLots: 1,
      priceTicks: 1,
      value: parseDecimal(value) ?? 0n,
    }))
    expect(money(feesOf('publicLike', coin(), parts))).toEqual(fees)
  })

  test('stocks are free in the session, and outside of it an order pays once', () => {
    const part = { quantityLots: 10, priceTicks: 10_000 }
    const phases = ['open', 'preMarket', 'preMarket', 'postMarket'] as const
    const fees = feesOf(
      'publicLike',
      stock(),
      phases.map((phase) => ({ ...part, phase })),
    )
    expect(money(fees)).toEqual(['0.00', '2.99', '0.00', '0.00'])
  })
})

test.each([
  ['exchangeRebates', stock(), 'taker', 10_000, '-', '0.30'],
  ['exchangeRebates', stock(), 'maker', 10_000, '-', '-0.20'],
  ['exchangeRebates', stock(), 'taker', 50, '-', '0.15'],
  ['cryptoTiers', coin({ lotSize: '1' }), 'maker', 10_000, '0', '15.00'],
  ['cryptoTiers', coin({ lotSize: '1' }), 'taker', 10_000, '99999.99', '25.00'],
  ['cryptoTiers', coin({ lotSize: '1' }), 'taker', 10_000, '100000', '22.00'],
  ['cryptoTiers', coin({ lotSize: '1' }), 'maker', 10_000, '100000000', '0.00'],
  ['binanceLike', coin({ lotSize: '1' }), 'maker', 10_000, '-', '10.00'],
  ['binanceLike', coin({ lotSize: '1' }), 'taker', 10_000, '-', '10.00'],
  ['krakenLike', coin({ lotSize: '1' }), 'maker', 10_000, '-', '16.00'],
  ['krakenLike', coin({ lotSize: '1' }), 'taker', 10_000, '-', '26.00'],
  ['coinbaseLike', coin({ lotSize: '1' }), 'maker', 10_000, '-', '60.00'],
  ['coinbaseLike', coin({ lotSize: '1' }), 'taker', 10_000, '-', '80.00'],
  ['coinbaseLike', stock(), 'taker', 10_000, '-', '0.00'],
] as const)(
  '%s: 100 of %o as %s at %d ticks after %s pays %s',
  (schedule, instrument, liquidity, priceTicks, traded, fee) => {
    const part = { quantityLots: 100, priceTicks, liquidity, tradedValue: parseDecimal(traded) ?? 0n }
    expect(money(feesOf(schedule, instrument, [part]))).toEqual([fee])
  },
)

test.each([
  ['2026-11-23', '0.30', '-0.20'],
  ['2027-10-29', '0.30', '-0.20'],
  ['2027-11-01', '0.10', '-0.06'],
])('on %s the access fee for 100 shares is %s, and resting pays %s', (date, taken, rested) => {
  const part = { quantityLots: 100, priceTicks: 10_000, time: at(date) }
  const sides = (['taker', 'maker'] as const).map((liquidity) => ({ ...part, liquidity }))
  expect(money(feesOf('exchangeRebates', stock(), sides))).toEqual([taken, rested])
})

describe.each(FEE_SCHEDULES)('%s', (schedule) => {
  const part = fc.record({
    quantityLots: fc.integer({ min: 1, max: 100_000 }),
    better: fc.integer({ min: 0, max: 99 }),
    isMaker: fc.boolean(),
    phase: fc.constantFrom('open', 'preMarket', 'postMarket'),
    time: fc.constantFrom(START, at('2014-04-01'), at('2027-12-01')),
  })
  const parts = fc.array(part, { minLength: 1, maxLength: 12 })
  const instruments = fc.constantFrom(stock(), stock({ lotSize: '0.0001' }), coin())

  test('a buy never costs more than it reserves, however it is cut, at whatever better prices and on which days', () => {
    fc.assert(
      fc.property(instruments, fc.integer({ min: 100, max: 100_000 }), parts, (instrument, limit, run) => {
        const model = feesBySchedules([schedule])
        let soFar = NOTHING_FILLED
        let lots = run.reduce((sum, { quantityLots }) => sum + quantityLots, 0)
        const reserved = () => {
          const value = tradeValue(instrument, limit, lots)
          return lots === 0 ? 0n : value + model.worstFee(instrument, { lots, value }, soFar)
        }
        let budget = reserved()
        for (const { quantityLots, better, isMaker, phase, time } of run) {
          const value = tradeValue(instrument, limit - better, quantityLots)
          const execution: Execution = {
            instrument,
            side: 'buy',
            liquidity: isMaker ? 'maker' : 'taker',
            priceTicks: limit - better,
            quantityLots,
            value,
            time,
            phase,
            tradedValue: 0n,
          }
          const fee = model.fee(execution, soFar)
          soFar = soFarWith(soFar, execution, fee)
          lots -= quantityLots
          const left = reserved()
          expect(value + fee + left <= budget).toBe(true)
          budget = left
        }
      }),
      { numRuns: 500 },
    )
  })

  test('a sale never costs more than it brings, and only rebates are below zero', () => {
    fc.assert(
      fc.property(instruments, fc.integer({ min: 100, max: 100_000 }), parts, (instrument, limit, run) => {
        const sales = run.map(
          ({ quantityLots, better, phase, isMaker, time }): Part => ({
            side: 'sell',
            quantityLots,
            priceTicks: limit - better,
            phase,
            time,
            liquidity: isMaker ? 'maker' : 'taker',
          }),
        )
        feesOf(schedule, instrument, sales).forEach((fee, index) => {
          const { priceTicks = 0, quantityLots = 0 } = sales[index] ?? {}
          expect(fee <= tradeValue(instrument, priceTicks, quantityLots)).toBe(true)
          if (schedule !== 'exchangeRebates') expect(fee >= 0n).toBe(true)
        })
      }),
      { numRuns: 300 },
    )
  })
})

test('an account pays by its own schedules; what it traded counts from the next day on', () => {
  let exchange = openExchange()
  openCustomer(exchange, 'dan', { dollars: 10_000_000n, fees: ['cryptoTiers'] })
  const trade = (clientOrderId: string) => {
    const terms = {
      symbol: 'BTC-USD',
      type: 'limit',
      limitPriceTicks: 6_000_000,
      quantityLots: 500_000,
      timeInForce: 'gtc',
    } as const
    exchange.execute({
      type: 'SubmitOrder',
      accountId: 'flow',
      terms: { ...terms, clientOrderId: `f${clientOrderId}`, side: 'sell' },
    })
    exchange.execute({
      type: 'SubmitOrder',
      accountId: 'dan',
      terms: { ...terms, clientOrderId, side: 'buy' },
    })
    return formatMoney(exchange.view.orderByClientId('dan', clientOrderId)?.fees ?? 0n)
  }
  expect([trade('a'), trade('b')]).toEqual(['750.00', '750.00'])
  exchange.execute({ type: 'AdvanceTo', time: START + 86_400_000_000 })
  exchange = restoreExchange(exchange.snapshot(), {})
  expect(trade('c')).toBe('600.00')
  exchange.execute({ type: 'AdvanceTo', time: START + 32 * 86_400_000_000 })
  expect([trade('d')]).toEqual(['750.00'])
})

test.each([
  ['usEquity', ['usRetail', 'perShare']],
  ['crypto', ['krakenLike', 'cryptoTiers']],
  ['crypto', ['publicLike', 'binanceLike']],
] as const)('an account with two schedules for %s is refused: %s', (assetClass, fees) => {
  const detail = `fees: two schedules for ${assetClass}: ${fees.join(', ')}`
  expect(openCustomer(openExchange(), 'dan', { fees })).toMatchObject([
    { rejection: { code: 'invalid-request', detail } },
  ])
})
