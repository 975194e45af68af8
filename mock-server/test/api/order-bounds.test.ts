import type { ProblemItem } from '@openbourse/spec'
import { expect, test } from 'vitest'
import { openDeepMarket, type TestBroker } from './broker.ts'

/** A deep market, and plenty of money. */
function openMarket(): TestBroker {
  const broker = openDeepMarket()
  broker.run({ type: 'Deposit', accountId: 'acc_demo', asset: 'USD', amount: 10n ** 20n })
  return broker
}

const limit = { side: 'sell', type: 'limit', timeInForce: 'gtc', quantity: '1000', limitPrice: '110.00' }
const { limitPrice: _, ...market } = { ...limit, type: 'market' }
const stop = { ...market, type: 'stop', stopPrice: '90.00' }
const trailing = { ...market, type: 'trailingStop', trailAmount: '1.00' }
const { trailAmount: __, ...percent } = { ...trailing, trailPercent: '1' }
const { quantity: ___, ...notional } = { ...market, notional: '1000' }
const gtd = { ...limit, timeInForce: 'gtd', expiresAt: '2026-12-01T00:00:00Z' }
const bracket = {
  ...limit,
  orderClass: 'bracket',
  takeProfit: { clientOrderId: 'profit', limitPrice: '95.00' },
  stopLoss: { clientOrderId: 'loss', stopPrice: '115.00' },
}
const text = (length: number): string => 'x'.repeat(length)
const labels = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `t${index}`)

type Values = readonly unknown[]
type Order = Readonly<Record<string, unknown>>
type Fault = readonly [code: string, values: Values]

/** Of a leg's client order id; `one` is the order's own. */
const LEG_IDS = [
  ['a', '9', text(64), 'A-b_c.d'],
  [
    ['client-order-id-reused', ['one']],
    ['invalid-value', ['', text(65), '-a', '.a', 'a b', 'a/b', 'ä', 7, null]],
  ],
] as const

