import { expect, test } from 'vitest'
import { returnsOf } from '../../scripts/realism/measure.ts'
import { fundamentalPath } from '../../scripts/realism/minute-bars.ts'
import { modelOf, PROFILES } from '../../scripts/realism/profiles.ts'
import { Recorder } from '../../scripts/realism/recorder.ts'
import { simulate, WORLD } from '../../scripts/realism/simulate.ts'
import { correlation } from '../../scripts/realism/statistics/correlation.ts'
import { createExchange } from '../../src/exchange/create-exchange.ts'
import { createBackground } from '../../src/market/background.ts'
import { FLOW_PRESETS } from '../../src/market/flow/presets.ts'
import { play } from '../../src/market/market-source.ts'

/** Monday, 2026-01-05, 9:30 in New York. */
const START = 1_767_623_400_000_000
const SECOND = 1_000_000

/** The same as `simulate`, through the whole exchange: accounts, ledger, sessions, events. */
function throughExchange({ preset, market, calendar }: (typeof PROFILES)[number], seconds: number) {
  const { symbol } = market.instrument
  const exchange = createExchange({ calendar })
  const recorder = new Recorder(exchange.view, symbol, START, seconds)
  exchange.execute({ type: 'AdvanceTo', time: START })
  exchange.execute({ type: 'ListInstrument', instrument: market.instrument })
  const source = createBackground({
    model: modelOf(preset),
    seed: 5,
    world: WORLD,
    markets: [market],
    startTime: START,
    calendar,
  })
  for (let second = 1; second <= seconds; second += 1) {
    const until = START + second * SECOND
    for (let due = source.nextDue(); due !== undefined && due <= until; due = source.nextDue()) {
      exchange.execute({ type: 'AdvanceTo', time: due })
      play(source, exchange.view, (command) => {
        const events = exchange.execute(command)
        for (const event of events) {
          if (event.type !== 'TradePrinted') continue
          recorder.trade(event.time, event.takerSide === 'buy' ? 1 : -1, event.quantityLots)
        }
        return events
      })
      recorder.look()
    }
    exchange.execute({ type: 'AdvanceTo', time: until })
    recorder.second(second)
  }
  return recorder.recording()
}

test.each(PROFILES)('$preset: the bare books show what the whole exchange shows', (profile) => {
  const { preset, market, calendar } = profile
  const seconds = 120
  const bare = simulate({
    model: modelOf(preset),
    seed: 5,
    markets: [market],
    startTime: START,
    seconds,
    calendar,
  })
  const recording = bare.recordings.get(market.instrument.symbol)
  expect(recording?.tradeTimes.length).toBeGreaterThan(5)
  expect(recording).toEqual(throughExchange(profile, seconds))
})

test('the middle of the crypto book returns what the price that makers quote around returns', () => {
  const profile = PROFILES.find(({ preset }) => preset === 'cryptoMajor')
  if (profile === undefined) throw new Error('no crypto preset')
  const { preset, market } = profile
  const seconds = 900
  const options = { market, seed: 5, world: WORLD, startTime: START, calendar: undefined }
  const run = simulate({ model: modelOf(preset), markets: [market], seed: 5, startTime: START, seconds })
  const mids = run.recordings.get(market.instrument.symbol)?.mids ?? new Float64Array()
  const path = fundamentalPath(FLOW_PRESETS[preset](market.referenceTicks), options, seconds)
  expect(correlation(returnsOf(mids, 10), returnsOf(path, 10))).toBeGreaterThan(0.99)
})
