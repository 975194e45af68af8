import type { Command } from '../../exchange/commands.ts'
import type { ExchangeView } from '../../exchange/exchange.ts'
import type { Instrument } from '../../exchange/instruments/instrument.ts'
import type { Time } from '../../exchange/values/types.ts'
import type { MarketSource } from '../market-source.ts'
import { CommandQueue } from './command-queue.ts'
import type { Recordings } from './find-recordings.ts'
import { type BookCounts, RecordedBook } from './recorded-book.ts'
import { REPLAY_HOUSE, type RecordedMarket } from './recorded-market.ts'
import type { RecordedItem } from './records.ts'
import { ReplayError } from './replay-error.ts'
import type { Track } from './track.ts'

/** Commands read ahead, by weight: refilled below the first mark, up to the second. */
const LOW_WATER = 256
const HIGH_WATER = 1_024

export interface ReplayProgress {
  readonly files: number
  /** Quotes, prints and book messages read, those before `from` included. */
  readonly itemsRead: number
  /** Items that became commands. */
  readonly commands: number
  /** Of each symbol that was recorded as a full book. */
  readonly books: Readonly<Record<string, BookCounts>>
}

/** A recording as a market. Files are read as they are needed: drive it with `needsRefill` and `refill`. */
export interface ReplaySource extends MarketSource {
  readonly instruments: readonly Instrument[]
  /** World time at which the recording begins. */
  readonly startTime: Time
  /** What stands at `startTime` before anything is played: the house account, and the books just before `from`. */
  readonly opening: readonly Command[]
  /**
   * World time may run up to here and not beyond: what comes later is not read yet. Infinity once all is read.
   */
  readonly horizon: Time
  readonly needsRefill: boolean
  /**
   * Reads ahead; returns at once when enough is read.
   * @throws ReplayError once, when a file is broken: what was read before still plays, then the source ends.
   */
  refill(): Promise<void>
  /** Whether the source ends early because a file is broken. */
  readonly failed: boolean
  readonly failure: ReplayError | undefined
  readonly progress: ReplayProgress
  close(): Promise<void>
}

export interface ReplayRange {
  readonly from: Time | undefined
  /** The first time that is not played any more. */
  readonly until: Time | undefined
}

/** Reads the tracks in one order of time, and turns items into commands ahead of their time. */
export class RecordedSource implements ReplaySource {
  readonly instruments: readonly Instrument[]
  readonly #tracks: readonly Track[]
  readonly #markets: ReadonlyMap<string, RecordedMarket>
  readonly #files: number
  readonly #until: Time
  #from: Time | undefined
  readonly #queue = new CommandQueue()
  readonly #opening: Command[] = []
  #startTime: Time | undefined
  #latest: Time = 0
  #ended = false
  #refilling: Promise<void> | undefined
  #failure: ReplayError | undefined
  #unreported: ReplayError | undefined
  #itemsRead = 0
  #commands = 0

  constructor(recordings: Recordings, { from, until }: ReplayRange) {
    this.instruments = recordings.instruments
    this.#tracks = recordings.tracks
    this.#markets = new Map(recordings.markets.map((market) => [market.symbol, market]))
    this.#files = recordings.files.length
    this.#from = from
    this.#until = until ?? Number.POSITIVE_INFINITY
  }

  get startTime(): Time {
    return this.#startTime ?? this.#from ?? 0
  }

  get opening(): readonly Command[] {
    return this.#opening
  }

