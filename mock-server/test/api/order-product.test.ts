import type { ProblemItem } from '@openbourse/spec'
import { beforeAll, describe, expect, test } from 'vitest'
import { openDeepMarket, type TestAnswer, type TestBroker } from './broker.ts'
import { FIELDS, type OrderFields, orderRequests } from './order-requests.ts'
import { faultsOf, ROWS, refusalOf } from './order-rules.ts'

/** The transport clock goes on, so that the rate limit is no matter here. */
function send(broker: TestBroker, body: object): Promise<TestAnswer> {
  broker.clock.ms += 1_000
  return broker.call('POST', '/v1/orders', { body })
}

/** `code pointer` of each fault that an answer names. */
function named(errors: readonly ProblemItem[] = []): string {
  return errors.map(({ code, pointer }) => `${code} ${pointer}`).join()
}

/** The fields that the answered order tells otherwise than they were asked for. */
function untold(request: OrderFields, order: OrderFields): readonly string[] {
  const isTold = (asked: unknown, told: unknown) =>
    typeof asked === 'string' && Number(asked) > 0 ? Number(told) === Number(asked) : isDeepEqual(told, asked)
  return FIELDS.filter((field) => !LEGS.has(field) && request[field] !== undefined).filter(
    (field) => !isTold(request[field], order[field]),
  )
}
const LEGS = new Set(['takeProfit', 'stopLoss'])
const isDeepEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

describe('the product of type, time in force, class and optional fields', () => {
  const words = new Map<string, Set<string>>()
  const counts = { accepted: 0, faulty: 0, refused: 0 }
  const wrong: unknown[] = []
  const silent: unknown[] = []

  beforeAll(async () => {
    let broker = openDeepMarket()
    let sent = 0
    for (const request of orderRequests()) {
      sent += 1
      // Orders that rest pile up: another world now and then.
      if (sent % 2_000 === 0) broker = openDeepMarket()
      const { status, json } = await send(broker, request)
      const faults = faultsOf(request)
      const refusal = refusalOf(request)
      if (faults.length > 0) {
        counts.faulty += 1
        expectAnswer(
          request,
          [422, 'invalid-request', faults.join()],
          [status, json.code, named(json.errors)],
        )
      } else if (refusal !== undefined) {
        counts.refused += 1
        const { code, field } = refusal
        expectAnswer(request, [422, code, `${code} /${field}`], [status, json.code, named(json.errors)])
      } else {
        counts.accepted += 1
        expectAnswer(request, [201], [status])
        const lost = untold(request, { ...json })
        if (lost.length > 0) silent.push({ request, lost })
      }
      for (const { detail, code, pointer } of json.errors ?? []) note(detail ?? '', `${code} ${pointer}`)
    }
  }, 120_000)

  const expectAnswer = (request: object, expected: readonly unknown[], found: readonly unknown[]): void => {
    if (found.join() !== expected.join()) wrong.push({ request, expected, found })
  }

  const note = (detail: string, fault: string): void => {
    const faults = words.get(detail) ?? new Set()
    faults.add(fault)
    words.set(detail, faults)
  }

  test('is about ten thousand requests, of which many of each kind of answer', () => {
    expect(counts.accepted + counts.faulty + counts.refused).toBeGreaterThan(10_000)
    expect(counts.accepted).toBeGreaterThan(500)
    expect(counts.refused).toBeGreaterThan(500)
  })

  test('each is accepted or refused as the one table says, with the code and the field of every fault', () => {
    expect(wrong.slice(0, 3)).toEqual([])
  })

  test('an accepted order is answered with every field that was asked for', () => {
    expect(silent.slice(0, 3)).toEqual([])
  })

  test('no two different faults have the same words', () => {
    const shared = [...words].filter(([, faults]) => faults.size > 1)
    expect(shared.map(([detail, faults]) => [detail, ...faults])).toEqual([])
  })

  test('every row of the table was broken', () => {
    expect(words.size).toBeGreaterThanOrEqual(ROWS.length)
  })
})
