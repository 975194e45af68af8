import type { OrderRequest } from '@openbourse/spec'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readTerms } from '../../src/api/submit/read-terms.ts'
import type { ExchangeOptions } from '../../src/exchange/create-exchange.ts'
import type { Rejection } from '../../src/exchange/events.ts'
import type { ExchangeView } from '../../src/exchange/exchange.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import {
  CUSTOMERS,
  type Desk,
  FEES,
  ONE,
  openDesk,
  openExchange,
  SYMBOLS,
  stock,
} from '../exchange/support/builders.ts'
import { commandOf } from '../exchange/support/moves.ts'
import { moves, must, PATIENCE, RUNS } from '../exchange/support/property.ts'

/** Codes that say what would pass while nothing but orders happens, and the fields for which they say it. */
const SUGGESTS: Readonly<Record<string, readonly string[]>> = {
  'display-out-of-bounds': ['/displayQuantity'],
  'insufficient-buying-power': ['/quantity'],
  'insufficient-position': ['/quantity'],
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
  'stop-would-trigger': ['/stopPrice'],
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
const common = { symbol: fc.constantFrom(...SYMBOLS), side: fc.constantFrom('buy', 'sell') } as const
const stays = { timeInForce: fc.constantFrom('day', 'gtc'), quantity } as const

/** Orders that keep the contract's rules and may be wrong in any value. */
const request = fc.oneof(
  fc.record({ ...common, type: fc.constant('market'), timeInForce: fc.constant('ioc'), quantity }),
  fc.record({
    ...common,
    type: fc.constant('market'),
    timeInForce: fc.constant('ioc'),
    notional: fc.constantFrom('0.00000001', '0.001', '0.1', '50', '99.99', '1000', '99999'),
  }),
  fc.record(
    {
      ...common,
      ...stays,
      type: fc.constant('limit'),
      limitPrice: price,
      postOnly: fc.boolean(),
      reduceOnly: fc.boolean(),
      displayQuantity: quantity,
    },
    { requiredKeys: ['symbol', 'side', 'timeInForce', 'quantity', 'type', 'limitPrice'] },
  ),
  fc.record({ ...common, ...stays, type: fc.constant('stop'), stopPrice: price }),
  fc.record({ ...common, ...stays, type: fc.constant('stopLimit'), stopPrice: price, limitPrice: price }),
  fc.record(
    { ...common, ...stays, type: fc.constant('trailingStop'), trailAmount: price, activationPrice: price },
    { requiredKeys: ['symbol', 'side', 'timeInForce', 'quantity', 'type', 'trailAmount'] },
  ),
  fc.record({ ...common, ...stays, type: fc.constant('trailingStop'), trailPercent: percent }),
  fc.record({
    ...common,
    ...stays,
    type: fc.constant('limit'),
    limitPrice: price,
    orderClass: fc.constant('bracket'),
    takeProfit: fc.record({ clientOrderId: fc.constant('profit'), limitPrice: price }),
    stopLoss: fc.record(
      { clientOrderId: fc.constant('loss'), stopPrice: price, limitPrice: price },
      { requiredKeys: ['clientOrderId', 'stopPrice'] },
    ),
  }),
)

const seen = new Map<string, Set<string>>()

test('what a rejection suggests, once it is written into the order, is accepted', PATIENCE, () => {
  const asked = fc.array(fc.tuple(fc.nat({ max: 999 }), request), { minLength: 8, maxLength: 8 })
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

/** Follows one suggestion after another: each puts its own fault right, and of a single fault that is all. */
function follow(view: ExchangeView, accountId: string, first: OrderRequest): void {
  let body = first
  let isAlone: boolean | undefined
  const steps: Rejection[] = []
  for (;;) {
    const terms = readTerms(view, body)
    const rejections = view.preview(accountId, terms)?.rejections ?? []
    const told = () => `${JSON.stringify(body)} by ${accountId}: ${JSON.stringify([...steps, ...rejections])}`
    const last = steps.at(-1)
    must(!rejections.some(({ code, pointer }) => code === last?.code && pointer === last.pointer), told)
    // What is not in whole steps cannot be judged further.
    if (terms.asWritten === undefined) isAlone ??= rejections.length === 1
    const [rejection] = rejections
    if (rejection?.suggestion === undefined) {
      const isAccepted = rejection === undefined
      if (isAlone === true && last !== undefined && !WRITTEN.has(last.code)) must(isAccepted, told)
      return
    }
    must(steps.length < 8, told)
    steps.push(rejection)
    const { code, pointer = '', suggestion } = rejection
    seen.set(code, (seen.get(code) ?? new Set()).add(pointer))
    body = withField(body, pointer, suggestion)
  }
}

/** Faults behind which others hide. */
const WRITTEN = new Set(['invalid-lot', 'invalid-tick'])

function withField(body: OrderRequest, pointer: string, value: string): OrderRequest {
  const [field = '', of] = pointer.slice(1).split('/')
  if (of === undefined) return { ...body, [field]: value }
  return { ...body, [field]: { ...body[field as 'stopLoss'], [of]: value } } as OrderRequest
}

const DAY = 86_400_000_000

/** XYZ stands at 100.00; Ann may borrow, and has so many dollars and no stock. */
function openCredit(options: ExchangeOptions = {}, dollars = 10_000n): Desk {
  const desk = openDesk({ fees: FEES, ...options }, ['ann'])
  for (const symbol of SYMBOLS) {
    desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol, quantityLots: -200 })
  }
  desk.execute({ type: 'Deposit', accountId: 'ann', asset: 'USD', amount: (dollars - 10_000n) * ONE })
  desk.house(['buy', 9_999, 10_000], ['sell', 10_000, 10_000])
  desk.print(1, 10_000)
  return desk
}

function afterDayTrades(): Desk {
  const desk = openCredit({ margin: { regime: 'legacyDayTrade' } })
  desk.advance(DAY)
  desk.market('ann', 'buy', 5)
  desk.advance(DAY)
  for (let count = 0; count < 3; count += 1) {
    desk.market('ann', 'buy', 10)
    desk.market('ann', 'sell', 10)
  }
  return desk
}

function afterAFall(): Desk {
  const desk = openCredit()
  desk.advance(DAY)
  desk.house(['buy', 9_999, 0], ['buy', 8_999, 10])
  desk.print(1, 9_000)
  return desk
}

/** Ann, a pattern day trader, owns 1,000 that cost 100.00, which are worth more than six times what is left. */
function inDebt(): Desk {
  const desk = openCredit({ margin: { regime: 'legacyDayTrade' } }, 30_000n)
  desk.advance(DAY)
  for (let count = 0; count < 4; count += 1) {
    desk.market('ann', 'buy', 10)
    desk.market('ann', 'sell', 10)
  }
  desk.advance(DAY)
  desk.market('ann', 'buy', 1_000)
  desk.house(['buy', 9_999, 0], ['sell', 10_000, 0], ['buy', 8_000, 10], ['sell', 8_001, 10])
  desk.print(1, 8_000, { fills: false })
  return desk
}

/** Dan bought with unsettled proceeds and sold that too early, too often; 35.00 have come since. */
function afterViolations(): Desk {
  const desk = openDesk()
  const account = { accountId: 'dan', kind: 'customer', name: 'Dan', currency: 'USD' } as const
  desk.execute({ type: 'OpenAccount', ...account, settlementRules: 'strict' })
  desk.execute({ type: 'DepositPosition', accountId: 'dan', symbol: 'XYZ', quantityLots: 100 })
  const trade = (side: 'buy' | 'sell', lots: number) => {
    desk.limit('flow', side === 'buy' ? 'sell' : 'buy', lots, 1_000)
    desk.limit('dan', side, lots, 1_000)
  }
  trade('sell', 100)
  for (let count = 0; count < 4; count += 1) {
    trade('buy', 1)
    trade('sell', 1)
  }
  desk.execute({ type: 'Deposit', accountId: 'dan', asset: 'USD', amount: 35n * ONE })
  return desk
}

function few(): Desk {
  const desk = openCredit()
  desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'FEW', borrowableLots: 10 }) })
  return desk
}

