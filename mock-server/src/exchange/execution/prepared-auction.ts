import type { AuctionIndication } from '../events.ts'
import type { Listing, PreparedAuction } from '../instruments/listing.ts'
import { findClearing } from '../matching/clearing.ts'
import type { AuctionKind } from '../sessions/auction-kind.ts'
import { lastTicks } from '../sessions/reference.ts'
import type { ExchangeState } from '../state.ts'
import type { Time } from '../values/types.ts'
import { participants } from './uncross.ts'

/** Between two indications where a calendar says nothing. */
const CADENCE: Time = 1_000_000

/** From now on what the auction would trade is told, until it is held or dropped. */
export function prepareAuction(state: ExchangeState, listing: Listing, kind: AuctionKind, at: Time): void {
  listing.auction = { kind, at, indicationAt: state.time }
  state.auctions.add(listing)
  indicate(state, listing, listing.auction)
}

/** It is held or not; the caller says so with the next status. */
export function dropAuction(state: ExchangeState, listing: Listing): void {
  listing.auction = undefined
  state.auctions.delete(listing)
}

/** Price, quantity and what is left over as they are now, and when they are told again. */
export function indicate(state: ExchangeState, listing: Listing, auction: PreparedAuction): void {
  listing.auction = { ...auction, indicationAt: state.time + cadence(listing, auction, state.time) }
  state.setStatus(listing, { auction: indicationOf(state, listing, auction) })
}

function cadence({ calendar }: Listing, { kind, at }: PreparedAuction, time: Time): Time {
  const times = calendar?.auctions
  if (times === undefined) return CADENCE
  const isEarly = kind === 'closing' && time < at - times.lastPart
  return isEarly ? times.slowIndication : times.fastIndication
}

function indicationOf(
  state: ExchangeState,
  listing: Listing,
  { kind, at }: PreparedAuction,
): AuctionIndication {
  const reference = lastTicks(listing)
  const clearing = findClearing(participants(state, listing, kind), reference)
  return {
    kind,
    at,
    priceTicks: clearing?.priceTicks ?? null,
    pairedLots: clearing?.pairedLots ?? 0,
    surplusSide: clearing?.surplusSide ?? null,
    surplusLots: clearing?.surplusLots ?? 0,
    referenceTicks: reference ?? null,
  }
}
