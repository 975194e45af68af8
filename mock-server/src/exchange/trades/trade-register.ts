import type { Fill, TradePrinted } from '../events.ts'
import { AgeQueue } from '../orders/age-queue.ts'
import type { Retention } from '../orders/order-archive.ts'
import { type Reading, Readings } from '../snapshot/reading.ts'
import { Rows } from '../snapshot/rows.ts'
import { PagedMap } from '../values/paged-map.ts'
import { MICROS_PER_DAY } from '../values/time.ts'
import type { Minor, Time } from '../values/types.ts'

/** One side of an execution, and what it did to its account's position: what a reversal takes back. */
export interface TradeSide {
  readonly fill: Fill
  readonly costChange: Minor
  readonly profitChange: Minor
}

/** A print and the executions that it stands for: maker and taker in turn, none for a print of elsewhere. */
export interface RememberedTrade {
  readonly print: TradePrinted
  readonly sides: readonly TradeSide[]
  readonly hasCustomer: boolean
}

/** Of trades without a customer, and of prints of elsewhere, so many of the latest are remembered. */
const MARKET_TRADES = 4_096

/** Trades that may still be busted or corrected; those of customers as long as fills are remembered. */
export class TradeRegister {
  readonly #byNumber = new PagedMap<RememberedTrade>()
  /** Numbers in the order of trading: a trade is replaced by the next value of itself. */
  readonly #latest: AgeQueue<number>
  readonly #customers: AgeQueue<number>
  readonly #retention: Retention
  readonly #readings = new Readings()

  constructor(
    retention: Retention,
    latest: AgeQueue<number> = new AgeQueue(),
    customers: AgeQueue<number> = new AgeQueue(),
  ) {
    this.#retention = retention
    this.#latest = latest
    this.#customers = customers
  }

  get(tradeNumber: number): RememberedTrade | undefined {
    return this.#byNumber.get(tradeNumber)
  }

  /** For a snapshot. */
  keep(reading: Reading) {
    this.#readings.begin(reading)
    const numbers = inOrder(this.#latest.keep(), this.#customers.keep())
    const trades = new Rows(asTheyWere(reading, numbers, this.#byNumber))
    return { retention: this.#retention, trades, latest: this.#latest, customers: this.#customers }
  }

  static revive({ retention, trades, latest, customers }: KeptTrades): TradeRegister {
    const register = new TradeRegister(retention, latest, customers)
    for (const trade of trades) register.#byNumber.set(trade.print.tradeNumber, trade)
    return register
  }

  /** A print; its executions follow. */
  print(print: TradePrinted): void {
    const { tradeNumber } = print
    this.#byNumber.set(tradeNumber, { print, sides: [], hasCustomer: false })
    this.#latest.push(tradeNumber)
    if (this.#latest.length <= MARKET_TRADES) return
    const oldest = this.#latest.oldest ?? 0
    if (this.#byNumber.get(oldest)?.hasCustomer === false) this.#forget(oldest)
    this.#latest.dropOldest()
  }

  execution(maker: TradeSide, taker: TradeSide, isCustomers: boolean): void {
    const trade = this.#byNumber.get(maker.fill.tradeNumber)
    if (trade === undefined) return
    const hasCustomer = trade.hasCustomer || isCustomers
    this.put({ print: trade.print, sides: [...trade.sides, maker, taker], hasCustomer })
    if (hasCustomer === trade.hasCustomer) return
    this.#customers.push(trade.print.tradeNumber)
    this.#forgetOld(trade.print.time)
  }

  put(trade: RememberedTrade): void {
    const { tradeNumber } = trade.print
    this.#changing(tradeNumber)
    this.#byNumber.set(tradeNumber, trade)
  }

  #forget(tradeNumber: number): void {
    this.#changing(tradeNumber)
    this.#byNumber.delete(tradeNumber)
  }

  #changing(tradeNumber: number): void {
    const was = this.#byNumber.get(tradeNumber)
    if (was !== undefined && this.#readings.any) this.#readings.note(tradeNumber, was)
  }

  #forgetOld(now: number): void {
    const { days, finishedOrders } = this.#retention
    const oldestTime = now - days * MICROS_PER_DAY
    const customers = this.#customers
    while (customers.length > 4 * finishedOrders || customers.hasBefore(oldestTime, this.#timeOf)) {
      if (customers.oldest !== undefined) this.#forget(customers.oldest)
      customers.dropOldest()
    }
  }

  readonly #timeOf = (tradeNumber: number): Time => this.#byNumber.get(tradeNumber)?.print.time ?? 0
}

function* asTheyWere(
  reading: Reading,
  numbers: Iterable<number>,
  now: PagedMap<RememberedTrade>,
): Generator<RememberedTrade> {
  for (const number of numbers) {
    const trade = reading.of(number, now.get(number))
    if (trade !== undefined) yield trade
  }
}

/** Two ascending lists as one, what is in both once. */
function* inOrder(one: Iterable<number>, other: Iterable<number>): Generator<number> {
  const [ones, others] = [one[Symbol.iterator](), other[Symbol.iterator]()]
  let [left, right] = [ones.next(), others.next()]
  while (left.done !== true || right.done !== true) {
    const lower = Math.min(left.done ? right.value : left.value, right.done ? left.value : right.value)
    yield lower
    if (left.value === lower) left = ones.next()
    if (right.value === lower) right = others.next()
  }
}

type KeptTrades = ReturnType<TradeRegister['keep']>
