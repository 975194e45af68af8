import type { Lots } from '../../values/types.ts'
import { formatQuantity } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import type { OrderTerms } from '../order.ts'

/** The field that said how much. */
export function quantityPointer({ notional }: OrderTerms): string {
  return notional === undefined ? '/quantity' : '/notional'
}

/** The total that would pass, given how much more may be traded. */
export function suggestQuantity(entry: OrderEntry, workingLots: Lots): { suggestion?: string } {
  const { instrument } = entry.listing
  if (entry.terms.notional !== undefined) return {}
  const lots = workingLots + entry.filledLots
  return lots >= instrument.minimumQuantityLots ? { suggestion: formatQuantity(instrument, lots) } : {}
}
