import type { Minor } from '../values/types.ts'

/** What a company does: `amount` is paid for one unit, or `newUnits` take the place of `oldUnits`. */
export type CorporateTerms =
  | { readonly type: 'cashDividend'; readonly amount: Minor }
  | { readonly type: 'split'; readonly newUnits: number; readonly oldUnits: number }

/** Days since 1970-01-01. */
export interface CorporateDates {
  /** The first day on which a buyer no longer takes part. */
  readonly exDay: number
  /** Whoever is in the books then is entitled; for information, the ex-date decides. */
  readonly recordDay: number
  readonly payDay: number
}
