import type { SessionCalendar } from '../../src/exchange/sessions/calendar.ts'
import type { Time } from '../../src/exchange/values/types.ts'
import { createBackground } from '../../src/market/background.ts'
import type { MarketInstrument } from '../../src/market/demo-instruments.ts'
import type { MarketModel } from '../../src/market/symbol-source.ts'
import { BareMarket } from './bare-market.ts'
import { Recorder } from './recorder.ts'
import type { Recording } from './recording.ts'

export interface Simulation {
  readonly model: MarketModel
  readonly seed: number
  readonly markets: readonly MarketInstrument[]
  readonly startTime: Time
  /** All of them within one session. */
  readonly seconds: number
  readonly calendar?: SessionCalendar | undefined
}

export interface Run {
  readonly recordings: ReadonlyMap<string, Recording>
  /** Of the limit orders that ended, how many were canceled. */
  readonly canceledShare: number
}

const SECOND = 1_000_000
export const WORLD = 'realism'

/** Plays a market through the books of the exchange and writes down what its statistics need. */
export function simulate({ model, seed, markets, startTime, seconds, calendar }: Simulation): Run {
  const symbols = markets.map(({ instrument }) => instrument.symbol)
  const market = new BareMarket(symbols, (symbol, sign, lots) =>
    recorders.get(symbol)?.trade(market.time, sign, lots),
  )
  const recorders = new Map(
    symbols.map((symbol) => [symbol, new Recorder(market, symbol, startTime, seconds)]),
  )
  const source = createBackground({ model, seed, world: WORLD, markets, startTime, calendar })
  for (let second = 1; second <= seconds; second += 1) {
    const until = startTime + second * SECOND
    for (let due = source.nextDue(); due !== undefined && due <= until; due = source.nextDue()) {
      market.time = due
      const commands = source.next(market)
      if (commands.length === 0) continue
      for (const command of commands) source.told?.(command, market.execute(command))
      for (const recorder of recorders.values()) recorder.look()
    }
    market.time = until
    for (const recorder of recorders.values()) recorder.second(second)
  }
  const recordings = new Map([...recorders].map(([symbol, recorder]) => [symbol, recorder.recording()]))
  return { recordings, canceledShare: market.canceled / (market.canceled + market.filled) }
}
