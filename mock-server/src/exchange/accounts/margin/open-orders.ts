import type { Instrument } from '../../instruments/instrument.ts'
import { divideUp } from '../../values/decimal.ts'
import type { Lots, Minor } from '../../values/types.ts'
import type { Exposure, OpenAmount } from './margin-account.ts'
import { NO_AMOUNT } from './margin-account.ts'
import type { MarginDesk } from './margin-desk.ts'
import { type Requirement, requirementOf, sumOf } from './requirements.ts'

/**
 * What open orders of one symbol may open beyond what they close: buys first cover what is short, sales first sell
 * what is long, whichever of them trades first; the rest is counted at their average price. Orders of both sides
 * may all trade, so both count.
 */
function openingPart(open: OpenAmount, closableLots: Lots): OpenAmount {
  const lots = open.lots - closableLots
  if (closableLots <= 0 || lots === open.lots) return open
  if (lots <= 0) return NO_AMOUNT
  const [part, all] = [BigInt(lots), BigInt(open.lots)]
  return { lots, value: divideUp(open.value * part, all), fees: divideUp(open.fees * part, all) }
}

/** What open orders of one symbol would open, at the prices at which they are counted. */
export function openingValue(lots: Lots, { buy, sell }: Pick<Exposure, 'buy' | 'sell'>): Minor {
  return openingPart(buy, -lots).value + openingPart(sell, lots).value
}

/** `lots`: the position. */
export function openRequirement(
  desk: MarginDesk,
  instrument: Instrument,
  lots: Lots,
  { buy, sell }: Pick<Exposure, 'buy' | 'sell'>,
): Requirement {
  const buying = openingPart(buy, -lots)
  const selling = openingPart(sell, lots)
  return sumOf(
    wantedFor(desk, instrument, buying, buying.lots),
    wantedFor(desk, instrument, selling, -selling.lots),
  )
}

function wantedFor(desk: MarginDesk, instrument: Instrument, opening: OpenAmount, lots: Lots): Requirement {
  const { value, fees } = opening
  const { initial, maintenance, full } = requirementOf(desk.marginRules, instrument, lots, value, desk.time)
  return { initial: initial + fees, maintenance: maintenance + fees, full: full + fees }
}
