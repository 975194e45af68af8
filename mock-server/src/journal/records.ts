import { type Kept, readValue, writeValue } from '../exchange/snapshot/kept.ts'

/** What a journal remembers: a kind, such as `command`, and plain data. */
export type Entry = readonly [kind: string, value: unknown]

/** Writes an entry down, where there is a journal. */
export type Note = (kind: string, value: unknown) => void

/** One line of a frame's payload. */
export function writeEntry([kind, value]: Entry): string {
  return JSON.stringify([kind, writeValue(value, kind)])
}

export function encodeLines(lines: readonly string[]): Uint8Array {
  return encoder.encode(lines.join('\n'))
}

export function decodeEntries(payload: Uint8Array): readonly Entry[] {
  return decoder
    .decode(payload)
    .split('\n')
    .map((line): Entry => {
      const [kind, value] = JSON.parse(line) as [string, Kept]
      return [kind, readValue(value)]
    })
}

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true })
