import type { Rejection } from '../../events.ts'
import { lastWhere } from '../../values/first-where.ts'
import type { Lots, Minor } from '../../values/types.ts'
import { formatMoney, formatPrice, formatQuantity, tradeValue } from '../../values/wire.ts'
import type { OrderEntry } from '../entry.ts'
import { type CreditCase, creditCaseOf } from './credit.ts'
import { quantityPointer, suggestQuantity } from './suggest-quantity.ts'

/**
 * Limit: limit price times quantity and the worst fee; a stop that waits the same at its stop price. Market: exactly what the matches it is about to make
 * cost; what finds no match costs nothing, because it is canceled.
 */
export function buyingPowerSuffices(entry: OrderEntry): Rejection | undefined {
  const { terms, account, listing } = entry
  if (account.kind !== 'customer') return undefined
  const credit = creditCaseOf(entry)
  if (credit !== undefined) return creditSuffices(entry, credit)
  if (terms.side !== 'buy') return undefined
  const { instrument } = listing
  const available = entry.availableCash
  const needed = buyingPowerNeeded(entry)
  if (needed <= available) return undefined
  const affordable = affordableLots(entry, available)
  const of = `${formatQuantity(instrument, entry.workingLots)} ${instrument.symbol}`
  const price = priceOf(entry)
  const asset = instrument.quoteAsset
  return {
    code: 'insufficient-buying-power',
    detail: `Buying ${of} ${price} needs ${formatMoney(needed)} ${asset}; ${formatMoney(available)} ${asset} is available.`,
    pointer: quantityPointer(terms),
    ...suggestQuantity(entry, affordable),
  }
}

function creditSuffices(entry: OrderEntry, credit: CreditCase): Rejection | undefined {
  const { terms, listing, workingLots } = entry
  if (credit.suffices(workingLots)) return undefined
  const { instrument } = listing
  const asset = instrument.quoteAsset
  const of = `${formatQuantity(instrument, workingLots)} ${instrument.symbol}`
  const what = terms.side === 'buy' ? `Buying ${of}` : `Selling ${of} short`
  const power = credit.power(workingLots)
  const [needed, available] = [formatMoney(power.needed), formatMoney(power.available)]
  return {
    code: 'insufficient-buying-power',
    detail: `${what} ${priceOf(entry)} needs ${needed} ${asset} of buying power; ${available} ${asset} is available.`,
    pointer: quantityPointer(terms),
    ...suggestQuantity(entry, credit.passableLots()),
  }
}

function priceOf({ heldPrice, listing }: OrderEntry): string {
  return heldPrice === undefined ? 'at the market' : `at ${formatPrice(listing.instrument, heldPrice)}`
}

/** What a buy must have available: for a market order, what its matches cost now. */
export function buyingPowerNeeded(entry: OrderEntry): Minor {
  return costOf(entry, entry.workingLots)
}

/** At the price at which it holds money, or for what it would meet, cheapest first. */
function costOf(entry: OrderEntry, lots: Lots): Minor {
  const { heldPrice } = entry
  const { instrument } = entry.listing
  if (heldPrice !== undefined) return withWorstFee(entry, lots, tradeValue(instrument, heldPrice, lots))
  let value = 0n
  let remaining = lots
  for (const match of entry.matches) {
    const taken = Math.min(remaining, match.quantityLots)
    value += tradeValue(instrument, match.priceTicks, taken)
    remaining -= taken
  }
  return withWorstFee(entry, lots - remaining, value)
}

function withWorstFee({ account, listing, soFar }: OrderEntry, lots: Lots, value: Minor): Minor {
  return value + account.fees.worstFee(listing.instrument, { lots, value }, soFar)
}

/** The largest quantity whose cost is available: cost grows with quantity. */
export function affordableLots(entry: OrderEntry, available: Minor): Lots {
  return lastWhere(entry.workingLots, (lots) => costOf(entry, lots) <= available)
}
