import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { acceptedByAjv, partsOf, samples, schemaNames } from '../test/contract.ts'
import { schemaByName } from './schemas.ts'
import type { SchemaName } from './validate.ts'

const agree = (name: SchemaName, value: unknown) => {
  const accepted = schemaByName(name).safeParse(value).success
  expect(accepted, `${name} ${JSON.stringify(value)}`).toBe(acceptedByAjv(name, value))
  return accepted
}

/** Values of schemas that no sample contains. */
const more: readonly (readonly [SchemaName, unknown])[] = [
  ['ContractDocument', { openapi: '3.1.0' }],
  ['SelfTradePrevention', 'cancelBoth'],
  ['OrderClass', 'oco'],
  ['BracketMode', 'partial'],
  ['TriggerBy', 'mid'],
  ['OrderReason', 'no-liquidity'],
  ['RequestTimestamp', '2026-11-22T14:30:00Z'],
  ['NextCursor', 'abc'],
  ['TakeProfit', { clientOrderId: 'a', limitPrice: '1' }],
  ['StopLoss', { clientOrderId: 'a', stopPrice: '1', limitPrice: '1' }],
  ['TakeProfitState', { clientOrderId: 'a', limitPrice: '1' }],
  ['StopLossState', { clientOrderId: 'a', stopPrice: '1' }],
  ['OrderSide', 'buy'],
  ['OrderType', 'stopLimit'],
  ['TimeInForce', 'gtd'],
  ['ClientMessage', samples.SubscribeMessage],
  ['ServerMessage', samples.HeartbeatMessage],
  ['ServerMessage', samples.ErrorMessage],
  ['DataMessage', samples.BookMessage],
]

const corpus = new Map<SchemaName, unknown[]>()
const known = [...Object.entries(samples), ...more] as [SchemaName, unknown][]
for (const [name, value] of known.flatMap(
  ([name, value]) => partsOf(name, value) as [SchemaName, unknown][],
)) {
  corpus.set(name, [...(corpus.get(name) ?? []), value])
}

test('the corpus has a valid value of every schema', () => {
  expect(schemaNames.filter((name) => !corpus.has(name))).toEqual([])
  for (const [name, values] of corpus) for (const value of values) expect(agree(name, value), name).toBe(true)
})

describe('hand-made cases', () => {
  const times = [
    '2024-02-29T00:00:00.000000Z',
    '2023-02-29T00:00:00.000000Z',
    '2100-02-29T00:00:00.000000Z',
    '2000-02-29T00:00:00.000000Z',
    '2026-04-31T00:00:00.000000Z',
    '2026-12-31T23:59:60.000000Z',
    '2026-11-22T14:30:00.000000+00:00',
    '2026-11-22t14:30:00.000000z',
    '2026-11-22 14:30:00.000000Z',
    '2026-11-22T14:30:00Z',
    '2026-11-22T24:00:00.000000Z',
    '0000-01-01T00:00:00.000000Z',
    '2026-00-10T00:00:00.000000Z',
    '2026-11-22T14:30:00.000000Z\n',
  ]
  const decimals = [
    '0',
    '-0',
    '-0.00',
    '00',
    '01',
    '.5',
    '5.',
    '1e5',
    '+1',
    ' 1',
    '1 ',
    '1,5',
    'NaN',
    '1.123456789',
    '1.12345678',
    '1234567890123456',
    '12345678901234567',
    '-1',
    '٣',
    '',
    '0.00000000',
    '-0.00000001',
  ]
  const values: Partial<Record<SchemaName, readonly unknown[]>> = {
    Timestamp: [...times, 0, null, []],
    RequestTimestamp: [
      ...times,
      '2026-11-22T14:30:00.1Z',
      '2026-11-22T14:30:00.1234567890Z',
      '2026-11-22T14:30:00.Z',
    ],
    Decimal: [...decimals, 1, null],
    UnsignedDecimal: decimals,
    PositiveDecimal: decimals,
    InstrumentSymbol: [
      'BRK.B',
      'BTC-USD',
      'AAPL.',
      '.B',
      'A.B.C',
      'BTC/USD',
      'aapl',
      'ABCDEFGHIJK',
      'ÄPFEL',
      'AAPL\n',
    ],
    ClientOrderId: ['a', '-a', 'a'.repeat(64), 'a'.repeat(65), 'a b', 'ä', '', 'a\n'],
    SequenceNumber: [0, -0, -1, 1.5, 1.0, 2 ** 53 - 1, 2 ** 53, 1e300, '1', true, null],
    BookChecksum: [0, 4294967295, 4294967296],
    Epoch: ['', 'e', '😀'.repeat(64), '😀'.repeat(65), 'x'.repeat(65)],
    Tags: [[], ['a', 'a'], ['a', 'b'], [''], [1], 'a', Array(17).fill(0).map(String), {}],
    OrderStatus: ['new', 'New', 'somethingElse', null],
    NextCursor: [null, '', 'x'.repeat(1025), 1],
    MessageId: ['1', '', 1, null],
    ClientMessage: [
      {},
      { type: 'login', id: '1' },
      { type: 'ping' },
      { type: 'ping', id: '1', more: 1 },
      [],
      null,
      'ping',
      { type: ['ping'], id: '1' },
    ],
    ServerMessage: [
      {},
      { type: 'pong' },
      { ...(samples.PongMessage as object), more: 1 },
      { ...(samples.QuoteMessage as object), channel: 'book.AAPL' },
    ],
    ContractDocument: [{}, [], null, 'x'],
    HeartbeatMessage: [
      { ...(samples.HeartbeatMessage as object), channels: {} },
      { ...(samples.HeartbeatMessage as object), channels: { x: {} } },
      { ...(samples.HeartbeatMessage as object), channels: [] },
    ],
  }
  test.each(Object.keys(values) as SchemaName[])('%s', (name) => {
    for (const value of values[name] ?? []) agree(name, value)
  })
})

