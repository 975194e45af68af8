import type { Clock } from '../ports/clock.ts'
import { type JournalFile, openJournalFile } from '../ports/journal-file.ts'
import { nextTask } from '../ports/system-clock.ts'
import { randomSecret } from '../ports/system-random.ts'
import { JournalDamage } from './frames.ts'
import { type JournalHead, refusalOf } from './head.ts'
import { Journal } from './journal.ts'
import { type ReadJournal, readJournal } from './read-journal.ts'

export interface OpenJournalOptions {
  readonly path: string
  readonly sync?: 'always' | 'interval'
  readonly intervalMs?: number
  readonly onWarning?: (warning: string) => void
}

/** The world that is to go on in the journal. */
export interface JournalWorld {
  /** @default that of the journal, or 1 */
  readonly seed: number | undefined
  readonly world: JournalHead['world']
  /** The server's own. */
  readonly version: string
  readonly clock: Clock
}

const INTERVAL_MS = 50
const DEFAULT_SEED = 1

/** @throws Error when another process has it, when it is damaged, or when it belongs to another world */
export function openJournal(options: OpenJournalOptions, here: JournalWorld): Journal {
  const { path, sync = 'interval', intervalMs = INTERVAL_MS, onWarning = () => {} } = options
  checkOptions(options)
  const file = inSentences(path, () => openJournalFile(path))
  try {
    const before = read(file, path)
    const refusal = before && refusalOf(before.head, here)
    if (refusal !== undefined)
      throw new Error(`The journal ${path} ${refusal}: start it as before, or give another --journal`)
    if (before?.torn) onWarning(tornSentence(path, before.torn))
    const { seed = DEFAULT_SEED, world, version, clock } = here
    const head = before?.head ?? { version, world, seed, cursorSecret: randomSecret() }
    const recovered = before?.entries
    return new Journal({ file, head, recovered, sync, intervalMs, clock, soon: nextTask, onWarning })
  } catch (error) {
    file.close()
    throw error
  }
}

/** What the system says names an error and a call, and seldom the file. */
function inSentences(path: string, open: () => JournalFile): JournalFile {
  const sentence = (error: unknown): Error => {
    const message = error instanceof Error ? error.message : String(error)
    return new Error(`The journal ${path} cannot be used: ${message}`, { cause: error })
  }
  const told = <Of>(call: () => Of): Of => {
    try {
      return call()
    } catch (error) {
      throw sentence(error)
    }
  }
  const toldLater = (done: Promise<void>) => done.catch((error) => Promise.reject(sentence(error)))
  const file = told(open)
  return {
    read: () => told(() => file.read()),
    append: (bytes) => told(() => file.append(bytes)),
    sync: () => toldLater(file.sync()),
    begin: () => {
      const next = told(() => file.begin())
      return {
        append: (bytes) => told(() => next.append(bytes)),
        overwrite: (bytes, at) => told(() => next.overwrite(bytes, at)),
        sync: () => toldLater(next.sync()),
        takePlace: () => told(() => next.takePlace()),
        takePlaceNow: () => told(() => next.takePlaceNow()),
        discard: () => next.discard(),
      }
    },
    syncName: () => toldLater(file.syncName()),
    close: () => file.close(),
  }
}

function checkOptions({ path, sync, intervalMs = INTERVAL_MS }: OpenJournalOptions): void {
  if (typeof path !== 'string' || path === '') throw new RangeError('A journal has the path of a file')
  if (sync !== undefined && sync !== 'always' && sync !== 'interval') {
    throw new RangeError(`A journal is synced always or in an interval, not ${JSON.stringify(sync)}`)
  }
  if (!(intervalMs >= 1 && intervalMs <= 60_000)) {
    throw new RangeError(`The interval of a journal has 1 to 60000 milliseconds, not ${intervalMs}`)
  }
}

function read(file: JournalFile, path: string): ReadJournal | undefined {
  const bytes = file.read()
  if (bytes === undefined) return undefined
  try {
    return readJournal(bytes)
  } catch (error) {
    if (!(error instanceof JournalDamage)) throw error
    throw new Error(
      `The journal ${path} is ${error.message}; restore it from a copy, or give another --journal`,
    )
  }
}

function tornSentence(path: string, { offset, bytes }: NonNullable<ReadJournal['torn']>): string {
  return `The journal ${path} ended in the middle of a write: its last ${bytes} bytes, from byte ${offset}, were dropped`
}
