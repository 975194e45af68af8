import type { Fill } from '../../../src/exchange/events.ts'
import type { BookSide } from '../../../src/exchange/matching/book-side.ts'
import { LIFECYCLE } from '../../../src/exchange/orders/lifecycle.ts'
import type { OrderStatus } from '../../../src/exchange/orders/order.ts'
import type { Side } from '../../../src/exchange/values/types.ts'
import { HOUSE, SYMBOLS } from '../support/builders.ts'
import { fillsOf, isOrderEvent, must, Places, pairsOf } from '../support/property.ts'
import { sharedRuns, type Watched } from '../support/shared-runs.ts'

const watching = sharedRuns()

watching('invariant 5: the book is never crossed or locked after matching', (exchange) => ({
  after: () => {
    for (const symbol of SYMBOLS) {
      const best = exchange.view.best(symbol)
      if (best?.bidTicks != null && best.askTicks != null)
        must(best.bidTicks < best.askTicks, () => `${symbol}: bid ${best.bidTicks}, ask ${best.askTicks}`)
    }
  },
}))

watching('invariant 6: no fill passes a better or older resting order', (exchange) => {
  const places = new Places(exchange)
  let queues = new Map<string, Waiting[]>()
  return {
    before: () => {
      queues = new Map(
        SYMBOLS.flatMap((symbol) =>
          (['buy', 'sell'] as const).map((side) => [
            `${symbol} ${side}`,
            queueOf(exchange, symbol, side, places),
          ]),
        ),
      )
    },
    after: (events, command) => {
      for (const event of events) {
        if (event.type === 'OrderCanceled' || event.type === 'OrderRestated') {
          const { orderNumber, remainingLots } = event.order
          const all = [...queues.values()].flat()
          const waiting = all.find((each) => each.orderNumber === orderNumber)
          if (waiting !== undefined) consume(queues, waiting, waiting.lots + waiting.hidden - remainingLots)
        }
        // Stops that were reached and legs that start now were not there before the command.
        if (event.type === 'OrderTriggered') break
        if (event.type === 'OrderAccepted' && event.order.parent !== undefined) break
        if (event.type !== 'OrderFilled' || event.fill.liquidity !== 'maker') continue
        const maker = event.fill
        const queue = (queues.get(`${maker.symbol} ${maker.side}`) ?? []).filter(({ accountId }) => {
          // The house withdraws in the same step, and a print reaches customers only.
          if (command.type === 'SetHouseLevels' || command.type === 'ResumeSymbol') return accountId !== HOUSE
          return command.type !== 'PrintTrade' || exchange.view.account(accountId)?.kind === 'customer'
        })
        const first = queue.find(({ lots }) => lots > 0)
        must(
          first?.orderNumber === maker.orderNumber,
          () => `order ${maker.orderNumber} traded, first was ${first?.orderNumber}`,
        )
        consume(queues, first, maker.quantityLots)
      }
      places.hear(events)
    },
  }
})

watching('invariant 7: no fill outside a limit; the price is the resting order’s', (exchange) => {
  const limits = new Map<number, number>()
  return {
    before: () => {
      for (const symbol of SYMBOLS) {
        for (const side of ['buy', 'sell'] as const) {
          for (const { orderNumber, priceTicks } of queueOf(exchange, symbol, side))
            limits.set(orderNumber, priceTicks)
        }
      }
    },
    after: (events) => {
      for (const event of events) {
        if (event.type !== 'OrderFilled') continue
        const { order, fill } = event
        const limit = order.terms.limitPriceTicks
        const { priceTicks, orderNumber } = fill
        const rested = limits.get(orderNumber) ?? limit
        const says = () => `${fill.side} ${orderNumber} at ${priceTicks}, rested at ${rested}, limit ${limit}`
        must(fill.liquidity !== 'maker' || priceTicks === rested, says)
        if (limit === undefined) continue
        must(fill.side === 'buy' ? priceTicks <= limit : priceTicks >= limit, says)
      }
    },
  }
})

watching('invariant 8: filled is within quantity; filled, remaining and canceled make the quantity', () => {
  const filled = new Map<number, number>()
  const lots = new Map<number, number>()
  return {
    after: (events) => {
      for (const event of events) {
        if (!isOrderEvent(event)) continue
        const { orderNumber, filledLots, remainingLots, preventedLots = 0, terms, status } = event.order
        // What the order before it had filled counts for the one that takes its place.
        if (event.type === 'OrderAccepted' && event.order.replaces !== undefined) {
          filled.set(orderNumber, filled.get(event.order.replaces) ?? 0)
        }
        if (event.type === 'OrderFilled') {
          filled.set(orderNumber, (filled.get(orderNumber) ?? 0) + event.fill.quantityLots)
        }
        if (event.type === 'OrderFilled') lots.set(event.fill.fillNumber, event.fill.quantityLots)
        if (event.type === 'TradeBusted') {
          filled.set(orderNumber, (filled.get(orderNumber) ?? 0) - event.fill.quantityLots)
        }
        if (event.type === 'TradeCorrected') {
          const { fillNumber, corrects = 0, quantityLots } = event.fill
          lots.set(fillNumber, quantityLots)
          filled.set(orderNumber, (filled.get(orderNumber) ?? 0) - (lots.get(corrects) ?? 0) + quantityLots)
        }
        must(
          filledLots === (filled.get(orderNumber) ?? 0),
          () => `order ${orderNumber}: ${filledLots} filled`,
        )
        must(filledLots <= terms.quantityLots, () => `order ${orderNumber}: ${filledLots} filled`)
        const done = filledLots + preventedLots
        const canceled = LIFECYCLE[status].cancel === null ? terms.quantityLots - done : 0
        const total = done + remainingLots + canceled
        must(total === terms.quantityLots, () => `order ${orderNumber}: ${total} of ${terms.quantityLots}`)
      }
    },
  }
})