type Path = readonly (string | number)[]

const hostile = [
  null,
  true,
  0,
  -1,
  1.5,
  2 ** 53,
  1e300,
  '',
  'x',
  '0',
  '-0',
  '1e5',
  '1.123456789',
  '2023-02-29T00:00:00.000000Z',
  '💥',
  'x'.repeat(5000),
  [],
  {},
  [[]],
  [null],
]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path]
  const entries = Array.isArray(value) ? [...value.entries()] : Object.entries(value)
  return [path, ...entries.flatMap(([key, item]) => pathsOf(item, [...path, key]))]
}

/** The value with what is at the path changed; undefined removes it. */
function changed(value: unknown, path: Path, change: (old: unknown) => unknown): unknown {
  const [key, ...rest] = path
  if (key === undefined) return change(value)
  const copy = Array.isArray(value) ? [...value] : { ...(value as object) }
  const next = changed(Reflect.get(copy, key), rest, change)
  if (next !== undefined) Reflect.set(copy, key, next)
  else if (Array.isArray(copy)) copy.splice(Number(key), 1)
  else Reflect.deleteProperty(copy, key)
  return copy
}

function distorted(old: unknown, at: number): unknown {
  if (typeof old === 'string')
    return (
      old.slice(0, at % (old.length + 1)) + 'A0.-é'[at % 5] + old.slice((at % (old.length + 1)) + (at % 2))
    )
  if (typeof old === 'number') return old + ([1, -1, 0.5, -old - 1, 1e9][at % 5] ?? 0)
  if (typeof old === 'boolean') return String(old)
  if (Array.isArray(old)) return at % 2 === 0 ? [...old, ...old] : []
  return old === null ? 'null' : { ...old, [`unknown${at}`]: at }
}

const mutation = fc.constantFrom(...schemaNames).chain((name) =>
  fc.constantFrom(...(corpus.get(name) ?? [])).chain((value) =>
    fc.record({
      name: fc.constant(name),
      value: fc.constant(value),
      path: fc.constantFrom(...pathsOf(value)),
      change: fc.oneof(
        fc.constant(() => undefined),
        fc.constantFrom(...hostile).map((replacement) => () => replacement),
        fc.nat(40).map((at) => (old: unknown) => distorted(old, at)),
      ),
    }),
  ),
)

test('zod and ajv agree on 2,000 seeded mutations of the samples, many of which are refused and many accepted', () => {
  const verdicts = { accepted: 0, refused: 0 }
  fc.assert(
    fc.property(mutation, ({ name, value, path, change }) => {
      const mutated = changed(value, path, change)
      verdicts[agree(name, mutated === undefined ? null : mutated) ? 'accepted' : 'refused']++
    }),
    { seed: 20_261_122, numRuns: 2000, endOnFailure: true },
  )
  expect(verdicts.accepted).toBeGreaterThan(100)
  expect(verdicts.refused).toBeGreaterThan(1000)
})
