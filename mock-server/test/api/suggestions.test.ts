import type { OrderRequest } from '@openbourse/spec'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readTerms } from '../../src/api/submit/read-terms.ts'
import type { Rejection } from '../../src/exchange/events.ts'
import type { ExchangeView } from '../../src/exchange/exchange.ts'
import { CUSTOMERS, FEES, openExchange, SYMBOLS } from '../exchange/support/builders.ts'
import { commandOf } from '../exchange/support/moves.ts'
import { moves, must, PATIENCE, RUNS } from '../exchange/support/property.ts'
import * as desks from '../exchange/support/restricted-desks.ts'

/** Codes that say what would pass while nothing but orders happens, and the fields for which they say it. */
const SUGGESTS: Readonly<Record<string, readonly string[]>> = {
  'display-out-of-bounds': ['/displayQuantity'],
  'insufficient-buying-power': ['/notional', '/quantity'],
  'insufficient-position': ['/notional', '/quantity'],
  'invalid-lot': ['/displayQuantity', '/quantity'],
  'invalid-tick': [
    '/activationPrice',
    '/limitPrice',
    '/stopLoss/limitPrice',
    '/stopLoss/stopPrice',
    '/stopPrice',
    '/takeProfit/limitPrice',
    '/trailAmount',
  ],
  'legs-crossed': ['/stopLoss/stopPrice', '/takeProfit/limitPrice'],
  'notional-too-small': ['/notional'],
  'post-only-would-trade': ['/limitPrice'],
  'price-out-of-bounds': [
    '/activationPrice',
    '/limitPrice',
    '/stopLoss/limitPrice',
    '/stopLoss/stopPrice',
    '/stopPrice',
    '/takeProfit/limitPrice',
  ],
  'quantity-out-of-bounds': ['/quantity'],
  'stop-would-trigger': ['/stopLoss/stopPrice', '/stopPrice'],
  'trail-out-of-bounds': ['/trailAmount', '/trailPercent'],
  'would-increase-position': ['/quantity'],
}

const quantity = fc.oneof(
  fc.integer({ min: 1, max: 400 }).map(String),
  fc.constantFrom('0.5', '7.3', '0.00001', '0.000015', '1000001', '20000000', '150.00000001'),
)
const price = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 9_950, max: 10_050 }).map((ticks) => (ticks / 100).toFixed(2)) },
  fc.constantFrom('100.005', '99.99999999', '0.001', '0.01', '100000.00', '100000.01', '999999999'),
)
const percent = fc.constantFrom('0.01', '0.009', '1', '50', '50.1', '99')
const common = {
  symbol: fc.constantFrom(...SYMBOLS),
  side: fc.constantFrom('buy', 'sell'),
  selfTradePrevention: fc.constantFrom('allow', 'cancelIncoming', 'cancelResting', 'cancelBoth', 'decrement'),
} as const
const stays = { timeInForce: fc.constantFrom('day', 'gtc'), quantity } as const

const takeProfit = fc.record({ clientOrderId: fc.constant('profit'), limitPrice: price })
const stopLoss = fc.record(
  { clientOrderId: fc.constant('loss'), stopPrice: price, limitPrice: price },
  { requiredKeys: ['clientOrderId', 'stopPrice'] },
)
const limitOrder = { ...common, ...stays, type: fc.constant('limit'), limitPrice: price } as const
const guards = { postOnly: fc.boolean(), reduceOnly: fc.boolean(), displayQuantity: quantity } as const

/** Orders that keep the contract's rules and may be wrong in any value. */
const request = fc.oneof(
  fc.record({ ...common, type: fc.constant('market'), timeInForce: fc.constant('ioc'), quantity }),
  fc.record({
    ...common,
    type: fc.constant('market'),
    timeInForce: fc.constant('ioc'),
    notional: fc.constantFrom('0.00000001', '0.001', '0.1', '50', '99.99', '1000', '99999'),
  }),
  fc.record({ ...limitOrder, ...guards }, { requiredKeys: [...keysOf(limitOrder)] }),
  fc.record({ ...common, ...stays, type: fc.constant('stop'), stopPrice: price }),
  fc.record({ ...common, ...stays, type: fc.constant('stopLimit'), stopPrice: price, limitPrice: price }),
  fc.record(
    { ...common, ...stays, type: fc.constant('trailingStop'), trailAmount: price, activationPrice: price },
    { requiredKeys: ['symbol', 'side', 'timeInForce', 'quantity', 'type', 'trailAmount'] },
  ),
  fc.record({ ...common, ...stays, type: fc.constant('trailingStop'), trailPercent: percent }),
  ...[
    { orderClass: fc.constant('bracket'), takeProfit, stopLoss },
    { orderClass: fc.constant('oco'), stopLoss },
    { orderClass: fc.constant('oto'), takeProfit },
    { orderClass: fc.constant('oto'), stopLoss },
  ].map((legs) =>
    fc.record({ ...limitOrder, ...legs, ...guards } as Record<string, fc.Arbitrary<unknown>>, {
      requiredKeys: [...keysOf(limitOrder), ...keysOf(legs)],
    }),
  ),
)

