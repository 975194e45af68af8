import { describe, expect, it } from 'vitest'
import { editDistance, nearest } from '../../src/api/suggest.ts'
import { parseTarget } from '../../src/api/target.ts'

describe('the request target', () => {
  it('is split at the first question mark and decoded once', () => {
    expect(parseTarget('/v1/orders/ord%5F1?limit=10?')).toEqual({
      ok: true,
      path: '/v1/orders/ord_1',
      segments: ['v1', 'orders', 'ord_1'],
      query: 'limit=10?',
    })
    expect(parseTarget('/v1/%2541')).toMatchObject({ ok: true, segments: ['v1', '%41'] })
    expect(parseTarget('/v1/order-books/BRK.B')).toMatchObject({
      ok: true,
      segments: ['v1', 'order-books', 'BRK.B'],
    })
  })

  it.each([
    '',
    'v1/status',
    '*',
    '/v1/../status',
    '/v1/./status',
    '/v1/%2e%2e/status',
    '/v1/a%2Fb',
    '/v1/a%5cb',
    '/v1/a\\b',
    '/v1/a%00',
    '/v1/a%0d%0ab',
    '/v1/%ff',
    '/v1/%',
    '/v1/%zz',
    '/v1/é',
    '/v1/a b',
    '/v1/status?a=\u0000',
  ])('refuses %j', (target) => {
    expect(parseTarget(target).ok).toBe(false)
  })
})

describe('the nearest name', () => {
  it.each([
    ['limitprice', 'limitPrice'],
    ['limt', 'limit'],
    ['qty', undefined],
    ['zzzzzzzzzz', undefined],
  ])('of %s is %s', (written, expected) => {
    expect(nearest(written, ['limitPrice', 'limit', 'clientOrderId'])).toBe(expected)
  })

  it('counts edits', () => {
    expect(editDistance('kitten', 'sitting')).toBe(3)
    expect(editDistance('', 'abc')).toBe(3)
  })
})
