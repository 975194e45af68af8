import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  divideHalfEven,
  divideUp,
  formatDecimal,
  parseDecimal,
} from '../../../src/exchange/values/decimal.ts'

describe('decimal strings', () => {
  test.each([
    ['0', 0n],
    ['1', 100_000_000n],
    ['0.00000001', 1n],
    ['-0.00000001', -1n],
    ['9999999999999999.99999999', 999_999_999_999_999_999_999_999n],
    ['100000.00', 10_000_000_000_000n],
  ])('%s is %d units of 1e-8', (text, units) => {
    expect(parseDecimal(text)).toBe(units)
  })

  test.each([
    '-0',
    '-0.00',
    '01',
    '.5',
    '5.',
    '1e3',
    '+1',
    '1,0',
    ' 1',
    '1 ',
    '',
    '1.123456789',
    '12345678901234567',
    'NaN',
  ])('%j is refused', (text) => {
    expect(parseDecimal(text)).toBeUndefined()
  })

  test.each([
    [10_000_000_000_000n, 2, '100000.00'],
    [12_345_678n, 2, '0.12345678'],
    [12_000_000n, 2, '0.12'],
    [12_300_000n, 2, '0.123'],
    [-1n, 0, '-0.00000001'],
    [300_000_000n, 0, '3'],
    [0n, 2, '0.00'],
  ])('%d units with at least %d decimals are %s', (units, places, text) => {
    expect(formatDecimal(units, places)).toBe(text)
  })

  test('formatting and parsing again gives the same units', () => {
    const units = fc.bigInt({ min: -999_999_999_999_999_999_999_999n, max: 999_999_999_999_999_999_999_999n })
    fc.assert(
      fc.property(units, fc.integer({ min: 0, max: 8 }), (value, places) => {
        const text = formatDecimal(value, places)
        if (value !== 0n) expect(parseDecimal(text)).toBe(value)
      }),
      { numRuns: 1000 },
    )
  })

  test.each([
    [5n, 10n, 0n],
    [15n, 10n, 2n],
    [25n, 10n, 2n],
    [26n, 10n, 3n],
    [-15n, 10n, -2n],
    [-25n, 10n, -2n],
    [7n, 3n, 2n],
  ])('%d / %d rounds half to even: %d', (dividend, divisor, quotient) => {
    expect(divideHalfEven(dividend, divisor)).toBe(quotient)
  })

  test.each([
    [10n, 10n, 1n],
    [11n, 10n, 2n],
    [-11n, 10n, -2n],
    [0n, 10n, 0n],
  ])('%d / %d rounds away from zero: %d', (dividend, divisor, quotient) => {
    expect(divideUp(dividend, divisor)).toBe(quotient)
  })
})
