import type { Lots } from '../../values/types.ts'
import { formatMoney, formatQuantity } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { costOf } from '../notional.ts'
import type { OrderTerms } from '../order.ts'

/** The field that said how much. */
export function quantityPointer({ notional }: OrderTerms): string {
  return notional === undefined ? '/quantity' : '/notional'
}

/** The total that would pass, or the amount of it, given how much more may be traded. */
export function suggestQuantity(entry: OrderEntry, workingLots: Lots): { suggestion?: string } {
  const { instrument } = entry.listing
  const lots = workingLots + entry.filledLots
  if (lots < instrument.minimumQuantityLots) return {}
  const isAmount = entry.terms.notional !== undefined
  return { suggestion: isAmount ? formatMoney(costOf(entry, lots)) : formatQuantity(instrument, lots) }
}
