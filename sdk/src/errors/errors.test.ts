import { expect, test, vi } from 'vitest'
import { errorFromAnswer } from './from-answer.ts'
import * as guards from './guards.ts'
import { describeFailure } from './message.ts'

const cancel = { operationId: 'cancelOrder', method: 'DELETE', path: '/v1/orders/ord_1' }

function answer(status: number, problem: object, contentType = 'application/problem+json') {
  return { status, contentType, requestId: 'req_9', retryAfterMs: undefined, body: problem }
}

test('an error reads as one sentence with what support needs', () => {
  const error = errorFromAnswer(
    cancel,
    answer(409, { code: 'order-not-open', detail: 'Order is already filled.' }),
  )
  expect(error.message).toBe(
    'Failed to cancel order: order is already filled (order-not-open, DELETE /v1/orders/ord_1, request req_9)',
  )
  expect(error).toMatchObject({
    name: 'ConflictError',
    code: 'order-not-open',
    status: 409,
    requestId: 'req_9',
  })
})

test('an error names the field that is wrong and how many others are', () => {
  const errors = [
    { pointer: '/limitPrice', code: 'invalid-value', detail: 'must be a decimal such as "1.50".' },
    { pointer: '/side', code: 'missing-field', detail: 'is required.' },
  ]
  const error = errorFromAnswer(
    cancel,
    answer(422, { code: 'invalid-request', detail: 'The request is wrong.', errors }),
  )
  expect(error.message).toContain(
    'the request is wrong: /limitPrice: must be a decimal such as "1.50", and 1 more (',
  )
  expect(guards.isValidationError(error) && error.items).toEqual(errors)
})

test('without an answer there is no request to name', () => {
  const operation = { operationId: 'getOrderByClientId', method: 'GET', path: '/v1/orders/by-client-id/a' }
  expect(describeFailure(operation, 'USD is short.', { code: 'network' })).toBe(
    'Failed to get order by client id: USD is short (network, GET /v1/orders/by-client-id/a)',
  )
})

test.each([
  [400, 'malformed-json', {}, 'ValidationError'],
  [401, 'key-unknown', {}, 'AuthenticationError'],
  [403, 'missing-scope', {}, 'PermissionDeniedError'],
  [404, 'unknown-order', {}, 'NotFoundError'],
  [405, 'method-not-allowed', {}, 'ApiError'],
  [409, 'order-not-open', {}, 'ConflictError'],
  [410, 'sequence-gone', {}, 'GoneError'],
  [413, 'body-too-large', {}, 'ValidationError'],
  [415, 'unsupported-media-type', {}, 'ValidationError'],
  [422, 'client-order-id-reused', {}, 'ValidationError'],
  [422, 'insufficient-buying-power', { orderId: 'ord_7', processed: 'yes' }, 'OrderRejectedError'],
  [418, 'banned', {}, 'RateLimitedError'],
  [429, 'quota-exceeded', {}, 'RateLimitedError'],
  [500, 'internal-error', {}, 'ServerError'],
  [503, 'starting', {}, 'ServerError'],
])('%i %s is a class of its own where a caller can act on it', (status, code, more, name) => {
  const error = errorFromAnswer(cancel, answer(status, { code, detail: 'x', ...more }))
  expect(error).toMatchObject({ name, code, status, ...more })
  expect(guards.isApiError(error) && guards.isOpenbourseError(error)).toBe(true)
  const matching = Object.entries(guards).filter(([, guard]) => guard(error))
  expect(matching.map(([guard]) => guard).sort()).toEqual(
    [...new Set(['isOpenbourseError', 'isApiError', `is${name}`])].sort(),
  )
})

test.each([
  [404, 'InvalidResponseError', 'invalid-response'],
  [403, 'InvalidResponseError', 'invalid-response'],
  [429, 'RateLimitedError', 'invalid-response'],
  [502, 'ServerError', 'invalid-response'],
])('an answer %i that is not of the API says nothing about what was done', (status, name, code) => {
  const error = errorFromAnswer(cancel, answer(status, { code: 'forged' }, 'text/html'))
  expect(error).toMatchObject({ name, code, status, processed: 'unknown' })
  expect(error.message).toContain(`the answer ${status} is not the API's (text/html)`)
})

test('guards refuse whatever is not an error of this package', () => {
  for (const other of [undefined, null, 'x', 1, {}, new Error('x'), { code: 'network' }]) {
    for (const guard of Object.values(guards)) expect(guard(other)).toBe(false)
  }
})

test('guards know the errors of another copy of the package', async () => {
  vi.resetModules()
  const copy = await import('./from-answer.ts')
  const classes = await import('./api-errors.ts')
  const foreign = copy.errorFromAnswer(cancel, answer(404, { code: 'unknown-order', detail: 'x' }))
  const own = errorFromAnswer(cancel, answer(404, { code: 'unknown-order', detail: 'x' }))
  expect(own instanceof classes.NotFoundError).toBe(false)
  expect(guards.isNotFoundError(foreign)).toBe(true)
  expect(guards.isNotFoundError(own)).toBe(true)
})
