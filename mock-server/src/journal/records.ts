import { type Kept, readValue, writeValue } from '../exchange/snapshot/kept.ts'
import type { SnapshotPart } from '../exchange/snapshot/snapshot.ts'

/** What a journal remembers: a kind, such as `command`, and plain data. */
export type Entry = readonly [kind: string, value: unknown]

/** Writes an entry down, where there is a journal. */
export type Note = (kind: string, value: unknown) => void

/** The parts of an exchange are entries as they are: plain JSON already, and most of a checkpoint. */
const PARTS: ReadonlySet<string> = new Set<SnapshotPart[0]>(['exchange', 'orders', 'groups', 'list'])

export function isOfExchange(kind: string): boolean {
  return PARTS.has(kind)
}

/** One line of a frame's payload. */
export function writeEntry([kind, value]: Entry): string {
  return JSON.stringify([kind, isOfExchange(kind) ? value : writeValue(value, kind)])
}

/** Line by line: all of a checkpoint may be more than one text can hold. */
export function encodeLines(lines: readonly string[]): Uint8Array {
  const encoded = lines.map((line) => encoder.encode(line))
  const bytes = encoded.reduce((sum, { length }) => sum + length + 1, -1)
  const payload = new Uint8Array(Math.max(0, bytes)).fill(NEW_LINE)
  let at = 0
  for (const line of encoded) {
    payload.set(line, at)
    at += line.length + 1
  }
  return payload
}

export function decodeEntries(payload: Uint8Array): readonly Entry[] {
  const entries: Entry[] = []
  for (let from = 0; from <= payload.length; ) {
    const next = payload.indexOf(NEW_LINE, from)
    const to = next < 0 ? payload.length : next
    const [kind, value] = JSON.parse(decoder.decode(payload.subarray(from, to))) as [string, Kept]
    entries.push([kind, isOfExchange(kind) ? value : readValue(value)])
    from = to + 1
  }
  return entries
}

const NEW_LINE = 0x0a

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })
