import type { OrderRequest, ProblemItem } from '@openbourse/spec'
import { problemItem, quoted } from '../problems.ts'

/**
 * What the exchange simulates of an order request. `any`: every valid value. A list: these values, all others
 * are refused; an empty one means that the field may not be sent at all. A field of the contract that is
 * missing here does not compile.
 */
export const SIMULATED: Readonly<Record<keyof OrderRequest, 'any' | readonly (string | boolean)[]>> = {
  clientOrderId: 'any',
  symbol: 'any',
  side: 'any',
  type: 'any',
  timeInForce: ['day', 'gtc', 'gtd', 'ioc', 'fok'],
  quantity: 'any',
  notional: 'any',
  limitPrice: 'any',
  stopPrice: 'any',
  activationPrice: 'any',
  triggerBy: 'any',
  trailAmount: 'any',
  trailPercent: 'any',
  postOnly: 'any',
  reduceOnly: 'any',
  displayQuantity: 'any',
  extendedHours: [false],
  expiresAt: 'any',
  selfTradePrevention: 'any',
  orderClass: 'any',
  bracketMode: 'any',
  takeProfit: 'any',
  stopLoss: 'any',
  tags: 'any',
}

/** One item for each field of a valid request whose value is not simulated. */
export function findNotSimulated(request: Partial<OrderRequest>): ProblemItem[] {
  const items: ProblemItem[] = []
  for (const field of Object.keys(request) as (keyof OrderRequest)[]) {
    const simulated = SIMULATED[field]
    if (simulated === 'any') continue
    const value = request[field]
    if (simulated.includes(value as string | boolean)) continue
    const detail =
      simulated.length === 0
        ? `${field} is not simulated; leave it out`
        : `${quoted(value)} is not simulated; simulated ${simulated.length > 1 ? 'are' : 'is'} ${simulated.join(', ')}`
    items.push(problemItem(`/${field}`, 'not-simulated', detail))
  }
  return items
}
