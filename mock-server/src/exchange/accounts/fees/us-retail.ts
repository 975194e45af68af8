import { parameters } from '../../parameters/parameters.ts'
import type { FeeModel } from './fee-model.ts'
import { least, perMillionInCents, perUnitInCents } from './rounding.ts'

/**
 * A US broker without commission: what regulators charge on sales is passed on. The SEC's fee under section 31 is a
 * share of the value, FINRA's trading activity fee so much a share and at most its cap an execution; each is rounded
 * up to a cent, and both together are never more than the sale brings. Rates are those of the day.
 */
export const usRetail: FeeModel = {
  fee({ instrument, side, quantityLots, value, time }) {
    if (side === 'buy') return 0n
    const section31 = perMillionInCents(value, parameters.at('secFee', time))
    const activity = perUnitInCents(instrument, quantityLots, parameters.at('tradingActivityFee', time))
    return least(value, section31 + least(activity, parameters.at('tradingActivityFeeCap', time)))
  },
  worstFee: () => 0n,
}
