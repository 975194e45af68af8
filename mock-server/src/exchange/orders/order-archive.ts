import type { Fill } from '../events.ts'
import { copyOrder, type KeptOrder, nameOfOrder } from '../snapshot/keep-order.ts'
import type { Reading, Readings } from '../snapshot/reading.ts'
import { Rows, rowsOf } from '../snapshot/rows.ts'
import { nameOf } from '../snapshot/snapshot.ts'
import { TextIndex } from '../values/text-index.ts'
import { MICROS_PER_DAY } from '../values/time.ts'
import type { Time } from '../values/types.ts'
import { AgeQueue, timeOf } from './age-queue.ts'
import { isOpen } from './lifecycle.ts'
import { OpenOrders } from './open-orders.ts'
import type { OrderGroup, OrderRecord } from './order-record.ts'

/** How long finished orders, their client order ids, and fills are remembered. */
export interface Retention {
  /** World days after the order finished or the fill happened. */
  readonly days: number
  /**
   * Bound an account. One more finished order makes the exchange forget the one that finished first, even
   * before its days are over; its client order id is then free again. Fills likewise, four times as many.
   */
  readonly finishedOrders: number
}

export const DEFAULT_RETENTION: Retention = { days: 7, finishedOrders: 200_000 }

export interface RecordsByNumber {
  get(orderNumber: number): OrderRecord | undefined
}

/**
 * What is remembered of one account: open orders for ever, finished ones for the retention. Orders are known by their
 * numbers: lists of numbers are nothing to the collector, and an order that nobody else holds is found in one place.
 */
export class OrderArchive {
  readonly open = new OpenOrders((orderNumber) => this.records.get(orderNumber))
  readonly fills: AgeQueue<Fill>
  readonly #byClientId = new TextIndex((number) => this.records.get(number)?.order.terms.clientOrderId)
  readonly #retention: Retention
  /** Of customers, by entry; holes, whose orders are forgotten, are swept out when they are the greater part. */
  #entered: number[] = []
  #holes = 0
  /** By finishing, which is the order of forgetting. */
  readonly #finished: AgeQueue<number>
  /** The orders themselves, by number. */
  records: RecordsByNumber

  constructor(
    retention: Retention,
    records: RecordsByNumber,
    { fills = new AgeQueue<Fill>(), finished = new AgeQueue<number>() } = {},
  ) {
    this.#retention = retention
    this.records = records
    this.fills = fills
    this.#finished = finished
  }

  get isEmpty(): boolean {
    return this.open.isEmpty && this.#byClientId.size + this.fills.length === 0
  }

  find(clientOrderId: string): OrderRecord | undefined {
    const orderNumber = this.#byClientId.find(clientOrderId)
    return orderNumber === undefined ? undefined : this.records.get(orderNumber)
  }

  enter(record: OrderRecord): void {
    this.open.add(record)
    this.#remember(record)
  }

