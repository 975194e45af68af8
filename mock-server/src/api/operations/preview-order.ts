import { formatMoney, formatQuantity } from '../../exchange/values/wire.ts'
import type { Operation } from '../context.ts'
import { rejectionItem } from '../submit/answer.ts'
import { checkRequest } from '../submit/check-request.ts'
import { readTerms } from '../submit/read-terms.ts'

/** Reads the book and the account; nothing is executed, recorded or reserved. */
export const previewOrder: Operation<'previewOrder'> = ({ body }, context) => {
  const refusal = checkRequest('OrderRequest', body, context)
  if (refusal !== undefined) return refusal
  const { view } = context.world
  const { accountId } = context.account
  const preview = view.preview(accountId, readTerms(view, body))
  if (preview === undefined) throw new Error(`The exchange does not know account ${accountId}`)
  const instrument = view.instrument(body.symbol)
  return {
    status: 200,
    body: {
      accepted: preview.rejections.length === 0,
      rejections: preview.rejections.map(rejectionItem),
      currency: preview.asset,
      immediateQuantity: instrument === undefined ? '0' : formatQuantity(instrument, preview.immediateLots),
      immediateValue: formatMoney(preview.immediateValue),
      immediateFees: formatMoney(preview.immediateFees),
      restingFees: formatMoney(preview.restingFees),
      buyingPower: formatMoney(preview.available),
      buyingPowerNeeded: formatMoney(preview.needed),
      buyingPowerAfter: formatMoney(preview.availableAfter),
      ...(preview.legs === undefined || instrument === undefined
        ? {}
        : {
            legsHold: {
              quantity: formatQuantity(instrument, preview.legs.lots),
              buyingPower: formatMoney(preview.legs.buyingPower),
            },
          }),
      ...(preview.margin === undefined || instrument === undefined
        ? {}
        : {
            initialMargin: formatMoney(preview.margin.initial),
            maintenanceMargin: formatMoney(preview.margin.maintenance),
            borrowQuantity: formatQuantity(instrument, preview.margin.borrowLots),
          }),
    },
  }
}
