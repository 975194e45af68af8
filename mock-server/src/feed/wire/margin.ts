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

function toWireCall({ calledAt, dueAt, isLiquidating, deficiency }: MarginCallView): MarginCall {
  return {
    calledAt: formatTime(calledAt),
    dueAt: formatTime(dueAt),
    liquidating: isLiquidating,
    deficiency: formatMoney(deficiency),
  }
}

function toWireInitialCall({ calledAt, dueAt, isLiquidating, amount }: InitialCall): InitialMarginCall {
  return {
    calledAt: formatTime(calledAt),
    dueAt: formatTime(dueAt),
    liquidating: isLiquidating,
    amount: formatMoney(amount),
  }
}
