import { expect, test } from 'vitest'
import { completeOperations } from './complete-operations.ts'
import { emitRoutes } from './emit-tables.ts'
import type { OpenApi, Operation } from './sources.ts'

const schema = { $ref: '#/components/schemas/Status' }

function documentOf(operation: Partial<Operation>): OpenApi {
  const whole = {
    operationId: 'getOld',
    security: [],
    responses: { '200': { content: { 'application/json': { schema } } } },
    ...operation,
  }
  return {
    info: { version: '1' },
    paths: { '/old': { get: whole } },
    'x-edge-responses': {},
    components: { schemas: { Status: {} }, parameters: {}, responses: {}, headers: {} },
  }
}

function completed(operation: Partial<Operation>): Operation {
  const { paths } = completeOperations(documentOf(operation))
  const found = paths['/old']?.get
  if (found === undefined) throw new Error('the operation is gone')
  return found
}

const headersOf = ({ responses }: Operation): string[] => {
  const found = responses['200']
  return found === undefined || '$ref' in found ? [] : Object.keys(found.headers ?? {})
}

test('a rate limit brings its headers, refusals and codes; cancels are never banned', () => {
  const limited = completed({ security: [{ bearer: [] }], 'x-rate-limit': 'orders' })
  expect(headersOf(limited)).toEqual(expect.arrayContaining(['RateLimit', 'RateLimit-Policy']))
  expect(Object.keys(limited.responses)).toEqual(['200', '418', '429'])
  expect(limited['x-errors']).toEqual(['quota-exceeded', 'banned'])
  const cancels = completed({ security: [{ bearer: [] }], 'x-rate-limit': 'cancels' })
  expect(Object.keys(cancels.responses)).toEqual(['200', '429'])
  expect(() => completed({ security: [{ bearer: [] }] })).toThrow('getOld: an operation that needs a key')
})

test('a conditional operation has a tag and may be 304', () => {
  const conditional = completed({ 'x-conditional': true })
  expect(headersOf(conditional)).toEqual(['Cache-Control', 'Vary', 'ETag'])
  expect(Object.keys(conditional.responses)).toEqual(['200', '304'])
})

test('a deprecated operation tells since when and until when, in the forms of RFC 9745 and RFC 8594', () => {
  const old = { deprecated: true, 'x-deprecated-since': '2026-01-01', 'x-sunset': '2027-01-01' }
  expect(headersOf(completed(old))).toEqual(expect.arrayContaining(['Deprecation', 'Sunset']))
  const text = emitRoutes(completeOperations(documentOf(old)), { Status: {} })
  expect(text).toContain('getOld: {"deprecation":"@1767225600","sunset":"Fri, 01 Jan 2027 00:00:00 GMT"}')
  expect(() => completed({ deprecated: true })).toThrow('go together')
  expect(() => completed({ 'x-sunset': '2027-01-01' })).toThrow('x-sunset needs both')
  const wrong = documentOf({ deprecated: true, 'x-deprecated-since': 'soon' })
  expect(() => emitRoutes(completeOperations(wrong), { Status: {} })).toThrow('YYYY-MM-DD, not soon')
})
