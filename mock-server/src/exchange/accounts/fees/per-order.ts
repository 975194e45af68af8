import type { Instrument } from '../../instruments/instrument.ts'
import type { Minor } from '../../values/types.ts'
import type { Execution, FeeModel, Rest } from './fee-model.ts'
import { DEAREST, type Rates, ratesAt } from './rates.ts'
import { least, most } from './rounding.ts'

/**
 * A fee of the whole order, as far as it is filled: each execution pays what the order owes by then at the rates of
 * the day, less what it has paid. So a minimum is paid once, a maximum is never passed, and how an order is cut does
 * not matter. `total` must never fall as lots, value and rates grow. A sale pays at most what it brings; the rest is
 * due with the next part.
 */
export function perOrderFees(total: (instrument: Instrument, filled: Rest, rates: Rates) => Minor): FeeModel {
  return {
    fee({ instrument, side, quantityLots, value, time }: Execution, { filledLots, filledValue, fees }) {
      const filled = { lots: filledLots + quantityLots, value: filledValue + value }
      const due = most(0n, total(instrument, filled, ratesAt(time)) - fees)
      return side === 'sell' ? least(due, value) : due
    },
    worstFee(instrument, { lots, value }, { filledLots, filledValue, fees }) {
      if (lots === 0) return 0n
      const filled = { lots: filledLots + lots, value: filledValue + value }
      return most(0n, total(instrument, filled, DEAREST) - fees)
    },
  }
}
