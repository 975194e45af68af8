import type { PrintTrade } from '../commands.ts'
import { recordOrder } from '../execution/enter-order.ts'
import { executeTrade } from '../execution/execute-trade.ts'
import { restedAt } from '../execution/explain.ts'
import type { Listing } from '../instruments/listing.ts'
import type { BookSide, PriceLevel } from '../matching/book-side.ts'
import { layersOf } from '../matching/layers.ts'
import { opposite } from '../matching/side.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import { acceptedOrder } from '../orders/progress.ts'
import type { ExchangeState } from '../state.ts'
import type { Lots, Side } from '../values/types.ts'
import { formatPrintPrice, formatQuantity } from '../values/wire.ts'
import type { House } from './house.ts'

/** A customer's resting order and what the print gives it. */
interface PrintFill {
  readonly record: OrderRecord
  readonly quantityLots: Lots
}

/**
 * A trade that happened elsewhere shows that customers' orders would have been reached: they are filled
 * against the house at their own limit. On each side: orders priced better than the print in price-time
 * order, whatever stands before them; then those at its price, after the liquidity before them in the queue,
 * which the print consumes first. What it consumes stays visible until the level's recorded size changes.
 */
export function fillByPrint(state: ExchangeState, house: House, listing: Listing, print: PrintTrade): void {
  for (const side of ['buy', 'sell'] as const) {
    const budget = print.quantityLots - house.claimGiven(side, print.quantityLots, state.time)
    const fills = decideFills(state, listing, side, print, budget)
    if (fills.length > 0) applyFills(state, house, listing, print, fills)
  }
}

/** Changes nothing but what the print consumed of liquidity at its price. */
function decideFills(
  state: ExchangeState,
  listing: Listing,
  side: Side,
  print: PrintTrade,
  budget: Lots,
): readonly PrintFill[] {
  const fills: PrintFill[] = []
  const levels = listing.book.side(side)
  let left = budget
  for (let position = 0; left > 0; position += 1) {
    const level = levels.fromBest(position)
    const reach = level === undefined ? 'beyond' : reachOf(side, level, print)
    if (level === undefined || reach === 'beyond') break
    left = reachLevel(state, levels, position, reach, left, fills)
  }
  return fills
}

/** How the print's price stands to a level: a buyer paid more than it, or exactly it, or less. */
function reachOf(side: Side, level: PriceLevel, print: PrintTrade): 'better' | 'equal' | 'beyond' {
  const above = level.priceTicks - print.priceTicks
  if (above === 0 && print.subTick === 0) return 'equal'
  // A print between two ticks lies above its tick, so a level at that tick is below the print.
  const levelIsAbove = above > 0
  return levelIsAbove === (side === 'buy') ? 'better' : 'beyond'
}

/** Walks one level's queue from the front; answers what is left of the print. */
function reachLevel(
  state: ExchangeState,
  side: BookSide,
  position: number,
  reach: 'better' | 'equal',
  budget: Lots,
  fills: PrintFill[],
): Lots {
  let left = budget
  // What earlier prints consumed of an order are its first parts.
  const consumed = new Map<OrderRecord, Lots>()
  for (const { maker: resting, lots } of layersOf(side.pool, side.numberFromBest(position))) {
    if (left === 0) break
    const record = state.orders.get(resting.orderNumber)
    if (record === undefined) continue
    if (record.account.kind === 'customer') {
      const quantityLots = Math.min(left, lots)
      fills.push({ record, quantityLots })
      left -= quantityLots
    } else if (reach === 'equal') {
      const before = Math.min(lots, consumed.get(record) ?? record.printedLots)
      consumed.set(record, (consumed.get(record) ?? record.printedLots) - before)
      const now = Math.min(left, lots - before)
      record.printedLots += now
      left -= now
    }
  }
  return left
}

/** The recorded print stands for these fills on the public tape: they carry its number and print no other. */
function applyFills(
  state: ExchangeState,
  house: House,
  listing: Listing,
  print: PrintTrade,
  fills: readonly PrintFill[],
): void {
  const { instrument } = listing
  const price = formatPrintPrice(instrument, print.priceTicks, print.subTick)
  const what = print.source === 'recorded' ? 'a recorded print' : 'a print'
  const printed = `${what} of ${formatQuantity(instrument, print.quantityLots)} at ${price}`
  const taker = counterOrder(state, house, listing, fills)
  const tradeNumber = state.lastTradeNumber
  for (const { record, quantityLots } of fills) {
    const priceTicks = record.order.terms.limitPriceTicks
    if (priceTicks === undefined) continue
    const why = {
      maker: `${restedAt(record)}; reached by ${printed}.`,
      taker: `The house stands in for ${printed}.`,
    }
    executeTrade(state, {
      listing,
      maker: record,
      taker,
      priceTicks,
      quantityLots,
      tradeNumber,
      aggressor: 'print',
      why,
    })
  }
}

/** The house's side of the fills: an order that exists only while they are made. */
function counterOrder(
  state: ExchangeState,
  house: House,
  listing: Listing,
  fills: readonly PrintFill[],
): OrderRecord {
  const { account } = house
  const quantityLots = fills.reduce((sum, fill) => sum + fill.quantityLots, 0)
  const side = opposite(fills[0]?.record.order.terms.side ?? 'buy')
  const record = recordOrder(
    state,
    account,
    {
      clientOrderId: `house-${state.lastOrderNumber + 1}`,
      symbol: listing.instrument.symbol,
      side,
      type: 'market',
      timeInForce: 'ioc',
      quantityLots,
    },
    listing,
  )
  record.order = acceptedOrder(record.order, { time: state.time, seq: account.ordersSeq })
  return record
}
