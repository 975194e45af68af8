import fc from 'fast-check'
import { test } from 'vitest'
import type { InspectableExchange } from '../../../src/exchange/create-exchange.ts'
import type { ExchangeEvent, OrderEvent } from '../../../src/exchange/events.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import { isOpen } from '../../../src/exchange/orders/lifecycle.ts'
import type { OrderGroup, OrderRecord } from '../../../src/exchange/orders/order-record.ts'
import type { Side } from '../../../src/exchange/values/types.ts'
import { FEES } from '../support/builders.ts'
import { COLLISION_DRAWS, collisionOf, openArena, RIVALS, type Rules } from '../support/collisions.ts'
import { isOrderEvent, must, PATIENCE, RUNS } from '../support/property.ts'

const runs = fc.array(
  fc.array(fc.nat({ max: 999 }), { minLength: COLLISION_DRAWS, maxLength: COLLISION_DRAWS }),
  { minLength: 30, maxLength: 45 },
)

const rules: fc.Arbitrary<Rules> = fc.constantFrom(
  {},
  { tradeGroup: 'rivals' },
  { accountType: 'margin' },
  { accountType: 'margin', tradeGroup: 'rivals' },
)

test('orders that get into each other’s way are told whole, and are somewhere', PATIENCE, () => {
  fc.assert(
    fc.property(runs, fc.boolean(), rules, (moves, hasFees, accounts) => {
      const exchange = openArena(hasFees ? { fees: FEES } : {}, accounts)
      const watcher = new Watcher(exchange)
      for (const [index, move] of moves.entries()) {
        const command = collisionOf(exchange.view, move, index)
        watcher.hear(exchange.execute(command))
        checkInvariants(exchange)
        watcher.look()
      }
    }),
    { numRuns: RUNS },
  )
})

/** What somebody who only listens knows, held against what is. */
class Watcher {
  readonly #exchange: InspectableExchange
  readonly #told = new Map<number, OrderEvent['order']>()
  readonly #seqs = new Map<string, number>()
  readonly #levels = { buy: new Map<number, number>(), sell: new Map<number, number>() }
  readonly #groups = new Set<OrderGroup>()
  /** Groups that lost something otherwise than by trading. */
  readonly #thinned = new Set<OrderGroup>()
  #time = 0

  constructor(exchange: InspectableExchange) {
    this.#exchange = exchange
  }

  hear(events: readonly ExchangeEvent[]): void {
    for (const event of events) {
      if (event.type === 'LevelChanged') {
        const levels = this.#levels[event.side]
        if (event.quantityLots === 0) levels.delete(event.priceTicks)
        else levels.set(event.priceTicks, event.quantityLots)
      }
      if (isOrderEvent(event)) this.#hearOrder(event)
    }
  }

  #hearOrder({ type, order }: OrderEvent): void {
    const { orderNumber, accountId, updatedSeq } = order
    const before = this.#told.get(orderNumber)
    const isAmended = type === 'TradeBusted' || type === 'TradeCorrected'
    must(
      before === undefined || isOpen(before.status) || isAmended,
      () => `${type} of order ${orderNumber} after its end`,
    )
    this.#told.set(orderNumber, order)
    const record = this.#exchange.state.orders.get(orderNumber)
    if (record?.account.kind === 'customer') {
      const last = this.#seqs.get(accountId) ?? 0
      must(updatedSeq === last + 1, () => `${accountId}: event ${updatedSeq} after ${last}`)
      this.#seqs.set(accountId, updatedSeq)
    }
    if (record?.group === undefined) return
    this.#groups.add(record.group)
    if (order.preventedLots !== undefined || order.status === 'expired' || isAmended)
      this.#thinned.add(record.group)
  }

  look(): void {
    const { state, view } = this.#exchange
    must(view.time >= this.#time, () => `time goes back from ${this.#time} to ${view.time}`)
    this.#time = view.time
    must(state.followUps.length === 0, () => 'something is left to follow')
    for (const accountId of RIVALS) {
      for (const { orderNumber } of view.openOrders(accountId)) {
        const record = state.orders.get(orderNumber)
        if (record !== undefined) this.#lookAt(record)
      }
    }
    for (const side of ['buy', 'sell'] as const) this.#lookAtLevels(side)
    for (const accountId of RIVALS) this.#lookAtActivities(accountId)
    for (const group of this.#groups) this.#lookAtGroup(group)
  }

  #lookAt(record: OrderRecord): void {
    const { order, resting, waiting, listing, expiresAt, group } = record
    const { orderNumber, terms, triggeredAt } = order
    must(this.#told.get(orderNumber) === order, () => `order ${orderNumber} changed, and nobody was told`)
    must(expiresAt === undefined || expiresAt > this.#time, () => `order ${orderNumber} is past its end`)
    if (order.status === 'held') {
      must(isOpen(group?.parent.order.status ?? 'canceled'), () => `leg ${orderNumber} waits for nobody`)
      return
    }
    const waits = waiting !== undefined || (terms.type === 'trailingStop' && triggeredAt === undefined)
    must(resting !== undefined || waits || !listing?.tradable, () => `order ${orderNumber} is nowhere`)
    if (resting === undefined || listing === undefined) return
    const { totalLots: all, displayLots } = listing.book.order(resting)
    const [shown, said] = [displayLots || all, terms.displayLots ?? all].map((lots) => Math.min(lots, all))
    must(shown === said, () => `order ${orderNumber} shows ${shown} at a time, and says ${said}`)
  }

  #lookAtLevels(side: Side): void {
    const levels = this.#exchange.view.levels('XYZ', side, 1_000)
    const told = this.#levels[side]
    const isSame = levels.every(({ priceTicks, quantityLots }) => told.get(priceTicks) === quantityLots)
    must(isSame && levels.length === told.size, () => `the ${side} levels are not what was told`)
  }

  /** What was booked adds up to what the account has. */
  #lookAtActivities(accountId: string): void {
    const { view } = this.#exchange
    let [cash, lots] = [0n, 0]
    for (const activity of view.activities(accountId)) {
      cash += activity.cash?.amount ?? 0n
      lots += activity.stock?.lots ?? 0
    }
    for (const { available, held } of view.account(accountId)?.balances ?? [])
      must(available + held === cash, () => `${accountId} has ${available + held}, booked ${cash}`)
    for (const { availableLots, heldLots } of view.account(accountId)?.positions ?? [])
      must(
        availableLots + heldLots === lots,
        () => `${accountId} has ${availableLots + heldLots}, booked ${lots}`,
      )
  }

  /** While both exits of a bracket stand, or one stands for both, all that was opened is closed by them. */
  #lookAtGroup(group: OrderGroup): void {
    const { exits, orderClass, openedLots, isActive } = group
    if (orderClass !== 'bracket' || !isActive || this.#thinned.has(group)) return
    const open = exits.filter(({ order }) => isOpen(order.status))
    // Ended orders of liquidity are forgotten, so that their expiry is not heard of above.
    if (exits.some(({ order }) => order.status === 'expired')) return
    const ended = exits.filter(({ order }) => order.status === 'canceled')
    if (ended.some(({ order }) => !/^sibling-(filled|triggered)$/.test(order.reason ?? ''))) return
    const closed = exits.reduce((sum, { order }) => sum + order.filledLots, 0)
    const wrong = open.find(({ order }) => order.remainingLots !== openedLots - closed)
    const number = wrong?.order.orderNumber
    must(wrong === undefined, () => `leg ${number} is not for the ${openedLots - closed} left to close`)
    must(open.length > 0 || closed === openedLots, () => `${openedLots - closed} are left without an exit`)
  }
}
