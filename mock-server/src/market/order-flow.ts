import type { Command } from '../exchange/commands.ts'
import type { ExchangeView } from '../exchange/exchange.ts'
import type { Instrument } from '../exchange/instruments/instrument.ts'
import type { Time } from '../exchange/values/types.ts'
import type { MarketInstrument } from './demo-instruments.ts'
import type { MarketSource } from './market-source.ts'
import { Random } from './random.ts'
import { FLOW_MAKER, FLOW_TAKER, SymbolFlow } from './symbol-flow.ts'

/** How long a side may stay empty after customers took all of it, in micros of world time. */
const REPAIR_MICROS = 50_000

export interface OrderFlowOptions {
  readonly seed: number | string
  /** Name of the world: two worlds of one seed draw differently. */
  readonly world: string
  readonly markets: readonly MarketInstrument[]
  readonly startTime: Time
}

/** Background orders of many symbols in the book that customers trade in. */
export interface OrderFlow extends MarketSource {
  readonly instruments: readonly Instrument[]
  /** Ends the flow of one symbol; the commands to execute cancel its orders. */
  withdraw(symbol: string): readonly Command[]
}

/**
 * A two-sided book of eight levels around a slowly moving price, with market orders now and then, at Poisson
 * times of the world's clock. The first batch opens the flow's accounts and posts every book.
 *
 * Not simulated: intraday patterns, clustering of volatility and of order signs, reaction to news.
 */
export function createOrderFlow(options: OrderFlowOptions): OrderFlow {
  return new SeededFlow(options)
}

class SeededFlow implements OrderFlow {
  readonly instruments: readonly Instrument[]
  readonly #flows: Map<string, SymbolFlow>
  #opening: Time | undefined
  #repairDue: Time
  /** The symbol whose event comes first; undefined when a change of the flows made it unknown. */
  #earliest: SymbolFlow | undefined

  constructor({ seed, world, markets, startTime }: OrderFlowOptions) {
    this.instruments = markets.map((market) => market.instrument)
    this.#flows = new Map(
      markets.map((market) => {
        const { symbol } = market.instrument
        return [symbol, new SymbolFlow(market, Random.stream(seed, world, 'order-flow', symbol), startTime)]
      }),
    )
    this.#opening = startTime
    this.#repairDue = startTime + REPAIR_MICROS
  }

  nextDue(): Time | undefined {
    if (this.#opening !== undefined) return this.#opening
    const first = this.#first()
    return first === undefined ? undefined : Math.min(first.due, this.#repairDue)
  }

  next(view: ExchangeView): readonly Command[] {
    if (this.#opening !== undefined) return this.#open()
    const first = this.#first()
    if (first === undefined) return []
    if (this.#repairDue < first.due) return this.#repair(view)
    const command = first.next(view)
    this.#earliest = undefined
    return command === undefined ? [] : [command]
  }

  restUntil(time: Time): void {
    // The first book is posted whatever happens.
    if (this.#opening !== undefined) return
    for (const flow of this.#flows.values()) flow.restUntil(time)
    const skipped = Math.floor(Math.max(0, time - this.#repairDue) / REPAIR_MICROS)
    this.#repairDue += skipped * REPAIR_MICROS
    this.#earliest = undefined
  }

  withdraw(symbol: string): readonly Command[] {
    const flow = this.#flows.get(symbol)
    if (flow === undefined) return []
    this.#flows.delete(symbol)
    this.#earliest = undefined
    const command = flow.withdraw()
    return command === undefined ? [] : [command]
  }

  #open(): readonly Command[] {
    this.#opening = undefined
    const commands: Command[] = [FLOW_MAKER, FLOW_TAKER].map((accountId) => ({
      type: 'OpenAccount',
      accountId,
      kind: 'liquidity',
      name: 'Background order flow',
      currency: 'USD',
    }))
    for (const flow of this.#flows.values()) commands.push(flow.open())
    return commands
  }

  #repair(view: ExchangeView): readonly Command[] {
    const commands: Command[] = []
    for (const flow of this.#flows.values()) {
      const command = flow.repair(view, this.#repairDue)
      if (command !== undefined) commands.push(command)
    }
    this.#repairDue += REPAIR_MICROS
    return commands
  }

  #first(): SymbolFlow | undefined {
    if (this.#earliest !== undefined) return this.#earliest
    let earliest: SymbolFlow | undefined
    for (const flow of this.#flows.values()) {
      if (earliest === undefined || flow.due < earliest.due) earliest = flow
    }
    this.#earliest = earliest
    return earliest
  }
}
