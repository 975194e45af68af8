import { DEFAULT_RETENTION } from '../../exchange/orders/order-archive.ts'
import type { Operation } from '../context.ts'

/**
 * A request is executed within its arrival, and what it changed shows in the next read: both windows are
 * zero.
 */
export const getLimits: Operation<'getLimits'> = (_, { limiter, durability }) => ({
  status: 200,
  body: {
    receiveWindowMs: 0,
    engineMaximumMs: 0,
    visibilityLagMs: 0,
    deduplicationScope: 'global',
    durability,
    clientOrderIdRetentionDays: DEFAULT_RETENTION.days,
    policies: [...limiter.policies],
  },
})
