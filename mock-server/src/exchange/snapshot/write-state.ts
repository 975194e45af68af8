import { Account } from '../accounts/account.ts'
import { Listing } from '../instruments/listing.ts'
import { OrderGroup, OrderRecord } from '../orders/order-record.ts'
import type { ExchangeState } from '../state.ts'
import { FOUND_OF_ACCOUNTS, FOUND_OF_LISTINGS, FOUND_OF_ORDERS, MODELS_OF_STATE } from './fields.ts'
import { type Kept, type KeptFields, writeFields, writeValue } from './kept.ts'
import { ROOMS } from './rooms.ts'
import { ENTITY_LISTS, type EntityList, type ExchangeSnapshot, MARKS } from './snapshot.ts'

/** @throws Error for a field that nobody said how to keep */
export function writeState(state: ExchangeState): ExchangeSnapshot {
  return new Writer().write(state)
}

const LISTS: ReadonlyMap<unknown, EntityList> = new Map<unknown, EntityList>([
  [Account, 'accounts'],
  [Listing, 'listings'],
  [OrderRecord, 'orders'],
  [OrderGroup, 'groups'],
])
const NAMED = new Map(
  Object.entries(ROOMS).map(([name, room]) => [room.of as unknown, [name, room] as const]),
)
const NOT_KEPT: Readonly<Record<EntityList, readonly string[]>> = {
  accounts: FOUND_OF_ACCOUNTS,
  listings: FOUND_OF_LISTINGS,
  orders: FOUND_OF_ORDERS,
  groups: [],
}

class Writer {
  /** Everything met so far, in the order in which it was met, and its place. */
  readonly #met: Readonly<Record<EntityList, Map<object, number>>> = {
    accounts: new Map(),
    listings: new Map(),
    orders: new Map(),
    groups: new Map(),
  }

  write(state: ExchangeState): ExchangeSnapshot {
    const fields = writeFields(state, 'state', this.#special, MODELS_OF_STATE)
    const lists: Record<EntityList, KeptFields[]> = { accounts: [], listings: [], orders: [], groups: [] }
    // Whatever is written may point at something not met before: until there is no more of it.
    for (let grown = true; grown; ) {
      grown = false
      for (const list of ENTITY_LISTS) {
        for (const entity of this.#met[list].keys()) {
          if ((this.#met[list].get(entity) ?? 0) < lists[list].length) continue
          lists[list].push(writeFields(entity, list, this.#special, NOT_KEPT[list]))
          grown = true
        }
      }
    }
    return { state: fields, ...lists }
  }

  readonly #special = (value: object, path: string): Kept | undefined => {
    const list = LISTS.get(value.constructor)
    if (list !== undefined) return `#${MARKS[list]}${this.#placeOf(list, value)}`
    const room = NAMED.get(value.constructor)
    if (room === undefined) return undefined
    const [name, { keep }] = room
    return { '#': name, of: writeValue(keep(value), `${path}/${name}`, this.#special) }
  }

  #placeOf(list: EntityList, entity: object): number {
    const met = this.#met[list]
    const known = met.get(entity)
    if (known !== undefined) return known
    met.set(entity, met.size)
    return met.size - 1
  }
}
