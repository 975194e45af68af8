import type { Account } from '../accounts/account.ts'
import type { FeeModel } from '../accounts/fees.ts'
import type { Rejection } from '../events.ts'
import type { Listing } from '../instruments/listing.ts'
import { decideMatches, type Match } from '../matching/match.ts'
import { anyPrice, opposite } from '../matching/side.ts'
import type { Lots, Minor, Ticks } from '../values/types.ts'
import { formatMoney, formatPrice, formatQuantity, tradeValue } from '../values/wire.ts'
import { limitOf, type OrderTerms } from './order.ts'
import type { OrderRecord } from './order-record.ts'
import { offSteps } from './steps.ts'

/** An order at the door: what the checks look at. */
export class OrderEntry {
  readonly terms: OrderTerms
  readonly account: Account
  readonly listing: Listing
  readonly fees: FeeModel
  /** The open order whose place it is to take, with what that has filled and holds. */
  readonly original: OrderRecord | undefined
  #matches: readonly Match[] | undefined = undefined

  constructor(parts: Pick<OrderEntry, 'terms' | 'account' | 'listing' | 'fees'>, original?: OrderRecord) {
    this.terms = parts.terms
    this.account = parts.account
    this.listing = parts.listing
    this.fees = parts.fees
    this.original = original
  }

  get filledLots(): Lots {
    return this.original?.order.filledLots ?? 0
  }

  /** What is to be traded still. */
  get workingLots(): Lots {
    return this.terms.quantityLots - this.filledLots
  }

  /** Money that the order may use. */
  get availableCash(): Minor {
    const balance = this.account.balances.get(this.listing.instrument.quoteAsset)
    return (balance?.available ?? 0n) + (this.original?.reservedCash ?? 0n)
  }

  /** Stock that the order may use. */
  get availableLots(): Lots {
    const position = this.account.positions.get(this.listing.instrument.symbol)
    return (position?.availableLots ?? 0) + (this.original?.reservedLots ?? 0)
  }

  /** Whom it would trade with now; decided once, and executed as decided. */
  get matches(): readonly Match[] {
    if (this.#matches === undefined) {
      const { side } = this.terms
      const makers = this.listing.book.side(opposite(side))
      this.#matches = decideMatches(makers, limitOf(this.terms) ?? anyPrice(side), this.workingLots)
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

/** Every reason at once; what is not in whole steps has no price and quantity to check further. */
export function allRejections(entry: OrderEntry): readonly Rejection[] {
  if (entry.terms.asWritten === undefined) return CHECKS.flatMap((check) => check(entry) ?? [])
  const before = CHECKS.slice(0, CHECKS.indexOf(isInWholeSteps)).flatMap((check) => check(entry) ?? [])
  return [...before, ...offSteps(entry.terms, entry.listing.instrument)]
}

export function unknownSymbol(symbol: string): Rejection {
  return { code: 'unknown-symbol', detail: `No instrument has the symbol ${symbol}.`, pointer: '/symbol' }
}

export function accountIsOpen({ account }: Pick<OrderEntry, 'account'>): Rejection | undefined {
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
  return offSteps(terms, instrument)[0]
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
  const available = entry.availableCash
  const needed = buyingPowerNeeded(entry)
  if (needed <= available) return undefined
  const affordable = affordableLots(entry, costPieces(entry), available)
  const of = `${formatQuantity(instrument, entry.workingLots)} ${instrument.symbol}`
  const limit = limitOf(terms)
  const price = limit === undefined ? 'at the market' : `at ${formatPrice(instrument, limit)}`
  const asset = instrument.quoteAsset
  return {
    code: 'insufficient-buying-power',
    detail: `Buying ${of} ${price} needs ${formatMoney(needed)} ${asset}; ${formatMoney(available)} ${asset} is available.`,
    pointer: '/quantity',
    ...suggestQuantity(entry, affordable),
  }
}

function positionSuffices(entry: OrderEntry): Rejection | undefined {
  const { terms, account, workingLots, availableLots: available } = entry
  const { instrument } = entry.listing
  if (terms.side !== 'sell' || account.kind !== 'customer') return undefined
  if (workingLots <= available) return undefined
  const held = (account.positions.get(instrument.symbol)?.heldLots ?? 0) - (entry.original?.reservedLots ?? 0)
  const lots = (quantity: Lots): string => formatQuantity(instrument, quantity)
  return {
    code: 'insufficient-position',
    detail:
      `Selling ${lots(workingLots)} ${instrument.symbol} needs as much; ${lots(available)} is available, ` +
      `${lots(held)} is held by open orders.`,
    pointer: '/quantity',
    ...suggestQuantity(entry, available),
  }
}

/** What a buy must have available: for a market order, what its matches cost now. */
export function buyingPowerNeeded(entry: OrderEntry): Minor {
  return costOf(entry, costPieces(entry), entry.workingLots)
}

/** Prices and quantities that the buy would pay, cheapest first. */
function costPieces(entry: OrderEntry): readonly { priceTicks: Ticks; quantityLots: Lots }[] {
  const limit = limitOf(entry.terms)
  if (limit !== undefined) return [{ priceTicks: limit, quantityLots: entry.workingLots }]
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
  let high = entry.workingLots
  while (low < high) {
    const middle = low + Math.floor((high - low + 1) / 2)
    if (costOf(entry, pieces, middle) <= available) low = middle
    else high = middle - 1
  }
  return low
}

/** The total that would pass, given how much more may be traded. */
function suggestQuantity(entry: OrderEntry, workingLots: Lots): { suggestion?: string } {
  const { instrument } = entry.listing
  const lots = workingLots + entry.filledLots
  return lots >= instrument.minimumQuantityLots ? { suggestion: formatQuantity(instrument, lots) } : {}
}

function isWithin(value: number, minimum: number, maximum: number): boolean {
  return Number.isSafeInteger(value) && value >= minimum && value <= maximum
}
