import { type ExchangeSnapshot, joinParts, type SnapshotPart } from '../exchange/snapshot/snapshot.ts'
import { type Entry, isOfExchange } from './records.ts'

/** Undefined where there is none among the entries. */
export function exchangeOf(entries: readonly Entry[]): ExchangeSnapshot | undefined {
  return joinParts(entries.filter(isPart))
}

function isPart(entry: Entry): entry is SnapshotPart {
  return isOfExchange(entry[0])
}
