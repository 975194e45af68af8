import type { Account } from '../accounts/account.ts'
import { opposite } from '../matching/side.ts'
import { isOpen } from '../orders/lifecycle.ts'
import type { Order, OrderTerms } from '../orders/order.ts'
import { OrderGroup, type OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'
import { acceptOrder, holdOrder, recordOrder } from './enter-order.ts'
import { waitForStop } from './wait-for-stop.ts'

/** Whether the ids of the legs are free; refuses the command where they are not. */
export function legIdsAreFree(state: ExchangeState, account: Account, terms: OrderTerms): boolean {
  if (terms.takeProfit === undefined && terms.stopLoss === undefined) return true
  const seen = new Set([terms.clientOrderId])
  for (const field of ['takeProfit', 'stopLoss'] as const) {
    const clientOrderId = terms[field]?.clientOrderId
    if (clientOrderId === undefined) continue
    const known = state.orders.archive(account).find(clientOrderId)
    const isTaken = known !== undefined || seen.has(clientOrderId)
    seen.add(clientOrderId)
    if (!isTaken) continue
    const detail = `Client order id ${clientOrderId} belongs to ${known === undefined ? 'another order of this request' : `order ${known.order.orderNumber}`}.`
    state.reject('client-order-id-reused', detail, known?.order, `/${field}/clientOrderId`)
    return false
  }
  return true
}

/** Enters the legs beside their parent, before anything happens to it. */
export function recordLegs(state: ExchangeState, parent: OrderRecord): void {
  const { terms, orderNumber } = parent.order
  if ((terms.orderClass ?? 'simple') === 'simple') return
  const legs = legTerms(terms).map((leg) => recordOrder(state, parent.account, leg, parent.listing))
  for (const leg of legs) leg.order = { ...leg.order, parent: orderNumber }
  const numbers = legs.map(({ order }) => order.orderNumber)
  parent.order = { ...parent.order, legs: numbers }
  new OrderGroup(parent, legs)
}

/** Once the parent is accepted, its legs are held, or work where they need not wait for it. */
export function admitLegs(state: ExchangeState, { group, listing }: OrderRecord): void {
  if (group === undefined || listing === undefined) return
  for (const leg of group.exits) {
    if (leg === group.parent) continue
    if (!group.isActive) holdOrder(state, leg)
    else {
      acceptOrder(state, leg, listing)
      waitForStop(state, leg, listing)
    }
  }
}

function legTerms(terms: OrderTerms): readonly OrderTerms[] {
  const { symbol, side, timeInForce, quantityLots, selfTradePrevention, doNotReduce } = terms
  const { takeProfit, stopLoss } = terms
  const common = {
    symbol,
    side: terms.orderClass === 'oco' ? side : opposite(side),
    timeInForce,
    quantityLots,
    ...(selfTradePrevention === undefined ? {} : { selfTradePrevention }),
    ...(doNotReduce === undefined ? {} : { doNotReduce }),
  }
  return [
    ...(takeProfit === undefined ? [] : [{ ...common, ...takeProfit, type: 'limit' as const }]),
    ...(stopLoss === undefined
      ? []
      : [
          {
            ...common,
            ...stopLoss,
            type: stopLoss.limitPriceTicks === undefined ? ('stop' as const) : ('stopLimit' as const),
          },
        ]),
  ]
}

/** Whether the order works or waits for its price, and is no held leg. */
export function isWorking({ status }: Order): boolean {
  return isOpen(status) && status !== 'held'
}
