import { expect, test } from 'vitest'
import type { OrderChange } from '../../src/exchange/commands.ts'
import type { InspectableExchange } from '../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import { checkInvariants } from '../../src/exchange/invariants.ts'
import type { Order } from '../../src/exchange/orders/order.ts'
import { type Act, oracle, type Told } from './fix/races-oracle.ts'
import { ONE, openExchange } from './support/builders.ts'

/** Requests and fills of one order in every order of coming, against {@link oracle}. */

const REQUESTS: readonly Act[] = ['cancel', 'up', 'down', 'price']
const FILLS: readonly Act[] = ['fill', 'fillAll']
const STEP = 1_000

/** Every way to mix up to so many of each. */
function races(requests: number, fills: number): readonly (readonly Act[])[] {
  const next = [
    ...(requests === 0 ? [] : REQUESTS.map((act) => [act, requests - 1, fills] as const)),
    ...(fills === 0 ? [] : FILLS.map((act) => [act, requests, fills - 1] as const)),
  ]
  const longer = next.flatMap(([act, ...left]) => races(...left).map((rest) => [act, ...rest]))
  return [[], ...longer]
}

const ALL = races(3, 2)

/** One exchange for all races of a latency: each begins with an empty book. */
class Track {
  readonly #exchange: InspectableExchange
  #ids = 0
  #current = 0

  constructor(steps: number) {
    this.#exchange = openExchange({ requestLatency: steps * STEP })
    const gift = { accountId: 'ann', symbol: 'BTC-USD', quantityLots: 500_000 } as const
    this.#exchange.execute({ type: 'DepositPosition', ...gift })
    this.#exchange.execute({ type: 'Deposit', accountId: 'bob', asset: 'USD', amount: 1_000_000n * ONE })
  }

  run(acts: readonly Act[], steps: number): readonly Told[] {
    this.#submit('ann', 'sell', 10, 1_000)
    this.#current = this.#exchange.state.lastOrderNumber
    const told = acts.map((act) => {
      const answer = this.#act(act)
      const seen = this.#tell(answer)
      this.#hear(this.#pass(1))
      return seen
    })
    this.#hear(this.#pass(steps))
    const last = this.#tell('taken')
    this.#exchange.execute({ type: 'CancelAllOrders', accountId: 'ann' })
    return [...told, last]
  }

  /** Looks at every order that there was. */
  check(): void {
    checkInvariants(this.#exchange)
  }

  #act(act: Act): Told['answer'] {
    if (act === 'fill' || act === 'fillAll') {
      this.#submit('bob', 'buy', act === 'fill' ? 4 : 1_000)
      return 'taken'
    }
    const { orderNumber, terms } = this.#order()
    const target = { accountId: 'ann', orderNumber }
    this.#ids += 1
    const events =
      act === 'cancel'
        ? this.#exchange.execute({ type: 'CancelOrder', ...target })
        : this.#exchange.execute({
            type: 'ReplaceOrder',
            ...target,
            clientOrderId: `r${this.#ids}`,
            change: changeOf(act, terms),
          })
    this.#hear(events)
    const [first] = events
    return first?.type === 'CommandRejected' ? (first.rejection.code as Told['answer']) : 'taken'
  }

  #submit(accountId: string, side: 'buy' | 'sell', quantityLots: number, limitPriceTicks?: number): void {
    this.#ids += 1
    const common = { clientOrderId: `s${this.#ids}`, symbol: 'BTC-USD', side, quantityLots } as const
    this.#exchange.execute({
      type: 'SubmitOrder',
      accountId,
      terms:
        limitPriceTicks === undefined
          ? { ...common, type: 'market', timeInForce: 'ioc' }
          : { ...common, type: 'limit', timeInForce: 'gtc', limitPriceTicks },
    })
  }

  #pass(steps: number): readonly ExchangeEvent[] {
    return this.#exchange.execute({ type: 'AdvanceTo', time: this.#exchange.view.time + steps * STEP })
  }

  /** The order that was accepted last is the one that counts. */
  #hear(events: readonly ExchangeEvent[]): void {
    for (const event of events) {
      if (event.type === 'OrderAccepted' && event.order.accountId === 'ann')
        this.#current = event.order.orderNumber
    }
  }

  #order(): Order {
    const order = this.#exchange.view.order(this.#current)
    if (order === undefined) throw new Error(`order ${this.#current} is not remembered`)
    return order
  }

  #tell(answer: Told['answer']): Told {
    const { status, terms, filledLots: filled, remainingLots: remaining } = this.#order()
    return { answer, status, quantity: terms.quantityLots, filled, remaining }
  }
}

function changeOf(act: Act, { quantityLots, limitPriceTicks = 0 }: Order['terms']): OrderChange {
  if (act === 'up') return { quantityLots: quantityLots + 5 }
  return act === 'down'
    ? { quantityLots: Math.max(1, quantityLots - 6) }
    : { limitPriceTicks: limitPriceTicks + 1 }
}

test('every race of up to 3 requests and 2 fills is one of them', () => {
  expect(ALL).toHaveLength(new Set(ALL.map((race) => race.join())).size)
  // Sum over r requests and f fills of (r + f choose f) * 4^r * 2^f.
  expect(ALL).toHaveLength(3_707)
})

test.each([0, 1, 2, 3, 4])('where a request takes %i steps, all races end as the rules say', (steps) => {
  const track = new Track(steps)
  for (const race of ALL) {
    const seen = track.run(race, steps)
    const expected = oracle(race, steps)
    // Compared as text first: a difference is shown only where there is one.
    if (JSON.stringify(seen) !== JSON.stringify(expected))
      expect({ race, seen }).toEqual({ race, seen: expected })
  }
  track.check()
})
