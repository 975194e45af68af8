import { expect, test } from 'vitest'
import { allowsBreaks, judge } from './policy.ts'

const found = {
  document: 'openapi',
  rule: 'property-removed',
  at: '#/components/schemas/Order/properties/legs',
  where: 'GET /v1/orders',
  message: 'Property `legs` of `Order` was removed.',
} as const
const excuse = { rule: found.rule, at: found.at, reason: 'It was always empty.' }
const sameVersion = { released: '0.1.0', current: '0.1.3' }

test.each([
  ['0.1.0', '0.1.0', false],
  ['0.1.0', '0.1.9', false],
  ['0.1.9', '0.2.0', true],
  ['0.2.0', '0.1.0', false],
  ['0.9.0', '1.0.0', true],
  ['1.0.0', '1.1.0', false],
  ['1.9.0', '2.0.0', true],
  ['2.0.0', '1.9.0', false],
])('after %s version %s may break something: %s', (released, current, expected) => {
  expect(allowsBreaks(released, current)).toBe(expected)
})

test('a break is refused in a version that promises none', () => {
  expect(judge([found], [], sameVersion)).toEqual({ refused: [found], wrongExceptions: [] })
})

test('a break may stay in a version that says so', () => {
  expect(judge([found], [], { released: '0.1.0', current: '0.2.0' }).refused).toEqual([])
})

test('a break may stay with a reason', () => {
  expect(judge([found], [excuse], sameVersion)).toEqual({ refused: [], wrongExceptions: [] })
})

test.each([
  ['for another rule', { ...excuse, rule: 'type-changed' }],
  ['for another place', { ...excuse, at: '#/components/schemas/Order' }],
])('an exception %s excuses nothing and is named', (_name, exception) => {
  expect(judge([found], [exception], sameVersion)).toEqual({ refused: [found], wrongExceptions: [exception] })
})

test('an exception without a reason is named', () => {
  const silent = { ...excuse, reason: ' ' }
  expect(judge([found], [silent], sameVersion).wrongExceptions).toEqual([silent])
})
