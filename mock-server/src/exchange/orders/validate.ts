import type { Account } from '../accounts/account.ts'
import type { FeeModel } from '../accounts/fees.ts'
import type { Rejection } from '../events.ts'
import type { Instrument } from '../instruments/instrument.ts'
import type { Listing } from '../instruments/listing.ts'
import { decideMatches, type Match } from '../matching/match.ts'
import { anyPrice, opposite } from '../matching/side.ts'
import type { Lots, Minor, Ticks } from '../values/types.ts'
import { formatMoney, formatPrice, formatQuantity, tradeValue } from '../values/wire.ts'
import { limitOf, type OrderTerms } from './order.ts'
import { offStep } from './steps.ts'

/** An order at the door: what the checks look at. */
export class OrderEntry {
  readonly terms: OrderTerms
  readonly account: Account
  readonly listing: Listing
  readonly fees: FeeModel
  #matches: readonly Match[] | undefined = undefined

  constructor(terms: OrderTerms, account: Account, listing: Listing, fees: FeeModel) {
    this.terms = terms
    this.account = account
    this.listing = listing
    this.fees = fees
  }

  /** Whom it would trade with now; decided once, and executed as decided. */
  get matches(): readonly Match[] {
    if (this.#matches === undefined) {
      const { side, quantityLots } = this.terms
      const makers = this.listing.book.side(opposite(side))
      this.#matches = decideMatches(makers, limitOf(this.terms) ?? anyPrice(side), quantityLots)
    }
    return this.#matches
  }
}

type Check = (entry: OrderEntry) => Rejection | undefined

/** Pre-trade checks in the order in which they are made; the first that fails refuses the order. */
const CHECKS: readonly Check[] = [
  accountIsOpen,
  symbolIsNotHalted,
  marketIsOpen,
  isInWholeSteps,
  priceIsInBounds,
  quantityIsInBounds,
  buyingPowerSuffices,
  positionSuffices,
]

/** Why the order may not enter, or undefined when it may. Unknown symbols are refused before. */
export function validateOrder(entry: OrderEntry): Rejection | undefined {
  for (const check of CHECKS) {
    const rejection = check(entry)
    if (rejection !== undefined) return rejection
  }
  return undefined
}

export function unknownSymbol(symbol: string): Rejection {
  return { code: 'unknown-symbol', detail: `No instrument has the symbol ${symbol}.`, pointer: '/symbol' }
}

function accountIsOpen({ account }: OrderEntry): Rejection | undefined {
  if (!account.closed) return undefined
  return { code: 'account-closed', detail: `Account ${account.accountId} is closed and takes no orders.` }
}

function symbolIsNotHalted({ listing }: OrderEntry): Rejection | undefined {
  const { halted, haltReason } = listing.status
  if (!halted) return undefined
  const { symbol } = listing.instrument
  return { code: 'symbol-halted', detail: `${symbol} is halted: ${haltReason}.`, pointer: '/symbol' }
}

function marketIsOpen({ listing }: OrderEntry): Rejection | undefined {
  const { phase } = listing.status
  if (phase === 'open') return undefined
  const { symbol } = listing.instrument
  return {
    code: 'market-closed',
    detail: `The market of ${symbol} is in phase ${phase}.`,
    pointer: '/symbol',
  }
}

