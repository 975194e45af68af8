import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crc32, crc32Of, DigitText } from '../../src/feed/crc32.ts'

test('the check value of CRC-32', () => {
  expect(crc32('123456789')).toBe(0xcbf43926)
})

test('nothing behind nothing has 0', () => {
  expect(crc32Of(new DigitText(), new DigitText())).toBe(0)
})

test('numbers one by one have the checksum of their digits, whichever text they stand in', () => {
  const numbers = fc.array(fc.oneof(fc.nat(120), fc.nat(), fc.maxSafeNat()), { maxLength: 25 })
  fc.assert(
    fc.property(numbers, numbers, (first, last) => {
      expect(crc32Of(textOf(first), textOf(last))).toBe(crc32([...first, ...last].join('')))
    }),
    { numRuns: 1_000 },
  )
})

test('a text that was cleared is as good as a new one', () => {
  const text = textOf([1, 22, 333])
  text.clear()
  text.add(4_444)
  expect(crc32Of(text, textOf([5]))).toBe(crc32('44445'))
})

function textOf(numbers: readonly number[]): DigitText {
  const text = new DigitText()
  for (const number of numbers) text.add(number)
  return text
}
