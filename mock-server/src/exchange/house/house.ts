import type { Account } from '../accounts/account.ts'
import type { HouseLevel } from '../commands.ts'
import { limitOf } from '../orders/order.ts'
import type { OrderRecord } from '../orders/order-record.ts'
import type { Lots, Side, Ticks, Time } from '../values/types.ts'

/**
 * The house of one symbol: recorded liquidity standing in the book. An addition to a level behind another
 * order is an order of its own (a slice), so that quantity which was there first keeps its place and later
 * quantity queues behind.
 */
export class House {
  readonly account: Account
  readonly #slices = { buy: new Map<Ticks, OrderRecord[]>(), sell: new Map<Ticks, OrderRecord[]>() }
  /** Levels that would trade while nothing may; set when trading goes on. */
  readonly deferred = new Map<string, HouseLevel>()
  /** What new levels gave customers in the millisecond `#givenAt`, by the customers' side. */
  readonly #given = { buy: 0, sell: 0 }
  #givenAt: number | undefined = undefined

  constructor(account: Account) {
    this.account = account
  }

  /** Slices of a level that still rest, oldest first. */
  slices(side: Side, priceTicks: Ticks): readonly OrderRecord[] {
    return this.#slices[side].get(priceTicks)?.filter((slice) => slice.resting !== undefined) ?? []
  }

  levels(side: Side): Iterable<Ticks> {
    return this.#slices[side].keys()
  }

  add(side: Side, priceTicks: Ticks, slice: OrderRecord): void {
    this.#slices[side].set(priceTicks, [...this.slices(side, priceTicks), slice])
  }

  /** Forgets slices that no longer rest. */
  tidy(side: Side, priceTicks: Ticks): void {
    const slices = this.slices(side, priceTicks)
    if (slices.length === 0) this.#slices[side].delete(priceTicks)
    else this.#slices[side].set(priceTicks, [...slices])
  }

  /** Its slices have other prices now; what it would set later is said again by whoever sets it. */
  rekey(): void {
    for (const side of ['buy', 'sell'] as const) {
      const slices = [...this.#slices[side].values()].flat()
      this.#slices[side].clear()
      for (const slice of slices) {
        const priceTicks = limitOf(slice.order.terms)
        if (slice.resting !== undefined && priceTicks !== undefined) this.add(side, priceTicks, slice)
      }
    }
    this.deferred.clear()
  }

  /** For a snapshot. */
  keep() {
    const resting = (side: Side) =>
      [...this.#slices[side].keys()].map((ticks): [Ticks, OrderRecord[]] => [
        ticks,
        [...this.slices(side, ticks)],
      ])
    return {
      account: this.account,
      slices: { buy: resting('buy'), sell: resting('sell') },
      deferred: this.deferred,
      given: this.#given,
      givenAt: this.#givenAt,
    }
  }

  static revive({ account, slices, deferred, given, givenAt }: ReturnType<House['keep']>): House {
    const house = new House(account)
    for (const side of ['buy', 'sell'] as const) {
      for (const [ticks, records] of slices[side]) house.#slices[side].set(ticks, records)
      house.#given[side] = given[side]
    }
    for (const [key, level] of deferred) house.deferred.set(key, level)
    house.#givenAt = givenAt
    return house
  }

  noteGiven(customerSide: Side, lots: Lots, time: Time): void {
    const millisecond = Math.floor(time / 1000)
    if (this.#givenAt !== millisecond) {
      this.#givenAt = millisecond
      this.#given.buy = 0
      this.#given.sell = 0
    }
    this.#given[customerSide] += lots
  }

  /** How much of a print of `lots` was given to this side already; each lot given counts against one print. */
  claimGiven(customerSide: Side, lots: Lots, time: Time): Lots {
    if (this.#givenAt !== Math.floor(time / 1000)) return 0
    const claimed = Math.min(lots, this.#given[customerSide])
    this.#given[customerSide] -= claimed
    return claimed
  }
}
