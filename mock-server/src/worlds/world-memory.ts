import type { Command } from '../exchange/commands.ts'
import { type ExchangeOptions, restoreExchange } from '../exchange/create-exchange.ts'
import type { Exchange } from '../exchange/exchange.ts'
import type { Journal, JournalWriter } from '../journal/journal.ts'
import { exchangeOf } from '../journal/kept-exchange.ts'
import { type Entry, isOfExchange, type Note } from '../journal/records.ts'

/** The kind of a command of the exchange; what neither is one nor part of a snapshot is a note. */
const COMMAND = 'command'

/**
 * What a world writes down, so that another process can go on with it: its exchange's commands, and notes of
 * what else it must still know after a restart. Without a journal it remembers nothing.
 *
 * Not kept: messages of the feed, bars, quotes and prints of before, the worth of accounts by the minute, tokens,
 * nonces, counters of limits.
 */
export class WorldMemory {
  /** What an earlier process left of everything but the exchange; undefined for a new world. */
  readonly notes: readonly Entry[] | undefined
  readonly #journal: Journal | undefined
  #writer: JournalWriter | undefined
  #exchange: Exchange | undefined
  /** How often this world has been begun before. */
  readonly restarts: number

  constructor(journal: Journal | undefined) {
    this.#journal = journal
    this.notes = journal?.recovered?.filter(([kind]) => kind !== COMMAND && !isOfExchange(kind))
    const [, before] = this.notes?.findLast(([kind]) => kind === 'restarts') ?? []
    this.restarts = before === undefined ? 0 : (before as number) + 1
  }

  /** The exchange as it stood, or a new one. Its commands are written down from `begin` on. */
  exchange(options: ExchangeOptions, create: (options: ExchangeOptions) => Exchange): Exchange {
    const exchange = this.#recover(options) ?? create(options)
    this.#exchange = exchange
    if (this.#journal === undefined) return exchange
    return {
      ...exchange,
      execute: (command) => {
        const events = exchange.execute(command)
        // Only what was executed whole: a command that breaks the exchange would break it at every restart.
        this.#writer?.add(COMMAND, command)
        return events
      },
    }
  }

  readonly note: Note = (kind, value) => this.#writer?.add(kind, value)

  /** @param notes what makes the rest of the world again, as it is when it is asked for: at each checkpoint */
  begin(notes: () => readonly Entry[], onFailure: (error: unknown) => void): void {
    this.#writer = this.#journal?.begin({
      checkpoint: () => {
        const all: readonly Entry[] = [['restarts', this.restarts], ...notes()]
        return inTurn(this.#exchange?.snapshotParts() ?? [], all)
      },
      onFailure,
    })
  }

  /** Resolves once all that happened is on disk, where somebody must wait for that. */
  settled(): Promise<void> | undefined {
    return this.#writer?.settled()
  }

  end(): void {
    this.#writer?.end()
  }

  #recover(options: ExchangeOptions): Exchange | undefined {
    const { recovered } = this.#journal ?? {}
    const snapshot = recovered && exchangeOf(recovered)
    if (recovered === undefined || snapshot === undefined) return undefined
    const exchange = restoreExchange(snapshot, options)
    for (const [kind, value] of recovered) if (kind === COMMAND) exchange.execute(value as Command)
    return exchange
  }
}

function* inTurn(parts: Iterable<Entry>, notes: readonly Entry[]): Generator<Entry> {
  yield* parts
  yield* notes
}
