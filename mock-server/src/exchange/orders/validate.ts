import type { Rejection } from '../events.ts'
import {
  displayIsInBounds,
  isInWholeSteps,
  notionalSuffices,
  priceIsInBounds,
  quantityIsInBounds,
  trailIsInBounds,
} from './checks/bounds.ts'
import { buyingPowerSuffices } from './checks/buying-power.ts'
import { postOnlyRests, stopIsAhead, trailHasReference } from './checks/crossing.ts'
import { dayTradesAreAllowed } from './checks/day-trades.ts'
import { legsAreInBounds, legsAreOnTheirSides, stopLossIsAhead } from './checks/legs.ts'
import { accountIsOpen, expiryIsAhead, isWithinBands, symbolIsNotHalted } from './checks/market.ts'
import { auctionTakesIt, isForExtendedHours, phaseTakesIt, waitsForPrice } from './checks/phase.ts'
import { positionSuffices, reducesOnly } from './checks/position.ts'
import { positionsAreWithinLimit } from './checks/position-limit.ts'
import { settledCashSuffices } from './checks/settled-cash.ts'
import { shortSaleIsAboveBid, stockCanBeBorrowed } from './checks/short-sale.ts'
import type { OrderEntry } from './entry.ts'
import { offSteps } from './steps.ts'
import { type Refused, withSuggestionThatPasses } from './suggestion.ts'

type Check = (entry: OrderEntry) => Rejection | undefined

/** Pre-trade checks in the order in which they are made; the first that fails refuses the order. */
const CHECKS: readonly Check[] = [
  accountIsOpen,
  symbolIsNotHalted,
  isForExtendedHours,
  phaseTakesIt,
  auctionTakesIt,
  waitsForPrice,
  expiryIsAhead,
  isInWholeSteps,
  priceIsInBounds,
  isWithinBands,
  trailIsInBounds,
  legsAreInBounds,
  notionalSuffices,
  quantityIsInBounds,
  displayIsInBounds,
  legsAreOnTheirSides,
  postOnlyRests,
  trailHasReference,
  stopIsAhead,
  stopLossIsAhead,
  reducesOnly,
  dayTradesAreAllowed,
  positionsAreWithinLimit,
  stockCanBeBorrowed,
  buyingPowerSuffices,
  settledCashSuffices,
  positionSuffices,
  shortSaleIsAboveBid,
]

/** What a stop must pass once more when it is reached: the account and the market may have changed. */
const ELECTION_CHECKS: readonly Check[] = [
  accountIsOpen,
  isWithinBands,
  reducesOnly,
  positionsAreWithinLimit,
  stockCanBeBorrowed,
  buyingPowerSuffices,
  settledCashSuffices,
  positionSuffices,
  shortSaleIsAboveBid,
]

/** What an order that waited for a session must pass once more. */
const RELEASE_CHECKS: readonly Check[] = [accountIsOpen, postOnlyRests, ...ELECTION_CHECKS.slice(1)]

/** A leg that is held has yet to be able to trade; its prices are checked now. */
const HELD_CHECKS: readonly Check[] = [accountIsOpen, isInWholeSteps, priceIsInBounds, legsAreOnTheirSides]

/** Why a held leg may not change so. */
export function validateHeld(entry: OrderEntry): Rejection | undefined {
  return refusal(entry, HELD_CHECKS)
}

/** Why a stop that was reached may not trade. */
export function validateElected(entry: OrderEntry): Rejection | undefined {
  return firstOf(ELECTION_CHECKS, entry)
}

/** Why an order that waited for a session may not come to the book. */
export function validateReleased(entry: OrderEntry): Rejection | undefined {
  return firstOf(RELEASE_CHECKS, entry)
}

/** Why the order may not enter, or undefined when it may. Unknown symbols are refused before. */
export function validateOrder(entry: OrderEntry): Rejection | undefined {
  return refusal(entry, CHECKS)
}

/** The first reason, with what would pass. */
function refusal(entry: OrderEntry, checks: readonly Check[]): Rejection | undefined {
  const rejection = firstOf(checks, entry)
  if (rejection === undefined) return undefined
  const judge = (any: OrderEntry) => faultsOf(checks, any)
  return withSuggestionThatPasses(rejection, { entry, faults: () => judge(entry), judge })
}

function firstOf(checks: readonly Check[], entry: OrderEntry): Rejection | undefined {
  for (const check of checks) {
    const rejection = check(entry)
    if (rejection !== undefined) return rejection
  }
  return undefined
}

/** Every reason at once, each with what would pass. */
export function allRejections(entry: OrderEntry): readonly Rejection[] {
  const all = faultsOf(CHECKS, entry)
  const refused: Refused = { entry, faults: () => all, judge: (any) => faultsOf(CHECKS, any) }
  return all.map((rejection) => withSuggestionThatPasses(rejection, refused))
}

/** What is not in whole steps has no price and quantity to check further. */
function faultsOf(checks: readonly Check[], entry: OrderEntry): readonly Rejection[] {
  const { asWritten } = entry.terms
  const judged = asWritten === undefined ? checks : checks.slice(0, checks.indexOf(isInWholeSteps))
  const faults = judged.flatMap((check) => check(entry) ?? [])
  return asWritten === undefined ? faults : [...faults, ...offSteps(entry.terms, entry.listing.instrument)]
}

export function unknownSymbol(symbol: string): Rejection {
  return { code: 'unknown-symbol', detail: `No instrument has the symbol ${symbol}.`, pointer: '/symbol' }
}
