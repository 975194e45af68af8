import type { Lots, Ticks } from '../values/types.ts'

export type AssetClass = 'usEquity' | 'crypto' | 'fx'

/**
 * What can be traded, and in which steps. One tick times one lot is always a whole number of money's minor
 * units (1e-8), so that the value of any trade is exact.
 */
export interface Instrument {
  readonly symbol: string
  readonly name: string
  readonly assetClass: AssetClass
  /** The asset in which prices and money are counted, for example `USD`. */
  readonly quoteAsset: string
  /** Tick size as a decimal string, for example `0.01`. */
  readonly tickSize: string
  /** Lot size as a decimal string, for example `1` or `0.00001`. */
  readonly lotSize: string
  readonly minimumPriceTicks: Ticks
  readonly maximumPriceTicks: Ticks
  readonly minimumQuantityLots: Lots
  readonly maximumQuantityLots: Lots
  /** Whether it may be bought on credit. @default true of US stocks; others never are */
  readonly marginable?: boolean
  /** Whether it may be sold short. @default true of US stocks; others never are */
  readonly shortable?: boolean
  /** How much of it can be borrowed for short sales, in all. @default any quantity: easy to borrow */
  readonly borrowableLots?: Lots
}

export function isMarginable({ assetClass, marginable = true }: Instrument): boolean {
  return assetClass === 'usEquity' && marginable
}

export function isShortable({ assetClass, shortable = true }: Instrument): boolean {
  return assetClass === 'usEquity' && shortable
}
