import type { Account } from '../accounts/account.ts'
import { nameOfOrder } from '../snapshot/keep-order.ts'
import { type Reading, Readings } from '../snapshot/reading.ts'
import { PagedMap } from '../values/paged-map.ts'
import type { Time } from '../values/types.ts'
import { OrderArchive, type Retention } from './order-archive.ts'
import type { OrderGroup, OrderRecord } from './order-record.ts'

/** All orders that the exchange knows: by number, and by account in an archive each. */
export class OrderRegister {
  readonly #records = new PagedMap<OrderRecord>()
  readonly #archives = new Map<Account, OrderArchive>()
  readonly #retention: Retention
  readonly #readings = new Readings()

  constructor(retention: Retention) {
    this.#retention = retention
  }

  get(orderNumber: number): OrderRecord | undefined {
    return this.#records.get(orderNumber)
  }

  archive(account: Account): OrderArchive {
    let archive = this.#archives.get(account)
    if (archive === undefined) {
      archive = new OrderArchive(this.#retention, this.#records)
      this.#archives.set(account, archive)
    }
    return archive
  }

  /** For a snapshot. Looking into an archive makes it, so that empty ones and the order of the others say nothing. */
  keep(reading: Reading) {
    this.#readings.begin(reading)
    const used = [...this.#archives].filter(([, archive]) => !archive.isEmpty)
    used.sort(([one], [other]) => (one.accountId < other.accountId ? -1 : 1))
    return { retention: this.#retention, archives: new Map(used) }
  }

  static revive({ retention, archives }: ReturnType<OrderRegister['keep']>): OrderRegister {
    const register = new OrderRegister(retention)
    for (const [account, archive] of archives) {
      register.#archives.set(account, archive)
      for (const record of archive.newestFirst()) register.#records.set(record.order.orderNumber, record)
      archive.records = register.#records
    }
    return register
  }

  /** To be called before an order that has finished, or its group, becomes another. */
  changing(thing: OrderRecord | OrderGroup): void {
    if (!this.#readings.any) return
    this.#readings.note('order' in thing ? nameOfOrder(thing) : thing, { ...thing })
  }

  enter(record: OrderRecord): void {
    this.#records.set(record.order.orderNumber, record)
    this.archive(record.account).enter(record)
  }

  finish(record: OrderRecord, now: Time): void {
    for (const forgotten of this.archive(record.account).finish(record, now, this.#readings)) {
      this.#records.delete(forgotten.order.orderNumber)
    }
  }
}
