import type { ExchangeEvent } from './events.ts'
import { writeState } from './snapshot/write-state.ts'
import type { ExchangeState } from './state.ts'

/**
 * Canonical text of events and of the whole state, and a hash of it, to compare two runs. The hash (two
 * lanes of 32 bits, multiply and xor) finds differences; it does not withstand forgery.
 */

/** JSON with bigints as decimal text; keys in the order in which the core writes them. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => (typeof item === 'bigint' ? String(item) : item))
}

/** 64 bits as 16 hexadecimal digits. */
export function hashText(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index)
    high = Math.imul(high ^ unit, 0x9e3779b1)
    low = Math.imul(low ^ unit, 0x5f356495)
  }
  high = Math.imul(high ^ (high >>> 16), 0x85ebca6b) ^ Math.imul(low ^ (low >>> 13), 0xc2b2ae35)
  low = Math.imul(low ^ (low >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
  return hex(high) + hex(low)
}

function hex(lane: number): string {
  return (lane >>> 0).toString(16).padStart(8, '0')
}

export function eventHash(events: readonly ExchangeEvent[]): string {
  return hashText(canonicalText(events))
}

/** Hash of all that the exchange knows: of its snapshot. */
export function stateHash({ state }: { readonly state: ExchangeState }): string {
  return hashText(canonicalText(writeState(state)))
}
