import type { Minor } from '../../values/types.ts'

/**
 * `intraday`: what is bought today may cost what the maintenance requirement allows (FINRA rule 4210 as amended in
 * 2026). `legacyDayTrade`: twice the equity, four times for pattern day traders (the rule before).
 */
export type MarginRegime = 'intraday' | 'legacyDayTrade'

/** What a broker wants above the rules of the regulators. */
export interface HouseRequirement {
  readonly side: 'long' | 'short'
  /** Of the value, in units of 1e-8. */
  readonly rate: bigint
  /** Only below this price of one unit; at any price where left out. */
  readonly belowPrice?: Minor
}

/** How margin accounts of one exchange are kept. */
export interface MarginRules {
  /** `byDate`: the one that is in force on the day. @default 'byDate' */
  readonly regime: MarginRegime | 'byDate'
  /** Above what regulators want. @default what brokers commonly want of low-priced stocks */
  readonly house: readonly HouseRequirement[] | undefined
  /**
   * What becomes of short sales at the bid of a stock that fell by a tenth (Regulation SHO rule 201): `reprice` moves
   * a limit to the price above the bid. @default 'reject'
   */
  readonly shortSaleRestriction: 'reject' | 'reprice' | 'off'
  /** How long the holder of an account that lacks equity may bring some. */
  readonly graceMicros: number
}

export const DEFAULT_MARGIN_RULES: MarginRules = {
  regime: 'byDate',
  house: undefined,
  shortSaleRestriction: 'reject',
  graceMicros: 900_000_000,
}
