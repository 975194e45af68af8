import type { Account } from '../accounts/account.ts'
import { reservationOf } from '../accounts/reservations.ts'
import type { Rejection } from '../events.ts'
import type { Match } from '../matching/match.ts'
import type { RestingOrder } from '../matching/price-level.ts'
import { type EntryStep, endsIncoming } from '../matching/self-trade.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots, Minor, Ticks } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import { buyingPowerNeeded } from './checks/buying-power.ts'
import { accountIsOpen } from './checks/market.ts'
import { OrderEntry } from './entry.ts'
import { isImmediate, type OrderTerms } from './order.ts'
import { allRejections, unknownSymbol } from './validate.ts'

/** What would become of an order that came now. Money is in minor units of `asset`. */
export interface OrderPreview {
  /** Every reason to refuse it, in the order of the checks; empty when it would be accepted. */
  readonly rejections: readonly Rejection[]
  readonly asset: string
  /** What would trade at once ... */
  readonly immediateLots: Lots
  /** ... for this much ... */
  readonly immediateValue: Minor
  /** ... and these fees. */
  readonly immediateFees: Minor
  /** Fees of what would rest, if it trades at its limit. */
  readonly restingFees: Minor
  readonly available: Minor
  /** What a buy must have available, the worst fees included; a sale needs stock instead. */
  readonly needed: Minor
  /** Available once the command is through, as if the order were accepted. */
  readonly availableAfter: Minor
}

/** Looks at the book and the account as they stand, and changes nothing. */
export function previewOrder(state: ExchangeState, account: Account, terms: OrderTerms): OrderPreview {
  const reused = reusedId(state, account, terms)
  const listing = state.listings.get(terms.symbol)
  if (listing === undefined) {
    const rejections = [...reused, ...[accountIsOpen({ account }) ?? []].flat(), unknownSymbol(terms.symbol)]
    return { ...nothingHappens(account, account.currency), rejections }
  }
  const entry = new OrderEntry({ terms, account, listing, fees: state.fees, time: state.time })
  return {
    ...nothingHappens(account, listing.instrument.quoteAsset),
    ...(terms.asWritten === undefined ? effectOf(state, entry) : undefined),
    rejections: [...reused, ...allRejections(entry)],
  }
}

function nothingHappens(account: Account, asset: string): Omit<OrderPreview, 'rejections'> {
  const available = account.balances.get(asset)?.available ?? 0n
  const none = { immediateLots: 0, immediateValue: 0n, immediateFees: 0n, restingFees: 0n, needed: 0n }
  return { ...none, asset, available, availableAfter: available }
}

function reusedId(state: ExchangeState, account: Account, { clientOrderId }: OrderTerms): Rejection[] {
  const known = state.orders.archive(account).find(clientOrderId)
  if (known === undefined) return []
  const detail = `Client order id ${clientOrderId} belongs to order ${known.order.orderNumber}.`
  return [{ code: 'client-order-id-reused', detail, pointer: '/clientOrderId' }]
}

/** What the matches cost or bring, and what the rest would hold. */
function effectOf(state: ExchangeState, entry: OrderEntry): Partial<OrderPreview> {
  const { terms, listing, fees } = entry
  const { instrument } = listing
  const isBuy = terms.side === 'buy'
  let [immediateLots, immediateValue, immediateFees] = [0, 0n, 0n]
  let availableAfter = entry.availableCash
  const met = new Map<RestingOrder, Lots>()
  for (const match of entry.matches) {
    const execution = executionOf(entry, match.maker.priceTicks, match.quantityLots)
    const fee = fees.fee({ ...execution, side: terms.side, liquidity: 'taker' })
    immediateLots += match.quantityLots
    immediateValue += execution.value
    immediateFees += fee
    availableAfter +=
      (isBuy ? -execution.value : execution.value) - fee + ownMakerEffect(state, entry, match, met)
    met.set(match.maker, (met.get(match.maker) ?? 0) + match.quantityLots)
  }
  for (const step of entry.steps) availableAfter += preventionEffect(state, entry, step)
  const restingLots =
    entry.heldPrice === undefined || isImmediate(terms) || entry.steps.some(endsIncoming)
      ? 0
      : terms.quantityLots - immediateLots - preventedLots(entry)
  const resting = executionOf(entry, entry.heldPrice ?? 0, restingLots)
  return {
    immediateLots,
    immediateValue,
    immediateFees,
    restingFees: fees.fee({ ...resting, side: terms.side, liquidity: 'maker' }),
    needed: isBuy ? buyingPowerNeeded(entry) : 0n,
    availableAfter: availableAfter - (isBuy ? resting.value + fees.worstFee(instrument, resting.value) : 0n),
  }
}

/** An account may allow trades with itself: then its resting order pays or is paid too, and releases what it held. */
function ownMakerEffect(
  state: ExchangeState,
  entry: OrderEntry,
  { maker, quantityLots }: Match,
  met: ReadonlyMap<RestingOrder, Lots>,
): Minor {
  const record = state.orders.get(maker.orderNumber)
  if (record === undefined || record.account !== entry.account) return 0n
  const execution = executionOf(entry, maker.priceTicks, quantityLots)
  const fee = entry.fees.fee({ ...execution, side: maker.side, liquidity: 'maker' })
  if (maker.side === 'sell') return execution.value - fee
  const before = maker.totalLots - (met.get(maker) ?? 0)
  const held = (lots: Lots) => reservationOf(record, lots, entry.fees)
  return held(before) - held(before - quantityLots) - execution.value - fee
}

/** What the orders that it must not meet release. */
function preventionEffect(state: ExchangeState, entry: OrderEntry, step: EntryStep): Minor {
  const { maker, prevention, quantityLots } = step
  const record = prevention === undefined ? undefined : state.orders.get(maker.orderNumber)
  if (record === undefined || prevention === 'cancelIncoming') return 0n
  const kept = prevention === 'decrement' ? maker.totalLots - quantityLots : 0
  return record.reservedCash - reservationOf(record, kept, entry.fees)
}

function preventedLots({ steps }: OrderEntry): Lots {
  return steps.reduce((sum, step) => sum + (step.prevention === undefined ? 0 : step.quantityLots), 0)
}

function executionOf({ listing: { instrument } }: OrderEntry, priceTicks: Ticks, quantityLots: Lots) {
  return { instrument, priceTicks, quantityLots, value: tradeValue(instrument, priceTicks, quantityLots) }
}
