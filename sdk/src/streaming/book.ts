import type { BookLevel, BookUpdate } from '@openbourse/spec'
import { bookChecksum } from './checksum.ts'
import type { Position } from './messages.ts'

/** An order book kept up to date by the stream: the same object for as long as it is subscribed to. */
export interface LocalBook extends Position {
  readonly symbol: string
  /** The market's time of the last change, RFC 3339. */
  readonly time: string
  /** False while the levels are not to be relied on: before the first snapshot, and from a mismatch to the next one. */
  readonly live: boolean
  /** Highest price first. */
  readonly bids: readonly BookLevel[]
  /** Lowest price first. */
  readonly asks: readonly BookLevel[]
  /** The best level of each side; `undefined` for an empty side. */
  best(): { readonly bid: BookLevel | undefined; readonly ask: BookLevel | undefined }
}

interface Change extends Position {
  readonly time?: string
  readonly data: Pick<BookUpdate, 'bids' | 'asks' | 'checksum'>
}

/** A {@link LocalBook} and the two ways to change it; each tells whether the book is right afterwards. */
export class MaintainedBook implements LocalBook {
  readonly symbol: string
  epoch = ''
  seq = 0
  time = ''
  live = false
  bids: BookLevel[] = []
  asks: BookLevel[] = []

  constructor(symbol: string) {
    this.symbol = symbol
  }

  best() {
    return { bid: this.bids[0], ask: this.asks[0] }
  }

  replace(snapshot: Change): boolean {
    this.bids = []
    this.asks = []
    this.live = true
    return this.apply(snapshot)
  }

  /** A book that is wrong takes no changes until it is replaced. */
  apply({ epoch, seq, time = this.time, data }: Change): boolean {
    if (!this.live) return false
    for (const level of data.bids) setLevel(this.bids, level, -1)
    for (const level of data.asks) setLevel(this.asks, level, 1)
    Object.assign(this, { epoch, seq, time })
    const { bid, ask } = this.best()
    const crossed = bid !== undefined && ask !== undefined && Number(bid.price) >= Number(ask.price)
    this.live = !crossed && bookChecksum(this.asks, this.bids) === data.checksum
    return this.live
  }
}

/** Puts a level in its place, best first: `direction` is 1 where the lowest price is best, else -1. */
function setLevel(levels: BookLevel[], level: BookLevel, direction: 1 | -1): void {
  const price = Number(level.price)
  let from = 0
  let to = levels.length
  while (from < to) {
    const middle = (from + to) >>> 1
    if ((Number(levels[middle]?.price) - price) * direction < 0) from = middle + 1
    else to = middle
  }
  const found = Number(levels[from]?.price) === price ? 1 : 0
  if (Number(level.quantity) === 0) levels.splice(from, found)
  else levels.splice(from, found, level)
}
