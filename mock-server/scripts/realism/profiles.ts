import type { SessionCalendar } from '../../src/exchange/sessions/calendar.ts'
import { xnys } from '../../src/exchange/sessions/xnys.ts'
import { instrumentFor, type MarketInstrument } from '../../src/market/demo-instruments.ts'
import { LiveFlow } from '../../src/market/flow/live-flow.ts'
import { FLOW_PRESETS, type FlowPresetName } from '../../src/market/flow/presets.ts'
import type { MarketModel } from '../../src/market/symbol-source.ts'

/** How a preset is played for its report: an instrument at the price of the recorded one, and how long. */
export interface Profile {
  readonly preset: FlowPresetName
  readonly market: MarketInstrument
  /** Another symbol of the same world, for the correlation between symbols. */
  readonly companion: MarketInstrument
  readonly hours: number
  /** How long minute bars are taken of the price that makers quote around, 0: not; recorded bars are of days. */
  readonly barHours: number
  readonly calendar: SessionCalendar | undefined
}

type Lengths = Pick<Profile, 'hours'> & Partial<Pick<Profile, 'barHours' | 'calendar'>>

const profile = (
  preset: FlowPresetName,
  [symbol, companion]: readonly [string, string],
  referenceTicks: number,
  { hours, barHours = 0, calendar }: Lengths,
): Profile => ({
  preset,
  market: { ...instrumentFor(symbol), referenceTicks },
  companion: { ...instrumentFor(companion), referenceTicks },
  hours,
  barHours,
  calendar,
})

export const PROFILES: readonly Profile[] = [
  profile('smallTickStock', ['IBM', 'GE'], 18_500, { hours: 6.5, calendar: xnys }),
  profile('largeTickStock', ['BAC', 'F'], 1_400, { hours: 6.5, calendar: xnys }),
  profile('cryptoMajor', ['BTC-USD', 'ETH-USD'], 6_000_000, { hours: 1, barHours: 48 }),
  profile('fxMajor', ['EUR-USD', 'GBP-USD'], 138_000, { hours: 10 }),
]

export function modelOf(preset: FlowPresetName): MarketModel {
  return (options) => new LiveFlow(FLOW_PRESETS[preset](options.market.referenceTicks), options)
}
