import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { inOrderOfUse } from './emit-schemas.ts'
import { goldenSchemas } from './golden/schemas.ts'
import type { JsonSchema } from './sources.ts'
import { zodExpression } from './zod-schema.ts'

test('writes the golden text for one schema of each kind', () => {
  const golden = readFileSync(new URL('golden/zod.txt', import.meta.url), 'utf8')
  const lines = Object.entries(goldenSchemas).map(
    ([name, schema]) => `${name}: ${zodExpression(schema, name, goldenSchemas)}\n`,
  )
  expect(lines.join('')).toBe(golden)
})

const tagged = { oneOf: [{ $ref: '#/components/schemas/Open' }, { $ref: '#/components/schemas/Close' }] }

test.each<[string, unknown]>([
  ['allOf', { allOf: [{ type: 'string' }] }],
  ['not', { type: 'string', not: { const: 'x' } }],
  ['if', { type: 'object', if: {}, properties: {} }],
  ['prefixItems', { type: 'array', prefixItems: [], items: { type: 'string' } }],
  ['contains', { type: 'array', items: { type: 'string' }, contains: { const: 'x' } }],
  ['patternProperties', { type: 'object', patternProperties: {} }],
  ['propertyNames', { type: 'object', additionalProperties: true, propertyNames: { pattern: '^a' } }],
  ['minProperties', { type: 'object', minProperties: 1 }],
  ['dependentRequired', { type: 'object', dependentRequired: {} }],
  ['unevaluatedProperties', { type: 'object', unevaluatedProperties: false }],
  ['exclusiveMinimum', { type: 'integer', minimum: 0, maximum: 9, exclusiveMinimum: 1 }],
  ['multipleOf', { type: 'integer', minimum: 0, maximum: 9, multipleOf: 2 }],
  ['contentEncoding', { type: 'string', contentEncoding: 'base64' }],
  ['nullable', { type: 'string', nullable: true }],
  ['readOnly', { type: 'string', readOnly: true }],
  ['the type number', { type: 'number' }],
  ['no type', {}],
  ['several types', { type: ['string', 'integer'] }],
  ['an unknown extension', { type: 'string', 'x-unknown': true }],
  ['an unknown format', { type: 'string', format: 'email' }],
  ['date-time without a pattern', { type: 'string', format: 'date-time' }],
  ['an integer without bounds', { type: 'integer', minimum: 0 }],
  ['an integer beyond the safe ones', { type: 'integer', minimum: 0, maximum: 2 ** 60 }],
  ['an array without items', { type: 'array' }],
  ['unique objects', { type: 'array', uniqueItems: true, items: { type: 'object' } }],
  ['a number in an enum', { enum: [1, 2] }],
  ['pattern beside enum', { type: 'string', enum: ['a'], pattern: 'a' }],
  ['minimum on a string', { type: 'string', minimum: 1 }],
  ['required that names no property', { type: 'object', required: ['a'], properties: {} }],
  [
    'additionalProperties beside properties',
    { type: 'object', properties: {}, additionalProperties: { type: 'string' } },
  ],
  ['oneOf without a discriminator', tagged],
  ['a discriminator without its mapping', { ...tagged, discriminator: { propertyName: 'kind' } }],
  ['a discriminator that is no const', { ...tagged, 'x-discriminator': 'side' }],
  ['x-open without an enum', { $ref: '#/components/schemas/Price', 'x-open': true }],
  ['a reference elsewhere', { $ref: 'other.yaml#/Price' }],
])('throws on %s', (_, schema) => {
  expect(() => zodExpression(schema as JsonSchema, 'Sample', goldenSchemas)).toThrow(/Sample|implemented/)
})

test('throws on schemas that contain themselves and on references to nothing', () => {
  const self: JsonSchema = { type: 'object', properties: { next: { $ref: '#/components/schemas/Self' } } }
  expect(() => inOrderOfUse({ Self: self })).toThrow('Self > Self')
  expect(() => inOrderOfUse({ Other: self })).toThrow('Other refers to Self')
})
