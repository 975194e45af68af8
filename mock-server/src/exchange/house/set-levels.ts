import type { Account } from '../accounts/account.ts'
import type { HouseLevel } from '../commands.ts'
import { recordOrder, restOrder, takeSteps } from '../execution/enter-order.ts'
import type { Listing } from '../instruments/listing.ts'
import { decideMatches, type Match } from '../matching/match.ts'
import { crosses, opposite } from '../matching/side.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { acceptedOrder, endedOrder, resizedOrder } from '../orders/progress.ts'
import { isBeyond, type PriceBands, withinBands } from '../sessions/price-bands.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots, Side, Ticks } from '../values/types.ts'
import { House } from './house.ts'

/** Sets levels of recorded liquidity: see {@link HouseLevel} and the command for what each number means. */
export function setLevels(
  state: ExchangeState,
  house: House,
  listing: Listing,
  levels: readonly HouseLevel[],
): void {
  for (const level of levels) {
    house.deferred.delete(keyOf(level))
    withdraw(state, listing, house, level)
  }
  for (const level of levels) add(state, listing, house, level)
}

/** Levels outside price bands wait until those have moved. */
export function deferBeyond(state: ExchangeState, listing: Listing, bands: PriceBands): void {
  for (const house of state.houses.get(listing)?.values() ?? []) {
    for (const side of ['buy', 'sell'] as const) {
      for (const priceTicks of [...house.levels(side)]) {
        if (!isBeyond(side, priceTicks, bands)) continue
        const slices = house.slices(side, priceTicks)
        const quantityLots = slices.reduce((sum, slice) => sum + slice.order.remainingLots, 0)
        const level = { side, priceTicks, quantityLots }
        withdraw(state, listing, house, { ...level, quantityLots: 0 })
        if (quantityLots > 0) house.deferred.set(keyOf(level), level)
      }
    }
  }
}

/** Levels that had to wait for trading to go on. */
export function setDeferredLevels(state: ExchangeState, listing: Listing): void {
  if (!listing.tradable) return
  for (const house of state.houses.get(listing)?.values() ?? []) {
    if (house.deferred.size > 0) setLevels(state, house, listing, [...house.deferred.values()])
  }
}

export function houseOf(state: ExchangeState, listing: Listing, account: Account): House {
  const houses = state.houses.get(listing) ?? new Map<Account, House>()
  state.houses.set(listing, houses)
  const house = houses.get(account) ?? new House(account)
  houses.set(account, house)
  return house
}

/** First what prints consumed leaves the front of the queue, then what is too much the back. */
function withdraw(state: ExchangeState, listing: Listing, house: House, level: HouseLevel): void {
  const slices = house.slices(level.side, level.priceTicks)
  let total = 0
  for (const slice of slices) {
    if (slice.printedLots > 0) shrink(state, listing, slice, slice.printedLots)
    slice.printedLots = 0
    total += slice.order.remainingLots
  }
  let excess = total - level.quantityLots
  for (let index = slices.length - 1; index >= 0 && excess > 0; index -= 1) {
    const slice = slices[index]
    if (slice === undefined) continue
    const lots = Math.min(excess, slice.order.remainingLots)
    shrink(state, listing, slice, lots)
    excess -= lots
  }
  house.tidy(level.side, level.priceTicks)
}

function add(state: ExchangeState, listing: Listing, house: House, level: HouseLevel): void {
  const { side, priceTicks } = level
  const slices = house.slices(side, priceTicks)
  const { bands } = listing.status
  if (bands !== undefined && isBeyond(side, priceTicks, bands)) {
    addBeyond(state, listing, house, level, withinBands(side, priceTicks, bands))
    return
  }
  const lots = level.quantityLots - slices.reduce((sum, slice) => sum + slice.order.remainingLots, 0)
  if (lots <= 0) return
  const last = slices.at(-1)
  if (last?.resting !== undefined && listing.book.isLast(last.resting)) {
    grow(state, listing, last, lots)
    return
  }
  withdrawCrossed(state, listing, house, side, priceTicks)
  const matches = decideMatches(listing.book.side(opposite(side)), priceTicks, lots)
  if (matches.length > 0 && !listing.tradable) {
    house.deferred.set(keyOf(level), level)
    return
  }
  const slice = newSlice(state, house.account, listing, side, priceTicks, lots)
  trade(state, listing, house, slice, matches)
  if (slice.order.remainingLots === 0) return
  restOrder(state, slice, listing, priceTicks, slice.order.remainingLots)
  house.add(side, priceTicks, slice)
}

