import type { ProblemItem } from '@openbourse/spec'
import { beforeAll, describe, expect, test } from 'vitest'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { openDeepMarket, print, type TestAnswer, type TestBroker } from './broker.ts'
import { FIELDS, type OrderFields, orderRequests, requestsThatPass } from './order-requests.ts'
import { faultsOf, type Moment, ROWS, refusalOf } from './order-rules.ts'

const HOUR = 3_600_000_000

/** The exchange at that moment, with money and stock for every order. */
function openMarket(moment: Moment): TestBroker {
  const broker = openDeepMarket(moment === 'pre-market' ? { calendar: xnys } : {})
  broker.run({ type: 'Deposit', accountId: 'acc_demo', asset: 'USD', amount: 10n ** 20n })
  if (moment === 'always open') return broker
  // It is 4:53 of a Thursday in New York; on Friday there is a last price, of a session.
  broker.pass(6 * HOUR)
  print(broker, 10_000)
  broker.pass(18 * HOUR)
  return broker
}

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

/** What the answers were, and which of them differ from the table. */
class Answers {
  readonly words = new Map<string, Set<string>>()
  readonly counts = { accepted: 0, faulty: 0, refused: 0 }
  readonly wrong: unknown[] = []
  readonly silent: unknown[] = []
  readonly #moment: Moment

  constructor(moment: Moment) {
    this.#moment = moment
  }

  async sendAll(requests: Iterable<OrderFields>): Promise<void> {
    let broker = openMarket(this.#moment)
    let sent = 0
    for (const request of requests) {
      sent += 1
      // Orders that rest pile up: another world now and then.
      if (sent % 2_000 === 0) broker = openMarket(this.#moment)
      this.#judge(request, await send(broker, request))
    }
  }

  #judge(request: OrderFields, { status, json }: TestAnswer): void {
    const faults = faultsOf(request)
    const refusal = refusalOf(request, this.#moment)
    if (faults.length > 0) {
      this.counts.faulty += 1
      const expected = [422, 'invalid-request', faults.join()]
      this.#expect(request, expected, [status, json.code, named(json.errors)])
    } else if (refusal !== undefined) {
      this.counts.refused += 1
      const { code, field } = refusal
      this.#expect(request, [422, code, `${code} /${field}`], [status, json.code, named(json.errors)])
    } else {
      this.counts.accepted += 1
      this.#expect(request, [201], [status])
      const lost = untold(request, { ...json })
      if (lost.length > 0) this.silent.push({ request, lost })
    }
    for (const { detail = '', code, pointer } of json.errors ?? []) {
      const faultsSaid = this.words.get(detail) ?? new Set()
      this.words.set(detail, faultsSaid.add(`${code} ${pointer}`))
    }
  }

  #expect(request: object, expected: readonly unknown[], found: readonly unknown[]): void {
    if (found.join() !== expected.join()) this.wrong.push({ request, expected, found })
  }
}

const MOMENTS = [
  ['always open', orderRequests],
  ['pre-market', requestsThatPass],
] as const

describe.each(MOMENTS)('the product of type, time in force, class and optional fields, %s', (moment, all) => {
  const answers = new Answers(moment)
  const { counts, wrong, silent, words } = answers
  beforeAll(() => answers.sendAll(all()), 120_000)

  test('is many requests of each kind of answer', () => {
    expect(counts.faulty > 5_000).toBe(moment === 'always open')
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

  if (moment === 'always open') {
    test('every row of the table was broken', () => {
      expect(words.size).toBeGreaterThanOrEqual(ROWS.length)
    })
  }
})
