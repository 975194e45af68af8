import { Account } from '../accounts/account.ts'
import type { FeeModel } from '../accounts/fees/fee-model.ts'
import { feesBySchedules } from '../accounts/fees/schedules.ts'
import { nextDayStart } from '../accounts/margin/day-trading.ts'
import { MarginAccount } from '../accounts/margin/margin-account.ts'
import { Settlement } from '../accounts/settlement/settlement.ts'
import type { OpenAccount } from '../commands.ts'
import { firstInterestDay } from '../due/interest.ts'
import type { ExchangeState } from '../state.ts'

export function openAccount(state: ExchangeState, command: OpenAccount): void {
  const { accountId, kind, name, currency, tradeGroup, accountType = 'cash' } = command
  if (state.accounts.has(accountId)) {
    state.reject('invalid-request', `Account ${accountId} exists already.`)
    return
  }
  if (kind !== 'customer' && tradeGroup !== undefined) {
    state.reject('invalid-request', `${accountId} stands for many people and belongs to no group.`)
    return
  }
  const fees = feesFor(state, command)
  if (fees === undefined) return
  const account = new Account(accountId, kind, name, currency, state.time)
  account.charge(fees, command.fees)
  if (kind === 'customer') account.settlement = settlementFor(command)
  if (kind === 'customer' && command.interest !== undefined) {
    account.rates = command.interest
    state.interestDay = firstInterestDay(state)
  }
  if (command.costBasis === 'fifo') account.lots = new Map()
  // The market's own accounts stand for many people each.
  if (kind === 'customer') account.ownerNumber = ownerOf(state, tradeGroup)
  account.tradeGroup = tradeGroup
  if (kind === 'customer' && accountType === 'margin') {
    account.margin = new MarginAccount()
    state.marginAccounts.add(account)
    state.marginDayAt ??= nextDayStart(state.time)
  }
  state.accounts.set(accountId, account)
  state.accountChanged(account)
}

/** A number of its own, or that of the accounts of its group. */
function ownerOf(state: ExchangeState, tradeGroup: string | undefined): number {
  if (tradeGroup !== undefined) {
    for (const account of state.accounts.values())
      if (account.tradeGroup === tradeGroup) return account.ownerNumber
  }
  return state.accounts.size + 1
}

function settlementFor({ settlementRules }: OpenAccount): Settlement {
  const settlement = new Settlement()
  settlement.isStrict = settlementRules === 'strict'
  return settlement
}

/** What the executions of an account with these schedules cost. @throws RangeError for schedules that do not go together */
export function feesOf(state: ExchangeState, schedules: OpenAccount['fees']): FeeModel {
  return schedules === undefined ? state.fees : feesBySchedules(schedules)
}

function feesFor(state: ExchangeState, { fees }: OpenAccount): FeeModel | undefined {
  try {
    return feesOf(state, fees)
  } catch (error) {
    state.reject('invalid-request', error instanceof Error ? error.message : String(error))
    return undefined
  }
}
