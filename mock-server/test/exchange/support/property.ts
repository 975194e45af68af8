import fc from 'fast-check'
import { test } from 'vitest'
import type { Command } from '../../../src/exchange/commands.ts'
import type { ExchangeOptions, InspectableExchange } from '../../../src/exchange/create-exchange.ts'
import type { ExchangeEvent, Fill, OrderEvent, TradePrinted } from '../../../src/exchange/events.ts'
import type { Instrument } from '../../../src/exchange/instruments/instrument.ts'
import type { Order } from '../../../src/exchange/orders/order.ts'
import { tradeValue } from '../../../src/exchange/values/wire.ts'
import { CUSTOMERS, FEES, openExchange } from './builders.ts'
import { commandOf, DRAWS, type Move } from './moves.ts'

export const RUNS = 1_000
/** Far more than a run takes alone: machines are shared. */
export const PATIENCE = { timeout: 240_000 }

/** At least 50 commands a run. */
export const moves: fc.Arbitrary<readonly Move[]> = fc.array(
  fc.array(fc.nat({ max: 999 }), { minLength: DRAWS, maxLength: DRAWS }),
  { minLength: 50, maxLength: 60 },
)

/** Where a run is played, and what its watchers see of it. */
export interface Stage<Seen> {
  readonly seen: Seen
  commandOf(move: Move, index: number): Command
  execute(command: Command): readonly ExchangeEvent[]
}

/** The usual moves on an exchange. */
export function stageOf(exchange: InspectableExchange): Stage<InspectableExchange> {
  const { view, execute } = exchange
  return { seen: exchange, commandOf: (move, index) => commandOf(view, move, index), execute }
}

/** Watches one run. `before` sees the exchange as the command finds it, `after` what became of it. */
export interface Watcher {
  before?(command: Command): void
  after?(events: readonly ExchangeEvent[], command: Command): void
  /** What is executed here is seen by whoever looks at the end after it: so it stands last, or changes nothing. */
  end?(execute: Stage<unknown>['execute']): void
}

/** Checks a property over 1,000 runs of at least 50 commands, 3 customers, a flow, a house and 2 symbols. */
export function property(
  name: string,
  watch: (exchange: InspectableExchange) => Watcher,
  borrowers: readonly string[] = [],
): void {
  test(name, PATIENCE, () => {
    const open = () => stageOf(openExchange({ fees: FEES }, borrowers))
    fc.assert(
      fc.property(moves, (run) => playOne(open(), watch, run)),
      { numRuns: RUNS },
    )
  })
}

/** Plays one run of a property, and lets it look at what is left. */
export function playOne<Seen>(
  stage: Stage<Seen>,
  watch: (seen: Seen) => Watcher,
  run: readonly Move[],
): void {
  const watcher = watch(stage.seen)
  play(stage, run, watcher)
  watcher.end?.(stage.execute)
}

/** Plays the moves; answers the commands that they became. */
export function play(stage: Stage<unknown>, run: readonly Move[], watcher: Watcher = {}): readonly Command[] {
  return run.map((move, index) => {
    const command = stage.commandOf(move, index)
    watcher.before?.(command)
    watcher.after?.(stage.execute(command), command)
    return command
  })
}

/** The events of all commands again, as the bytes that matter. */
export function replay(
  commands: readonly Command[],
  options: ExchangeOptions,
): {
  exchange: InspectableExchange
  events: readonly ExchangeEvent[]
} {
  const exchange = openExchange(options)
  return { exchange, events: commands.flatMap((command) => exchange.execute(command)) }
}

export function fillsOf(events: readonly ExchangeEvent[]): readonly Fill[] {
  return events.flatMap((event) => (event.type === 'OrderFilled' ? [event.fill] : []))
}

export function isOrderEvent(event: ExchangeEvent): event is OrderEvent {
  return (
    event.type === 'OrderAccepted' ||
    event.type === 'OrderRejected' ||
    event.type === 'OrderFilled' ||
    event.type === 'OrderCanceled' ||
    event.type === 'OrderExpired' ||
    event.type === 'OrderReplaced' ||
    event.type === 'OrderRestated' ||
    event.type === 'OrderTriggered' ||
    event.type === 'OrderPending' ||
    event.type === 'TradeBusted' ||
    event.type === 'TradeCorrected'
  )
}

/**
 * The place in time of each order, told from the events alone: its own number, or the place of the order that it
 * replaced with less at the same price; of a stop the moment at which it was triggered.
 */
export class Places {
  readonly #places = new Map<number, number>()
  readonly #orders = new Map<number, Order>()

  readonly #exchange: Pick<InspectableExchange, 'state'>
  #late = 0
  /** Legs that are held. */
  readonly #pending = new Set<number>()

  constructor(exchange: Pick<InspectableExchange, 'state'>) {
    this.#exchange = exchange
  }

