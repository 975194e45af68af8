import type { Listing } from '../instruments/listing.ts'
import type { BookSide } from '../matching/book-side.ts'
import { betterThan, crosses } from '../matching/side.ts'
import { limitOf } from '../orders/order.ts'
import type { ExchangeState } from '../state.ts'
import { hold } from './hold.ts'

export function bookIsSound(state: ExchangeState, listing: Listing): void {
  const { symbol } = listing.instrument
  const { bids, asks } = listing.book
  const [bid, ask] = [bids.bestTicks, asks.bestTicks]
  if (bid !== undefined && ask !== undefined) {
    hold(
      !crosses('buy', bid, ask),
      'the book is never crossed or locked',
      () => `${symbol}: bid ${bid}, ask ${ask}`,
    )
  }
  const resting = sideIsSound(state, symbol, bids) + sideIsSound(state, symbol, asks)
  hold(
    resting === listing.book.size,
    'every order is in one queue',
    () => `${symbol}: ${resting} of ${listing.book.size}`,
  )
}

/** Levels sorted and none empty; queues in the order of entry; the same quantity as the orders say. */
function sideIsSound(state: ExchangeState, symbol: string, side: BookSide): number {
  let resting = 0
  for (let position = 0; position < side.count; position += 1) {
    const level = side.fromBest(position)
    const behind = side.fromBest(position + 1)
    if (level === undefined) continue
    const at = () => `${symbol} ${side.side} at ${level.priceTicks}`
    const sorted = behind === undefined || betterThan(side.side, level.priceTicks, behind.priceTicks)
    hold(sorted, 'levels are sorted', () => `${at()} before ${behind?.priceTicks}`)
    let total = 0
    let lastPlace = 0
    for (const order of side.queueFromBest(position)) {
      const record = state.orders.get(order.orderNumber)
      const remaining = record?.order.remainingLots
      const place = record?.placeNumber ?? 0
      hold(
        remaining === order.totalLots,
        'book and orders agree',
        () => `${at()}: order ${order.orderNumber} rests with ${order.totalLots}, has ${remaining}`,
      )
      hold(
        record !== undefined && limitOf(record.order.terms) === level.priceTicks,
        'orders rest at their limit',
        at,
      )
      hold(
        place > lastPlace,
        'queues are in the order of entry',
        () => `${at()}: ${place} behind ${lastPlace}`,
      )
      hold(
        order.remainingLots > 0,
        'resting orders have a remainder',
        () => `${at()}: order ${order.orderNumber}`,
      )
      const shown = Math.min(record?.order.terms.displayLots ?? order.totalLots, order.totalLots)
      hold(
        order.remainingLots <= shown && order.hiddenLots >= 0,
        'an order shows no more than it says',
        () => `${at()}: order ${order.orderNumber} shows ${order.remainingLots} of ${order.totalLots}`,
      )
      total += order.remainingLots
      lastPlace = place
      resting += 1
    }
    hold(
      total > 0 && total === level.quantityLots,
      'a level is the sum of its orders',
      () => `${at()}: ${level.quantityLots}, orders ${total}`,
    )
  }
  return resting
}
