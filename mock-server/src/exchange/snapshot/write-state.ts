import { Account } from '../accounts/account.ts'
import { Listing } from '../instruments/listing.ts'
import { OrderGroup, OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'
import { FOUND_OF_ACCOUNTS, FOUND_OF_LISTINGS, MODELS_OF_STATE } from './fields.ts'
import { FOUND_OF_ORDERS, type KeptOrder, nameOfOrder } from './keep-order.ts'
import { type Kept, type KeptFields, writeFields, writeValue } from './kept.ts'
import { Reading } from './reading.ts'
import { ROOMS } from './rooms.ts'
import { Rows } from './rows.ts'
import {
  type ExchangeSnapshot,
  joinParts,
  nameOf,
  type SnapshotPart,
  type SnapshotParts,
} from './snapshot.ts'

/** @throws Error for a field that nobody said how to keep */
export function writeState(state: ExchangeState): ExchangeSnapshot {
  const snapshot = joinParts(takeState(state))
  if (snapshot === undefined) throw new Error('The state was not written')
  return snapshot
}

/**
 * The state as it is now: what is small is written at once, the remembered orders, fills, trades and activities as
 * their parts are read, while the exchange goes on.
 */
export function takeState(state: ExchangeState): SnapshotParts {
  return new Writer(state)
}

/** About half a millisecond of work, and some 30 kB of text. */
const ROWS_AT_ONCE = 64

const NAMED = new Map(
  Object.entries(ROOMS).map(([name, room]) => [room.of as unknown, [name, room] as const]),
)

class Writer implements SnapshotParts {
  /** Things met so far, in the order in which they were met, and their places. */
  readonly #met = {
    accounts: new Map<Account, number>(),
    listings: new Map<Listing, number>(),
    groups: new Map<OrderGroup, number>(),
  }
  readonly #reading = new Reading()
  readonly #lists: Rows<unknown>[] = []
  readonly #first: SnapshotPart

  constructor(state: ExchangeState) {
    try {
      this.#first = this.#take(state)
    } catch (error) {
      this.end()
      throw error
    }
  }

  #take(state: ExchangeState): SnapshotPart {
    const fields = this.#fields(state, 'state', MODELS_OF_STATE)
    const accounts: KeptFields[] = []
    const listings: KeptFields[] = []
    // Whatever is written may point at something not met before: until there is no more of it.
    while (accounts.length < this.#met.accounts.size || listings.length < this.#met.listings.size) {
      for (const account of [...this.#met.accounts.keys()].slice(accounts.length))
        accounts.push(this.#fields(account, 'accounts', FOUND_OF_ACCOUNTS))
      for (const listing of [...this.#met.listings.keys()].slice(listings.length))
        listings.push(this.#fields(listing, 'listings', FOUND_OF_LISTINGS))
    }
    return ['exchange', { state: fields, accounts, listings }]
  }

  *[Symbol.iterator](): Generator<SnapshotPart> {
    try {
      yield this.#first
      const { accounts, listings } = this.#met
      const known = accounts.size + listings.size
      for (let place = 0; place < this.#lists.length; place += 1) yield* this.#list(place)
      yield* this.#groups()
      if (accounts.size + listings.size > known)
        throw new Error('An order is of an account or listing that the state has not')
    } finally {
      this.end()
    }
  }

  end(): void {
    this.#reading.end()
  }

  *#list(place: number): Generator<SnapshotPart> {
    const list = this.#lists[place]
    if (list === undefined) return
    let isWritten = false
    for (const rows of parts(list)) {
      isWritten = true
      if (list.isHome) {
        const orders = rows as KeptOrder[]
        yield ['orders', orders.map((order) => this.#order(order))]
        yield ['list', [place, orders.map(nameOfOrder)]]
      } else yield ['list', [place, rows.map((row) => writeValue(row, `lists/${place}`, this.#special))]]
    }
    if (!isWritten) yield ['list', [place, []]]
  }

  /** With orders that are forgotten, and that a group still has. */
  *#groups(): Generator<SnapshotPart> {
    for (const some of parts(this.#met.groups.keys())) {
      const groups = some.map((group) => this.#reading.of(group, group))
      yield ['groups', groups.map((group) => this.#fields(group, 'groups', []))]
      const members = groups.flatMap(({ parent, exits }) => [parent, ...exits])
      const strays = [...new Set(members)].filter(
        (record) => this.#reading.of<KeptOrder>(nameOfOrder(record), record).forgotten,
      )
      if (strays.length > 0) yield ['orders', strays.map((record) => this.#order(record))]
    }
  }

  #order(order: KeptOrder): KeptFields {
    return this.#fields(order, 'orders', FOUND_OF_ORDERS)
  }

  #fields(of: object, path: string, except: readonly string[]): KeptFields {
    return writeFields(of, path, this.#special, except)
  }

  readonly #special = (value: object, path: string): Kept | undefined => {
    const { accounts, listings, groups } = this.#met
    if (value instanceof OrderRecord) return nameOfOrder(value)
    if (value instanceof Account) return nameOf('accounts', placeIn(accounts, value))
    if (value instanceof Listing) return nameOf('listings', placeIn(listings, value))
    if (value instanceof OrderGroup) return nameOf('groups', placeIn(groups, value))
    if (value instanceof Rows) return nameOf('lists', this.#lists.push(value) - 1)
    const room = NAMED.get(value.constructor)
    if (room === undefined) return undefined
    const [name, { keep }] = room
    return { '#': name, of: writeValue(keep(value, this.#reading), `${path}/${name}`, this.#special) }
  }
}

function placeIn<Thing>(met: Map<Thing, number>, thing: Thing): number {
  const known = met.get(thing)
  if (known !== undefined) return known
  met.set(thing, met.size)
  return met.size - 1
}

function* parts<Item>(items: Iterable<Item>): Generator<readonly Item[]> {
  let part: Item[] = []
  for (const item of items) {
    part.push(item)
    if (part.length < ROWS_AT_ONCE) continue
    yield part
    part = []
  }
  if (part.length > 0) yield part
}
