import type { Time } from '../exchange/values/types.ts'
import type { Entry, Note } from '../journal/records.ts'

export interface Watchlist {
  readonly number: number
  readonly accountId: string
  readonly name: string
  readonly symbols: readonly string[]
  readonly createdAt: Time
  readonly updatedAt: Time
}

export type WatchlistContent = Pick<Watchlist, 'name' | 'symbols'>

/** Lists an account may have; symbols of each are bounded by the contract. */
export const WATCHLIST_LIMIT = 100

/** Named lists of symbols by account. They are the world's, and go with it. */
export class Watchlists {
  readonly #note: Note
  #last = 0
  readonly #byAccount = new Map<string, Map<number, Watchlist>>()

  constructor(note: Note = () => {}) {
    this.#note = note
  }

  /** What makes them again. */
  *notes(): Generator<Entry> {
    for (const lists of this.#byAccount.values()) {
      for (const watchlist of lists.values()) yield ['watchlist', watchlist]
    }
    yield ['lastWatchlist', this.#last]
  }

  /** Puts in place what was noted. */
  recall([kind, value]: Entry): void {
    if (kind === 'lastWatchlist') this.#last = value as number
    else if (kind === 'watchlist') this.#put(value as Watchlist)
    else if (kind === 'watchlistRemoved') this.#drop(value as Watchlist)
  }

  /** Newest first. */
  list(accountId: string): readonly Watchlist[] {
    return [...this.#of(accountId).values()].sort((left, right) => right.number - left.number)
  }

  find(accountId: string, number: number): Watchlist | undefined {
    return this.#of(accountId).get(number)
  }

  create(accountId: string, content: WatchlistContent, now: Time): Watchlist | 'limit' | 'name-taken' {
    const lists = this.#of(accountId)
    if (this.#isTaken(accountId, content.name)) return 'name-taken'
    if (lists.size >= WATCHLIST_LIMIT) return 'limit'
    const { name, symbols } = content
    const watchlist = { number: this.#last + 1, accountId, name, symbols, createdAt: now, updatedAt: now }
    this.#note('watchlist', watchlist)
    return this.#put(watchlist)
  }

  replace(before: Watchlist, { name, symbols }: WatchlistContent, now: Time): Watchlist | 'name-taken' {
    if (name !== before.name && this.#isTaken(before.accountId, name)) return 'name-taken'
    const watchlist = { ...before, name, symbols, updatedAt: now }
    this.#note('watchlist', watchlist)
    return this.#put(watchlist)
  }

  remove(watchlist: Watchlist): void {
    this.#note('watchlistRemoved', watchlist)
    this.#drop(watchlist)
  }

  #put(watchlist: Watchlist): Watchlist {
    this.#last = Math.max(this.#last, watchlist.number)
    this.#of(watchlist.accountId).set(watchlist.number, watchlist)
    return watchlist
  }

  #drop({ accountId, number }: Watchlist): void {
    this.#of(accountId).delete(number)
  }

  #isTaken(accountId: string, name: string): boolean {
    return this.list(accountId).some((watchlist) => watchlist.name === name)
  }

  #of(accountId: string): Map<number, Watchlist> {
    let lists = this.#byAccount.get(accountId)
    if (lists === undefined) {
      lists = new Map()
      this.#byAccount.set(accountId, lists)
    }
    return lists
  }
}
