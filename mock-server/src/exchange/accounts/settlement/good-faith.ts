import { parameters } from '../../parameters/parameters.ts'
import type { Lots, Time } from '../../values/types.ts'
import type { Settlement } from './settlement.ts'
import { ledgerDay, startOfLedgerDay } from './settlement-date.ts'

/**
 * Good faith in a cash account (Regulation T, 12 CFR 220.8): who buys stock with the proceeds of a sale that has not
 * settled must not sell it again before it has. The fourth such sale in twelve months restricts the account to settled
 * money for 90 days. Freeriding, buying without any money, cannot happen: such orders are refused.
 */

/** Who never stops is counted no further. */
const MOST_COUNTED = 1_000

/** A sale, before or after its proceeds: stock that was paid is sold first. `owned` is what was there before. */
export function noteSale(
  settlement: Settlement,
  sale: { readonly symbol: string; readonly lots: Lots; readonly owned: Lots; readonly orderNumber: number },
  time: Time,
): void {
  const unpaid = settlement.unpaid.get(sale.symbol)
  if (unpaid === undefined) return
  let doubtful = 0
  for (const { lots } of unpaid) doubtful += lots
  let early = sale.lots - Math.max(0, sale.owned - doubtful)
  if (early <= 0) return
  for (const pending of unpaid) {
    const taken = Math.min(early, pending.lots)
    pending.lots -= taken
    early -= taken
  }
  if (sale.orderNumber === settlement.lastViolator) return
  settlement.lastViolator = sale.orderNumber
  violate(settlement, time)
}

function violate(settlement: Settlement, time: Time): void {
  const day = ledgerDay(time)
  settlement.violations = [...recentViolations(settlement, time), day].slice(-MOST_COUNTED)
  const most = days('goodFaithViolations', day)
  if (!settlement.isStrict || settlement.violations.length < most) return
  settlement.restrictedUntil = startOfLedgerDay(day + days('settledCashOnly', day))
}

/** Those of the latest twelve months. */
export function recentViolations({ violations }: Settlement, time: Time): number[] {
  const day = ledgerDay(time)
  return violations.filter((violation) => violation > day - days('violationWindow', day))
}

/** Until when the account is restricted, where it is now. */
export function restrictionOf(settlement: Settlement | undefined, time: Time): Time | undefined {
  const until = settlement?.restrictedUntil
  return until === undefined || until <= time ? undefined : until
}

function days(name: 'goodFaithViolations' | 'violationWindow' | 'settledCashOnly', day: number): number {
  return parameters.countOn(name, day)
}
