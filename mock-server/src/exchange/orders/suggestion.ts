import type { Rejection } from '../events.ts'
import type { Instrument } from '../instruments/instrument.ts'
import { parseDecimal } from '../values/decimal.ts'
import { toLots, toTicks } from '../values/wire.ts'
import type { OrderEntry } from './entry.ts'
import { type OrderTerms, shownWithin } from './order.ts'
import { entryOf } from './reprice.ts'

/** An order that is refused. */
export interface Refused {
  readonly entry: OrderEntry
  /** Everything that is wrong with it ... */
  faults(): readonly Rejection[]
  /** ... and would be with another. */
  judge(entry: OrderEntry): readonly Rejection[]
}

/** Of suggestions that lead to one another: enough for one of each check of a field. */
const MOST_STEPS = 4

/**
 * The rejection with a suggestion that passes: written into the order, it leaves no fault but those that the order had
 * besides. A check knows its own rule alone, and what it suggests may offend another; then that one's suggestion for
 * the same field counts, and where none passes, none is made.
 */
export function withSuggestionThatPasses(rejection: Rejection, refused: Refused): Rejection {
  const { entry } = refused
  const { pointer, suggestion, ...bare } = rejection
  // Off its steps, an order has no price and quantity that could be judged further: the nearest step is what counts.
  if (pointer === undefined || suggestion === undefined || entry.asked.asWritten !== undefined)
    return rejection
  let faultsBefore: readonly Rejection[] | undefined
  let next: string | undefined = suggestion
  for (let step = 0; next !== undefined && step < MOST_STEPS; step += 1) {
    const changed = withField(entry, pointer, next)
    const faults: readonly Rejection[] | undefined = changed && refused.judge(changed)
    if (faults === undefined) break
    if (faults.length > 0) faultsBefore ??= refused.faults()
    const added: readonly Rejection[] = faults.filter((fault) => isNew(fault, rejection, faultsBefore ?? []))
    if (added.length === 0) return { ...bare, pointer, suggestion: next }
    next = added.find((fault) => fault.pointer === pointer)?.suggestion
  }
  return { ...bare, pointer }
}

/** A check names one field after the other: the same fault of another field was there before, behind the first. */
function isNew(fault: Rejection, { code, pointer }: Rejection, before: readonly Rejection[]): boolean {
  if (fault.code === code) return fault.pointer === pointer
  return !before.some((other) => other.code === fault.code && other.pointer === fault.pointer)
}

/** The order with this value in this field; undefined for a field that has none. */
function withField(entry: OrderEntry, pointer: string, text: string): OrderEntry | undefined {
  const { asked, account, listing, desk, shownFollows, auctionTicks, original } = entry
  const [outer = '', inner] = pointer.slice(1).split('/')
  const [name, read] = FIELDS[inner ?? outer] ?? []
  const value = read?.(listing.instrument, text)
  if (name === undefined || value === undefined) return undefined
  const field = { [name]: value }
  const change = inner === undefined ? field : { [outer]: { ...asked[outer as 'stopLoss'], ...field } }
  const terms: OrderTerms = { ...asked, ...change }
  const displayLots = shownFollows ? shownWithin(terms.displayLots, terms.quantityLots) : terms.displayLots
  const parts = {
    account,
    listing,
    desk,
    shownFollows,
    ...(auctionTicks === undefined ? {} : { auctionTicks }),
  }
  return entryOf({ ...parts, terms: displayLots === undefined ? terms : { ...terms, displayLots } }, original)
}

type Read = (instrument: Instrument, text: string) => number | bigint | undefined

const units: Read = (_instrument, text) => parseDecimal(text)

/** A field of the request -> where the order has it, and how it is counted there. */
const FIELDS: Readonly<Record<string, readonly [name: keyof OrderTerms, read: Read]>> = {
  quantity: ['quantityLots', toLots],
  displayQuantity: ['displayLots', toLots],
  notional: ['notional', units],
  limitPrice: ['limitPriceTicks', toTicks],
  stopPrice: ['stopPriceTicks', toTicks],
  activationPrice: ['activationPriceTicks', toTicks],
  trailAmount: ['trailTicks', toTicks],
  trailPercent: ['trailPercent', units],
}