watching('invariant 9: only legal steps of the life cycle; terminal stays terminal', () => {
  const statuses = new Map<number, OrderStatus>()
  return {
    after: (events) => {
      for (const event of events) {
        if (!isOrderEvent(event)) continue
        const { orderNumber, status, accountId } = event.order
        const entered = accountId === HOUSE ? 'new' : 'pendingNew'
        const legal: readonly (OrderStatus | null)[] = Object.values(
          LIFECYCLE[statuses.get(orderNumber) ?? entered],
        )
        must(
          legal.includes(status),
          () => `order ${orderNumber} went from ${statuses.get(orderNumber)} to ${status}`,
        )
        statuses.set(orderNumber, status)
      }
    },
  }
})

watching('invariant 10: each execution has exactly two sides of the same quantity and price', () => {
  const numbers = new Set<number>()
  return {
    after: (events) => {
      for (const { maker, taker } of pairsOf(fillsOf(events))) {
        const both = () => `trade ${maker.tradeNumber}: ${sharedOf(maker)}; ${sharedOf(taker)}`
        must(maker.liquidity === 'maker' && taker.liquidity === 'taker', both)
        must(maker.side !== taker.side && sharedOf(taker) === sharedOf(maker), both)
        for (const { fillNumber } of [maker, taker]) {
          must(!numbers.has(fillNumber), () => `fill ${fillNumber} is told twice`)
          numbers.add(fillNumber)
        }
      }
    },
  }
})

watching('invariant 14: a halted symbol has no fills', (exchange) => {
  const halted = new Set<string>()
  return {
    before: () => {
      halted.clear()
      for (const symbol of SYMBOLS) if (exchange.view.status(symbol)?.halted) halted.add(symbol)
    },
    after: (events, command) => {
      if (command.type === 'ResumeSymbol') halted.delete(command.symbol)
      for (const { symbol, time } of fillsOf(events))
        must(!halted.has(symbol), () => `${symbol} traded at ${time}, halted`)
    },
  }
})

watching(
  'invariant 15: ioc and market orders leave nothing; day orders end with their trade date',
  (exchange) => {
    const dayOf = (time: number) => Math.floor(time / 86_400_000_000)
    return {
      after: () => {
        for (const accountId of exchange.state.accounts.keys()) {
          for (const { terms, createdAt } of exchange.view.openOrders(accountId)) {
            const says = () => `${accountId}: ${terms.type} ${terms.timeInForce} of ${createdAt} is open`
            must(terms.timeInForce !== 'ioc' && terms.type !== 'market', says)
            must(terms.timeInForce !== 'day' || dayOf(createdAt) === dayOf(exchange.view.time), says)
          }
        }
      },
    }
  },
)

interface Waiting {
  readonly orderNumber: number
  readonly accountId: string
  readonly priceTicks: number
  /** Shown, and not shown yet. */
  lots: number
  hidden: number
  readonly display: number
}

/** Takes lots of a waiting order; the next part that it shows waits behind all others of its price. */
function consume(queues: ReadonlyMap<string, Waiting[]>, waiting: Waiting, lots: number): void {
  const left = waiting.lots + waiting.hidden - lots
  if (lots < waiting.lots || left === 0) {
    waiting.lots = left - (left === 0 ? 0 : waiting.hidden)
    if (left === 0) waiting.hidden = 0
    return
  }
  waiting.lots = Math.min(waiting.display, left)
  waiting.hidden = left - waiting.lots
  for (const queue of queues.values()) {
    const from = queue.indexOf(waiting)
    if (from === -1) continue
    queue.splice(from, 1)
    const behind = queue.findLastIndex(({ priceTicks }) => priceTicks === waiting.priceTicks)
    queue.splice((behind === -1 ? from - 1 : behind) + 1, 0, waiting)
  }
}

/** Orders of one side as they wait: by price, then time, except for those that show a part and so lose their place. */
function queueOf(exchange: Watched, symbol: string, side: Side, places?: Places): Waiting[] {
  const book: BookSide | undefined = exchange.state.listings.get(symbol)?.book.side(side)
  const queue: Waiting[] = []
  for (let position = 0; position < (book?.count ?? 0); position += 1) {
    const priceTicks = book?.fromBest(position)?.priceTicks ?? 0
    for (const order of book?.queueFromBest(position) ?? []) {
      const { orderNumber, remainingLots, hiddenLots, displayLots } = order
      const accountId = exchange.view.order(orderNumber)?.accountId ?? ''
      const shown = { lots: remainingLots, hidden: hiddenLots, display: displayLots }
      queue.push({ orderNumber, accountId, priceTicks, ...shown })
    }
  }
  for (const [index, order] of queue.entries()) {
    const behind = queue[index + 1]
    if (places === undefined || behind?.priceTicks !== order.priceTicks || order.display + behind.display > 0)
      continue
    const [first, second] = [places.of(order.orderNumber), places.of(behind.orderNumber)]
    must(
      first < second,
      () => `order ${order.orderNumber} (${first}) before ${behind.orderNumber} (${second})`,
    )
  }
  return queue
}

/** What both sides of a trade have in common. */
function sharedOf({ tradeNumber, symbol, priceTicks, quantityLots, value, time }: Fill): string {
  return `${tradeNumber} ${symbol}, ${quantityLots} at ${priceTicks} for ${value} at ${time}`
}
