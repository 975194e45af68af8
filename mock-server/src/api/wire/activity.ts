import type { Activity as WireActivity } from '@openbourse/spec'
import type { Activity } from '../../exchange/accounts/activity.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import { formatTime } from '../../exchange/values/time.ts'
import { formatMoney, formatQuantity } from '../../exchange/values/wire.ts'
import { activityId, corporateActionId, fillId, orderId } from '../../feed/wire/ids.ts'

/** One booking: of money, of stock, or of both. */
export function toWireActivity(view: ExchangeView, accountId: string, activity: Activity): WireActivity {
  const { activityNumber, type, time, cash, stock, fill, orderNumber, corporateAction } = activity
  const instrument = stock && view.instrument(stock.symbol)
  return {
    activityId: activityId(activityNumber),
    accountId,
    type,
    time: formatTime(time),
    ...(cash && { asset: cash.asset, amount: formatMoney(cash.amount) }),
    ...(stock && instrument && { symbol: stock.symbol, quantity: formatQuantity(instrument, stock.lots) }),
    ...(corporateAction !== undefined && { corporateActionId: corporateActionId(corporateAction) }),
    ...(fill && { fillId: fillId(fill.fillNumber), orderId: orderId(fill.orderNumber) }),
    ...(orderNumber !== undefined && { orderId: orderId(orderNumber) }),
  }
}
