import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatTime, nextMidnight, parseDays, parseTime } from '../../../src/exchange/values/time.ts'

describe('RFC 3339 time without Date', () => {
  test.each([
    ['1970-01-01T00:00:00.000000Z', 0],
    ['2026-11-22T14:30:00.000000Z', 1_795_357_800_000_000],
    ['2013-10-07T13:30:00.000001Z', 1_381_152_600_000_001],
    ['2000-02-29T23:59:59.999999Z', 951_868_799_999_999],
    ['1969-12-31T23:59:59.999999Z', -1],
    ['1700-01-01T00:00:00.000000Z', -8_520_336_000_000_000],
    ['2255-06-05T23:47:34.740991Z', Number.MAX_SAFE_INTEGER],
  ])('%s is %d microseconds, both ways', (text, micros) => {
    expect(parseTime(text)).toBe(micros)
    expect(formatTime(micros)).toBe(text)
  })

  test.each([
    ['2013-10-07T09:30:00-04:00', '2013-10-07T13:30:00.000000Z'],
    ['2013-10-07T23:30:00.5+05:30', '2013-10-07T18:00:00.500000Z'],
    ['2013-10-07t13:30:00.123456789z', '2013-10-07T13:30:00.123456Z'],
  ])('%s is read as %s, nanoseconds cut', (text, utc) => {
    expect(formatTime(parseTime(text) ?? Number.NaN)).toBe(utc)
  })

  test.each([
    '2026-02-29T00:00:00Z',
    '2026-13-01T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T23:60:00Z',
    '2016-12-31T23:59:60Z',
    '2026-01-01T00:00:00',
    '2026-01-01 00:00:00Z',
    '2026-01-01T00:00:00.Z',
    '2026-01-01T00:00:00+24:00',
    '0000-01-01T00:00:00Z',
    '2255-06-05T23:47:34.740992Z',
    '9999-12-31T23:59:59Z',
    '',
  ])('%j is refused', (text) => {
    expect(parseTime(text)).toBeUndefined()
  })

  test('agrees with Date on every millisecond tried', () => {
    fc.assert(
      fc.property(fc.integer({ min: -9_007_199_254_740, max: 9_007_199_254_740 }), (ms) => {
        const text = formatTime(ms * 1000)
        expect(text).toBe(`${new Date(ms).toISOString().slice(0, -1)}000Z`)
        expect(parseTime(text)).toBe(ms * 1000)
      }),
      { numRuns: 1000 },
    )
  })

  test('the next midnight is strictly later', () => {
    const day = 86_400_000_000
    expect(nextMidnight(0)).toBe(day)
    expect(nextMidnight(day - 1)).toBe(day)
    expect(nextMidnight(-1)).toBe(0)
    expect(parseDays(1970, 1, 2)).toBe(1)
  })
})
