import { decodeFrames } from './frames.ts'
import type { JournalHead } from './head.ts'
import { decodeEntries, type Entry } from './records.ts'

export interface ReadJournal {
  readonly head: JournalHead
  /** The checkpoint's, then what was added since. */
  readonly entries: readonly Entry[]
  /** The write that a crash cut off: it was dropped. */
  readonly torn: { readonly offset: number; readonly bytes: number } | undefined
}

/** @throws JournalDamage */
export function readJournal(bytes: Uint8Array): ReadJournal {
  const { payloads, torn } = decodeFrames(bytes)
  const [head, ...rest] = payloads
  return {
    head: JSON.parse(new TextDecoder().decode(head)) as JournalHead,
    entries: rest.flatMap(decodeEntries),
    torn,
  }
}
