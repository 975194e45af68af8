import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instrument } from '../../../src/exchange/instruments/instrument.ts'
import {
  averageFillPrice,
  formatMoney,
  formatPrice,
  formatPrintPrice,
  formatQuantity,
  nearestPrice,
  nearestQuantity,
  scaleOf,
  splitPrice,
  toLots,
  toTicks,
  tradeValue,
} from '../../../src/exchange/values/wire.ts'

function instrument(tickSize: string, lotSize: string): Instrument {
  return {
    symbol: 'XYZ',
    name: 'XYZ',
    assetClass: 'usEquity',
    quoteAsset: 'USD',
    tickSize,
    lotSize,
    minimumPriceTicks: 1,
    maximumPriceTicks: 1_000_000_000,
    minimumQuantityLots: 1,
    maximumQuantityLots: 1_000_000_000,
  }
}
const stock = instrument('0.01', '1')
const coin = instrument('0.1', '0.001')
const nickel = instrument('0.05', '100')

describe('prices and quantities on the wire', () => {
  test.each([
    [stock, 10_002, '100.02'],
    [stock, 1, '0.01'],
    [stock, 0, '0.00'],
    [stock, -5, '-0.05'],
    [coin, 431_234, '43123.4'],
    [nickel, 3, '0.15'],
    [instrument('1', '1'), 7, '7'],
    [instrument('0.00005', '1'), 20_001, '1.00005'],
    [stock, Number.MAX_SAFE_INTEGER, '90071992547409.91'],
  ])('a price has exactly the decimals of its tick', (of, ticks, text) => {
    expect(formatPrice(of, ticks)).toBe(text)
    if (ticks >= 0 && text !== '0.00') expect(toTicks(of, text)).toBe(ticks)
  })

  test.each([
    [stock, 300, '300'],
    [coin, 1, '0.001'],
    [nickel, 3, '300'],
    [instrument('0.01', '0.00001'), 150_000, '1.50000'],
  ])('a quantity has exactly the decimals of its lot', (of, lots, text) => {
    expect(formatQuantity(of, lots)).toBe(text)
    expect(toLots(of, text)).toBe(lots)
  })

  test.each([
    ['100.020', 10_002],
    ['100.02000000', 10_002],
    ['100', 10_000],
    ['100.025', undefined],
    ['abc', undefined],
    ['9999999999999999', undefined],
  ])('%s is read as %s ticks of 0.01', (text, ticks) => {
    expect(toTicks(stock, text)).toBe(ticks)
  })

  test.each([
    ['100.025', '100.03'],
    ['100.024', '100.02'],
    ['0.001', '0.01'],
    ['x', undefined],
  ])('the nearest price to %s is %s', (text, nearest) => {
    expect(nearestPrice(stock, text)).toBe(nearest)
  })

  test('the nearest quantity is at least one lot', () => {
    expect(nearestQuantity(stock, '0.2')).toBe('1')
    expect(nearestQuantity(coin, '1.0004')).toBe('1.000')
  })

  test('a recorded price between two ticks keeps its remainder', () => {
    expect(splitPrice(stock, '100.0255')).toEqual({ priceTicks: 10_002, subTick: 550_000 })
    expect(formatPrintPrice(stock, 10_002, 550_000)).toBe('100.0255')
    expect(formatPrintPrice(stock, 10_002, 0)).toBe('100.02')
    expect(splitPrice(stock, '-1')).toBeUndefined()
  })
})

describe('money on the wire', () => {
  test('has at least two decimals', () => {
    expect(formatMoney(10_000_000_000_000n)).toBe('100000.00')
    expect(formatMoney(12_345_678n)).toBe('0.12345678')
  })

  test('a trade is worth exactly price times quantity', () => {
    expect(formatMoney(tradeValue(stock, 10_002, 300))).toBe('30006.00')
    expect(formatMoney(tradeValue(coin, 431_234, 1))).toBe('43.1234')
    expect(formatMoney(tradeValue(instrument('0.01', '0.00001'), 6_000_001, 7))).toBe('4.2000007')
    expect(tradeValue(stock, 2 ** 40, 2 ** 40)).toBe(2n ** 80n * 1_000_000n)
  })

  test('an average price that does not terminate is rounded half-even to 8 places', () => {
    expect(averageFillPrice(stock, { filledValue: 1_000_000_000n, filledLots: 3 })).toBe('3.33333333')
    expect(averageFillPrice(stock, { filledValue: 2_000_000_000n, filledLots: 3 })).toBe('6.66666667')
    expect(averageFillPrice(stock, { filledValue: 3_000_600_000_000n, filledLots: 300 })).toBe('100.02')
    expect(averageFillPrice(stock, { filledValue: 0n, filledLots: 0 })).toBeNull()
  })

  test('an instrument finer than money is refused', () => {
    expect(() => scaleOf(instrument('0.0001', '0.00001'))).toThrow('finer than 0.00000001')
    expect(() => scaleOf(instrument('0', '1'))).toThrow('positive')
    expect(() => scaleOf(instrument('x', '1'))).toThrow('positive')
  })

  test('value is the bigint product for any price and quantity', () => {
    const integer = fc.maxSafeNat()
    fc.assert(
      fc.property(integer, integer, (ticks, lots) => {
        expect(tradeValue(stock, ticks, lots)).toBe(BigInt(ticks) * BigInt(lots) * 1_000_000n)
      }),
      { numRuns: 1000 },
    )
  })
})
