import type { Account } from '../accounts/account.ts'
import type { Time } from '../values/types.ts'
import { OrderArchive, type Retention } from './order-archive.ts'
import type { OrderRecord } from './order-record.ts'

/** All orders that the exchange knows: by number, and by account in an archive each. */
export class OrderRegister {
  readonly #byNumber = new Map<number, OrderRecord>()
  readonly #archives = new Map<Account, OrderArchive>()
  readonly #retention: Retention

  constructor(retention: Retention) {
    this.#retention = retention
  }

  get(orderNumber: number): OrderRecord | undefined {
    return this.#byNumber.get(orderNumber)
  }

  archive(account: Account): OrderArchive {
    let archive = this.#archives.get(account)
    if (archive === undefined) {
      archive = new OrderArchive(this.#retention)
      this.#archives.set(account, archive)
    }
    return archive
  }

  enter(record: OrderRecord): void {
    this.#byNumber.set(record.order.orderNumber, record)
    this.archive(record.account).enter(record)
  }

  finish(record: OrderRecord, now: Time): void {
    for (const forgotten of this.archive(record.account).finish(record, now)) {
      this.#byNumber.delete(forgotten.order.orderNumber)
    }
  }
}
