/**
 * Trade conditions of US equity ticks: a hexadecimal number whose bits are sale conditions of the consolidated
 * tape, in the order that the LEAN data format gives them (least significant first).
 */
const CONDITIONS = [
  'regular',
  'cash',
  'nextDay',
  'seller',
  'yellowFlag',
  'intermarketSweep',
  'openingPrint',
  'closingPrint',
  'reopeningPrint',
  'derivativelyPriced',
  'formT',
  'sold',
  'stopped',
  'extendedHours',
  'outOfSequence',
  'split',
  'acquisition',
  'bunched',
  'stockOption',
  'distribution',
  'averagePrice',
  'cross',
  'priceVariation',
  'rule155',
  'officialClose',
  'priorReferencePrice',
  'officialOpen',
  'capElection',
  'autoExecution',
  'tradeThroughExempt',
  'undocumented',
  'oddLot',
] as const

type Condition = (typeof CONDITIONS)[number]

/**
 * Prints of auctions, and prints whose price is not of their moment (reported late, averaged, derived): no
 * order that rested in the book then would have met them.
 */
const FILLS_NOBODY: ReadonlySet<Condition> = new Set<Condition>([
  'openingPrint',
  'reopeningPrint',
  'officialOpen',
  'closingPrint',
  'officialClose',
  'outOfSequence',
  'sold',
  'derivativelyPriced',
  'averagePrice',
  'priorReferencePrice',
])

export interface TradeConditions {
  /** Whether such a print may fill resting orders. */
  readonly fills: boolean
  /** Absent for a regular sale. */
  readonly names?: readonly string[]
}

/** A day has a few dozen distinct values in a hundred thousand prints. */
const decoded = new Map<string, TradeConditions>()
const MOST_DECODED = 4_096

/** Undefined when the text is no hexadecimal number of 32 bits; empty text means none. */
export function decodeTradeConditions(text: string): TradeConditions | undefined {
  const known = decoded.get(text)
  if (known !== undefined) return known
  if (!/^[0-9a-fA-F]{0,8}$/.test(text)) return undefined
  const bits = text === '' ? 0 : Number.parseInt(text, 16)
  const present = CONDITIONS.filter((_, bit) => ((bits >>> bit) & 1) === 1)
  const fills = !present.some((name) => FILLS_NOBODY.has(name))
  const names = present.filter((name) => name !== 'regular')
  const conditions: TradeConditions = names.length === 0 ? { fills } : { fills, names }
  if (decoded.size < MOST_DECODED) decoded.set(text, conditions)
  return conditions
}
