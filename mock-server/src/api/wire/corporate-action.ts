import type { CorporateAction as WireCorporateAction } from '@openbourse/spec'
import type { CorporateAction } from '../../exchange/corporate/corporate-action.ts'
import { divideHalfEven, formatDecimal, UNIT } from '../../exchange/values/decimal.ts'
import { formatDate } from '../../exchange/values/time.ts'
import { formatMoney } from '../../exchange/values/wire.ts'
import { corporateActionId } from '../../feed/wire/ids.ts'

export function toWireCorporateAction(action: CorporateAction): WireCorporateAction {
  const { actionNumber, symbol, terms, exDay, recordDay, payDay } = action
  return {
    corporateActionId: corporateActionId(actionNumber),
    symbol,
    type: terms.type,
    exDate: formatDate(exDay),
    recordDate: formatDate(recordDay),
    payableDate: formatDate(payDay),
    ...(terms.type === 'cashDividend'
      ? { amount: formatMoney(terms.amount) }
      : { ratio: ratioOf(terms), newUnits: terms.newUnits, oldUnits: terms.oldUnits }),
  }
}

function ratioOf({ newUnits, oldUnits }: { readonly newUnits: number; readonly oldUnits: number }): string {
  return formatDecimal(divideHalfEven(BigInt(newUnits) * UNIT, BigInt(oldUnits)))
}
