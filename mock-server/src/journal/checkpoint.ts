import type { NextFile } from '../ports/journal-file.ts'
import type { JournalHead } from './head.ts'
import { NextJournal } from './next-journal.ts'
import { type Entry, encodeLines, writeEntry } from './records.ts'

/** Two or three milliseconds of work. */
const TURN_BYTES = 64 * 1024
/** Of records, which are text already, so much is written in one turn. */
const COPIED_BYTES = 256 * 1024
/** Turns after which is waited for the disk: with too much on its way to it, a system makes writes wait. */
const TURNS_UNSYNCED = 128

export interface CheckpointOptions {
  readonly file: NextFile
  readonly head: JournalHead
  /** What makes the world again, as it is when this is called: read in parts, while it goes on. */
  entries(): Iterable<Entry>
  /** Runs in a task of its own, after what is waiting now. */
  soon(callback: () => void): void
  /** Text that is made and written in one turn of the event loop. */
  readonly turnBytes?: number | undefined
}

/** A checkpoint that is being written, a little in each turn, while records go on into the journal of before. */
export class Checkpoint {
  readonly journal: NextJournal
  readonly #options: CheckpointOptions
  readonly #pieces: Iterator<Uint8Array>
  /** Begun at once, so that whoever gives the entries knows that they are read. */
  #piece: IteratorResult<Uint8Array>
  /** Payloads of the records since it was taken, which are in the journal of before. */
  #since: Uint8Array[] = []
  #bytesSince = 0
  #isDiscarded = false
  #isWritten = false

  constructor(options: CheckpointOptions) {
    const { file, head, turnBytes = TURN_BYTES } = options
    this.#options = options
    this.journal = new NextJournal(file, head)
    this.#pieces = piecesOf(options.entries(), turnBytes)
    this.#piece = this.#pieces.next()
  }

  /** All but the latest records is written and on the disk. */
  get isWritten(): boolean {
    return this.#isWritten
  }

  /** A record that the journal of before has had since. */
  add(payload: Uint8Array): void {
    this.#since.push(payload)
    this.#bytesSince += payload.length
  }

  /** Resolves when it is written or discarded. */
  async write(): Promise<void> {
    const { file } = this.#options
    let turns = 0
    do {
      await this.#turn()
      turns += 1
      if (turns % TURNS_UNSYNCED === 0 && !this.#isDiscarded) await file.sync()
    } while (!this.#isDiscarded && this.#writePiece())
    if (this.#isDiscarded) return
    this.journal.seal()
    do {
      while (!this.#isDiscarded && this.#isBehind) {
        this.#copyRecords()
        await this.#turn()
      }
      if (this.#isDiscarded) return
      await file.sync()
    } while (this.#isBehind)
    this.#isWritten = !this.#isDiscarded
  }

  /** Whether more records wait than are written in one turn: in each turn there may be another one. */
  get #isBehind(): boolean {
    return this.#bytesSince > COPIED_BYTES
  }

  /** Writes the latest records, while nobody adds to them; answers whether it may take the place now. */
  async finish(): Promise<boolean> {
    while (this.#since.length > 0) this.#copyRecords()
    await this.#options.file.sync()
    return !this.#isDiscarded
  }

  takePlace(): void {
    this.#options.file.takePlace()
  }

  /** All of it at once, without a turn between. */
  writeNow(): void {
    while (this.#writePiece());
    this.journal.seal()
    this.#options.file.takePlaceNow()
  }

  discard(): void {
    if (this.#isDiscarded) return
    this.#isDiscarded = true
    this.#pieces.return?.()
    this.#options.file.discard()
  }

  /** False when there was nothing more. */
  #writePiece(): boolean {
    const { done, value } = this.#piece
    if (done === true) return false
    this.journal.add(value)
    this.#piece = this.#pieces.next()
    return true
  }

  #copyRecords(): void {
    let copied = 0
    let count = 0
    for (const payload of this.#since) {
      if (copied >= COPIED_BYTES) break
      this.journal.record(payload)
      copied += payload.length
      count += 1
    }
    this.#since = this.#since.slice(count)
    this.#bytesSince -= copied
  }

  #turn(): Promise<void> {
    return new Promise((resolve) => this.#options.soon(resolve))
  }
}

/** The entries as text in pieces of about `bytes`, each made when it is asked for. */
function* piecesOf(entries: Iterable<Entry>, bytes: number): Generator<Uint8Array> {
  let lines: string[] = []
  let length = 0
  for (const entry of entries) {
    const line = writeEntry(entry)
    lines.push(line)
    length += line.length
    if (length < bytes) continue
    yield encodeLines(lines)
    lines = []
    length = 0
  }
  if (lines.length > 0) yield encodeLines(lines)
}
