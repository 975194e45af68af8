import type { Kept, KeptFields } from './kept.ts'

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
  /** Long lists, which stand elsewhere by their names. Snapshots of before have none. */
  readonly lists?: readonly (readonly Kept[])[]
}

/** The same in pieces: first what is small, then the rest, a few rows at a time. Rows of a list follow each other. */
export type SnapshotPart =
  | readonly ['exchange', Pick<ExchangeSnapshot, 'state' | 'accounts' | 'listings'>]
  | readonly ['orders', readonly KeptFields[]]
  | readonly ['groups', readonly KeptFields[]]
  | readonly ['list', readonly [place: number, rows: readonly Kept[]]]

/** What is left of a state's look at itself: the exchange may go on meanwhile. */
export interface SnapshotParts extends Iterable<SnapshotPart> {
  /** Nobody reads the rest. */
  end(): void
}

/** Undefined where the first part is missing. That of a journal of before has its groups in it. */
export function joinParts(parts: Iterable<SnapshotPart>): ExchangeSnapshot | undefined {
  let first:
    | (Extract<SnapshotPart, readonly ['exchange', unknown]>[1] & Partial<ExchangeSnapshot>)
    | undefined
  const orders: KeptFields[] = []
  const groups: KeptFields[] = []
  const lists: Kept[][] = []
  for (const [kind, of] of parts) {
    if (kind === 'exchange') first = of
    else if (kind === 'orders') orders.push(...of)
    else if (kind === 'groups') groups.push(...of)
    else listAt(lists, of[0]).push(...of[1])
  }
  return first && { ...first, orders, groups: [...(first.groups ?? []), ...groups], lists }
}

function listAt(lists: Kept[][], place: number): Kept[] {
  const list = lists[place] ?? []
  lists[place] = list
  return list
}

/**
 * Things that others point at: each is written once, in a list, and named elsewhere by mark and place in it; an
 * order by its number, and before by its place.
 */
export const MARKS = {
  accounts: 'a',
  listings: 'l',
  orders: 'n',
  ordersByPlace: 'o',
  groups: 'g',
  lists: 'q',
} as const

/** The name by which others in a snapshot point at it. */
export function nameOf(list: keyof typeof MARKS, place: number): string {
  return `#${MARKS[list]}${place}`
}
