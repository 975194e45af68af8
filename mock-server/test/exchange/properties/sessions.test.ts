import { canonicalText, stateHash } from '../../../src/exchange/canonical.ts'
import type { Command } from '../../../src/exchange/commands.ts'
import { type InspectableExchange, restoreExchange } from '../../../src/exchange/create-exchange.ts'
import type { ExchangeEvent, SymbolStatus } from '../../../src/exchange/events.ts'
import { checkInvariants } from '../../../src/exchange/invariants.ts'
import { isOpen } from '../../../src/exchange/orders/lifecycle.ts'
import { CUSTOMERS, FEES, FLOW, openExchange, SYMBOLS } from '../support/builders.ts'
import { commandOf, type Move } from '../support/moves.ts'
import { must } from '../support/property.ts'
import { quickCalendar, SECOND } from '../support/quick-calendar.ts'
import { sharedStage } from '../support/shared-runs.ts'

const OPTIONS = {
  fees: FEES,
  calendar: quickCalendar,
  calendars: { crypto: quickCalendar },
  volatility: { priceBands: true, marketWide: true },
}

/** The usual moves; of orders some are for auctions and extended hours, and halts end by auction. */
function sessionCommand(exchange: InspectableExchange, move: Move, index: number): Command {
  const [kind = 0, , , , quantity = 0, , extra = 0] = move
  const special = move.at(-1) ?? 0
  const { view } = exchange
  if (special < 220) return { type: 'AdvanceTo', time: view.time + (quantity % 9) * 250_000 }
  if (special < 250) {
    const symbol = SYMBOLS[extra % 2] ?? 'XYZ'
    if (kind % 3 === 0) return { type: 'HaltSymbol', symbol, reason: 'random' }
    return { type: 'ResumeSymbol', symbol, callFor: (quantity % 4) * 300_000 }
  }
  const command = commandOf(view, move, index)
  // Days are short here.
  if (command.type === 'AdvanceTo')
    return { ...command, time: Math.min(command.time, view.time + 25 * SECOND) }
  if (command.type !== 'SubmitOrder') return command
  const { terms } = command
  const { orderClass = 'simple', postOnly, displayLots } = terms
  const isPlain = orderClass === 'simple' && (terms.type === 'limit' || terms.type === 'market')
  if (!isPlain || postOnly === true || displayLots !== undefined || terms.notional !== undefined)
    return command
  if (special < 450)
    return { ...command, terms: { ...terms, timeInForce: special % 2 === 0 ? 'opg' : 'cls' } }
  if (special < 700 && terms.type === 'limit') {
    return {
      ...command,
      terms: { ...terms, timeInForce: special % 2 === 0 ? 'day' : 'gtc', extendedHours: true },
    }
  }
  return command
}

const watching = sharedStage((run) => {
  const exchange = openExchange(OPTIONS)
  // Any of the first fifty commands, and every run has as many.
  const restoredAt = (run[0]?.[0] ?? 0) % 50
  return {
    seen: { exchange, restoredAt },
    commandOf: (move, index) => sessionCommand(exchange, move, index),
    execute: exchange.execute,
  }
})

watching(
  'sessions, auctions and halts: nothing trades outside them, no book is crossed, all adds up',
  ({ exchange }) => {
    const watch = new Watch(exchange)
    return {
      after: (events) => {
        watch.hear(events)
        checkInvariants(exchange)
        queuesAreSound(exchange)
      },
      end: (execute) => {
        for (const accountId of [...CUSTOMERS, FLOW]) execute({ type: 'CancelAllOrders', accountId })
        checkInvariants(exchange)
        for (const accountId of CUSTOMERS) {
          for (const { held } of exchange.view.account(accountId)?.balances ?? []) {
            must(held === 0n, () => `${accountId} holds ${held} for no order`)
          }
        }
      },
    }
  },
)

watching('what is restored answers the next command alike, and ends alike', ({ exchange, restoredAt }) => {
  let index = 0
  let restored: InspectableExchange | undefined
  return {
    before: () => {
      const snapshot = index === restoredAt ? JSON.stringify(exchange.snapshot()) : undefined
      restored = snapshot === undefined ? undefined : restoreExchange(JSON.parse(snapshot), OPTIONS)
      index += 1
    },
    after: (events, command) => {
      if (restored === undefined) return
      const [told, again] = [events, restored.execute(command)].map(canonicalText)
      must(told === again, () => `${told}\nis told after a restart as\n${again}`)
      must(stateHash(restored) === stateHash(exchange), () => `${canonicalText(command)} ends differently`)
    },
  }
})

watching('orders for an auction trade in it alone, and are never left over', () => ({
  after: (events) => {
    let print: string | undefined
    for (const event of events) {
      if (event.type === 'TradePrinted') print = event.conditions?.[0]
      if (event.type === 'OrderExpired')
        must(event.order.remainingLots === 0, () => 'an expired order works still')
      if (event.type !== 'OrderFilled') continue
      const { timeInForce } = event.order.terms
      if (timeInForce === 'opg') must(print === 'opening' || print === 'reopening', () => `opg in ${print}`)
      if (timeInForce === 'cls') must(print === 'closing', () => `cls in ${print}`)
    }
  },
}))

/** What each symbol's status allows. */
class Watch {
  readonly #statuses = new Map<string, SymbolStatus>()

  constructor({ view }: InspectableExchange) {
    for (const symbol of SYMBOLS) {
      const status = view.status(symbol)
      if (status !== undefined) this.#statuses.set(symbol, status)
    }
  }

  hear(events: readonly ExchangeEvent[]): void {
    for (const event of events) {
      if (event.type === 'StatusChanged') this.#statuses.set(event.symbol, event.status)
      if (event.type === 'OrderFilled') this.#mayFill(event)
    }
  }

  #mayFill({
    order: { terms, orderNumber, accountId },
    fill,
  }: Extract<ExchangeEvent, { type: 'OrderFilled' }>) {
    const { phase, halted } = this.#statuses.get(fill.symbol) ?? { phase: 'closed', halted: true }
    const at = () =>
      `order ${orderNumber}, ${terms.timeInForce}, filled while ${fill.symbol} is ${phase} ${halted}`
    must(!halted && phase !== 'closed' && phase !== 'auction', at)
    if (phase === 'open') return
    const isCustomer = CUSTOMERS.some((customer) => customer === accountId)
    must(!isCustomer || terms.extendedHours === true, at)
  }
}

/** Who waits for a session is open, and in no book. */
function queuesAreSound({ state }: InspectableExchange): void {
  for (const { queue, instrument } of state.listings.values()) {
    for (const orderNumber of queue) {
      const record = state.orders.get(orderNumber)
      const isSound = record !== undefined && isOpen(record.order.status) && record.resting === undefined
      must(
        isSound,
        () => `order ${orderNumber} waits for ${instrument.symbol} and is ${record?.order.status}`,
      )
    }
  }
}