/** Of each field, one of a leg with the leg's name before it: what passes at its bounds, and what is refused beyond them, by code. Pointers are the field's. */
const FIELDS: readonly (readonly [field: string, order: Order, passes: Values, refused: readonly Fault[]])[] =
  [
    [
      'clientOrderId',
      limit,
      ['a', '9', text(64), 'A-b_c.d'],
      [['invalid-value', ['', text(65), '-a', '.a', 'a b', 'a/b', 'ä', 7, null]]],
    ],
    [
      'symbol',
      limit,
      ['AAPL'],
      [
        ['unknown-symbol', ['ZZZZ', 'ABCDEFGHIJ', 'A.B']],
        ['invalid-value', ['', 'aapl', 'A/B', 'ABCDEFGHIJK', 'AAPL ', 5, null]],
      ],
    ],
    ['side', limit, ['sell'], [['invalid-value', ['', 'Sell', 'short', 1, null]]]],
    ['type', limit, ['limit'], [['invalid-value', ['', 'LIMIT', 'iceberg', 1, null]]]],
    ['timeInForce', limit, ['day', 'gtc', 'ioc', 'fok'], [['invalid-value', ['', 'GTC', 'gfd', 1, null]]]],
    [
      'quantity',
      limit,
      ['1', '1.0', '1.00000000', '1000000', '1000000.00'],
      [
        ['quantity-out-of-bounds', ['1000001', '9999999999999999']],
        ['invalid-lot', ['0.00000001', '0.5', '1.5', '999999.99999999']],
        [
          'invalid-value',
          ['0', '0.0', '-1', '+1', '01', '1.', '.5', '1e3', '1.000000001', '10000000000000000'],
        ],
        ['invalid-value', ['', ' 1', '1 ', '1,000', 'NaN', 'Infinity', 1, 0, null, [], {}]],
      ],
    ],
    [
      'notional',
      notional,
      ['99.50', '1000', '1000.00000001'],
      [
        ['notional-too-small', ['0.00000001', '99.49', '99.49999999']],
        ['quantity-out-of-bounds', ['9999999999999999']],
        ['invalid-value', ['0', '-5', '1e3', '1.000000001', '', 1000, null]],
      ],
    ],
    [
      'limitPrice',
      limit,
      ['0.01', '0.010', '1000000', '1000000.00'],
      [
        ['price-out-of-bounds', ['1000000.01', '9999999999999999']],
        ['invalid-tick', ['0.001', '0.00000001', '110.005', '999999.999']],
        ['invalid-value', ['0', '0.00', '-1', '1e2', '110.000000001', '', 110, null]],
      ],
    ],
    [
      'stopPrice',
      stop,
      ['0.01', '99.99'],
      [
        ['stop-would-trigger', ['100.00', '100.01', '1000000']],
        ['price-out-of-bounds', ['1000000.01']],
        ['invalid-tick', ['90.001']],
        ['invalid-value', ['0', '-1', '', 90, null]],
      ],
    ],
    [
      'activationPrice',
      trailing,
      ['0.01', '100.00', '1000000'],
      [
        ['price-out-of-bounds', ['1000000.01']],
        ['invalid-tick', ['90.001']],
        ['invalid-value', ['0', '-1', '', 90, null]],
      ],
    ],
    ['triggerBy', stop, ['last', 'bidAsk', 'mid'], [['invalid-value', ['', 'mark', 'LAST', 1, null]]]],
    [
      'trailAmount',
      trailing,
      ['0.01', '50.00', '1000000', '1000000.00'],
      [
        ['trail-out-of-bounds', ['1000000.01', '9999999999999999']],
        ['invalid-tick', ['0.001', '0.015', '999999.999']],
        ['invalid-value', ['0', '-1', '', 1, null]],
      ],
    ],
    [
      'trailPercent',
      percent,
      ['0.01', '50', '50.00000000'],
      [
        ['trail-out-of-bounds', ['0.00999999', '0.00000001', '50.00000001', '100']],
        ['invalid-value', ['0', '-1', '1%', '', 1, null]],
      ],
    ],
    [
      'displayQuantity',
      limit,
      ['10', '999', '1000'],
      [
        ['display-out-of-bounds', ['9', '1', '1001', '9999999999999999']],
        ['invalid-lot', ['10.5']],
        ['invalid-value', ['0', '-10', '', 10, null]],
      ],
    ],
    ['postOnly', limit, [true, false], [['invalid-value', ['true', 1, 0, null, '']]]],
    ['reduceOnly', limit, [true, false], [['invalid-value', ['true', 1, 0, null, '']]]],
    ['doNotReduce', limit, [true, false], [['invalid-value', ['true', 1, 0, null, '']]]],
    ['extendedHours', limit, [false], [['invalid-value', ['true', 1, 0, null, '']]]],
    [
      'expiresAt',
      gtd,
      [
        '2025-10-09T08:53:20.000001Z',
        '2025-10-09T08:53:20.000001999Z',
        '2255-01-01T00:00:00Z',
        '2028-02-29T00:00:00Z',
      ],
      [
        ['expiry-passed', ['2025-10-09T08:53:20Z', '2025-10-09T08:53:20.0000009Z', '1970-01-01T00:00:00Z']],
        ['invalid-value', ['2026-02-29T00:00:00Z', '2026-04-31T00:00:00Z', '2300-01-01T00:00:00Z']],
        [
          'invalid-value',
          ['2026-12-01', '2026-12-01T00:00:00', '2026-12-01T00:00:00+01:00', '2026-12-01T24:00:00Z'],
        ],
        ['invalid-value', ['', 'tomorrow', 1_800_000_000, null]],
      ],
    ],
    [
      'selfTradePrevention',
      limit,
      ['allow', 'cancelIncoming', 'cancelResting', 'cancelBoth', 'decrement', 'transfer'],
      [['invalid-value', ['', 'none', true, null]]],
    ],
    ['orderClass', limit, ['simple'], [['invalid-value', ['', 'otoco', 1, null]]]],
    ['bracketMode', bracket, ['full', 'partial'], [['invalid-value', ['', 'half', 1, null]]]],
    ['takeProfit', bracket, [bracket.takeProfit], [['invalid-value', ['', 95, null, []]]]],
    ['takeProfit.clientOrderId', bracket, ...LEG_IDS],
    [
      'takeProfit.limitPrice',
      bracket,
      ['0.01', '109.99', '109.990'],
      [
        ['legs-crossed', ['110.00', '110.01', '1000000']],
        ['price-out-of-bounds', ['1000000.01', '9999999999999999']],
        ['invalid-tick', ['0.001', '95.005', '999999.999']],
        ['invalid-value', ['0', '-1', '1e2', '95.000000001', '', 95, null]],
      ],
    ],
    ['stopLoss', bracket, [bracket.stopLoss], [['invalid-value', ['', 115, null, []]]]],
    ['stopLoss.clientOrderId', bracket, ...LEG_IDS],
    [
      'stopLoss.stopPrice',
      bracket,
      ['110.01', '1000000', '1000000.00'],
      [
        ['legs-crossed', ['0.01', '109.99', '110.00']],
        ['price-out-of-bounds', ['1000000.01', '9999999999999999']],
        ['invalid-tick', ['0.001', '115.005', '999999.999']],
        ['invalid-value', ['0', '-1', '1e2', '115.000000001', '', 115, null]],
      ],
    ],
    [
      'stopLoss.limitPrice',
      bracket,
      ['0.01', '115.00', '1000000', '1000000.00'],
      [
        ['price-out-of-bounds', ['1000000.01', '9999999999999999']],
        ['invalid-tick', ['0.001', '116.005', '999999.999']],
        ['invalid-value', ['0', '-1', '1e2', '116.000000001', '', 116, null]],
      ],
    ],
    [
      'tags',
      limit,
      [[], [text(64)], labels(16)],
      [['invalid-value', ['', null, {}, [''], [text(65)], ['a', 'a'], labels(17), [1]]]],
    ],
  ]

