import type { ProblemItem } from '@openbourse/spec'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDeepMarket, type TestAnswer, type TestBroker } from './broker.ts'
import { faultsOf, ROWS } from './order-rules.ts'

/** The transport clock goes on, so that the rate limit is no matter here. */
function send(broker: TestBroker, body: object): Promise<TestAnswer> {
  broker.clock.ms += 1_000
  return broker.call('POST', '/v1/orders', { body })
}

const TYPES = ['market', 'limit', 'stop', 'stopLimit', 'trailingStop'] as const
const TIMES = ['day', 'gtc', 'gtd', 'ioc', 'fok', 'opg', 'cls'] as const
const CLASSES = [undefined, 'simple', 'bracket', 'oco', 'oto'] as const
type Class = (typeof CLASSES)[number]

/** A sale with every field that might stand in it, each with a value that would pass where the field may stand. */
function everyField(orderClass: Class): Readonly<Record<string, unknown>> {
  return {
    quantity: '10',
    notional: '1000',
    limitPrice: '110.00',
    stopPrice: '90.00',
    trailAmount: '1.00',
    trailPercent: '5',
    activationPrice: '101.00',
    triggerBy: 'last',
    expiresAt: '2026-12-01T00:00:00Z',
    takeProfit: { limitPrice: '95.00' },
    // An oco order takes the profit itself; the others open what their legs close.
    stopLoss: { stopPrice: orderClass === 'oco' ? '90.00' : '115.00' },
    bracketMode: 'partial',
    postOnly: true,
    reduceOnly: true,
    displayQuantity: '5',
    selfTradePrevention: 'decrement',
    extendedHours: true,
    doNotReduce: true,
    tags: ['one'],
  }
}
const FIELDS = Object.keys(everyField(undefined))

/** The fields that the kind of order needs. */
function basis(type: string, timeInForce: string, orderClass: Class): ReadonlySet<string> {
  const fields = new Set(['quantity'])
  if (type === 'limit' || type === 'stopLimit') fields.add('limitPrice')
  if (type === 'stop' || type === 'stopLimit') fields.add('stopPrice')
  if (type === 'trailingStop') fields.add('trailAmount')
  if (timeInForce === 'gtd') fields.add('expiresAt')
  if (orderClass === 'bracket' || orderClass === 'oto') fields.add('takeProfit')
  if (orderClass === 'bracket' || orderClass === 'oco') fields.add('stopLoss')
  return fields
}

/** What is sent: the needed fields with up to two others more, or up to two of them less. */
function* requests(): Generator<Readonly<Record<string, unknown>>> {
  let number = 0
  for (const type of TYPES) {
    for (const timeInForce of TIMES) {
      for (const orderClass of CLASSES) {
        for (const change of changes()) {
          const given = new Set(basis(type, timeInForce, orderClass))
          for (const field of change) if (!given.delete(field)) given.add(field)
          number += 1
          yield requestOf(`p${number}`, { type, timeInForce, orderClass }, given)
        }
      }
    }
  }
}

function* changes(): Generator<readonly string[]> {
  yield []
  for (const [index, field] of FIELDS.entries()) {
    yield [field]
    // All pairs with the fields that rules speak of, in both halves of the list.
    for (const other of FIELDS.slice(index + 1)) if (isRuled(field) && isRuled(other)) yield [field, other]
  }
}

const RULED = new Set(ROWS.flatMap(({ field, exactlyOne = [] }) => [field ?? '', ...exactlyOne]))
const isRuled = (field: string): boolean => RULED.has(field)

interface Kind {
  readonly type: string
  readonly timeInForce: string
  readonly orderClass: Class
}

function requestOf(id: string, kind: Kind, given: ReadonlySet<string>): Readonly<Record<string, unknown>> {
  const values = everyField(kind.orderClass)
  const { takeProfit, stopLoss } = values
  const request: Record<string, unknown> = { clientOrderId: id, symbol: 'AAPL', side: 'sell', ...kind }
  for (const field of given) request[field] = values[field]
  if (given.has('takeProfit')) request.takeProfit = { clientOrderId: `${id}-t`, ...(takeProfit as object) }
  if (given.has('stopLoss')) request.stopLoss = { clientOrderId: `${id}-s`, ...(stopLoss as object) }
  if (kind.orderClass === undefined) delete request.orderClass
  return request
}

/** Whether the hour decides, which is another table. */
function isForThePhase({ timeInForce, extendedHours }: Readonly<Record<string, unknown>>): boolean {
  return timeInForce === 'opg' || timeInForce === 'cls' || extendedHours === true
}

describe('the product of type, time in force, class and optional fields', () => {
  const words = new Map<string, Set<string>>()
  const counts = { accepted: 0, refused: 0, phase: 0 }
  const wrong: unknown[] = []

  beforeAll(async () => {
    let broker = openDeepMarket()
    let sent = 0
    for (const request of requests()) {
      sent += 1
      // Orders that rest pile up: another world now and then.
      if (sent % 2_000 === 0) broker = openDeepMarket()
      const expected = faultsOf(request)
      const { status, json } = await send(broker, request)
      const errors: readonly ProblemItem[] = status === 422 ? (json.errors ?? []) : []
      const found = errors.map(({ code, pointer }) => `${code} ${pointer}`)
      if (expected.length > 0) {
        counts.refused += 1
        if (status !== 422 || json.code !== 'invalid-request' || found.join() !== expected.join())
          wrong.push({ request, expected, status, code: json.code, found })
        for (const { detail, code, pointer } of errors) note(detail ?? '', `${code} ${pointer}`)
      } else if (isForThePhase(request)) {
        counts.phase += 1
        if (status !== 201 && (status !== 422 || json.code === 'invalid-request'))
          wrong.push({ request, status, json })
      } else {
        counts.accepted += 1
        if (status !== 201) wrong.push({ request, status, json })
      }
    }
  }, 120_000)

  const note = (detail: string, fault: string): void => {
    const faults = words.get(detail) ?? new Set()
    faults.add(fault)
    words.set(detail, faults)
  }

  test('is about ten thousand requests, of which some of each kind pass', () => {
    expect(counts.accepted + counts.refused + counts.phase).toBeGreaterThan(10_000)
    expect(counts.accepted).toBeGreaterThan(300)
  })

  test('each is accepted or refused as the one table says, with the code and the field of every fault', () => {
    expect(wrong.slice(0, 3)).toEqual([])
  })

  test('no two different faults have the same words', () => {
    const shared = [...words].filter(([, faults]) => faults.size > 1)
    expect(shared.map(([detail, faults]) => [detail, ...faults])).toEqual([])
  })

  test('every row of the table was broken', () => {
    expect(words.size).toBeGreaterThanOrEqual(ROWS.length)
  })
})