  get horizon(): Time {
    if (this.#ended) return Number.POSITIVE_INFINITY
    return this.#queue.latest ?? this.startTime
  }

  get needsRefill(): boolean {
    return this.#unreported !== undefined || (!this.#ended && this.#queue.weight < LOW_WATER)
  }

  get failed(): boolean {
    return this.#failure !== undefined
  }

  get failure(): ReplayError | undefined {
    return this.#failure
  }

  get progress(): ReplayProgress {
    const books: Record<string, BookCounts> = {}
    for (const market of this.#markets.values()) {
      if (market instanceof RecordedBook) books[market.symbol] = market.counts
    }
    return { files: this.#files, itemsRead: this.#itemsRead, commands: this.#commands, books }
  }

  nextDue(): Time | undefined {
    return this.#queue.due
  }

  /** One command at a time: each may need the book as the one before left it. */
  next(view: ExchangeView): readonly Command[] {
    const command = this.#queue.shift()
    if (command === undefined) return []
    if (command.type !== 'SetHouseLevels') return [command]
    return [this.#markets.get(command.symbol)?.resolve?.(command, view) ?? command]
  }

  async refill(): Promise<void> {
    if (!this.needsRefill) return
    this.#refilling ??= this.#fill().finally(() => {
      this.#refilling = undefined
    })
    await this.#refilling
    const failure = this.#unreported
    this.#unreported = undefined
    if (failure !== undefined) throw failure
  }

  /** Reads the first items, so that instruments, start time and opening book are known. @throws ReplayError */
  async prime(): Promise<void> {
    await this.#fill()
    if (this.#unreported !== undefined && this.#queue.due === undefined) throw this.#unreported
  }

  async close(): Promise<void> {
    this.#ended = true
    this.#queue.clear()
    // A read under way ends first: a file is not closed beneath it.
    await this.#refilling?.catch(() => undefined)
    await this.#closeTracks()
  }

  async #closeTracks(): Promise<void> {
    await Promise.all(this.#tracks.map((track) => track.close()))
  }

  async #fill(): Promise<void> {
    try {
      while (!this.#ended && this.#queue.weight < HIGH_WATER) {
        for (const track of this.#tracks) if (track.needsLoad) await track.load()
        this.#drain()
      }
      if (this.#ended) await this.#closeTracks()
    } catch (cause) {
      this.#ended = true
      this.#failure = cause instanceof ReplayError ? cause : unexpected(cause)
      this.#unreported = this.#failure
      if (this.#startTime !== undefined) this.#open()
      await this.#closeTracks()
    }
  }

  /** Takes items in order of time until a track must load, the queue is full, or all is done. */
  #drain(): void {
    while (this.#queue.weight < HIGH_WATER) {
      let first: Track | undefined
      for (const track of this.#tracks) {
        if (track.needsLoad) return
        if (track.head !== undefined && (first === undefined || isEarlier(track, first))) first = track
      }
      const item = first?.head
      if (first === undefined || item === undefined || item.time >= this.#until) {
        this.#end()
        return
      }
      first.shift()
      this.#take(first.symbol, item)
    }
  }

  #take(symbol: string, item: RecordedItem): void {
    this.#itemsRead += 1
    // Files of following days may overlap in time by a broken clock: world time still never goes back.
    this.#latest = Math.max(this.#latest, item.time)
    if (this.#startTime === undefined) this.#start(item.time)
    if (this.#from !== undefined && item.time >= this.#from) this.#open()
    const command = this.#markets.get(symbol)?.apply(item)
    if (command !== undefined && this.#from === undefined) this.#push(this.#latest, command)
  }

  /** A `from` before the first line has nothing to skip. */
  #start(first: Time): void {
    if (this.#from === undefined || this.#from <= first) this.#from = undefined
    this.#startTime = this.#from ?? first
    this.#opening.push({
      type: 'OpenAccount',
      accountId: REPLAY_HOUSE,
      kind: 'liquidity',
      name: 'Recorded market',
      currency: 'USD',
    })
  }

  /** The books as they stood just before `from`, at once. */
  #open(): void {
    if (this.#from === undefined) return
    this.#from = undefined
    for (const market of this.#markets.values()) {
      const command = market.opening()
      if (command !== undefined) this.#opening.push(command)
    }
  }

  #end(): void {
    this.#ended = true
    if (this.#from !== undefined && this.#startTime !== undefined) this.#open()
  }

  #push(time: Time, command: Command): void {
    this.#queue.push(time, command)
    this.#commands += 1
  }
}

function isEarlier(left: Track, right: Track): boolean {
  const leftTime = left.head?.time ?? 0
  const rightTime = right.head?.time ?? 0
  return leftTime < rightTime || (leftTime === rightTime && left.rank < right.rank)
}

function unexpected(cause: unknown): ReplayError {
  const reason = cause instanceof Error ? cause.message : String(cause)
  return new ReplayError({ file: 'recording', reason }, { cause })
}
