import { perOrderFees } from './per-order.ts'
import { amount, least, most, perUnit, shareOf } from './rounding.ts'

const A_SHARE = amount('0.005')
const MINIMUM = amount('1.00')
/** Of the value; below the minimum it counts instead of it. */
const MAXIMUM = amount('0.01')

/**
 * A fixed commission of half a cent a share, at least a dollar an order and at most one percent of its value, rounded
 * down to 0.00000001 (the fixed pricing of Interactive Brokers; the numbers are unconfirmed).
 */
export const perShare = perOrderFees((instrument, { lots, value }) =>
  least(shareOf(value, MAXIMUM), most(MINIMUM, perUnit(instrument, lots, A_SHARE))),
)
