import type { Schemas } from '../sources.ts'

/** One small schema of each implemented kind; what becomes of it is in zod.txt. */
export const goldenSchemas: Schemas = {
  Side: { type: 'string', enum: ['buy', 'sell'] },
  Price: { type: 'string', pattern: '^\\d+(\\.\\d+)?$', 'x-expected': 'a price such as "1.50"' },
  Time: { type: 'string', format: 'date-time', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$' },
  Name: { type: ['string', 'null'], minLength: 1, maxLength: 8 },
  Count: { type: 'integer', minimum: 0, maximum: 10 },
  Tags: { type: 'array', maxItems: 3, uniqueItems: true, items: { type: 'string' } },
  Counts: { type: 'object', additionalProperties: { $ref: '#/components/schemas/Count' } },
  Open: {
    type: 'object',
    required: ['kind', 'side'],
    properties: {
      kind: { type: 'string', const: 'open' },
      side: { $ref: '#/components/schemas/Side', 'x-open': true },
      price: { oneOf: [{ $ref: '#/components/schemas/Price' }, { type: 'null' }] },
    },
  },
  Close: {
    type: 'object',
    additionalProperties: false,
    required: ['kind'],
    properties: { kind: { type: 'string', const: 'close' }, now: { type: 'boolean' } },
  },
  Either: {
    oneOf: [{ $ref: '#/components/schemas/Open' }, { $ref: '#/components/schemas/Close' }],
    discriminator: {
      propertyName: 'kind',
      mapping: { open: '#/components/schemas/Open', close: '#/components/schemas/Close' },
    },
  },
  Any: { anyOf: [{ $ref: '#/components/schemas/Either' }, { $ref: '#/components/schemas/Price' }] },
}
