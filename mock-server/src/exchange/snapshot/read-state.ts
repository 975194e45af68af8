import { Account } from '../accounts/account.ts'
import { calendarOf } from '../handlers/list-instrument.ts'
import { feesOf } from '../handlers/open-account.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { Listing } from '../instruments/listing.ts'
import type { Order } from '../orders/order.ts'
import { OrderGroup, OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'
import { FOUND_OF_ACCOUNTS, FOUND_OF_LISTINGS, MODELS_OF_STATE } from './fields.ts'
import { FOUND_OF_ORDERS } from './keep-order.ts'
import { type Kept, type KeptFields, type ReadSpecial, readValue } from './kept.ts'
import { ROOMS } from './rooms.ts'
import { type ExchangeSnapshot, MARKS } from './snapshot.ts'

/** Fills a fresh state, made with the same models, with what a snapshot holds. */
export function readState(state: ExchangeState, snapshot: ExchangeSnapshot): void {
  new Reader(state, snapshot).fill()
}

class Reader implements ReadSpecial {
  readonly #state: ExchangeState
  readonly #snapshot: ExchangeSnapshot
  readonly #byMark = new Map<string, readonly object[]>()
  readonly #byNumber = new Map<number, OrderRecord>()

  /** First everything comes to be that others point at, each with what it cannot be without. */
  constructor(state: ExchangeState, snapshot: ExchangeSnapshot) {
    this.#state = state
    this.#snapshot = snapshot
    const { accounts, listings, orders, groups, lists = [] } = snapshot
    this.#byMark.set(
      MARKS.accounts,
      accounts.map(() => new Account('', 'system', '', '', 0)),
    )
    this.#byMark.set(
      MARKS.listings,
      listings.map((kept) => this.#listing(kept)),
    )
    this.#byMark.set(MARKS.lists, lists)
    const records = orders.map((kept) => this.#order(kept))
    this.#byMark.set(MARKS.ordersByPlace, records)
    for (const record of records) this.#byNumber.set(record.order.orderNumber, record)
    this.#byMark.set(
      MARKS.groups,
      groups.map((kept) => this.#group(kept)),
    )
  }

  /** Then the rest of each, and what holds them together. */
  fill(): void {
    const { state, accounts, listings, orders, groups } = this.#snapshot
    this.#fillAll(MARKS.accounts, accounts, FOUND_OF_ACCOUNTS)
    this.#fillAll(MARKS.listings, listings, FOUND_OF_LISTINGS)
    this.#fillAll(MARKS.ordersByPlace, orders, FOUND_OF_ORDERS)
    this.#fillAll(MARKS.groups, groups, [])
    this.#fillFields(this.#state, state, MODELS_OF_STATE)
    for (const account of this.#state.accounts.values()) {
      account.fees = feesOf(this.#state, account.feeSchedules)
    }
    for (const listing of this.#state.listings.values()) findPlaces(this.#state, listing)
  }

  named(name: string): unknown {
    const [mark, place] = [name.slice(0, 1), Number(name.slice(1))]
    const thing = mark === MARKS.orders ? this.#byNumber.get(place) : this.#byMark.get(mark)?.[place]
    if (thing === undefined) throw new Error(`The snapshot has no #${name}`)
    return mark === MARKS.lists ? this.#read(thing as readonly Kept[]) : thing
  }

  made(className: string, from: unknown): unknown {
    const room = ROOMS[className]
    if (room === undefined) throw new Error(`The snapshot has a ${className}, which is not known here`)
    return room.revive(from)
  }

  #listing({ instrument, status }: KeptFields): Listing {
    const listed = this.#read<Instrument>(instrument)
    return new Listing(listed, calendarOf(this.#state, listed), this.#read<Listing['status']>(status))
  }

  #order({ order, account, listing, fingerprint }: KeptFields): OrderRecord {
    return new OrderRecord(
      this.#read<Order>(order),
      this.#read<Account>(account),
      this.#read<Listing | undefined>(listing),
      this.#read<string | undefined>(fingerprint),
    )
  }

  #group({ parent, exits }: KeptFields): OrderGroup {
    return new OrderGroup(this.#read<OrderRecord>(parent), this.#read<readonly OrderRecord[]>(exits))
  }

  #fillAll(mark: string, lists: readonly KeptFields[], except: readonly string[]): void {
    for (const [index, kept] of lists.entries()) {
      const thing = this.#byMark.get(mark)?.[index]
      if (thing !== undefined) this.#fillFields(thing, kept, except)
    }
  }

  /** A field that the snapshot does not have was undefined. */
  #fillFields(thing: object, kept: KeptFields, except: readonly string[]): void {
    for (const name of Object.keys(thing)) {
      if (!Object.hasOwn(kept, name) && !except.includes(name)) Reflect.set(thing, name, undefined)
    }
    for (const [name, value] of Object.entries(kept)) {
      if (!except.includes(name)) Reflect.set(thing, name, this.#read(value))
    }
  }

  #read<Value>(kept: Kept | undefined): Value {
    return readValue(kept, this) as Value
  }
}

/** Where each order rests, or waits for its stop price. */
function findPlaces({ orders }: ExchangeState, { book, stops }: Listing): void {
  for (const { orderNumber, slot } of book.orders()) {
    const record = orders.get(orderNumber)
    if (record !== undefined) record.resting = slot
  }
  for (const [orderNumber, waiting] of stops.waiting()) {
    const record = orders.get(orderNumber)
    if (record !== undefined) record.waiting = waiting
  }
}