function keysOf<Fields extends object>(fields: Fields): (keyof Fields)[] {
  return Object.keys(fields) as (keyof Fields)[]
}

const seen = new Map<string, Set<string>>()

test('what a rejection suggests, once it is written into the order, is accepted', PATIENCE, () => {
  const asked = fc.array(fc.tuple(fc.nat({ max: 999 }), request), { minLength: 5, maxLength: 5 })
  fc.assert(
    fc.property(moves, fc.subarray(['ann', 'bob']), asked, (run, borrowers, orders) => {
      const exchange = openExchange({ fees: FEES }, borrowers)
      for (const [index, move] of run.entries()) exchange.execute(commandOf(exchange.view, move, index))
      for (const [who, fields] of orders) {
        const accountId = CUSTOMERS[who % CUSTOMERS.length] ?? ''
        follow(exchange.view, accountId, { clientOrderId: 'asked', ...fields } as OrderRequest)
      }
    }),
    { numRuns: RUNS },
  )
  const found = [...seen].map(([code, pointers]) => [code, [...pointers].sort()] as const)
  expect(Object.fromEntries(found.sort(([one], [other]) => (one < other ? -1 : 1)))).toEqual(SUGGESTS)
})

/**
 * Each suggestion puts its own fault right and adds none: of a single fault that is all. Then the order goes on with the
 * first of them.
 */
function follow(view: ExchangeView, accountId: string, first: OrderRequest): void {
  let body = first
  for (let step = 0; step < 2; step += 1) {
    const before = judge(view, accountId, body)
    for (const rejection of before) tryOne(view, accountId, body, rejection, before)
    const next = before.find(({ suggestion }) => suggestion !== undefined)
    if (next === undefined) return
    body = withSuggestion(body, next)
  }
}

function tryOne(
  view: ExchangeView,
  accountId: string,
  body: OrderRequest,
  rejection: Rejection,
  before: readonly Rejection[],
): void {
  const { code, pointer = '', suggestion } = rejection
  if (suggestion === undefined) return
  seen.set(code, (seen.get(code) ?? new Set()).add(pointer))
  const after = judge(view, accountId, withSuggestion(body, rejection))
  const others = before.filter((other) => other !== rejection).map(nameOf)
  // A check names one field after the other.
  const wasHidden = (fault: Rejection) => fault.code === code && fault.pointer !== pointer
  const told = () => `${JSON.stringify(body)} by ${accountId}: ${JSON.stringify([rejection, ...after])}`
  must(!after.some((fault) => nameOf(fault) === nameOf(rejection)), told)
  // Behind what is not in whole steps others hide.
  if (readTerms(view, body).asWritten !== undefined) return
  must(
    after.every((fault) => others.includes(nameOf(fault)) || wasHidden(fault)),
    told,
  )
}

function judge(view: ExchangeView, accountId: string, body: OrderRequest): readonly Rejection[] {
  return view.preview(accountId, readTerms(view, body))?.rejections ?? []
}

function nameOf({ code, pointer = '' }: Rejection): string {
  return `${code} ${pointer}`
}

function withSuggestion(body: OrderRequest, { pointer = '', suggestion = '' }: Rejection): OrderRequest {
  const [field = '', of] = pointer.slice(1).split('/')
  if (of === undefined) return { ...body, [field]: suggestion }
  return { ...body, [field]: { ...body[field as 'stopLoss'], [of]: suggestion } } as OrderRequest
}

const limit = { type: 'limit', timeInForce: 'gtc', symbol: 'XYZ' } as const
const buy = (quantity: string, limitPrice: string) =>
  ({ ...limit, side: 'buy', quantity, limitPrice }) as const
const sell = (quantity: string, limitPrice: string) =>
  ({ ...limit, side: 'sell', quantity, limitPrice }) as const
const spend = (notional: string) =>
  ({ symbol: 'XYZ', side: 'buy', type: 'market', timeInForce: 'ioc', notional }) as const
const loss = { clientOrderId: 'loss', stopPrice: '100.50' }

