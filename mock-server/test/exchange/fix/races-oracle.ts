/**
 * What becomes of an order of 10 for which cancels, replacements and fills race, by the rules of FIX appendix D (B.1,
 * C.1 to C.3, D.2.d) alone: a pure function that shares nothing with the exchange.
 *
 * Requests go to the order that was accepted last. Each act takes one step of time, and a request so many steps to
 * arrive; what arrives at a step comes before the act of that step.
 */

export type Act = 'cancel' | 'up' | 'down' | 'price' | 'fill' | 'fillAll'

/** What the client is told of the order that was accepted last. */
export interface Told {
  readonly answer: 'taken' | 'order-not-open' | 'request-pending'
  readonly status: string
  readonly quantity: number
  readonly filled: number
  readonly remaining: number
}

interface Order {
  readonly quantity: number
  readonly filled: number
  /** How it ended; undefined while it works. */
  readonly ended?: 'filled' | 'canceled'
  readonly request?: {
    readonly kind: Exclude<Act, 'fill' | 'fillAll'>
    readonly quantity: number
    readonly at: number
  }
}

export function oracle(acts: readonly Act[], steps: number): readonly Told[] {
  let order: Order = { quantity: 10, filled: 0 }
  const told: Told[] = []
  for (const [now, act] of acts.entries()) {
    order = arrive(order, now)
    const [after, answer] = takeAct(order, act, now, steps)
    order = after
    told.push(tell(order, answer))
  }
  // Then everything arrives.
  order = arrive(order, acts.length + steps)
  return [...told, tell(order, 'taken')]
}

function takeAct(order: Order, act: Act, now: number, steps: number): [Order, Told['answer']] {
  if (act === 'fill' || act === 'fillAll') return [fill(order, act === 'fill' ? 4 : 1_000), 'taken']
  if (order.ended !== undefined) return [order, 'order-not-open']
  if (order.request !== undefined) return [order, 'request-pending']
  const quantity = wanted(order, act)
  const asked: Order = { ...order, request: { kind: act, quantity, at: now + steps } }
  return [steps === 0 ? arrive(asked, now) : asked, 'taken']
}

/** The total that is asked for. */
function wanted({ quantity }: Order, act: Act): number {
  if (act === 'up') return quantity + 5
  return act === 'down' ? Math.max(1, quantity - 6) : quantity
}

/** A fill trades with the order as it was before the request. */
function fill(order: Order, lots: number): Order {
  if (order.ended !== undefined) return order
  const filled = Math.min(order.quantity, order.filled + lots)
  const isOver = filled === order.quantity && order.request === undefined
  return { ...order, filled, ...(isOver ? { ended: 'filled' } : {}) }
}

function arrive(order: Order, now: number): Order {
  const { request, ...rest } = order
  if (request === undefined || request.at > now || order.ended !== undefined) return order
  // Filled meanwhile: too late, whatever was asked for.
  if (order.filled === order.quantity) return { ...rest, ended: 'filled' }
  if (request.kind === 'cancel') return { ...rest, ended: 'canceled' }
  const quantity = Math.max(request.quantity, order.filled)
  return { quantity, filled: order.filled, ...(quantity === order.filled ? { ended: 'filled' } : {}) }
}

function tell(order: Order, answer: Told['answer']): Told {
  const { quantity, filled, ended } = order
  return {
    answer,
    status: statusOf(order),
    quantity,
    filled,
    remaining: ended === undefined ? quantity - filled : 0,
  }
}

/** A request on its way outranks what was filled. */
function statusOf({ ended, request, filled }: Order): string {
  if (ended !== undefined) return ended
  if (request !== undefined) return request.kind === 'cancel' ? 'pendingCancel' : 'pendingReplace'
  return filled > 0 ? 'partiallyFilled' : 'new'
}
