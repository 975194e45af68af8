/** What the statistics need of a market, whether simulated or recorded. Times are seconds from the start. */
export interface Recording {
  readonly seconds: number
  /** Middle between the best prices at the end of each second, in ticks. */
  readonly mids: Float64Array
  /** Seconds spent at each spread in ticks. */
  readonly spreads: ReadonlyMap<number, number>
  /** Mean quantity at the levels from the best, both sides. */
  readonly depths: Float64Array
  /** Mean quantity in each basis point from the best, both sides. */
  readonly depthsByPoint: Float64Array
  /** Of merged market orders: when, in which direction, the mid before, and how much. */
  readonly tradeTimes: readonly number[]
  readonly tradeSigns: readonly number[]
  readonly tradeMids: readonly number[]
  readonly tradeLots: readonly number[]
  /** When the best prices changed. */
  readonly quoteTimes: readonly number[]
}
