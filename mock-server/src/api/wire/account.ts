import type { Account } from '@openbourse/spec'
import type { AccountView, ExchangeView } from '../../exchange/exchange.ts'
import { formatTime } from '../../exchange/values/time.ts'
import { formatMoney } from '../../exchange/values/wire.ts'
import { worthOf } from '../../feed/history/equity.ts'
import { toWireMargin } from '../../feed/wire/margin.ts'

/** An account as the wire shows it. */
export function toWireAccount(view: ExchangeView, account: AccountView): Account {
  const { cash, equity } = worthOf(view, account)
  const until = account.settledCashOnlyUntil
  const { margin } = account
  let buyingPower = 0n
  for (const { asset, available } of account.balances) {
    if (asset === account.currency) buyingPower += available
  }
  return {
    accountId: account.accountId,
    name: account.name,
    currency: account.currency,
    status: account.closed ? 'closed' : 'active',
    type: account.type,
    equity: formatMoney(equity),
    cash: formatMoney(cash),
    costBasis: account.costBasis,
    goodFaithViolations: account.goodFaithViolations,
    settledCashOnlyUntil: until === undefined ? null : formatTime(until),
    feeSchedules: [...(account.feeSchedules ?? [])],
    buyingPower: formatMoney(margin?.buyingPower ?? buyingPower),
    ...(margin === undefined ? {} : { margin: toWireMargin(margin) }),
    createdAt: formatTime(account.createdAt),
  }
}
