import { deferBeyond, setDeferredLevels } from '../house/set-levels.ts'
import type { Listing } from '../instruments/listing.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { parameters } from '../parameters/parameters.ts'
import {
  bandsAround,
  isBeyond,
  nextReference,
  type PriceBands,
  withinBands,
} from '../sessions/price-bands.ts'
import { middleTicks } from '../sessions/reference.ts'
import { nextTurn } from '../sessions/sessions.ts'
import type { Volatility } from '../sessions/volatility.ts'
import type { ExchangeState } from '../state.ts'
import { MICROS_PER_MINUTE, MICROS_PER_SECOND } from '../values/time.ts'
import type { Ticks, Time } from '../values/types.ts'
import { scaleOf } from '../values/wire.ts'
import { cancelOrder, leaveBook } from './conclude-order.ts'
import { restOrder } from './enter-order.ts'
import { pause } from './reopen.ts'
import { reprice } from './reprice.ts'
import { restingOrders } from './resting-orders.ts'

const LIMIT_REASON = 'limit up, limit down'

/**
 * After what a command did: stocks without bands get them, and whether a book stands at its band is noted. Answers
 * whether any got them.
 */
export function watchBands(state: ExchangeState): boolean {
  let isFirst = false
  for (const listing of state.banded) {
    const { volatility } = listing
    if (volatility === undefined || !listing.isRegular) continue
    const reference = volatility.referenceTicks ?? middleTicks(listing)
    if (reference === undefined) continue
    if (listing.status.bands === undefined) {
      setReference(state, listing, reference)
      isFirst = true
    }
    noteLimit(state, listing)
  }
  return isFirst
}

/** What is due: a new reference, or a pause because a side stood at its band too long. */
export function reviewBands(state: ExchangeState): void {
  for (const listing of state.banded) {
    const { volatility } = listing
    if (volatility?.referenceTicks === undefined || !listing.isRegular) continue
    if (pauseAt(volatility, state.time) <= state.time) {
      const minutes = parameters.countAt('tradingPause', state.time)
      pause(state, listing, LIMIT_REASON, state.time + minutes * MICROS_PER_MINUTE)
    } else if (volatility.reviewAt <= state.time) review(state, listing, volatility)
  }
}

/** When something of these is due next. */
export function nextReview({ banded, time }: ExchangeState): Time {
  let next = Number.POSITIVE_INFINITY
  for (const { volatility, isRegular } of banded) {
    if (volatility?.referenceTicks === undefined || !isRegular) continue
    next = Math.min(next, volatility.reviewAt, pauseAt(volatility, time))
  }
  return next
}

function pauseAt({ limitSince }: Volatility, time: Time): Time {
  if (limitSince === undefined) return Number.POSITIVE_INFINITY
  return limitSince + parameters.countAt('limitState', time) * MICROS_PER_SECOND
}

function review(state: ExchangeState, listing: Listing, volatility: Volatility): void {
  const { time } = state
  const oldest = time - parameters.countAt('bandMean', time) * MICROS_PER_MINUTE
  const sums = volatility.sums.filter(([at]) => at > oldest)
  const [total, count] = sums.reduce(([sum, trades], [, more, n]) => [sum + more, trades + n], [0, 0])
  listing.volatility = { ...volatility, sums }
  const { referenceTicks = 0 } = volatility
  const mean = count === 0 ? referenceTicks : Math.round(total / count)
  setReference(state, listing, nextReference(referenceTicks, mean, time))
}

/** Orders beyond the new bands cannot stand: the house's wait, others are canceled or repriced. */
function setReference(state: ExchangeState, listing: Listing, referenceTicks: Ticks): void {
  const { volatility, instrument, calendar } = listing
  if (volatility === undefined) return
  const { time, volatilityRules } = state
  const seconds = parameters.countAt('bandReview', time)
  const lastCloseTicks = volatility.lastCloseTicks ?? referenceTicks
  const reviewAt = time + seconds * MICROS_PER_SECOND
  // What was traded before there were bands counts for the first review.
  const isFirst = listing.status.bands === undefined
  const sums = isFirst
    ? volatility.sums.map(([, sum, count]) => [reviewAt, sum, count] as const)
    : volatility.sums
  listing.volatility = { referenceTicks, lastCloseTicks, reviewAt, sums, limitSince: volatility.limitSince }
  const close = calendar && nextTurn(calendar, time, 'closed')
  const doubled = parameters.countAt('bandDoubled', time) * MICROS_PER_MINUTE
  const bands = bandsAround(referenceTicks, {
    tier: volatilityRules.tier2?.includes(instrument.symbol) === true ? 2 : 1,
    tick: scaleOf(instrument).tick.units,
    lastClose: lastCloseTicks,
    isNearClose: close !== undefined && close - time <= doubled,
    time,
  })
  state.setStatus(listing, { bands })
  deferBeyond(state, listing, bands)
  for (const record of restingOrders(state, listing)) {
    const { side, limitPriceTicks } = record.order.terms
    if (isBeyond(side, limitPriceTicks, bands)) moveInside(state, record, bands)
  }
  setDeferredLevels(state, listing)
}

/** To the end of the queue at the band, where the exchange reprices. */
function moveInside(state: ExchangeState, record: OrderRecord, bands: PriceBands): void {
  const { account, group, listing, order } = record
  const { side, limitPriceTicks } = order.terms
  const isRepriced = state.volatilityRules.beyondBands === 'reprice' && account.kind === 'customer'
  if (!isRepriced || group !== undefined || listing === undefined || limitPriceTicks === undefined) {
    cancelOrder(state, record, 'beyond-price-band')
    return
  }
  const band = withinBands(side, limitPriceTicks, bands)
  leaveBook(state, record)
  reprice(state, record, { limitPriceTicks: band, reason: 'repriced-to-band' })
  restOrder(state, record, listing, band, record.order.remainingLots)
}

/** A side stands at its band when somebody bids at the upper, or offers at the lower one. */
function noteLimit(state: ExchangeState, listing: Listing): void {
  const { volatility, book, status } = listing
  const { bands } = status
  if (volatility === undefined || bands === undefined) return
  const [bid, ask] = [book.bids.bestTicks, book.asks.bestTicks]
  const isBid = (bid ?? 0) >= bands.upperTicks || hasDeferred(state, listing, 'buy')
  const isOffered =
    (ask ?? Number.MAX_SAFE_INTEGER) <= bands.lowerTicks || hasDeferred(state, listing, 'sell')
  const limitState = isBid ? 'buy' : isOffered ? 'sell' : undefined
  if (limitState === undefined) {
    if (volatility.limitSince !== undefined) listing.volatility = { ...volatility, limitSince: undefined }
  } else if (volatility.limitSince === undefined) {
    listing.volatility = { ...volatility, limitSince: state.time }
  }
  if (limitState !== status.limitState) state.setStatus(listing, { limitState })
}

/** Whether recorded or background liquidity would stand beyond the band. */
function hasDeferred(state: ExchangeState, listing: Listing, side: 'buy' | 'sell'): boolean {
  for (const house of state.houses.get(listing)?.values() ?? []) {
    for (const level of house.deferred.values())
      if (level.side === side && level.quantityLots > 0) return true
  }
  return false
}
