import type { OrderRequest } from '@openbourse/spec'
import { formatDecimal, parseDecimal } from '../../exchange/values/decimal.ts'
import { parseTime } from '../../exchange/values/time.ts'

/** Fields whose text may be written in several ways. */
const DECIMALS: ReadonlySet<string> = new Set<keyof OrderRequest | 'percent'>([
  'quantity',
  'notional',
  'displayQuantity',
  'limitPrice',
  'stopPrice',
  'activationPrice',
  'trailAmount',
  'trailPercent',
  'percent',
])

/** Values that mean the same as leaving the field out. */
const DEFAULTS: Partial<Readonly<Record<string, unknown>>> = {
  postOnly: false,
  reduceOnly: false,
  extendedHours: false,
  doNotReduce: false,
  orderClass: 'simple',
  selfTradePrevention: 'cancelIncoming',
  triggerBy: 'last',
  bracketMode: 'full',
} satisfies Partial<OrderRequest>

/** One text for all writings of one order or change of one: keys sorted, decimals canonical, defaults left out. */
export function fingerprintOf(
  request: Partial<OrderRequest> & { readonly percent?: string | undefined },
): string {
  const fields = request as Readonly<Record<string, unknown>>
  const told: unknown[] = []
  for (const field of Object.keys(fields).sort()) {
    const value = fields[field]
    if (DEFAULTS[field] !== value) told.push(field, canonical(field, value))
  }
  return JSON.stringify(told)
}

function canonical(field: string, value: unknown): unknown {
  if (DECIMALS.has(field)) return canonicalDecimal(String(value))
  if (field === 'takeProfit' || field === 'stopLoss') return canonicalLeg(value as object)
  return field === 'expiresAt' ? (parseTime(String(value)) ?? value) : value
}

function canonicalLeg(leg: object): unknown {
  return sorted(leg).map(([field, value]) => [field, canonical(field, value)])
}

function sorted(fields: object): [string, unknown][] {
  return Object.entries(fields).sort(([left], [right]) => (left < right ? -1 : 1))
}

function canonicalDecimal(text: string): string {
  // There is nothing to take away but zeros after the point.
  if (!text.endsWith('0') || !text.includes('.')) return text
  const units = parseDecimal(text)
  return units === undefined ? text : formatDecimal(units)
}
