import { isImmediate, type OrderTerms } from '../orders/order.ts'
import type { SessionPhase } from './calendar.ts'

/** Of a symbol: that of its calendar, or `auction` while orders are collected for a reopening. */
export type TradingPhase = SessionPhase | 'auction'

/** `trades`: comes to the book. `waits`: until a phase in which it may. */
export type Admission = 'trades' | 'waits' | 'refused'

/** What of an order decides when it may trade. */
type Kind =
  /** Trades now or never: ioc, fok, and what is counted by the present book. */
  | 'immediate'
  /** In regular sessions and their auctions; a stop is reached in them alone, and may be entered at any time. */
  | 'regular'
  /** A limit order that trades before and after them too. */
  | 'extended'
  /** In its auction alone: it is never in the book. */
  | 'opening'
  | 'closing'

const PERMISSIONS: Readonly<Record<TradingPhase, Readonly<Record<Kind, Admission>>>> = {
  closed: of({ immediate: 'refused', regular: 'waits', extended: 'waits', opening: 'waits' }),
  preMarket: of({ immediate: 'refused', regular: 'waits', extended: 'trades', opening: 'waits' }),
  open: of({ immediate: 'trades', regular: 'trades', extended: 'trades', opening: 'refused' }),
  postMarket: of({ immediate: 'refused', regular: 'waits', extended: 'trades', opening: 'waits' }),
  auction: of({ immediate: 'refused', regular: 'waits', extended: 'waits', opening: 'refused' }),
}

function of(row: Record<Exclude<Kind, 'closing'>, Admission>): Readonly<Record<Kind, Admission>> {
  return { ...row, closing: 'waits' }
}

/** What a phase does with an order. When orders for auctions are taken is asked besides. */
export function admissionOf(phase: TradingPhase, terms: OrderTerms, isLiquidity = false): Admission {
  // The market's own limit orders stand whenever anybody trades.
  const isExtended = terms.extendedHours === true || (isLiquidity && terms.type === 'limit')
  return PERMISSIONS[phase][kindOf(terms, isExtended)]
}

function kindOf(terms: OrderTerms, isExtended: boolean): Kind {
  if (isImmediate(terms) || terms.notional !== undefined) return 'immediate'
  if (terms.timeInForce === 'opg') return 'opening'
  if (terms.timeInForce === 'cls') return 'closing'
  return isExtended ? 'extended' : 'regular'
}
