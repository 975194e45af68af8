import type { Fill } from '../events.ts'
import { copyOrder, type KeptOrder } from '../snapshot/keep-order.ts'
import type { Reading, Readings } from '../snapshot/reading.ts'
import { Rows, rowsOf } from '../snapshot/rows.ts'
import { TextIndex } from '../values/text-index.ts'
import { MICROS_PER_DAY } from '../values/time.ts'
import type { Time } from '../values/types.ts'
import { AgeQueue } from './age-queue.ts'
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

/** What is remembered of one account: open orders for ever, finished ones for the retention. */
export class OrderArchive {
  readonly open = new OpenOrders()
  readonly fills: AgeQueue<Fill>
  readonly #byClientId = new TextIndex<OrderRecord>(({ order }) => order.terms.clientOrderId)
  readonly #retention: Retention
  /** Of customers, by entry; holes (`forgotten`) are swept out when they are the greater part. */
  #entered: OrderRecord[] = []
  #holes = 0
  /** By finishing, which is the order of forgetting. */
  readonly #finished: AgeQueue<OrderRecord>

  constructor(retention: Retention, fills = new AgeQueue<Fill>(), finished = new AgeQueue<OrderRecord>()) {
    this.#retention = retention
    this.fills = fills
    this.#finished = finished
  }

  get isEmpty(): boolean {
    return this.#byClientId.size + this.fills.length === 0
  }

  find(clientOrderId: string): OrderRecord | undefined {
    return this.#byClientId.find(clientOrderId)
  }

  enter(record: OrderRecord): void {
    this.open.add(record)
    this.#byClientId.set(record)
    if (remembersFinished(record)) this.#entered.push(record)
  }

  /** The order reached a final status; answers the records that are forgotten now. */
  finish(record: OrderRecord, now: Time, readings: Readings): readonly OrderRecord[] {
    this.open.remove(record)
    if (!remembersFinished(record)) return [this.#forget(record)]
    this.#finished.push(record)
    return this.#forgetOld(now, readings)
  }

  addFill(fill: Fill): void {
    this.fills.push(fill)
    const oldestTime = fill.time - this.#retention.days * MICROS_PER_DAY
    for (let old = this.fills.oldest; old !== undefined; old = this.fills.oldest) {
      if (old.time >= oldestTime && this.fills.length <= 4 * this.#retention.finishedOrders) return
      this.fills.dropOldest()
    }
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
      const record = entered[index]
      if (record !== undefined && !record.forgotten) yield record
    }
  }

  /** For a snapshot. Open orders may change with the next command; of the others it is told before they do. */
  keep(reading: Reading) {
    const open = this.open.oldestFirst()
    for (const { group } of open) if (group !== undefined) noteGroup(group, reading)
    // Of liquidity none but open ones are remembered.
    const entered = this.#entered.length === 0 ? open : this.#entered
    const all = { entered: rowsOf(entered), open, asOpen: open.map(copyOrder) }
    return {
      retention: this.#retention,
      entered: new Rows(asTheyWere(all, reading), true),
      finished: this.#finished,
      fills: this.fills,
    }
  }

  static revive({ retention, entered, finished, fills }: KeptArchive): OrderArchive {
    const archive = new OrderArchive(retention, fills, finished)
    for (const record of entered as Iterable<OrderRecord>) {
      if (remembersFinished(record)) archive.#entered.push(record)
      if (isOpen(record.order.status)) archive.open.add(record)
      archive.#byClientId.set(record)
    }
    return archive
  }

  #forgetOld(now: Time, readings: Readings): readonly OrderRecord[] {
    const oldestTime = now - this.#retention.days * MICROS_PER_DAY
    let forgotten: OrderRecord[] | undefined
    for (let old = this.#finished.oldest; old !== undefined; old = this.#finished.oldest) {
      const expired = old.order.updatedAt < oldestTime
      if (!expired && this.#finished.length <= this.#retention.finishedOrders) break
      this.#finished.dropOldest()
      if (readings.any) readings.note(old, copyOrder(old))
      forgotten ??= []
      forgotten.push(this.#forget(old))
    }
    return forgotten ?? NOTHING
  }

  #forget(record: OrderRecord): OrderRecord {
    if (isOpen(record.order.status))
      throw new Error(`order ${record.order.orderNumber} is open: not forgotten`)
    this.#byClientId.delete(record)
    record.forgotten = true
    if (remembersFinished(record)) this.#holes += 1
    if (this.#holes > 64 && this.#holes * 2 > this.#entered.length) {
      this.#entered = this.#entered.filter((entered) => !entered.forgotten)
      this.#holes = 0
    }
    return record
  }
}

type KeptArchive = ReturnType<OrderArchive['keep']>

/** Liquidity's finished orders are nobody's to ask for. */
function remembersFinished({ account }: OrderRecord): boolean {
  return account.kind === 'customer'
}

/** With its orders, of which liquidity's are forgotten as soon as they end. */
function noteGroup(group: OrderGroup, reading: Reading): void {
  reading.note(group, { ...group })
  for (const record of [group.parent, ...group.exits]) {
    if (!record.forgotten) reading.note(record, copyOrder(record))
  }
}

interface Entered {
  readonly entered: Iterable<OrderRecord>
  /** Those of them that were open, in the same order, and what they were. */
  readonly open: readonly OrderRecord[]
  readonly asOpen: readonly KeptOrder[]
}

/** Without those that were forgotten before. */
function* asTheyWere({ entered, open, asOpen }: Entered, reading: Reading): Generator<KeptOrder> {
  let next = 0
  for (const record of entered) {
    const isOpen = record === open[next]
    const was = isOpen ? asOpen[next] : reading.of<KeptOrder>(record, record)
    if (isOpen) next += 1
    if (was !== undefined && !was.forgotten) yield was
  }
}

const NOTHING: readonly OrderRecord[] = []
