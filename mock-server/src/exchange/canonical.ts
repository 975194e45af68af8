import type { ExchangeEvent } from './events.ts'
import { writeState } from './snapshot/write-state.ts'
import type { ExchangeState } from './state.ts'

/**
 * Canonical text of events and of the whole state, and a hash of it, to compare two runs. The hash (two
 * lanes of 32 bits, multiply and xor) finds differences; it does not withstand forgery.
 */

/**
 * JSON with bigints as decimal text; keys in the order in which the core writes them. By hand, because JSON would ask
 * about every value whether it is a bigint.
 */
export function canonicalText(value: unknown): string {
  if (typeof value === 'number' && Number.isFinite(value)) return `${value}`
  if (typeof value === 'bigint') return `"${value}"`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null'
  return Array.isArray(value) ? textOfList(value) : textOfFields(value as Readonly<Record<string, unknown>>)
}

function textOfList(items: readonly unknown[]): string {
  let text = ''
  for (const item of items) text += `${text === '' ? '' : ','}${canonicalText(item)}`
  return `[${text}]`
}

function textOfFields(fields: Readonly<Record<string, unknown>>): string {
  let text = ''
  for (const name in fields) {
    const value = fields[name]
    if (value !== undefined) text += `${text === '' ? '' : ','}"${name}":${canonicalText(value)}`
  }
  return `{${text}}`
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

/** Hash of all that the exchange knows: of its snapshot, which has no bigints. */
export function stateHash({ state }: { readonly state: ExchangeState }): string {
  return hashText(JSON.stringify(writeState(state)))
}
