import { beforeAll, expect, test } from 'vitest'
import { readContract } from './bundle.ts'
import { checkDescriptions, describeOperations, PARTS } from './describe-operations.ts'
import { operationsOf } from './operations.ts'
import type { ErrorRow, ErrorTable, OpenApi, Operation } from './sources.ts'

let openapi: OpenApi
beforeAll(async () => {
  openapi = (await readContract()).openapi
}, 60_000)

const row = {
  scope: 'request',
  title: '',
  retryable: false,
  processed: 'no',
  meaning: '',
  action: '',
} as const
const errors: ErrorTable = {
  codes: {
    'unknown-order': { ...row, status: 404 },
    'unknown-symbol': { ...row, status: 404, scope: 'order' },
    'invalid-tick': { ...row, status: 422, scope: 'order', processed: 'yes' } satisfies ErrorRow,
    banned: { ...row, status: 418 },
    'quota-exceeded': { ...row, status: 429, retryable: true },
    'internal-error': { ...row, status: 500, processed: 'unknown' },
    unavailable: { ...row, status: 503, retryable: true },
  },
  reasons: {},
}

const whole: Operation = {
  operationId: 'placeIt',
  description: 'Places it.\n',
  security: [{ bearer: ['trade'] }],
  responses: {},
  'x-rate-limit': 'orders',
  'x-units': 'Pieces.',
  'x-effect': 'It is reserved.',
  'x-retry': 'Repeat it freely.',
  'x-errors': ['unknown-order', 'banned', 'quota-exceeded', 'internal-error', 'unavailable'],
}

function documentOf(operation: Operation, method = 'post', path = '/it'): OpenApi {
  return {
    info: { version: '1' },
    paths: { [path]: { [method]: operation } },
    'x-edge-responses': {},
    components: { schemas: {}, parameters: {}, responses: {}, headers: {} },
  }
}

function described(operation: Operation, method?: string, path?: string): string {
  const document = describeOperations(documentOf(operation, method, path), errors)
  checkDescriptions(document)
  return operationsOf(document)[0]?.operation.description ?? ''
}

test('the descriptions of the contract have all five parts', () => {
  checkDescriptions(openapi)
  expect(operationsOf(openapi).length).toBeGreaterThan(40)
})

test('a part taken out of any description is found, with the operation that lacks it', () => {
  for (const { id, path, method, operation } of operationsOf(openapi)) {
    for (const { title } of PARTS) {
      const lines = operation.description?.split('\n') ?? []
      const description = lines.filter((line) => !line.startsWith(`- **${title}:**`)).join('\n')
      const broken = documentOf({ ...operation, description }, method.toLowerCase(), path)
      expect(() => checkDescriptions(broken)).toThrow(`${id}: the description lacks "${title}"`)
    }
  }
})

test('every description is written from its marks, and the marks are gone', () => {
  const [found] = operationsOf(describeOperations(documentOf(whole), errors))
  expect(found?.operation.description).toBe(
    [
      'Places it.',
      '',
      '- **Units:** Pieces.',
      '- **Who may call it:** A key with the scope `trade`. It counts against the rate limit `orders`.',
      '- **Orders and reservations:** It is reserved.',
      '- **Retry:** Repeat it freely. The outcome is unknown without an answer and after 500 `internal-error`. After 429 `quota-exceeded` and 503 `unavailable` wait as long as `Retry-After` says.',
      '- **Errors:** 404 `unknown-order`; 418 `banned`; 429 `quota-exceeded`; 500 `internal-error`; 503 `unavailable`.',
      '',
    ].join('\n'),
  )
  for (const mark of ['x-units', 'x-effect', 'x-retry', 'x-callers']) {
    expect(Object.keys(found?.operation ?? {})).not.toContain(mark)
  }
})

test('units and effect are never made up, nor the retry rule of what changes something', () => {
  const read = { ...whole, 'x-retry': undefined }
  expect(described(read, 'get')).toContain('**Retry:** It changes nothing: repeat it freely.')
  expect(() => described(read)).toThrow('placeIt: the description lacks "Retry" (x-retry)')
  expect(() => described({ ...whole, 'x-units': ' ' })).toThrow('lacks "Units" (x-units)')
  expect(() => described({ ...whole, 'x-effect': undefined })).toThrow('"Orders and reservations" (x-effect)')
  expect(() => described({ ...whole, description: '' })).toThrow('placeIt: the description does not say what')
})

test('who may call it follows the scopes; only an operation without security has words of its own', () => {
  expect(described({ ...whole, security: [] })).toContain('**Who may call it:** Anybody, without a key')
  expect(described({ ...whole, security: [], 'x-callers': 'The moon.' })).toContain('call it:** The moon.')
  expect(described({ ...whole, security: undefined })).toContain('Any key, whatever its scopes.')
  expect(() => described({ ...whole, 'x-callers': 'The moon.' })).toThrow(
    'x-callers is for operations without',
  )
  const cancels = { ...whole, 'x-rate-limit': 'cancels', 'x-errors': ['quota-exceeded'] }
  expect(described(cancels)).toContain('`cancels`, and is still taken from a key that is shut out.')
})

test('refusals that are recorded as orders stand apart; a symbol of the path is none of them', () => {
  const order = { ...whole, 'x-errors': ['unknown-symbol', 'invalid-tick', 'quota-exceeded'] }
  expect(described(order)).toContain(
    '429 `quota-exceeded`. With a recorded order: 422 `unknown-symbol`, `invalid-tick`.',
  )
  expect(described(order, 'post', '/{symbol}')).toContain('404 `unknown-symbol`; 429 `quota-exceeded`. With')
  const read = { ...whole, 'x-errors': ['unknown-symbol', 'quota-exceeded'] }
  expect(described(read)).toContain('**Errors:** 404 `unknown-symbol`; 429 `quota-exceeded`.')
})

test('parts in another order are refused', () => {
  const lines = described(whole).split('\n')
  const swapped = [...lines.slice(0, 2), lines[3], lines[2], ...lines.slice(4)].join('\n')
  expect(() => checkDescriptions(documentOf({ ...whole, description: swapped }))).toThrow(
    'not in their order',
  )
})