function unlent(): Desk {
  const desk = openCredit()
  desk.execute({ type: 'ListInstrument', instrument: stock({ symbol: 'NONE', shortable: false }) })
  desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'NONE', quantityLots: 7 })
  return desk
}

function poor(): Desk {
  const desk = openCredit({}, 1_000n)
  desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: 7 })
  return desk
}

function owning(): Desk {
  const desk = openCredit()
  desk.execute({ type: 'DepositPosition', accountId: 'ann', symbol: 'XYZ', quantityLots: 7 })
  return desk
}

function banded(): Desk {
  const desk = openDesk({ calendar: xnys, volatility: { priceBands: true } })
  desk.limit('bob', 'sell', 1, 10_000)
  desk.limit('cid', 'buy', 1, 10_000)
  return desk
}

const limit = { type: 'limit', timeInForce: 'gtc', symbol: 'XYZ' } as const
const sale = { ...limit, side: 'sell', limitPrice: '101.00' } as const

test.each([
  [
    'insufficient-buying-power',
    '/quantity',
    openCredit,
    { ...limit, side: 'buy', quantity: '900', limitPrice: '99.00' },
  ],
  ['insufficient-buying-power', '/quantity', openCredit, { ...sale, quantity: '900' }],
  ['borrow-unavailable', '/quantity', few, { ...sale, symbol: 'FEW', quantity: '11', limitPrice: '12.00' }],
  ['not-shortable', '/quantity', unlent, { ...sale, symbol: 'NONE', quantity: '9', limitPrice: '12.00' }],
  ['equity-below-minimum', '/quantity', poor, { ...sale, quantity: '9' }],
  ['closing-only', '/quantity', inDebt, { ...sale, quantity: '1001' }],
  ['day-trade-limit', '/quantity', afterDayTrades, { ...sale, quantity: '9' }],
  ['short-sale-restricted', '/limitPrice', afterAFall, { ...sale, quantity: '1', limitPrice: '89.99' }],
  [
    'settled-cash-only',
    '/quantity',
    afterViolations,
    { ...limit, side: 'buy', quantity: '4', limitPrice: '10.00' },
  ],
  [
    'beyond-price-band',
    '/limitPrice',
    banded,
    { ...limit, side: 'buy', quantity: '1', limitPrice: '105.01' },
  ],
  [
    'beyond-price-band',
    '/limitPrice',
    banded,
    { ...limit, side: 'sell', quantity: '1', limitPrice: '94.99' },
  ],
  [
    'stop-would-trigger',
    '/stopLoss/stopPrice',
    owning,
    {
      ...sale,
      quantity: '1',
      orderClass: 'oco',
      stopLoss: { clientOrderId: 'loss', stopPrice: '100.50' },
    },
  ],
] as const)('so is what %s suggests for %s', (code, pointer, open, fields) => {
  const { view } = open().exchange
  const body: OrderRequest = { clientOrderId: 'asked', ...fields }
  const accountId = code === 'settled-cash-only' ? 'dan' : 'ann'
  const judge = (order: OrderRequest) => view.preview(accountId, readTerms(view, order))?.rejections ?? []
  const [rejection, ...others] = judge(body)
  expect(rejection).toMatchObject({ code, pointer })
  expect(others).toEqual([])
  expect(judge(withField(body, pointer, rejection?.suggestion ?? ''))).toEqual([])
})
