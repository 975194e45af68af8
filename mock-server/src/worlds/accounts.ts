import type { FeeSchedule } from '../exchange/accounts/fees/schedules.ts'
import type { AccountType, Command, CostBasis, SettlementRules } from '../exchange/commands.ts'
import { parseDecimal } from '../exchange/values/decimal.ts'
import type { Principal } from './principal.ts'

/** An account of the world and a key that uses it. The first entry of an account opens it, later ones add keys. */
export interface WorldAccount {
  /** API key, sent as `Authorization: Bearer KEY`; begins with `mk_`. */
  readonly key: string
  /** For example `acc_demo`. */
  readonly accountId: string
  /** A label for people. @default the account id */
  readonly name?: string
  /** `margin` borrows money and stock against what it owns. @default 'cash' */
  readonly type?: AccountType
  /** Dollars to begin with, as a decimal string. @default '100000.00' */
  readonly cash?: string
  /** What its executions cost, at most one schedule for an asset class. @default the world's */
  readonly fees?: readonly FeeSchedule[]
  /** How its profit is counted. @default 'averageCost' */
  readonly costBasis?: CostBasis
  /** Whether good-faith violations restrict it to settled money, or are only counted. @default 'relaxed' */
  readonly settlementRules?: SettlementRules
  /**
   * Accounts of one group are one owner for self-trade prevention, and `transfer` moves what was prevented between
   * them. @default none
   */
  readonly tradeGroup?: string
  /** @default all of them */
  readonly scopes?: Principal['scopes']
}

export const DEMO_ACCOUNT: WorldAccount = { key: 'mk_demo', accountId: 'acc_demo', name: 'Demo account' }

const DEFAULT_CASH = '100000.00'

/** What accounts have that say nothing of their own. */
export type AccountDefaults = Pick<WorldAccount, 'fees' | 'type' | 'costBasis' | 'settlementRules'>

/** The commands that open the accounts and pay in their money. @throws RangeError when `cash` is no decimal. */
export function openingCommands(
  accounts: readonly WorldAccount[],
  defaults: AccountDefaults = {},
): Command[] {
  const firstOfEach = accounts.filter(
    ({ accountId }, index) => accounts.findIndex((other) => other.accountId === accountId) === index,
  )
  return firstOfEach.flatMap((account) => openOne({ ...defaults, ...account }))
}

function openOne({
  accountId,
  name,
  type,
  cash = DEFAULT_CASH,
  fees,
  costBasis,
  settlementRules,
  tradeGroup,
}: WorldAccount): Command[] {
  const amount = parseDecimal(cash)
  if (amount === undefined || amount < 0n) {
    throw new RangeError(`The cash of ${accountId} is a decimal string such as 100000.00, not ${cash}`)
  }
  const open: Command = {
    type: 'OpenAccount',
    accountId,
    kind: 'customer',
    name: name ?? accountId,
    currency: 'USD',
    ...(fees === undefined ? {} : { fees }),
    ...(costBasis === undefined ? {} : { costBasis }),
    ...(settlementRules === undefined ? {} : { settlementRules }),
    ...(tradeGroup === undefined ? {} : { tradeGroup }),
    ...(type === undefined ? {} : { accountType: type }),
  }
  return amount === 0n ? [open] : [open, { type: 'Deposit', accountId, asset: 'USD', amount }]
}
