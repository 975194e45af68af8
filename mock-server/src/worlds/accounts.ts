import type { FeeSchedule } from '../exchange/accounts/fees/fee-schedule.ts'
import type { InterestRates } from '../exchange/accounts/interest/interest.ts'
import type { AccountType, Command, CostBasis, SettlementRules } from '../exchange/commands.ts'
import { parseDecimal, UNIT } from '../exchange/values/decimal.ts'
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
  /** A year's rates of interest. @default the world's */
  readonly interest?: InterestOptions
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

/** A year's rates as decimals: `'0.0825'` is 8.25%. What is left out is free. */
export interface InterestOptions {
  /** On the settled debit balance of a margin account. */
  readonly debit?: string
  /** On a settled credit balance. */
  readonly credit?: string
  /** On the value of what is sold short, counted in whole hundreds of shares. */
  readonly borrow?: string
}

const HIGHEST_RATE = 10n * UNIT

/** @throws RangeError for what is no rate from 0 to 10 */
export function readRates(options: InterestOptions): InterestRates {
  const rates: Record<string, bigint> = {}
  for (const [name, text] of Object.entries(options)) {
    const rate = typeof text === 'string' ? parseDecimal(text) : undefined
    const isKnown = name === 'debit' || name === 'credit' || name === 'borrow'
    if (!isKnown || rate === undefined || rate < 0n || rate > HIGHEST_RATE) {
      throw new RangeError(
        `interest is like { debit: '0.0825', credit: '0.01', borrow: '0.003' }, not ${name}: ${text}`,
      )
    }
    rates[name] = rate
  }
  return rates
}

/** What accounts have that say nothing of their own. */
export type AccountDefaults = Pick<
  WorldAccount,
  'fees' | 'interest' | 'type' | 'costBasis' | 'settlementRules'
>

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
  interest,
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
    ...(interest === undefined ? {} : { interest: readRates(interest) }),
    ...(costBasis === undefined ? {} : { costBasis }),
    ...(settlementRules === undefined ? {} : { settlementRules }),
    ...(tradeGroup === undefined ? {} : { tradeGroup }),
    ...(type === undefined ? {} : { accountType: type }),
  }
  return amount === 0n ? [open] : [open, { type: 'Deposit', accountId, asset: 'USD', amount }]
}