  /** The order reached a final status; answers the records that are forgotten now. */
  finish(record: OrderRecord, now: Time, readings: Readings): readonly OrderRecord[] {
    this.open.remove(record)
    if (!isCustomers(record)) return [this.#forget(record)]
    this.#finished.push(record.order.orderNumber)
    return this.#forgetOld(now, readings)
  }

  addFill(fill: Fill): void {
    this.fills.push(fill)
    const oldestTime = fill.time - this.#retention.days * MICROS_PER_DAY
    while (this.fills.length > 4 * this.#retention.finishedOrders || this.fills.hasBefore(oldestTime, timeOf))
      this.fills.dropOldest()
  }

  /** What became of a fill's trade later; the fill itself stays as it was. */
  markFill(fillNumber: number, mark: Pick<Fill, 'bustedAt' | 'correctedBy' | 'amendReason'>): void {
    for (const fill of this.fills.newestFirst()) {
      if (fill.fillNumber !== fillNumber) continue
      this.fills.replace(fill, { ...fill, ...mark })
      return
    }
  }

  *newestFirst(): Generator<OrderRecord> {
    const entered = this.#entered
    // Those of liquidity are open, or forgotten.
    if (entered.length === 0) yield* this.open.newestFirst()
    for (let index = entered.length - 1; index >= 0; index -= 1) {
      const record = this.records.get(entered[index] ?? 0)
      if (record !== undefined) yield record
    }
  }

  /** For a snapshot. Open orders may change with the next command; of the others it is told before they do. */
  keep(reading: Reading) {
    const open = this.open.oldestFirst()
    for (const { group } of open) if (group !== undefined) noteGroup(group, reading)
    // Of liquidity none but open ones are remembered.
    const entered = this.#entered.length === 0 ? open.map(numberOf) : this.#entered
    const all = { entered: rowsOf(entered), open: open.map(copyOrder), records: this.records }
    return {
      retention: this.#retention,
      entered: new Rows(asTheyWere(all, reading), true),
      finished: this.#finished,
      fills: this.fills,
    }
  }

  static revive({ retention, entered, finished, fills }: KeptArchive): OrderArchive {
    const records = new Map<number, OrderRecord>()
    const archive = new OrderArchive(retention, records, { fills, finished: numbersOf(finished) })
    for (const record of entered as Iterable<OrderRecord>) {
      const { orderNumber, status } = record.order
      records.set(orderNumber, record)
      if (isOpen(status)) archive.open.add(record)
      archive.#remember(record)
    }
    return archive
  }

  #remember(record: OrderRecord): void {
    if (!isCustomers(record)) return
    const { orderNumber, terms } = record.order
    this.#byClientId.set(terms.clientOrderId, orderNumber)
    this.#entered.push(orderNumber)
  }

  #forgetOld(now: Time, readings: Readings): readonly OrderRecord[] {
    const oldestTime = now - this.#retention.days * MICROS_PER_DAY
    const finished = this.#finished
    let forgotten: OrderRecord[] | undefined
    while (
      finished.length > this.#retention.finishedOrders ||
      finished.hasBefore(oldestTime, this.#finishedAt)
    ) {
      const old = this.records.get(finished.oldest ?? 0)
      finished.dropOldest()
      if (old === undefined) continue
      if (readings.any) readings.note(nameOfOrder(old), copyOrder(old))
      forgotten ??= []
      forgotten.push(this.#forget(old))
    }
    return forgotten ?? NOTHING
  }

  readonly #finishedAt = (orderNumber: number): Time => this.records.get(orderNumber)?.order.updatedAt ?? 0

  #forget(record: OrderRecord): OrderRecord {
    const { orderNumber, status, terms } = record.order
    if (isOpen(status)) throw new Error(`order ${orderNumber} is open: not forgotten`)
    record.forgotten = true
    if (!isCustomers(record)) return record
    this.#byClientId.delete(terms.clientOrderId, orderNumber)
    this.#holes += 1
    if (this.#holes > 64 && this.#holes * 2 > this.#entered.length) {
      this.#entered = this.#entered.filter((entered) => this.records.get(entered)?.forgotten === false)
      this.#holes = 0
    }
    return record
  }
}

type KeptArchive = ReturnType<OrderArchive['keep']>

/** Liquidity's orders are nobody's to ask for: they are found by their numbers, and while they are open. */
function isCustomers({ account }: OrderRecord): boolean {
  return account.kind === 'customer'
}

/** With its orders, of which liquidity's are forgotten as soon as they end. */
function noteGroup(group: OrderGroup, reading: Reading): void {
  reading.note(group, { ...group })
  for (const record of [group.parent, ...group.exits]) {
    if (!record.forgotten) reading.note(nameOfOrder(record), copyOrder(record))
  }
}

interface Entered {
  readonly entered: Iterable<number>
  /** Those of them that were open, in the same order, as they were. */
  readonly open: readonly KeptOrder[]
  readonly records: RecordsByNumber
}

/** Without those that were forgotten before. */
function* asTheyWere({ entered, open, records }: Entered, reading: Reading): Generator<KeptOrder> {
  let next = 0
  for (const orderNumber of entered) {
    const first = open[next]
    const isOpen = first?.order.orderNumber === orderNumber
    const was = isOpen
      ? first
      : reading.of<KeptOrder | undefined>(nameOf('orders', orderNumber), records.get(orderNumber))
    if (isOpen) next += 1
    if (was !== undefined && !was.forgotten) yield was
  }
}

function numberOf({ order }: KeptOrder): number {
  return order.orderNumber
}

/** In snapshots of before the orders themselves were in the queue. */
function numbersOf(finished: AgeQueue<number | OrderRecord>): AgeQueue<number> {
  const numbers = [...finished.newestFirst()].map((item) =>
    typeof item === 'number' ? item : numberOf(item),
  )
  return AgeQueue.revive(numbers.reverse())
}

const NOTHING: readonly OrderRecord[] = []
