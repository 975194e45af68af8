import type { AccountMargin, InitialMarginCall, MarginCall } from '@openbourse/spec'
import type { InitialCall } from '../../exchange/accounts/margin/margin-account.ts'
import type { MarginCallView, MarginView } from '../../exchange/accounts/margin/margin-view.ts'
import { formatTime } from '../../exchange/values/time.ts'
import { formatMoney } from '../../exchange/values/wire.ts'

/** What a margin account owes and may owe. */
export function toWireMargin(margin: MarginView): AccountMargin {
  return {
    regime: margin.regime,
    multiplier: margin.multiplier,
    longMarketValue: formatMoney(margin.longMarketValue),
    shortMarketValue: formatMoney(margin.shortMarketValue),
    initialMargin: formatMoney(margin.initialMargin),
    maintenanceMargin: formatMoney(margin.maintenanceMargin),
    orderMargin: formatMoney(margin.orderMargin),
    regTBuyingPower: formatMoney(margin.regTBuyingPower),
    intradayExcess: formatMoney(margin.intradayExcess),
    cashBuyingPower: formatMoney(margin.cashBuyingPower),
    ...(margin.dayTrading === undefined
      ? {}
      : {
          dayTradeCount: margin.dayTrading.count,
          patternDayTrader: margin.dayTrading.isPattern,
          dayTradingBuyingPower: formatMoney(margin.dayTrading.buyingPower),
        }),
    marginCall: margin.call === undefined ? null : toWireCall(margin.call),
    ...(margin.initialCall === undefined ? {} : { initialCall: toWireInitialCall(margin.initialCall) }),
  }
}

function toWireCall(call: MarginCallView): MarginCall {
  return { ...toWireCourse(call), deficiency: formatMoney(call.deficiency) }
}

function toWireInitialCall(call: InitialCall): InitialMarginCall {
  return { ...toWireCourse(call), amount: formatMoney(call.amount) }
}

/** When a call of either kind was made, when it is due, and whether the broker sells already. */
function toWireCourse({ calledAt, dueAt, isLiquidating }: MarginCallView | InitialCall) {
  return { calledAt: formatTime(calledAt), dueAt: formatTime(dueAt), liquidating: isLiquidating }
}