test.each([
  ['insufficient-buying-power', '/quantity', desks.openCredit, buy('900', '99.00')],
  ['insufficient-buying-power', '/quantity', desks.openCredit, sell('900', '101.00')],
  ['borrow-unavailable', '/quantity', desks.few, { ...sell('11', '12.00'), symbol: 'FEW' }],
  ['not-shortable', '/quantity', desks.unlent, { ...sell('9', '12.00'), symbol: 'NONE' }],
  ['equity-below-minimum', '/quantity', desks.poor, sell('9', '101.00')],
  ['closing-only', '/quantity', desks.inDebt, sell('1001', '101.00')],
  ['day-trade-limit', '/quantity', desks.afterDayTrades, sell('9', '101.00')],
  ['short-sale-restricted', '/limitPrice', desks.afterAFall, sell('1', '89.99')],
  ['settled-cash-only', '/quantity', desks.afterViolations, buy('4', '10.00')],
  ['beyond-price-band', '/limitPrice', desks.banded, buy('1', '105.01')],
  ['beyond-price-band', '/limitPrice', desks.banded, sell('1', '94.99')],
  ['notional-too-small', '/notional', desks.openCredit, spend('0.01')],
  [
    'notional-too-small',
    '/notional',
    desks.offering,
    { ...spend('50.00'), selfTradePrevention: 'cancelResting' },
  ],
  [
    'stop-would-trigger',
    '/stopLoss/stopPrice',
    desks.owning,
    { ...sell('1', '101.00'), orderClass: 'oco', stopLoss: loss },
  ],
] as const)('so is what %s suggests for %s', (code, pointer, open, fields) => {
  const { view } = open().exchange
  const body: OrderRequest = { clientOrderId: 'asked', ...fields }
  const accountId = code === 'settled-cash-only' ? 'dan' : 'ann'
  const [rejection, ...others] = judge(view, accountId, body)
  expect(rejection).toMatchObject({ code, pointer, suggestion: expect.any(String) })
  expect(others).toEqual([])
  if (rejection !== undefined) expect(judge(view, accountId, withSuggestion(body, rejection))).toEqual([])
})

test.each([
  [
    'the parts that it shows',
    'insufficient-buying-power',
    desks.openCredit,
    { ...buy('900', '99.00'), displayQuantity: '800' },
  ],
  [
    'its stop-loss',
    'post-only-would-trade',
    desks.owning,
    {
      ...buy('1', '100.01'),
      postOnly: true,
      orderClass: 'oto',
      stopLoss: { clientOrderId: 'loss', stopPrice: '99.99' },
    },
  ],
  // Moved above the bid as long as it is short; the seven that she owns would trade.
  ['its own limit', 'not-shortable', desks.repriced, { ...sell('30', '89.90'), postOnly: true }],
] as const)('nothing is suggested that %s forbids', (_what, code, open, fields) => {
  const body: OrderRequest = { clientOrderId: 'asked', ...fields }
  const [rejection, ...others] = judge(open().exchange.view, 'ann', body)
  expect(rejection).toMatchObject({ code })
  expect(rejection?.suggestion).toBeUndefined()
  expect(others).toEqual([])
})

describe('a replacement', () => {
  const desk = desks.owning()
  const { view } = desk.exchange
  const order = (clientOrderId: string) => {
    const found = view.orderByClientId('ann', clientOrderId)
    if (found === undefined) throw new Error(`no order ${clientOrderId}`)
    return found
  }
  desk.submit('ann', {
    clientOrderId: 'parent',
    limitPriceTicks: 9_000,
    quantityLots: 1,
    orderClass: 'bracket',
    takeProfit: { clientOrderId: 'profit', limitPriceTicks: 10_500 },
    stopLoss: { clientOrderId: 'loss', stopPriceTicks: 8_500 },
  })
  desk.submit('ann', {
    clientOrderId: 'iceberg',
    limitPriceTicks: 9_000,
    quantityLots: 110,
    displayLots: 110,
  })

  test.each([
    ['profit', { limitPriceTicks: 8_900 }, '/limitPrice', '90.01'],
    ['loss', { stopPriceTicks: 9_100 }, '/stopPrice', '89.99'],
    ['parent', { limitPriceTicks: 10_600 }, '/limitPrice', '104.99'],
    ['parent', { limitPriceTicks: 8_400 }, '/limitPrice', '85.01'],
    // What it shows shrinks with it.
    ['iceberg', { quantityLots: 1_000, limitPriceTicks: 9_900 }, '/quantity', expect.any(String)],
  ] as const)('of %s by %j is told what would pass', (which, change, pointer, suggestion) => {
    const [refused] = desk.replace(order(which), change)
    expect(refused).toMatchObject({ type: 'OrderRejected', rejection: { pointer, suggestion } })
  })
})

test('at desks where a rule stands in the way a suggestion adds no fault either', PATIENCE, () => {
  for (const open of Object.values(desks)) {
    const { view } = open().exchange
    const accountId = open === desks.afterViolations ? 'dan' : 'ann'
    const symbols = Array.from(view.instruments(), ({ symbol }) => symbol)
    fc.assert(
      fc.property(request, fc.constantFrom(...symbols), (fields, symbol) => {
        follow(view, accountId, { clientOrderId: 'asked', ...fields, symbol } as OrderRequest)
      }),
      { numRuns: 100 },
    )
  }
})
