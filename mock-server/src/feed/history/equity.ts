import type { AccountView, ExchangeView } from '../../exchange/exchange.ts'
import { MICROS_PER_MINUTE } from '../../exchange/values/time.ts'
import type { Minor, Time } from '../../exchange/values/types.ts'
import { tradeValue } from '../../exchange/values/wire.ts'
import { Ring } from '../ring.ts'
import { lotsOf } from '../wire/position.ts'

/** What an account is worth, in its own currency. */
export interface Worth {
  readonly cash: Minor
  readonly equity: Minor
}

export interface TimedWorth extends Worth {
  readonly time: Time
}

/** Valuations that are kept of each account. */
const POINTS_KEPT = 10_000

/**
 * Not simulated: conversion between currencies; only what is quoted in the account's currency counts in its
 * equity. A position without a market counts what it cost.
 */
export function worthOf(view: ExchangeView, account: AccountView): Worth {
  const { currency } = account
  let cash = 0n
  for (const { asset, available, held } of account.balances) if (asset === currency) cash += available + held
  let equity = cash
  for (const position of account.positions) {
    const instrument = view.instrument(position.symbol)
    if (instrument === undefined || instrument.quoteAsset !== currency) continue
    const { valueTicks } = position
    equity += valueTicks === null ? position.cost : tradeValue(instrument, valueTicks, lotsOf(position))
  }
  return { cash, equity }
}

/** The worth of each account at the full minutes that the world's clock came past. */
export class EquityHistory {
  readonly #view: ExchangeView
  readonly #points = new Map<string, Ring<TimedWorth>>()
  #nextMinute = 0

  constructor(view: ExchangeView) {
    this.#view = view
  }

  /** From now on the account is valued. */
  follow(accountId: string): void {
    if (!this.#points.has(accountId)) this.#points.set(accountId, new Ring())
  }

  /** A command is complete. Time passes before anything else happens, so that prices are those of the minute. */
  passed(time: Time): void {
    if (time < this.#nextMinute) return
    const minute = Math.floor(time / MICROS_PER_MINUTE) * MICROS_PER_MINUTE
    const isFirst = this.#nextMinute === 0
    this.#nextMinute = minute + MICROS_PER_MINUTE
    if (isFirst) return
    for (const [accountId, points] of this.#points) {
      const account = this.#view.account(accountId)
      if (account === undefined) continue
      points.append({ time: minute, ...worthOf(this.#view, account) })
      if (points.size > POINTS_KEPT) points.dropOldest()
    }
  }

  /** Newest first. */
  newestFirst(accountId: string): Iterable<TimedWorth> {
    return this.#points.get(accountId)?.newestFirst() ?? []
  }
}
