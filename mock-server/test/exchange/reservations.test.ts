import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { basisPointFees, noFees } from '../../src/exchange/accounts/fees/basis-points.ts'
import { NOTHING_FILLED } from '../../src/exchange/accounts/fees/fee-model.ts'
import { FEES, ONE, openDesk, START, stock } from './support/builders.ts'

const AVAILABLE = 10_000n * ONE

describe('reservations', () => {
  test('a buy limit holds price times quantity and the worst fee', () => {
    const desk = openDesk({ fees: FEES })
    desk.limit('ann', 'buy', 10, 10_000)
    const held = 1_000n * ONE + 30_000_000n
    expect(desk.balance('ann')).toEqual({ available: AVAILABLE - held, held })
  })

  test('a sell holds its quantity', () => {
    const desk = openDesk()
    desk.limit('ann', 'sell', 10, 10_000)
    expect(desk.position('ann')).toMatchObject({ available: 190, held: 10 })
  })

  test('a fill releases its share, a better price included', () => {
    const desk = openDesk()
    desk.limit('bob', 'sell', 4, 9_000)
    desk.limit('ann', 'buy', 10, 10_000)
    expect(desk.balance('ann')).toEqual({ available: AVAILABLE - 360n * ONE - 600n * ONE, held: 600n * ONE })
  })

  test.each([
    [
      'a cancel',
      (desk: ReturnType<typeof openDesk>) => desk.execute({ type: 'CancelAllOrders', accountId: 'ann' }),
    ],
    [
      'closing the account',
      (desk: ReturnType<typeof openDesk>) => desk.execute({ type: 'CloseAccount', accountId: 'ann' }),
    ],
    ['expiry', (desk: ReturnType<typeof openDesk>) => desk.advance(86_400_000_000)],
    [
      'fills',
      (desk: ReturnType<typeof openDesk>) => [desk.market('flow', 'sell', 5), desk.market('flow', 'buy', 5)],
    ],
  ])('%s releases everything that an order holds', (_name, exit) => {
    const desk = openDesk({ fees: FEES })
    desk.submit('ann', { side: 'buy', quantityLots: 5, limitPriceTicks: 9_999, timeInForce: 'day' })
    desk.submit('ann', { side: 'sell', quantityLots: 5, limitPriceTicks: 10_001, timeInForce: 'day' })
    exit(desk)
    expect(desk.balance('ann').held).toBe(0n)
    expect(desk.position('ann')).toMatchObject({ available: 200, held: 0 })
  })

  test('cancel all keeps to a symbol and to orders accepted by a number', () => {
    const desk = openDesk()
    const first = desk.limit('ann', 'buy', 1, 10_000)
    const second = desk.limit('ann', 'buy', 1, 10_000)
    desk.execute({ type: 'CancelAllOrders', accountId: 'ann', symbol: 'BTC-USD' })
    desk.execute({ type: 'CancelAllOrders', accountId: 'ann', asOfSeq: 1, reason: 'canceled-by-operator' })
    expect(desk.order(first)).toMatchObject({ status: 'canceled', reason: 'canceled-by-operator' })
    expect(desk.order(second).status).toBe('new')
  })
})

describe('positions by average cost', () => {
  test('adding averages, selling realises, and the last lot takes what is left of the cost', () => {
    const desk = openDesk()
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: -200 })
    desk.house(['sell', 1_000, 1], ['sell', 1_001, 2], ['buy', 900, 100])
    desk.market('ann', 'buy', 3)
    expect(desk.position('ann')).toMatchObject({ available: 3, cost: 3_002_000_000n, profit: 0n })
    desk.market('ann', 'sell', 1)
    // A third of 30.02 is 10.00666667 rounded; sold for 9.00.
    expect(desk.position('ann')).toMatchObject({
      cost: 2_001_333_333n,
      profit: 900_000_000n - 1_000_666_667n,
    })
    desk.market('ann', 'sell', 2)
    expect(desk.position('ann')).toMatchObject({
      available: 0,
      cost: 0n,
      profit: 2_700_000_000n - 3_002_000_000n,
    })
  })
})

describe('fees', () => {
  const execution = {
    instrument: stock(),
    side: 'buy',
    priceTicks: 1,
    quantityLots: 1,
    time: START,
    phase: 'open',
    tradedValue: 0n,
  } as const

  test.each([
    [1, 3, 'maker', 1_000_000n, 100n],
    [1, 3, 'taker', 1_000_000n, 300n],
    [1, 3, 'taker', 9_999n, 2n],
    [-1, 3, 'maker', 19_999n, -1n],
    [0, 0, 'taker', 10n ** 30n, 0n],
  ] as const)('maker %d bp, taker %d bp: a %s of %d pays %d', (maker, taker, liquidity, value, fee) => {
    const model = basisPointFees({ makerBasisPoints: maker, takerBasisPoints: taker })
    expect(model.fee({ ...execution, liquidity, value }, NOTHING_FILLED)).toBe(fee)
  })

  test('no fees', () => {
    expect(noFees.fee({ ...execution, liquidity: 'taker', value: 1n }, NOTHING_FILLED)).toBe(0n)
    expect(noFees.worstFee(stock(), { lots: 1, value: 1n }, NOTHING_FILLED)).toBe(0n)
  })

  test.each([
    [10_000, 0],
    [0, -1],
    [-4, 3],
  ])('a schedule of %d and %d basis points is refused', (makerBasisPoints, takerBasisPoints) => {
    expect(() => basisPointFees({ makerBasisPoints, takerBasisPoints })).toThrow(RangeError)
  })

  test('the parts of an order never cost more than its whole reserves', () => {
    const values = fc.array(fc.bigInt({ min: 1n, max: 10n ** 15n }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(
        values,
        fc.nat({ max: 99 }),
        fc.nat({ max: 99 }),
        (parts, makerBasisPoints, takerBasisPoints) => {
          const model = basisPointFees({ makerBasisPoints, takerBasisPoints })
          let [whole, fees] = [0n, 0n]
          parts.forEach((value, index) => {
            whole += value
            const liquidity = index % 2 === 0 ? 'maker' : 'taker'
            fees += model.fee({ ...execution, value, liquidity }, NOTHING_FILLED)
          })
          expect(fees <= model.worstFee(stock(), { lots: parts.length, value: whole }, NOTHING_FILLED)).toBe(
            true,
          )
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test('a rebate is paid by the pool', () => {
    const desk = openDesk({ fees: basisPointFees({ makerBasisPoints: -1, takerBasisPoints: 3 }) })
    const order = desk.limit('ann', 'sell', 10, 10_000)
    desk.market('flow', 'buy', 10)
    expect(desk.order(order).fees).toBe(-10_000_000n)
    expect(desk.balance('ann').available).toBe(AVAILABLE + 1_000n * ONE + 10_000_000n)
    expect(desk.exchange.state.ledger.feePool.balance('USD').available).toBe(20_000_000n)
  })
})
