import type { Ticks, Time } from '../values/types.ts'

/** Which limits on volatility stocks with sessions have. */
export interface VolatilityRules {
  /** Nothing trades outside bands around the mean of the last minutes. @default false */
  readonly priceBands?: boolean
  /**
   * What becomes of customers' limits outside the bands: new orders are refused and open ones canceled, or all are
   * moved to the band.
   * @default 'refuse'
   */
  readonly beyondBands?: 'refuse' | 'reprice'
  /** Symbols with wider bands: stocks outside the large indices. @default none */
  readonly tier2?: readonly string[]
  /** All stocks stop when they have fallen far since the last close. @default false */
  readonly marketWide?: boolean
}

/** What the limits of one stock go by; plain data. */
export interface Volatility {
  readonly lastCloseTicks: Ticks | undefined
  /** The price around which its bands lie; undefined while it has none. */
  readonly referenceTicks: Ticks | undefined
  /** When a new reference is looked for. */
  readonly reviewAt: Time
  /** Trades by the review that follows them: when that is, the sum of their prices, and how many they are. */
  readonly sums: readonly (readonly [Time, number, number])[]
  /** Since when a side of its book stands at its band. */
  readonly limitSince: Time | undefined
}

export const CALM: Volatility = {
  lastCloseTicks: undefined,
  referenceTicks: undefined,
  reviewAt: 0,
  sums: [],
  limitSince: undefined,
}
