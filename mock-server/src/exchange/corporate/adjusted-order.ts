import type { Order, OrderTerms } from '../orders/order.ts'
import { isStop, limitOf } from '../orders/order.ts'
import type { Side } from '../values/types.ts'
import type { CorporateTerms } from './corporate-terms.ts'
import type { PriceChange } from './price-change.ts'

/** What of an order changes on an ex-date; undefined: nothing does. */
export type OrderAdjustment = Pick<Order, 'terms' | 'remainingLots'> & Partial<Pick<Order, 'stopPriceTicks'>>

/**
 * A cash dividend lowers what customers bid and at what price they sell to stop a loss, unless the order says
 * otherwise, and nothing else; the market's own orders follow it on both sides. A split changes every price and quantity.
 */
export function adjustedOrder(
  order: Order,
  action: CorporateTerms,
  change: PriceChange,
  isCustomer: boolean,
): OrderAdjustment | undefined {
  if (action.type === 'split') return split(order, change)
  return isCustomer ? afterDividend(order, change) : { ...order, terms: lowered(order.terms, change) }
}

function afterDividend(order: Order, change: PriceChange): OrderAdjustment | undefined {
  const { terms, stopPriceTicks, remainingLots, triggeredAt } = order
  const waits = isStop(terms) && triggeredAt === undefined
  const isLowered = terms.side === 'buy' ? !waits && limitOf(terms) !== undefined : waits
  if (!isLowered || terms.doNotReduce === true) return undefined
  return {
    // A sale that is to stop a loss is lowered like a bid, its limit too.
    terms: lowered(terms, change, 'buy'),
    remainingLots,
    ...(waits && stopPriceTicks !== undefined
      ? { stopPriceTicks: change.stop(terms.side, stopPriceTicks) }
      : {}),
  }
}

function lowered(terms: OrderTerms, change: PriceChange, limitSide: Side = terms.side): OrderTerms {
  const { side, limitPriceTicks, stopPriceTicks, activationPriceTicks } = terms
  return {
    ...terms,
    ...(limitPriceTicks === undefined ? {} : { limitPriceTicks: change.limit(limitSide, limitPriceTicks) }),
    ...(stopPriceTicks === undefined ? {} : { stopPriceTicks: change.stop(side, stopPriceTicks) }),
    ...(activationPriceTicks === undefined
      ? {}
      : { activationPriceTicks: change.stop(side, activationPriceTicks) }),
  }
}

function split(order: Order, change: PriceChange): OrderAdjustment {
  const { terms, stopPriceTicks, remainingLots: before, filledLots, preventedLots = 0 } = order
  const { displayLots, trailTicks, takeProfit, stopLoss, side } = terms
  const exit = side === 'buy' ? 'sell' : 'buy'
  const remainingLots = change.lots(before)
  const profitSide = terms.orderClass === 'oco' ? side : exit
  return {
    remainingLots,
    ...(stopPriceTicks === undefined ? {} : { stopPriceTicks: change.stop(side, stopPriceTicks) }),
    terms: {
      ...lowered(terms, change),
      quantityLots: filledLots + preventedLots + remainingLots,
      ...(displayLots === undefined ? {} : { displayLots: Math.max(1, change.lots(displayLots)) }),
      ...(trailTicks === undefined ? {} : { trailTicks: change.distance(trailTicks) }),
      ...(takeProfit === undefined
        ? {}
        : {
            takeProfit: {
              ...takeProfit,
              limitPriceTicks: change.limit(profitSide, takeProfit.limitPriceTicks),
            },
          }),
      ...(stopLoss === undefined
        ? {}
        : {
            stopLoss: {
              ...stopLoss,
              stopPriceTicks: change.stop(profitSide, stopLoss.stopPriceTicks),
              ...(stopLoss.limitPriceTicks === undefined
                ? {}
                : { limitPriceTicks: change.limit(profitSide, stopLoss.limitPriceTicks) }),
            },
          }),
    },
  }
}
