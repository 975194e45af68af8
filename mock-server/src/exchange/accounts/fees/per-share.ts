import { perOrderFees } from './per-order.ts'
import { least, most, perUnit, shareOf } from './rounding.ts'

/**
 * A fixed commission a share, with a minimum an order, and at most a share of its value, which counts instead of the
 * minimum where it is less. Rounded down to 0.00000001 (the fixed pricing of Interactive Brokers, as LEAN has it).
 */
export const perShare = perOrderFees((instrument, { lots, value }, { rate }) =>
  least(
    shareOf(value, rate('perShareMost')),
    most(rate('perShareLeast'), perUnit(instrument, lots, rate('perShareFee'))),
  ),
)
