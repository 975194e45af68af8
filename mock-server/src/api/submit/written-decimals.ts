import type { OrderRequest } from '@openbourse/spec'
import type { WrittenDecimals } from '../../exchange/orders/order.ts'

const FIELDS = [
  'quantity',
  'displayQuantity',
  'limitPrice',
  'stopPrice',
  'activationPrice',
  'trailAmount',
  'takeProfit',
  'stopLoss',
] as const

/** What the request counts in ticks and lots, as it was written. */
export function writtenDecimals(
  request: Partial<Pick<OrderRequest, (typeof FIELDS)[number]>>,
): WrittenDecimals {
  return Object.fromEntries(
    FIELDS.flatMap((field) => (request[field] === undefined ? [] : [[field, request[field]]])),
  )
}
