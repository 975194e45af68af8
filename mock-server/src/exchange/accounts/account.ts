import type { AccountKind } from '../commands.ts'
import { Noted } from '../values/noted.ts'
import type { Minor, Time } from '../values/types.ts'
import { noFees } from './fees/basis-points.ts'
import type { FeeModel } from './fees/fee-model.ts'
import type { FeeSchedule } from './fees/fee-schedule.ts'
import { TradedVolume } from './fees/traded-volume.ts'
import type { Accrued, InterestRates } from './interest/interest.ts'
import type { TaxLots } from './lots/tax-lots.ts'
import type { MarginAccount } from './margin/margin-account.ts'
import { emptyPosition, type Position } from './position.ts'
import type { Settlement } from './settlement/settlement.ts'

/** Money of one asset in one account. */
export interface Balance {
  available: Minor
  /** Reserved by open buy orders. */
  held: Minor
}

/** `system`: the ledger's own accounts (external, issuer, fee pool), which may be negative. */
export type LedgerKind = AccountKind | 'system'

/** What an account owns. Changed by the ledger alone. */
export class Account {
  readonly accountId: string
  readonly kind: LedgerKind
  name: string
  readonly currency: string
  readonly createdAt: Time
  closed = false
  /** Who stands behind an order in the book, one for a group of accounts; 0 for those who may meet themselves. */
  ownerNumber = 0
  /** Name of the group in which what was kept from trading may move from account to account. */
  tradeGroup: string | undefined = undefined
  /** Number of the latest order event. */
  ordersSeq = 0
  /** When its open orders are canceled unless it speaks up before. */
  cancelAllAt: Time | undefined = undefined
  /** What its executions cost. */
  fees: FeeModel = noFees
  /** By name, where it has its own; undefined: those of the exchange. */
  feeSchedules: readonly FeeSchedule[] | undefined = undefined
  /** Only where fees depend on it. */
  volume: TradedVolume | undefined = undefined
  /** What has not settled; of customers. */
  settlement: Settlement | undefined = undefined
  /** Where interest runs up, and what it has come to since it was last booked. */
  rates: InterestRates | undefined = undefined
  accrued: Accrued | undefined = undefined
  /** By symbol, where profit is that of the first in, first out. */
  lots: Map<string, TaxLots> | undefined = undefined
  /** To be read; `balance` and `position` give what may be changed. */
  readonly balances = new Map<string, Readonly<Balance>>()
  readonly positions = new Map<string, Readonly<Position>>()
  /**
   * How far below zero the reversal of a trade has left what is available, by asset or symbol: what was taken
   * back had been spent. Nothing else goes below zero, or further.
   */
  readonly owed = new Map<string, bigint>()
  /** Of margin accounts; without it an account owes nothing, neither money nor stock. */
  margin: MarginAccount | undefined = undefined
  /** Only of an account that somebody follows. */
  #touched: Noted<string> | undefined = undefined

  constructor(accountId: string, kind: LedgerKind, name: string, currency: string, createdAt: Time) {
    this.accountId = accountId
    this.kind = kind
    this.name = name
    this.currency = currency
    this.createdAt = createdAt
  }

  charge(fees: FeeModel, schedules: readonly FeeSchedule[] | undefined): void {
    this.fees = fees
    this.feeSchedules = schedules
    this.volume = fees.byVolume === true ? new TradedVolume() : undefined
  }

  /** From now on assets and symbols are noted of which the account may have something else than before. */
  follow(): Noted<string> {
    if (this.#touched !== undefined)
      throw new Error(`${this.accountId} has a follower: each is told a part of it`)
    this.#touched = new Noted()
    this.touchAll()
    return this.#touched
  }

  /** What has settled of its balances and positions is different, whichever they are. */
  touchAll(): void {
    for (const asset of this.balances.keys()) this.#touched?.add(asset)
    for (const symbol of this.positions.keys()) this.#touched?.add(symbol)
  }

  balance(asset: string): Balance {
    this.#touched?.add(asset)
    let balance = this.balances.get(asset)
    if (balance === undefined) {
      balance = { available: 0n, held: 0n }
      this.balances.set(asset, balance)
    }
    return balance
  }

  position(symbol: string): Position {
    this.#touched?.add(symbol)
    let position = this.positions.get(symbol)
    if (position === undefined) {
      position = emptyPosition()
      this.positions.set(symbol, position)
    }
    return position
  }
}
