import { describe, expect, it } from 'vitest'
import { editDistance } from '../../src/api/edit-distance.ts'
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

it.each([
  ['kitten', 'sitting', 3],
  ['', 'abc', 3],
  ['same', 'same', 0],
])('the edit distance of %s and %s is %i', (left, right, distance) => {
  expect(editDistance(left, right)).toBe(distance)
})