  hear(events: readonly ExchangeEvent[]): void {
    for (const event of events) {
      if (!isOrderEvent(event)) continue
      if (event.type === 'OrderPending') this.#pending.add(event.order.orderNumber)
      if (
        restsLate(event, this.#orders.get(event.order.orderNumber)) ||
        (event.type === 'OrderAccepted' && this.#pending.has(event.order.orderNumber))
      ) {
        // Behind every order that exists by now: groups and stops come last in their command.
        this.#late += 1
        const place = this.#exchange.state.lastOrderNumber + this.#late / 1_000_000
        this.#places.set(event.order.orderNumber, place)
      }
      const { order } = event
      const { orderNumber, replaces, terms } = order
      if (event.type === 'OrderAccepted' && replaces !== undefined && !this.#pending.has(orderNumber)) {
        const { terms: before, preventedLots = 0 } = this.#orders.get(replaces) ?? {}
        const keeps =
          before?.limitPriceTicks === terms.limitPriceTicks &&
          before?.stopPriceTicks === terms.stopPriceTicks &&
          before?.timeInForce === terms.timeInForce &&
          terms.quantityLots <= (before?.quantityLots ?? 0) - preventedLots
        if (keeps) this.#places.set(orderNumber, this.of(replaces))
      }
      this.#orders.set(orderNumber, order)
    }
  }

  of(orderNumber: number): number {
    return this.#places.get(orderNumber) ?? orderNumber
  }
}

/** Stops that are triggered, and orders that grow without being replaced. */
function restsLate({ type, order }: OrderEvent, before: Order | undefined): boolean {
  const grew = before !== undefined && order.remainingLots > before.remainingLots
  const mayGrow = type === 'OrderRestated' || type === 'TradeBusted' || type === 'TradeCorrected'
  return type === 'OrderTriggered' || (mayGrow && grew)
}

/**
 * The fills that count, told from the events alone: all that were made, less those whose trade was busted, and as
 * they were corrected. Sides of the market's own accounts are told by the tape and by the other side.
 */
export class Counting {
  readonly #byTrade = new Map<number, readonly Fill[]>()

  /** Answers whether they are others now. */
  hear(events: readonly ExchangeEvent[], instrumentOf: (symbol: string) => Instrument | undefined): boolean {
    const fills = fillsOf(events)
    for (const fill of fills) {
      this.#byTrade.set(fill.tradeNumber, [...(this.#byTrade.get(fill.tradeNumber) ?? []), fill])
    }
    let isAmended = false
    for (const event of events) {
      if (event.type !== 'PrintBusted' && event.type !== 'PrintCorrected') continue
      isAmended = true
      if (event.type === 'PrintBusted') this.#byTrade.delete(event.print.tradeNumber)
      else this.#correct(event.print, events, instrumentOf(event.print.symbol))
    }
    return fills.length > 0 || isAmended
  }

  *all(): Generator<Fill> {
    for (const fills of this.#byTrade.values()) yield* fills
  }

  /** The first executions of a print keep what is left of it. Those of no customer are told by the print alone. */
  #correct(print: TradePrinted, events: readonly ExchangeEvent[], instrument: Instrument | undefined): void {
    if (instrument === undefined) throw new Error(`${print.symbol} is not listed`)
    const told = events.flatMap((event) =>
      event.type === 'TradeCorrected' && event.order.orderNumber === event.fill.orderNumber
        ? [event.fill]
        : [],
    )
    let left = print.quantityLots
    const pairs = pairsOf(this.#byTrade.get(print.tradeNumber) ?? []).flatMap(({ maker, taker }) => {
      const quantityLots = Math.min(left, maker.quantityLots)
      left -= quantityLots
      if (quantityLots === 0) return []
      const untold = [maker, taker].some(isCustomers) ? maker : print
      const { priceTicks } = told.find(isOneOf(maker, taker)) ?? untold
      const value = tradeValue(instrument, priceTicks, quantityLots)
      return [maker, taker].map((side, index) => ({
        ...(told.find(isOneOf(side)) ?? side),
        ...{ priceTicks, quantityLots, value, fee: (value * (index === 0 ? 1n : 3n)) / 10_000n },
      }))
    })
    this.#byTrade.set(print.tradeNumber, pairs)
  }
}

const isCustomers = ({ accountId }: Fill): boolean => CUSTOMERS.some((customer) => customer === accountId)

function isOneOf(...sides: readonly Fill[]): (fill: Fill) => boolean {
  const numbers = new Set(sides.map(({ fillNumber }) => fillNumber))
  return ({ corrects = 0 }) => numbers.has(corrects)
}

/** Maker and taker of each execution: fills come in pairs. */
export function pairsOf(fills: readonly Fill[]): readonly { maker: Fill; taker: Fill }[] {
  const pairs: { maker: Fill; taker: Fill }[] = []
  for (let index = 0; index < fills.length; index += 2) {
    const [maker, taker] = [fills[index], fills[index + 1]]
    if (maker === undefined || taker === undefined) throw new Error(`a fill without its other side`)
    pairs.push({ maker, taker })
  }
  return pairs
}

/** A cheap assertion for what is checked a million times. */
export function must(condition: boolean, message: () => string): asserts condition {
  if (!condition) throw new Error(message())
}
