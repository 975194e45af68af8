import { ActivityLog } from '../accounts/activity.ts'
import { TradedVolume } from '../accounts/fees/traded-volume.ts'
import { Ledger } from '../accounts/ledger.ts'
import { LotQueue } from '../accounts/lots/lot-queue.ts'
import { TaxLots } from '../accounts/lots/tax-lots.ts'
import { DayTrading } from '../accounts/margin/day-trading.ts'
import { MarginAccount } from '../accounts/margin/margin-account.ts'
import { Settlement } from '../accounts/settlement/settlement.ts'
import { House } from '../house/house.ts'
import { ShortSaleCircuit } from '../instruments/short-sale-circuit.ts'
import { Stops } from '../instruments/stops.ts'
import { OrderBook } from '../matching/order-book.ts'
import { TriggerBook } from '../matching/trigger-book.ts'
import { AgeQueue } from '../orders/age-queue.ts'
import { ExpiryQueue } from '../orders/expiry-queue.ts'
import { OrderArchive } from '../orders/order-archive.ts'
import { OrderRegister } from '../orders/order-register.ts'
import { TradeRegister } from '../trades/trade-register.ts'
import { type KeptBook, keepBook, reviveBook } from './keep-book.ts'
import type { Reading } from './reading.ts'
import { Rows } from './rows.ts'

/** A class whose instances are part of the state and belong to one place in it. */
export interface Room<Of = unknown, Shape = unknown> {
  readonly of: new (...args: never[]) => Of
  /**
   * What it is made again from: plain data, and whatever else a snapshot can hold. Only of its rows anything is read
   * after the next command.
   */
  keep(instance: Of, reading: Reading): Shape
  revive(shape: Shape): Of
}

type KeepsByItself<Of, Shape> = Of & { keep(reading: Reading): Shape }

interface KeepsItself<Of, Shape> {
  new (...args: never[]): KeepsByItself<Of, Shape>
  revive(shape: Shape): Of
}

function itself<Of, Shape>(of: KeepsItself<Of, Shape>): Room<KeepsByItself<Of, Shape>, Shape> {
  return {
    of,
    keep: (instance, reading) => instance.keep(reading),
    revive: (shape) => of.revive(shape) as KeepsByItself<Of, Shape>,
  }
}

/**
 * All fields of the class are public and kept.
 * @param list the name of one that may be long, of items that do not change
 */
function byFields<Of extends object>(of: new () => Of, list?: keyof Of): Room<Of, object> {
  return {
    of,
    keep: (instance) => {
      if (list === undefined) return { ...instance }
      return { ...instance, [list]: new Rows([...(instance[list] as Iterable<unknown>)]) }
    },
    revive: (fields) => Object.assign(new of(), fields),
  }
}

const BOOK: Room<OrderBook, KeptBook> = { of: OrderBook, keep: keepBook, revive: reviveBook }

/** By the name under which a snapshot has them. */
export const ROOMS: Readonly<Record<string, Room>> = {
  ActivityLog: itself(ActivityLog),
  AgeQueue: itself(AgeQueue),
  ExpiryQueue: itself(ExpiryQueue),
  DayTrading: byFields(DayTrading),
  House: itself(House),
  Ledger: byFields(Ledger),
  LotQueue: byFields(LotQueue, 'lots'),
  MarginAccount: byFields(MarginAccount),
  OrderArchive: itself(OrderArchive),
  OrderBook: BOOK,
  OrderRegister: itself(OrderRegister),
  Settlement: byFields(Settlement),
  ShortSaleCircuit: byFields(ShortSaleCircuit),
  Stops: itself(Stops),
  TaxLots: byFields(TaxLots, 'moves'),
  TradeRegister: itself(TradeRegister),
  TradedVolume: itself(TradedVolume),
  TriggerBook: itself(TriggerBook),
}
