import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fingerprintOf } from '../../src/api/submit/fingerprint.ts'

test.each([
  ['1', '1.0'],
  ['1', '1.00000000'],
  ['100', '100.0'],
  ['0.5', '0.50'],
  ['1200.05', '1200.050'],
])('%s and %s are one order', (left, right) => {
  expect(fingerprintOf({ quantity: left })).toBe(fingerprintOf({ quantity: right }))
})

test.each([
  ['1', '10'],
  ['0.5', '0.05'],
  ['1.05', '1.5'],
])('%s and %s are two', (left, right) => {
  expect(fingerprintOf({ quantity: left })).not.toBe(fingerprintOf({ quantity: right }))
})

test('zeros after the point change nothing, any other digit does', () => {
  const whole = fc.nat({ max: 9_999_999 })
  const places = fc.stringMatching(/^\d{0,4}[1-9]$/)
  fc.assert(
    fc.property(whole, places, fc.nat({ max: 3 }), (before, after, zeros) => {
      const text = fingerprintOf({ limitPrice: `${before}.${after}` })
      expect(fingerprintOf({ limitPrice: `${before}.${after}${'0'.repeat(zeros)}` })).toBe(text)
      expect(fingerprintOf({ limitPrice: `${before}.${after}1` })).not.toBe(text)
    }),
    { numRuns: 50 },
  )
})