/**
 * A level that may not stand there trades with what is as good as its band allows, as an order would that the exchange
 * moves to the band: a book that others hold within the bands would else keep it out for ever. The rest waits.
 */
function addBeyond(
  state: ExchangeState,
  listing: Listing,
  house: House,
  level: HouseLevel,
  band: Ticks,
): void {
  const { side, quantityLots } = level
  if (listing.tradable) withdrawCrossed(state, listing, house, side, band)
  const matches = listing.tradable ? decideMatches(listing.book.side(opposite(side)), band, quantityLots) : []
  const lots = matches.reduce((sum, match) => sum + match.quantityLots, 0)
  if (lots > 0)
    trade(state, listing, house, newSlice(state, house.account, listing, side, band, lots), matches)
  if (lots < quantityLots) house.deferred.set(keyOf(level), { ...level, quantityLots: quantityLots - lots })
}

function trade(
  state: ExchangeState,
  listing: Listing,
  house: House,
  slice: OrderRecord,
  matches: readonly Match[],
): void {
  house.noteGiven(opposite(slice.order.terms.side), customerLots(state, matches), state.time)
  takeSteps(state, slice, listing, matches, 'house')
}

function customerLots(state: ExchangeState, matches: readonly Match[]): Lots {
  const isCustomer = ({ makerNumber }: Match) => state.orders.get(makerNumber)?.account.kind === 'customer'
  return matches.filter(isCustomer).reduce((sum, { quantityLots }) => sum + quantityLots, 0)
}

/** The house never meets itself: where a new level locks or crosses an older one, the older one goes. */
function withdrawCrossed(
  state: ExchangeState,
  listing: Listing,
  house: House,
  side: Side,
  priceTicks: Ticks,
): void {
  const other = opposite(side)
  for (const otherTicks of [...house.levels(other)]) {
    if (!crosses(side, priceTicks, otherTicks)) continue
    withdraw(state, listing, house, { side: other, priceTicks: otherTicks, quantityLots: 0 })
  }
}

/** An order without order events: the feed shows recorded liquidity as levels. */
function newSlice(
  state: ExchangeState,
  account: Account,
  listing: Listing,
  side: Side,
  limitPriceTicks: Ticks,
  quantityLots: Lots,
): OrderRecord {
  const clientOrderId = `house-${state.lastOrderNumber + 1}`
  const { symbol } = listing.instrument
  const slice = recordOrder(
    state,
    account,
    { clientOrderId, symbol, side, type: 'limit', timeInForce: 'gtc', quantityLots, limitPriceTicks },
    listing,
  )
  slice.order = acceptedOrder(slice.order, { time: state.time, seq: account.ordersSeq })
  return slice
}

/** Nobody stands behind the slice: more of it is the same as another one at the back. */
function grow(state: ExchangeState, listing: Listing, slice: OrderRecord, lots: Lots): void {
  if (slice.resting === undefined) return
  state.touch(listing)
  listing.grow(slice.resting, lots)
  slice.order = resizedOrder(slice.order, slice.order.remainingLots + lots, state.time)
}

function shrink(state: ExchangeState, listing: Listing, slice: OrderRecord, lots: Lots): void {
  if (slice.resting === undefined) return
  state.touch(listing)
  listing.take(slice.resting, lots)
  const remainingLots = slice.order.remainingLots - lots
  if (remainingLots > 0) {
    slice.order = resizedOrder(slice.order, remainingLots, state.time)
    return
  }
  slice.resting = undefined
  slice.order = endedOrder(slice.order, 'cancel', 'withdrawn', {
    time: state.time,
    seq: slice.order.updatedSeq,
  })
  state.orders.finish(slice, state.time)
}

function keyOf({ side, priceTicks }: HouseLevel): string {
  return `${side} ${priceTicks}`
}