const PASSES = FIELDS.flatMap(([field, order, passes]) =>
  passes.map((value) => [field, value, order] as const),
)
const REFUSED = FIELDS.flatMap(([field, order, , refused]) =>
  refused.flatMap(([code, values]) => values.map((value) => [field, value, code, order] as const)),
)

function bodyOf(field: string, value: unknown, order: Order): object {
  const [leg = '', legField] = field.split('.')
  const changed = legField === undefined ? value : { ...(order[leg] as object), [legField]: value }
  return { clientOrderId: 'one', symbol: 'AAPL', ...order, [leg]: changed }
}

test.each(PASSES)('%s %j passes', async (field, value, order) => {
  const { status, json } = await openMarket().call('POST', '/v1/orders', {
    body: bodyOf(field, value, order),
  })
  expect({ status, json }).toMatchObject({ status: 201, json: {} })
})

test.each(REFUSED)('%s %j is refused: %s', async (field, value, code, order) => {
  const { status, json } = await openMarket().call('POST', '/v1/orders', {
    body: bodyOf(field, value, order),
  })
  expect(status).toBe(422)
  const errors: readonly ProblemItem[] = json.errors ?? []
  const pointer = `/${field.replace('.', '/')}`
  const fault = errors.find((error) => `${error.pointer}/`.startsWith(`${pointer}/`))
  expect(fault?.code).toBe(code)
  expect(json.code).toBe(code === 'invalid-value' ? 'invalid-request' : code)
})

test('an unknown field is refused by its name, at the top and inside', async () => {
  const broker = openMarket()
  const refusal = async (body: Readonly<Record<string, unknown>>) =>
    (await broker.submit(body)).json.errors?.map(({ pointer }) => pointer)
  expect(await refusal({ ...limit, price: '1' })).toEqual(['/price'])
  expect(await refusal({ ...bracket, takeProfit: { ...bracket.takeProfit, quantity: '1' } })).toEqual([
    '/takeProfit/quantity',
  ])
})