function isInWholeSteps({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  return offStep(terms, instrument)
}

function priceIsInBounds({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  if (terms.type === 'market') return undefined
  const { minimumPriceTicks: minimum, maximumPriceTicks: maximum, symbol } = instrument
  const price = terms.limitPriceTicks
  if (price !== undefined && isWithin(price, minimum, maximum)) return undefined
  const [low, high] = [formatPrice(instrument, minimum), formatPrice(instrument, maximum)]
  const given = price === undefined ? 'No limit price' : `Limit price ${formatPrice(instrument, price)}`
  return {
    code: 'price-out-of-bounds',
    detail: `${given} is not within ${low} to ${high} for ${symbol}.`,
    pointer: '/limitPrice',
    suggestion: price !== undefined && price > maximum ? high : low,
  }
}

function quantityIsInBounds({ terms, listing: { instrument } }: OrderEntry): Rejection | undefined {
  const { minimumQuantityLots: minimum, maximumQuantityLots: maximum, symbol } = instrument
  const { quantityLots } = terms
  if (isWithin(quantityLots, minimum, maximum)) return undefined
  const [low, high] = [formatQuantity(instrument, minimum), formatQuantity(instrument, maximum)]
  return {
    code: 'quantity-out-of-bounds',
    detail: `Quantity ${formatQuantity(instrument, quantityLots)} is not within ${low} to ${high} for ${symbol}.`,
    pointer: '/quantity',
    suggestion: quantityLots > maximum ? high : low,
  }
}

/**
 * Limit: limit price times quantity and the worst fee. Market: exactly what the matches it is about to make
 * cost; what finds no match costs nothing, because it is canceled.
 */
function buyingPowerSuffices(entry: OrderEntry): Rejection | undefined {
  const { terms, account, listing } = entry
  if (terms.side !== 'buy' || account.kind !== 'customer') return undefined
  const { instrument } = listing
  const available = account.balances.get(instrument.quoteAsset)?.available ?? 0n
  const pieces = costPieces(entry)
  const needed = costOf(entry, pieces, terms.quantityLots)
  if (needed <= available) return undefined
  const affordable = affordableLots(entry, pieces, available)
  const of = `${formatQuantity(instrument, terms.quantityLots)} ${instrument.symbol}`
  const limit = limitOf(terms)
  const price = limit === undefined ? 'at the market' : `at ${formatPrice(instrument, limit)}`
  const asset = instrument.quoteAsset
  return {
    code: 'insufficient-buying-power',
    detail: `Buying ${of} ${price} needs ${formatMoney(needed)} ${asset}; ${formatMoney(available)} ${asset} is available.`,
    pointer: '/quantity',
    ...suggestQuantity(instrument, affordable),
  }
}

function positionSuffices({ terms, account, listing: { instrument } }: OrderEntry): Rejection | undefined {
  if (terms.side !== 'sell' || account.kind !== 'customer') return undefined
  const position = account.positions.get(instrument.symbol)
  const available = position?.availableLots ?? 0
  if (terms.quantityLots <= available) return undefined
  const lots = (quantity: Lots): string => formatQuantity(instrument, quantity)
  return {
    code: 'insufficient-position',
    detail:
      `Selling ${lots(terms.quantityLots)} ${instrument.symbol} needs as much; ${lots(available)} is available, ` +
      `${lots(position?.heldLots ?? 0)} is held by open orders.`,
    pointer: '/quantity',
    ...suggestQuantity(instrument, available),
  }
}

/** Prices and quantities that the buy would pay, cheapest first. */
function costPieces(entry: OrderEntry): readonly { priceTicks: Ticks; quantityLots: Lots }[] {
  const limit = limitOf(entry.terms)
  if (limit !== undefined) return [{ priceTicks: limit, quantityLots: entry.terms.quantityLots }]
  return entry.matches.map(({ maker, quantityLots }) => ({ priceTicks: maker.priceTicks, quantityLots }))
}

function costOf(entry: OrderEntry, pieces: ReturnType<typeof costPieces>, lots: Lots): Minor {
  const { instrument } = entry.listing
  let value = 0n
  let remaining = lots
  for (const piece of pieces) {
    const taken = Math.min(remaining, piece.quantityLots)
    value += tradeValue(instrument, piece.priceTicks, taken)
    remaining -= taken
  }
  return value + entry.fees.worstFee(instrument, value)
}

/** The largest quantity whose cost is available: cost grows with quantity, so halving finds it. */
function affordableLots(entry: OrderEntry, pieces: ReturnType<typeof costPieces>, available: Minor): Lots {
  let low = 0
  let high = entry.terms.quantityLots
  while (low < high) {
    const middle = low + Math.floor((high - low + 1) / 2)
    if (costOf(entry, pieces, middle) <= available) low = middle
    else high = middle - 1
  }
  return low
}

function suggestQuantity(instrument: Instrument, lots: Lots): { suggestion?: string } {
  return lots >= instrument.minimumQuantityLots ? { suggestion: formatQuantity(instrument, lots) } : {}
}

function isWithin(value: number, minimum: number, maximum: number): boolean {
  return Number.isSafeInteger(value) && value >= minimum && value <= maximum
}
