import type { Account } from '../accounts/account.ts'
import { assess } from '../accounts/margin/assessment.ts'
import { outstandingOf } from '../accounts/margin/initial-call.ts'
import type { MarginAccount, MarginCall } from '../accounts/margin/margin-account.ts'
import { liquidate } from '../execution/liquidate.ts'
import type { ExchangeState } from '../state.ts'
import type { Minor, Time } from '../values/types.ts'
import { type DueSource, NEVER } from './due-source.ts'

/**
 * Margin accounts are looked at once a minute, as long as prices or accounts move. One whose equity is less than
 * its positions want is called, as is one that kept beyond the day what the day alone allowed; once the grace is over
 * the broker closes what it must. What finds nobody then is tried again when something has moved, so that this ends
 * where the market does.
 */
export const marginCalls: DueSource = {
  next: (state) => Math.min(state.marginCheckAt ?? NEVER, graceEnd(state)),
  run(state) {
    const isCheck = (state.marginCheckAt ?? NEVER) <= state.time
    if (isCheck) state.marginCheckAt = undefined
    for (const account of [...state.marginAccounts]) {
      const { margin } = account
      if (margin === undefined) continue
      if (isCheck || isOver(margin.call, state.time)) judge(state, account, margin)
      if (isCheck || isOver(margin.initialCall, state.time)) judgeInitial(state, account, margin)
    }
  },
}

/** Whether the broker has to begin. */
function isOver(call: MarginCall | undefined, now: Time): boolean {
  return call !== undefined && call.dueAt <= now && !call.isLiquidating
}

function graceEnd(state: ExchangeState): Time {
  let due = NEVER
  if (state.calledAccounts.size === 0) return due
  for (const { margin } of state.calledAccounts) {
    for (const call of [margin?.call, margin?.initialCall]) {
      if (call?.isLiquidating === false) due = Math.min(due, call.dueAt)
    }
  }
  return due
}

function judge(state: ExchangeState, account: Account, margin: MarginAccount): void {
  if (lacking(state, account) <= 0n) {
    end(state, account, margin)
    return
  }
  if (margin.call === undefined) {
    const { time } = state
    margin.call = { calledAt: time, dueAt: time + state.marginRules.graceMicros, isLiquidating: false }
    noteCalled(state, account, margin)
    state.accountChanged(account)
  }
  if (margin.call.dueAt > state.time) return
  margin.call = { ...margin.call, isLiquidating: true }
  close(state, account, 'maintenance')
  if (lacking(state, account) <= 0n) end(state, account, margin)
}

function lacking(state: ExchangeState, account: Account): Minor {
  const { equity, positions } = assess(state, account)
  return positions.maintenance - equity
}

function end(state: ExchangeState, account: Account, margin: MarginAccount): void {
  if (margin.call === undefined) return
  margin.call = undefined
  noteCalled(state, account, margin)
  state.accountChanged(account)
}

function judgeInitial(state: ExchangeState, account: Account, margin: MarginAccount): void {
  const call = margin.initialCall
  if (call === undefined) return
  const isMet = () => outstandingOf(margin, assess(state, account)) === 0n
  if (!isMet()) {
    if (call.dueAt > state.time) return
    margin.initialCall = { ...call, isLiquidating: true }
    close(state, account, 'initial')
    if (!isMet()) return
  }
  margin.initialCall = undefined
  noteCalled(state, account, margin)
  state.accountChanged(account)
}

function close(state: ExchangeState, account: Account, measure: 'initial' | 'maintenance'): void {
  const before = state.lastTradeNumber
  liquidate(state, account, measure)
  state.accountChanged(account)
  // Nobody to trade with: nothing changes until something else does.
  if (state.lastTradeNumber === before) state.marginCheckAt = undefined
}

/** To be called whenever a call came or went. */
export function noteCalled({ calledAccounts }: ExchangeState, account: Account, margin: MarginAccount): void {
  if (margin.call === undefined && margin.initialCall === undefined) calledAccounts.delete(account)
  else calledAccounts.add(account)
}
