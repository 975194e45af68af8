import type { Rejection } from '../../events.ts'
import type { Lots } from '../../values/types.ts'
import { formatQuantity } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { creditCaseOf } from './credit.ts'
import { quantityPointer, suggestQuantity } from './suggest-quantity.ts'

/** What is sold must be there, and is promised once. */

export function positionSuffices(entry: OrderEntry): Rejection | undefined {
  const { terms, account, workingLots, availableLots: available } = entry
  const { instrument } = entry.listing
  if (terms.side !== 'sell' || account.kind !== 'customer') return undefined
  if (workingLots <= available || entry.isOnCredit) return undefined
  const held = (account.positions.get(instrument.symbol)?.heldLots ?? 0) - (entry.original?.reservedLots ?? 0)
  const lots = (quantity: Lots): string => formatQuantity(instrument, quantity)
  return {
    code: 'insufficient-position',
    detail:
      `Selling ${lots(workingLots)} ${instrument.symbol} takes as many of the position; ${lots(available)} is ` +
      `available, ${lots(held)} is held by open orders.`,
    pointer: quantityPointer(terms),
    ...suggestQuantity(entry, available),
  }
}

/** Less of what is owned or owed, and never more than that. */
export function reducesOnly(entry: OrderEntry): Rejection | undefined {
  const { terms, workingLots } = entry
  if (terms.reduceOnly !== true) return undefined
  const { instrument } = entry.listing
  const reducible = reducibleLots(entry)
  if (workingLots <= reducible) return undefined
  const wanted = formatQuantity(instrument, workingLots)
  const most = formatQuantity(instrument, reducible)
  const verb = terms.side === 'sell' ? 'Selling' : 'Buying'
  return {
    code: 'would-increase-position',
    detail: `${verb} ${wanted} ${instrument.symbol} would do more than make the position smaller; a reduce-only order may ${terms.side} at most ${most} now.`,
    pointer: quantityPointer(terms),
    ...suggestQuantity(entry, reducible),
  }
}

function reducibleLots(entry: OrderEntry): Lots {
  const credit = creditCaseOf(entry)
  if (credit !== undefined) return credit.closableLots
  return entry.terms.side === 'sell' ? entry.availableLots : 0
}
