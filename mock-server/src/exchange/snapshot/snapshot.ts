import type { KeptFields } from './kept.ts'

/**
 * All that an exchange knows, between two commands, as plain data that JSON can hold. What an exchange is made
 * with (fees, calendar and so on) is not in it: it is restored with the same.
 */
export interface ExchangeSnapshot {
  readonly state: KeptFields
  readonly accounts: readonly KeptFields[]
  readonly listings: readonly KeptFields[]
  readonly orders: readonly KeptFields[]
  readonly groups: readonly KeptFields[]
}

/** Things that others point at: each is written once, in a list, and named elsewhere by mark and place in it. */
export const MARKS = { accounts: 'a', listings: 'l', orders: 'o', groups: 'g' } as const

export type EntityList = keyof typeof MARKS
export const ENTITY_LISTS = ['accounts', 'listings', 'orders', 'groups'] as const
