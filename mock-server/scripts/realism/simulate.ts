import type { Command } from '../../src/exchange/commands.ts'
import { createExchange, type InspectableExchange } from '../../src/exchange/create-exchange.ts'
import type { ExchangeEvent } from '../../src/exchange/events.ts'
import type { SessionCalendar } from '../../src/exchange/sessions/calendar.ts'
import type { Time } from '../../src/exchange/values/types.ts'
import { createBackground, type MarketModel } from '../../src/market/background.ts'
import type { MarketInstrument } from '../../src/market/demo-instruments.ts'
import type { Recording } from './recording.ts'

export interface Simulation {
  readonly model: MarketModel
  readonly seed: number
  readonly markets: readonly MarketInstrument[]
  readonly startTime: Time
  readonly seconds: number
  readonly calendar?: SessionCalendar | undefined
}

export interface Run {
  readonly recordings: ReadonlyMap<string, Recording>
  readonly commands: number
  readonly events: number
  /** Of the limit orders that ended, how many were canceled. */
  readonly canceledShare: number
}

const SECOND = 1_000_000
const LEVELS = 20

/** Plays a market through the real exchange and writes down what its statistics need. */
export function simulate({ model, seed, markets, startTime, seconds, calendar }: Simulation): Run {
  const exchange = createExchange(calendar === undefined ? {} : { calendar })
  const recorders = new Map(
    markets.map(({ instrument }) => [
      instrument.symbol,
      new Recorder(exchange, instrument.symbol, startTime, seconds),
    ]),
  )
  let commands = 0
  let events = 0
  let canceled = 0
  let filled = 0
  const execute = (command: Command): void => {
    commands += 1
    for (const event of exchange.execute(command)) {
      events += 1
      if (event.type === 'OrderCanceled' && event.order.terms.type === 'limit') canceled += 1
      if (
        event.type === 'OrderFilled' &&
        event.order.terms.type === 'limit' &&
        event.order.remainingLots === 0
      ) {
        filled += 1
      }
      hear(recorders, event)
    }
  }
  execute({ type: 'AdvanceTo', time: startTime })
  for (const { instrument } of markets) execute({ type: 'ListInstrument', instrument })
  const source = createBackground({ model, seed, world: 'realism', markets, startTime, calendar })
  for (let second = 1; second <= seconds; second += 1) {
    const until = startTime + second * SECOND
    for (let due = source.nextDue(); due !== undefined && due <= until; due = source.nextDue()) {
      if (due > exchange.view.time) exchange.execute({ type: 'AdvanceTo', time: due })
      for (const command of source.next(exchange.view)) execute(command)
      for (const recorder of recorders.values()) recorder.look()
    }
    if (until > exchange.view.time) exchange.execute({ type: 'AdvanceTo', time: until })
    for (const recorder of recorders.values()) recorder.second(second)
  }
  const recordings = new Map([...recorders].map(([symbol, recorder]) => [symbol, recorder.recording()]))
  return { recordings, commands, events, canceledShare: canceled / (canceled + filled) }
}

function hear(recorders: ReadonlyMap<string, Recorder>, event: ExchangeEvent): void {
  if (event.type !== 'TradePrinted') return
  recorders.get(event.symbol)?.trade(event.time, event.takerSide === 'buy' ? 1 : -1, event.quantityLots)
}

class Recorder {
  readonly #exchange: InspectableExchange
  readonly #symbol: string
  readonly #start: Time
  readonly #seconds: number
  readonly #mids: Float64Array
  readonly #spreads = new Map<number, number>()
  readonly #depths = new Float64Array(LEVELS)
  #depthSamples = 0
  readonly #tradeTimes: number[] = []
  readonly #tradeSigns: number[] = []
  readonly #tradeMids: number[] = []
  readonly #tradeLots: number[] = []
  readonly #quoteTimes: number[] = []
  #mid = Number.NaN
  #spread = Number.NaN
  #since: Time

  constructor(exchange: InspectableExchange, symbol: string, start: Time, seconds: number) {
    this.#exchange = exchange
    this.#symbol = symbol
    this.#start = start
    this.#seconds = seconds
    this.#mids = new Float64Array(seconds)
    this.#since = start
  }

  /** The best prices after an event. */
  look(): void {
    const best = this.#exchange.view.best(this.#symbol)
    if (best === undefined || best.bidTicks === null || best.askTicks === null) return
    const now = this.#exchange.view.time
    const mid = (best.bidTicks + best.askTicks) / 2
    const spread = best.askTicks - best.bidTicks
    if (mid === this.#mid && spread === this.#spread) return
    this.#spend(now)
    this.#mid = mid
    this.#spread = spread
    this.#quoteTimes.push((now - this.#start) / SECOND)
  }

  trade(time: Time, sign: number, lots: number): void {
    const at = (time - this.#start) / SECOND
    const last = this.#tradeTimes.length - 1
    if (this.#tradeTimes[last] === at && this.#tradeSigns[last] === sign) {
      this.#tradeLots[last] = (this.#tradeLots[last] ?? 0) + lots
      return
    }
    this.#tradeTimes.push(at)
    this.#tradeSigns.push(sign)
    this.#tradeMids.push(this.#mid)
    this.#tradeLots.push(lots)
  }

  second(number: number): void {
    this.#mids[number - 1] = this.#mid
    const { view } = this.#exchange
    for (const side of ['buy', 'sell'] as const) {
      const levels = view.levels(this.#symbol, side, LEVELS)
      for (const [index, level] of levels.entries()) {
        this.#depths[index] = (this.#depths[index] ?? 0) + level.quantityLots
      }
    }
    this.#depthSamples += 2
  }

  recording(): Recording {
    this.#spend(this.#start + this.#seconds * SECOND)
    return {
      seconds: this.#seconds,
      mids: this.#mids,
      spreads: this.#spreads,
      depths: this.#depths.map((sum) => sum / this.#depthSamples),
      tradeTimes: this.#tradeTimes,
      tradeSigns: this.#tradeSigns,
      tradeMids: this.#tradeMids,
      tradeLots: this.#tradeLots,
      quoteTimes: this.#quoteTimes,
    }
  }

  #spend(now: Time): void {
    const seconds = (now - this.#since) / SECOND
    if (this.#spread > 0) this.#spreads.set(this.#spread, (this.#spreads.get(this.#spread) ?? 0) + seconds)
    this.#since = now
  }
}
