import { AgeQueue, timeOf } from '../orders/age-queue.ts'
import { MICROS_PER_DAY } from '../values/time.ts'
import type { Lots, Minor, Time } from '../values/types.ts'

/** One booking of the ledger to a customer's account, for its holder to read. */
export interface Activity {
  /** Ascending over all accounts. */
  readonly activityNumber: number
  readonly type:
    | 'fill'
    | 'fee'
    | 'deposit'
    | 'withdrawal'
    | 'reversal'
    | 'transfer'
    | 'split'
    | 'dividend'
    | 'interest'
    | 'borrowFee'
  readonly time: Time
  /** What was added to the balance of an asset. */
  readonly cash?: { readonly asset: string; readonly amount: Minor }
  /** What was added to the position in a symbol. */
  readonly stock?: { readonly symbol: string; readonly lots: Lots }
  /** The execution that caused it. */
  readonly fill?: { readonly fillNumber: number; readonly orderNumber: number }
  /** The order that caused it without a fill. */
  readonly orderNumber?: number
  /** The number of the corporate action that caused it. */
  readonly corporateAction?: number
}

/** How long activities are kept: as long as fills are. */
export interface ActivityRetention {
  readonly days: number
  readonly activities: number
}

/** The latest bookings of one account. */
export class ActivityLog {
  readonly #kept: AgeQueue<Activity>
  readonly #retention: ActivityRetention

  constructor(retention: ActivityRetention, kept = new AgeQueue<Activity>()) {
    this.#retention = retention
    this.#kept = kept
  }

  add(activity: Activity): void {
    this.#kept.push(activity)
    const oldestTime = activity.time - this.#retention.days * MICROS_PER_DAY
    while (this.#kept.length > this.#retention.activities || this.#kept.hasBefore(oldestTime, timeOf))
      this.#kept.dropOldest()
  }

  /** For a snapshot. */
  keep() {
    return { retention: this.#retention, kept: this.#kept }
  }

  static revive({ retention, kept }: ReturnType<ActivityLog['keep']>): ActivityLog {
    return new ActivityLog(retention, kept)
  }

  newestFirst(): Generator<Activity> {
    return this.#kept.newestFirst()
  }
}
