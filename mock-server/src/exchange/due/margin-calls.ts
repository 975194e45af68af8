import type { Account } from '../accounts/account.ts'
import { assess } from '../accounts/margin/assessment.ts'
import type { MarginAccount } from '../accounts/margin/margin-account.ts'
import { liquidate } from '../execution/liquidate.ts'
import type { ExchangeState } from '../state.ts'
import type { Time } from '../values/types.ts'
import { type DueSource, earlier } from './due-source.ts'

/**
 * Margin accounts are looked at once a minute, as long as prices or accounts move. One whose equity is less than
 * its positions want is called; once the grace is over the broker closes what it must. What finds nobody then is
 * tried again when something has moved, so that this ends where the market does.
 */
export const marginCalls: DueSource = {
  next: (state) => earlier(state.marginCheckAt, graceEnd(state)),
  run(state) {
    const isCheck = (state.marginCheckAt ?? state.time + 1) <= state.time
    if (isCheck) state.marginCheckAt = undefined
    for (const account of [...state.marginAccounts]) {
      const { margin } = account
      if (margin === undefined) continue
      const isOver = margin.call !== undefined && margin.call.dueAt <= state.time
      if (isCheck || (isOver && !margin.call?.isLiquidating)) judge(state, account, margin)
    }
  },
}

function graceEnd(state: ExchangeState): Time | undefined {
  if (state.calledAccounts.size === 0) return undefined
  let due: Time | undefined
  for (const { margin } of state.calledAccounts) {
    if (margin?.call?.isLiquidating === false) due = earlier(due, margin.call.dueAt)
  }
  return due
}

function judge(state: ExchangeState, account: Account, margin: MarginAccount): void {
  if (!lacks(state, account)) {
    end(state, account, margin)
    return
  }
  if (margin.call === undefined) {
    const { time } = state
    margin.call = { calledAt: time, dueAt: time + state.marginRules.graceMicros, isLiquidating: false }
    state.calledAccounts.add(account)
    state.accountChanged(account)
  }
  if (margin.call.dueAt > state.time) return
  margin.call = { ...margin.call, isLiquidating: true }
  const before = state.lastTradeNumber
  liquidate(state, account)
  state.accountChanged(account)
  // Nobody to trade with: nothing changes until something else does.
  if (state.lastTradeNumber === before) state.marginCheckAt = undefined
  if (!lacks(state, account)) end(state, account, margin)
}

function lacks(state: ExchangeState, account: Account): boolean {
  const { equity, positions } = assess(state, account)
  return equity < positions.maintenance
}

function end(state: ExchangeState, account: Account, margin: MarginAccount): void {
  if (margin.call === undefined) return
  margin.call = undefined
  state.calledAccounts.delete(account)
  state.accountChanged(account)
}
