import type { Rejection } from '../../events.ts'
import { parameters } from '../../parameters/parameters.ts'
import { UNIT } from '../../values/decimal.ts'
import { formatMoney } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { creditCaseOf } from './credit.ts'
import { quantityPointer, suggestQuantity } from './suggest-quantity.ts'

/** Whoever has positions of several times the equity closes, and opens nothing, whatever buying power the day left. */
export function positionsAreWithinLimit(entry: OrderEntry): Rejection | undefined {
  const credit = creditCaseOf(entry)
  if (credit === undefined) return undefined
  const { equity, longMarketValue, shortMarketValue } = credit.assessment
  const positions = longMarketValue - shortMarketValue
  const limit = parameters.at('positionLimit', entry.time)
  const most = equity > 0n ? equity * limit : 0n
  const { closableLots } = credit
  if (positions * UNIT <= most || entry.workingLots <= closableLots) return undefined
  const { quoteAsset } = entry.listing.instrument
  const [worth, own] = [formatMoney(positions), formatMoney(equity)]
  return {
    code: 'closing-only',
    detail: `Positions of ${worth} ${quoteAsset} are more than ${limit / UNIT} times the equity of ${own} ${quoteAsset}; the account may only close positions.`,
    pointer: quantityPointer(entry.terms),
    ...suggestQuantity(entry, closableLots),
  }
}
