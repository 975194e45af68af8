import { parseChannel } from '@openbourse/spec'
import { readRates, type WorldAccount } from '../worlds/accounts.ts'
import type { MockBrokerOptions } from './broker-options.ts'
import { checkNames, expect, isList, isObject } from './check-option.ts'
import { checkFees } from './read-options.ts'

const SCOPES: readonly string[] = ['trade', 'read', 'market-data']
const KEY = /^mk_[A-Za-z0-9._~+/-]+=*$/

/** Every part by name, so that the compiler finds one that is missing here. */
const ACCOUNT: { readonly [Name in keyof Required<WorldAccount>]: true } = {
  key: true,
  accountId: true,
  name: true,
  type: true,
  cash: true,
  fees: true,
  interest: true,
  costBasis: true,
  settlementRules: true,
  tradeGroup: true,
  scopes: true,
}

export function checkAccountRules({
  interest = {},
  costBasis = 'averageCost',
  settlementRules = 'relaxed',
}: Pick<MockBrokerOptions, 'interest' | 'costBasis' | 'settlementRules'>): void {
  expect(isObject(interest), () => ["interest is like { debit: '0.0825' }", interest])
  readRates(interest)
  expect(['averageCost', 'fifo'].includes(costBasis), () => [
    "costBasis is 'averageCost' or 'fifo'",
    costBasis,
  ])
  expect(['relaxed', 'strict'].includes(settlementRules), () => [
    "settlementRules is 'relaxed' or 'strict'",
    settlementRules,
  ])
}

export function checkType(what: string, type: unknown): void {
  expect(type === undefined || type === 'cash' || type === 'margin', () => [
    `${what} is 'cash' or 'margin'`,
    type,
  ])
}

export function checkBorrow(symbol: string, option: unknown): void {
  const isOption =
    option === 'easy' ||
    option === 'none' ||
    (isObject(option) && typeof Reflect.get(option, 'quantity') === 'string')
  expect(isOption, () => [`Of ${symbol} can be borrowed 'easy', 'none' or { quantity: '500' }`, option])
  if (isObject(option)) checkNames('part of what can be borrowed', option, { quantity: true })
}

export function checkMargin({ margin, borrow }: MockBrokerOptions): void {
  expect(borrow === undefined || isObject(borrow), () => [
    `borrow is { TSLA: 'none', NVDA: { quantity: '500' } }`,
    borrow,
  ])
  for (const [symbol, option] of Object.entries(borrow ?? {})) checkBorrow(symbol, option)
  expect(margin === undefined || isObject(margin), () => [`margin is { regime: 'legacyDayTrade' }`, margin])
  if (margin === undefined) return
  checkNames('margin option', margin, {
    regime: true,
    shortSaleRestriction: true,
    graceSeconds: true,
  })
  const { regime = 'byDate', shortSaleRestriction = 'reject', graceSeconds = 0 } = margin
  expect(typeof graceSeconds === 'number' && graceSeconds >= 0 && graceSeconds <= 31_536_000, () => [
    'graceSeconds is a number of seconds from 0 to a year',
    graceSeconds,
  ])
  expect(['byDate', 'intraday', 'legacyDayTrade'].includes(regime), () => [
    `The regime of margin is 'byDate', 'intraday' or 'legacyDayTrade'`,
    regime,
  ])
  expect(['reject', 'reprice', 'off'].includes(shortSaleRestriction), () => [
    `shortSaleRestriction is 'reject', 'reprice' or 'off'`,
    shortSaleRestriction,
  ])
}

export function checkAccounts(accounts: readonly WorldAccount[]): void {
  expect(isList(accounts) && accounts.length > 0 && accounts.every(isObject), () => [
    `accounts is an array such as [{ key: 'mk_demo', accountId: 'acc_demo' }]`,
    accounts,
  ])
  for (const account of accounts) {
    checkNames('part of an account', account, ACCOUNT)
    const { key, accountId, type, scopes, fees, interest, costBasis, settlementRules, tradeGroup } = account
    checkFees(fees)
    checkType(`The type of ${accountId}`, type)
    checkAccountRules({ ...(interest && { interest }), costBasis, settlementRules })
    expect(tradeGroup === undefined || (typeof tradeGroup === 'string' && tradeGroup !== ''), () => [
      `The tradeGroup of ${accountId} is a name`,
      tradeGroup,
    ])
    expect(typeof key === 'string' && KEY.test(key), () => [
      'The key of an account is written like mk_demo',
      key,
    ])
    expect(typeof accountId === 'string' && parseChannel(`orders.${accountId}`) !== undefined, () => [
      'The id of an account is written like acc_demo',
      accountId,
    ])
    expect(
      scopes === undefined || (isList(scopes) && scopes.every((scope) => SCOPES.includes(scope))),
      () => [`The scopes of ${accountId} are of ${SCOPES.join(', ')}`, scopes],
    )
  }
}
