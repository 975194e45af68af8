import type { Lots, Ticks } from '../../exchange/values/types.ts'
import type { CancellationLaw } from './cancellation.ts'
import type { FactorLaw } from './factor.ts'
import type { FundamentalLaw } from './fundamental.ts'
import type { PlacementLaw } from './placement.ts'
import type { SignLaw } from './sign-memory.ts'
import type { SizeLaw } from './sizes.ts'

/** The order flow of one kind of instrument, as data: each part is the law of one piece. */
export interface FlowPreset {
  /** Orders, cancels and market orders that are tried a second, in the mean. */
  readonly eventsPerSecond: number
  /** Shares of them; the rest are limit orders. */
  readonly marketShare: number
  readonly cancelShare: number
  readonly activity: readonly FactorLaw[]
  /** Times in which its price moves more than in others. */
  readonly unrest: readonly FactorLaw[]
  /** How much falling prices make the market busier, 0 to 1. */
  readonly leverage: number
  readonly fundamental: FundamentalLaw
  readonly signs: SignLaw
  readonly quoting: QuotingLaw
  readonly placement: PlacementLaw
  readonly cancellation: CancellationLaw
  readonly limitSizes: SizeLaw
  readonly marketSizes: SizeLaw
  /** Share of market orders that take more than the best level shows. */
  readonly sweepShare: number
  /** How much is traded of what market orders want, where they take no more than is shown; measured. @default 1 */
  readonly tradedShare?: number
  readonly ladder: LadderLaw
}

/** How makers quote around the fundamental price. */
export interface QuotingLaw {
  /** Half the usual spread, in ticks. */
  readonly halfSpreadTicks: number
  /** The spread breathes: variance of its logarithm, and how long a width lasts. */
  readonly breath: FactorLaw
  /** An order nearer to the fundamental than this share of the half spread ... */
  readonly withdrawShare: number
  /** ... and so many ticks is withdrawn; below zero: beyond it. */
  readonly withdrawTicks: number
  /** So many are withdrawn at a time. */
  readonly withdrawMost: number
  /** Behind the fair quote by more than this, the best is improved at once. */
  readonly slackTicks: number
  /** How long makers take to see a change. */
  readonly reactionMicros: number
  /** Orders that they then post at the fair quote. */
  readonly reactionOrders: number
  /** Whether they cancel what the best price has moved away from; else it stays behind it. */
  readonly follows: boolean
  /** How much larger an order at the best is than elsewhere. */
  readonly bestSizeFactor: number
}

/** The book that the flow starts with, and puts back where a customer emptied a side. */
export interface LadderLaw {
  readonly levels: number
  readonly gapTicks: Ticks
  readonly ordersPerLevel: number
  readonly lots: Lots
}
