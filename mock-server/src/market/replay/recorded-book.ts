import type { Command, HouseLevel } from '../../exchange/commands.ts'
import { Ladder } from './ladder.ts'
import { levelsCommand, printCommand, type RecordedMarket } from './recorded-market.ts'
import type { FlatLevels, RecordedDepth, RecordedItem, RecordedSnapshot, RecordedTicker } from './records.ts'

export interface BookCounts {
  /** Depth messages that entered the book. */
  depthsApplied: number
  /** Best-price messages that were newer than the book. */
  tickersApplied: number
  /** Messages older than the book or the snapshot. */
  outdated: number
  /** Depth messages that did not follow the one before. */
  sequenceGaps: number
  /** Times that the best bid reached the best ask. */
  crossings: number
}

/** Depth messages kept while the snapshot is awaited; a recording without one starts from them. */
const MOST_WAITING = 50

/**
 * Rebuilds a full book from recorded depth differences by the venue's rules: spot messages carry their first
 * and last update id and follow each other without a hole, futures messages name the last id of the one
 * before; both start from a snapshot that one of them spans. Best-price messages come between, under the same
 * ids: one that is newer than the depth removes better levels and sets the best, and a depth message older
 * than it may not bring such levels back. After a gap the book goes on with what it knows, because quantities
 * are absolute; the gap is counted.
 */
export class RecordedBook implements RecordedMarket {
  readonly symbol: string
  readonly counts: BookCounts = {
    depthsApplied: 0,
    tickersApplied: 0,
    outdated: 0,
    sequenceGaps: 0,
    crossings: 0,
  }
  readonly #bids = new Ladder('buy')
  readonly #asks = new Ladder('sell')
  #waiting: RecordedDepth[] | undefined = []
  /** Last id that the book holds; undefined until the first depth message or snapshot. */
  #lastId: number | undefined
  #afterSnapshot = false
  #ticker: RecordedTicker | undefined

  constructor(symbol: string) {
    this.symbol = symbol
  }

  apply(item: RecordedItem): Command | undefined {
    switch (item.kind) {
      case 'print':
        return printCommand(this.symbol, item)
      case 'depth':
        this.#depth(item)
        return this.#changes()
      case 'ticker':
        this.#best(item)
        return this.#changes()
      case 'snapshot':
        this.#snapshot(item)
        return this.#changes()
      case 'quote':
        return undefined
    }
  }

  opening(): Command | undefined {
    const levels = [...this.#bids.levels(), ...this.#asks.levels()]
    return levels.length === 0 ? undefined : levelsCommand(this.symbol, levels, 'normal')
  }

  #changes(): Command | undefined {
    const levels: HouseLevel[] = []
    this.#bids.drain(levels)
    this.#asks.drain(levels)
    return levels.length === 0 ? undefined : levelsCommand(this.symbol, levels, 'normal')
  }

  #snapshot({ lastId, bids, asks }: RecordedSnapshot): void {
    const waiting = this.#waiting
    if (waiting === undefined) return
    this.#waiting = undefined
    setLevels(this.#bids, bids)
    setLevels(this.#asks, asks)
    this.#lastId = lastId
    this.#afterSnapshot = true
    for (const depth of waiting) this.#depth(depth)
  }

  #depth(depth: RecordedDepth): void {
    if (this.#waiting !== undefined) {
      this.#waiting.push(depth)
      if (this.#waiting.length < MOST_WAITING) return
      const waiting = this.#waiting
      this.#waiting = undefined
      for (const early of waiting) this.#depth(early)
      return
    }
    if (this.#isOutdated(depth)) {
      this.counts.outdated += 1
      return
    }
    if (!this.#follows(depth)) this.counts.sequenceGaps += 1
    this.#afterSnapshot = false
    this.#lastId = depth.lastId
    this.counts.depthsApplied += 1
    const ticker = this.#ticker !== undefined && depth.lastId <= this.#ticker.id ? this.#ticker : undefined
    applyLevels(this.#bids, depth.bids, ticker?.bidTicks)
    applyLevels(this.#asks, depth.asks, ticker?.askTicks)
    this.#uncross(depth)
  }

  #isOutdated({ lastId, previousId }: RecordedDepth): boolean {
    if (this.#lastId === undefined) return false
    // A futures snapshot may fall on the last id of the message that spans it.
    return previousId !== undefined && this.#afterSnapshot ? lastId < this.#lastId : lastId <= this.#lastId
  }

  #follows({ firstId, previousId }: RecordedDepth): boolean {
    if (this.#lastId === undefined) return true
    if (previousId === undefined) {
      return this.#afterSnapshot ? firstId <= this.#lastId + 1 : firstId === this.#lastId + 1
    }
    return this.#afterSnapshot ? firstId <= this.#lastId : previousId === this.#lastId
  }

  #best(ticker: RecordedTicker): void {
    const { id, bidTicks, bidLots, askTicks, askLots } = ticker
    if (this.#waiting !== undefined) return
    if (id <= (this.#lastId ?? 0) || id <= (this.#ticker?.id ?? 0)) {
      this.counts.outdated += 1
      return
    }
    if (bidTicks >= askTicks) {
      this.counts.crossings += 1
      return
    }
    this.counts.tickersApplied += 1
    this.#ticker = ticker
    this.#bids.trim(bidTicks)
    this.#asks.trim(askTicks)
    this.#bids.set(bidTicks, bidLots)
    this.#asks.set(askTicks, askLots)
  }

  /** Should bid and ask meet, the level that this message did not set is the older one, and goes. */
  #uncross({ bids }: RecordedDepth): void {
    let bid = this.#bids.best()
    let ask = this.#asks.best()
    if (bid === undefined || ask === undefined || bid < ask) return
    this.counts.crossings += 1
    while (bid !== undefined && ask !== undefined && bid >= ask) {
      if (names(bids, bid)) this.#asks.set(ask, 0)
      else this.#bids.set(bid, 0)
      bid = this.#bids.best()
      ask = this.#asks.best()
    }
  }
}

function setLevels(ladder: Ladder, levels: FlatLevels): void {
  ladder.clear()
  applyLevels(ladder, levels, undefined)
}

/** `bound`: the newer best price of this side, at and beyond which an older message says nothing. */
function applyLevels(ladder: Ladder, levels: FlatLevels, bound: number | undefined): void {
  for (let index = 0; index < levels.length; index += 2) {
    const price = levels[index] ?? 0
    if (bound !== undefined && (price === bound || ladder.isBetter(price, bound))) continue
    ladder.set(price, levels[index + 1] ?? 0)
  }
}

function names(levels: FlatLevels, price: number): boolean {
  for (let index = 0; index < levels.length; index += 2) if (levels[index] === price) return true
  return false
}
