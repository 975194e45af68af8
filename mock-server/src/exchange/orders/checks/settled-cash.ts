import { restrictionOf } from '../../accounts/settlement/good-faith.ts'
import { unsettledCash } from '../../accounts/settlement/settlement.ts'
import type { Rejection } from '../../events.ts'
import { formatTime } from '../../values/time.ts'
import type { Minor } from '../../values/types.ts'
import { formatMoney, formatQuantity } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { affordableLots, buyingPowerNeeded } from './buying-power.ts'
import { quantityPointer, suggestQuantity } from './suggest-quantity.ts'

/** After too many good-faith violations a cash account buys with settled money only. */
export function settledCashSuffices(entry: OrderEntry): Rejection | undefined {
  const { terms, account, listing } = entry
  const until = restrictionOf(account.settlement, entry.time)
  if (until === undefined || terms.side !== 'buy') return undefined
  const { instrument } = listing
  const needed = buyingPowerNeeded(entry)
  const settled = settledCash(entry)
  if (needed <= settled) return undefined
  const [of, asset] = [
    `${formatQuantity(instrument, entry.workingLots)} ${instrument.symbol}`,
    instrument.quoteAsset,
  ]
  return {
    code: 'settled-cash-only',
    detail:
      `After good-faith violations the account buys with settled money only until ${formatTime(until)}: ` +
      `${of} needs ${formatMoney(needed)} ${asset}; ${formatMoney(settled)} ${asset} is settled and not held.`,
    pointer: quantityPointer(terms),
    ...suggestQuantity(entry, affordableLots(entry, settled)),
  }
}

/** Open orders hold settled money first. */
function settledCash({ account, listing, availableCash }: OrderEntry): Minor {
  const { settlement } = account
  const { available = 0n, held = 0n } = account.balances.get(listing.instrument.quoteAsset) ?? {}
  if (settlement === undefined) return availableCash
  const settled = availableCash - unsettledCash(settlement, listing.instrument.quoteAsset, available + held)
  return settled > 0n ? settled : 0n
}
