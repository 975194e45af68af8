import type { SymbolStatus } from '../events.ts'

/** Whether there is nothing to tell. */
export function isSameStatus(one: SymbolStatus, other: SymbolStatus): boolean {
  return (
    isSame(one, other, ['phase', 'halted', 'haltReason', 'market', 'limitState']) &&
    isSame(one.auction, other.auction, AUCTION) &&
    isSame(one.bands, other.bands, ['lowerTicks', 'upperTicks'])
  )
}

const AUCTION = [
  'kind',
  'at',
  'priceTicks',
  'pairedLots',
  'surplusSide',
  'surplusLots',
  'referenceTicks',
] as const

function isSame<Of extends object>(
  one: Of | undefined,
  other: Of | undefined,
  fields: readonly (keyof Of)[],
): boolean {
  if (one === undefined || other === undefined) return one === other
  return fields.every((field) => one[field] === other[field])
}
