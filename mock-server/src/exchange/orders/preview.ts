import type { Account } from '../accounts/account.ts'
import { executionOf } from '../accounts/fees/execution-of.ts'
import { type Execution, type OrderSoFar, soFarWith } from '../accounts/fees/fee-model.ts'
import { reservationOf } from '../accounts/reservations.ts'
import type { Rejection } from '../events.ts'
import type { Match } from '../matching/match.ts'
import { type EntryStep, endsIncoming, tradesOf } from '../matching/self-trade.ts'
import type { ExchangeState } from '../state.ts'
import { MOST_AMOUNT } from '../values/decimal.ts'
import type { Lots, Minor } from '../values/types.ts'
import { tradeValue } from '../values/wire.ts'
import { buyingPowerNeeded } from './checks/buying-power.ts'
import { creditCaseOf } from './checks/credit.ts'
import { accountIsOpen } from './checks/market.ts'
import type { OrderEntry } from './entry.ts'
import { isImmediate, type OrderTerms } from './order.ts'
import { type LegsHold, legsHoldOf } from './preview-legs.ts'
import { entryOf } from './reprice.ts'
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
  /** Of an order on credit. */
  readonly margin?: MarginEffect
  /** Of an order with legs. */
  readonly legs?: LegsHold
  /** Available once the command is through, as if the order were accepted. */
  readonly availableAfter: Minor
}

/** What an order on credit wants, at the prices at which it is counted; nothing where it closes. */
export interface MarginEffect {
  readonly initial: Minor
  readonly maintenance: Minor
  /** What must be borrowed for a short sale. */
  readonly borrowLots: Lots
}

/** Looks at the book and the account as they stand, and changes nothing. */
export function previewOrder(state: ExchangeState, account: Account, terms: OrderTerms): OrderPreview {
  const reused = reusedId(state, account, terms)
  const listing = state.listings.get(terms.symbol)
  if (listing === undefined) {
    const rejections = [...reused, ...[accountIsOpen({ account }) ?? []].flat(), unknownSymbol(terms.symbol)]
    return { ...nothingHappens(account, account.currency), rejections }
  }
  const entry = entryOf({ terms, account, listing, desk: state })
  const effect = terms.asWritten === undefined ? effectOf(state, entry) : undefined
  return {
    ...nothingHappens(account, listing.instrument.quoteAsset),
    ...(effect !== undefined && isAmount(effect) ? effect : undefined),
    rejections: [...reused, ...allRejections(entry)],
  }
}

/** Orders far beyond all bounds would cost more than a decimal of the contract says. */
function isAmount({ needed = 0n, availableAfter = 0n, legs, margin }: Partial<OrderPreview>): boolean {
  const amounts = [needed, availableAfter, legs?.buyingPower ?? 0n, margin?.initial ?? 0n]
  return amounts.every((amount) => amount <= MOST_AMOUNT && amount >= -MOST_AMOUNT)
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
  const { terms, listing, account } = entry
  const { instrument } = listing
  const isBuy = terms.side === 'buy'
  let [immediateLots, immediateValue, immediateFees] = [0, 0n, 0n]
  let availableAfter = entry.availableCash
  let soFar = entry.soFar
  /** What has met each resting order so far, by its number. */
  const met = new Map<number, OrderSoFar>()
  for (const match of tradesOf(entry.steps)) {
    const execution = executionNow(entry, match, { side: terms.side, liquidity: 'taker' })
    const fee = account.fees.fee(execution, soFar)
    soFar = soFarWith(soFar, execution, fee)
    immediateLots += match.quantityLots
    immediateValue += execution.value
    immediateFees += fee
    availableAfter +=
      (isBuy ? -execution.value : execution.value) - fee + ownMakerEffect(state, entry, match, met)
  }
  for (const step of entry.steps) availableAfter += preventionEffect(state, entry, step)
  const restingLots =
    entry.heldPrice === undefined || isImmediate(terms) || entry.steps.some(endsIncoming)
      ? 0
      : terms.quantityLots - immediateLots - preventedLots(entry)
  const atLimit = { priceTicks: entry.heldPrice ?? 0, quantityLots: restingLots }
  const resting = executionNow(entry, atLimit, { side: terms.side, liquidity: 'maker' })
  const legs = legsHoldOf(entry)
  const worstFee = account.fees.worstFee(instrument, { lots: restingLots, value: resting.value }, soFar)
  return {
    immediateLots,
    immediateValue,
    immediateFees,
    restingFees: restingLots === 0 ? 0n : account.fees.fee(resting, soFar),
    needed: isBuy ? buyingPowerNeeded(entry) : 0n,
    availableAfter: availableAfter - (isBuy ? resting.value + worstFee : 0n),
    ...creditEffect(entry),
    ...(legs === undefined ? {} : { legs }),
  }
}

function creditEffect(entry: OrderEntry): Partial<OrderPreview> {
  const credit = creditCaseOf(entry)
  if (credit === undefined) return {}
  const { workingLots } = entry
  const { needed, available } = credit.power(workingLots)
  return {
    available,
    needed,
    availableAfter: available - needed,
    margin: {
      initial: credit.needed(workingLots, 'regT'),
      maintenance: credit.needed(workingLots, 'intraday'),
      borrowLots: credit.shortLots(workingLots),
    },
  }
}

/** An account may allow trades with itself: then its resting order pays or is paid too, and releases what it held. */
function ownMakerEffect(
  state: ExchangeState,
  entry: OrderEntry,
  match: Match,
  met: Map<number, OrderSoFar>,
): Minor {
  const { makerNumber } = match
  const record = state.orders.get(makerNumber)
  if (record === undefined || record.account !== entry.account) return 0n
  const { side } = record.order.terms
  const execution = executionNow(entry, match, { side, liquidity: 'maker' })
  const before = met.get(makerNumber) ?? record.order
  const fee = entry.account.fees.fee(execution, before)
  const after = soFarWith(before, execution, fee)
  met.set(makerNumber, after)
  if (side === 'sell') return execution.value - fee
  const lots = record.order.remainingLots + record.order.filledLots
  const held = (soFar: OrderSoFar) => reservationOf(record, lots - soFar.filledLots, soFar)
  return held(before) - held(after) - execution.value - fee
}

/** What the account's orders that it must not meet release, and what moves to and from another account. */
function preventionEffect(state: ExchangeState, entry: OrderEntry, step: EntryStep): Minor {
  const { makerNumber, prevention, priceTicks, quantityLots } = step
  if (prevention === 'transfer') {
    const value = tradeValue(entry.listing.instrument, priceTicks, quantityLots)
    return entry.terms.side === 'buy' ? -value : value
  }
  const record = prevention === undefined ? undefined : state.orders.get(makerNumber)
  if (record?.account !== entry.account || prevention === 'cancelIncoming') return 0n
  const kept = prevention === 'decrement' ? record.order.remainingLots - quantityLots : 0
  return record.reservedCash - reservationOf(record, kept)
}

function preventedLots({ steps }: OrderEntry): Lots {
  return steps.reduce((sum, step) => sum + (step.prevention === undefined ? 0 : step.quantityLots), 0)
}

function executionNow(
  entry: OrderEntry,
  { priceTicks, quantityLots }: Pick<Match, 'priceTicks' | 'quantityLots'>,
  how: Pick<Execution, 'side' | 'liquidity'>,
): Execution {
  const { listing, time } = entry
  const value = tradeValue(listing.instrument, priceTicks, quantityLots)
  return executionOf(time, entry, {
    ...how,
    priceTicks,
    quantityLots,
    value,
    time,
    phase: listing.status.phase,
  })
}
