import type { Lots, Ticks, Time } from '../../exchange/values/types.ts'

/** What a line of a recording says, in the core's integers. Times never go back within a file. */
export type RecordedItem = RecordedQuote | RecordedPrint | RecordedDepth | RecordedTicker | RecordedSnapshot

/** One side of a recorded best quote. */
export interface Leg {
  /** Null when the side is empty. */
  readonly priceTicks: Ticks | null
  readonly quantityLots: Lots
}

/** A leg that is absent says nothing of its side. */
export interface RecordedQuote {
  readonly kind: 'quote'
  readonly time: Time
  readonly bid?: Leg
  readonly ask?: Leg
}

export interface RecordedPrint {
  readonly kind: 'print'
  readonly time: Time
  readonly priceTicks: Ticks
  readonly subTick: number
  readonly quantityLots: Lots
  readonly fills: boolean
  readonly conditions?: readonly string[]
}

/** Absolute quantities: price, quantity, price, quantity ... */
export type FlatLevels = readonly number[]

export interface RecordedDepth {
  readonly kind: 'depth'
  readonly time: Time
  readonly firstId: number
  readonly lastId: number
  /** The last id of the message before; only the futures streams say it. */
  readonly previousId?: number
  readonly bids: FlatLevels
  readonly asks: FlatLevels
}

export interface RecordedTicker {
  readonly kind: 'ticker'
  readonly time: Time
  readonly id: number
  readonly bidTicks: Ticks
  readonly bidLots: Lots
  readonly askTicks: Ticks
  readonly askLots: Lots
}

export interface RecordedSnapshot {
  readonly kind: 'snapshot'
  readonly time: Time
  readonly lastId: number
  readonly bids: FlatLevels
  readonly asks: FlatLevels
}
