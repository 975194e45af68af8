import type { Clock } from '../ports/clock.ts'
import type { JournalFile } from '../ports/journal-file.ts'
import { type Batch, newBatch } from './batch.ts'
import { Checkpoint } from './checkpoint.ts'
import { encodeFrame } from './frames.ts'
import type { JournalHead } from './head.ts'
import { type Entry, encodeLines, writeEntry } from './records.ts'

export interface JournalOptions {
  readonly file: JournalFile
  readonly head: JournalHead
  /** What an earlier run left, oldest first; undefined for a new journal. */
  readonly recovered?: readonly Entry[] | undefined
  /** `always`: whoever waits for {@link JournalWriter.settled} waits for the disk. */
  readonly sync: 'always' | 'interval'
  /** With `interval`: how long a record may wait before it is written. */
  readonly intervalMs: number
  readonly clock: Clock
  /** Runs in a task of its own, after what is waiting now. */
  soon(callback: () => void): void
  /** Bytes of records after which the file begins anew. @default 8 MiB, and at least as much as the last checkpoint has */
  readonly checkpointBytes?: number
  /** Bytes of a checkpoint that are written in one turn of the event loop. @default 64 KiB */
  readonly turnBytes?: number
  /** Hears, in a sentence, of a checkpoint that could not be written. */
  readonly onWarning?: (warning: string) => void
}

/** Where one world writes what it does. */
export interface JournalWriter {
  add(kind: string, value: unknown): void
  /** With `always`: resolves once all that was added is on disk, rejects when it never will be. */
  settled(): Promise<void> | undefined
  /** Nothing more will come, and no checkpoint may be asked for. */
  end(): void
}

export interface JournalSource {
  /** Everything that makes the world again as it is now, as entries: read in parts, while it goes on. */
  checkpoint(): Iterable<Entry>
  /** The disk failed: what is not written yet never will be. Told once. */
  onFailure(error: unknown): void
}

const CHECKPOINT_BYTES = 8 * 1024 * 1024

/**
 * An append-only log of what a world does, in frames of whatever came in since the last one. One frame is on its
 * way at a time, so that a crash leaves at most the last of them cut off. When the log has grown long enough it is
 * replaced by one that begins with a checkpoint: what is read at a restart stays bounded, and so does the file. The
 * log goes on while the other is written beside it.
 */
export class Journal {
  readonly #options: JournalOptions
  #recovered: readonly Entry[] | undefined
  #source: JournalSource | undefined
  #frames = 0
  #bytesSinceCheckpoint = 0
  /** So many of them make the next one due. */
  #dueBytes = 0
  #checkpoint: Checkpoint | undefined
  #waiting: Batch | undefined
  #writing: Batch | undefined
  /** The file is being written to, or replaced. */
  #busy: Promise<void> | undefined
  #isDue = false
  #failed = false
  #cancel = (): void => {}

  constructor(options: JournalOptions) {
    this.#options = options
    this.#recovered = options.recovered
  }

  /** What an earlier run left, until somebody has begun to go on with it. */
  get recovered(): readonly Entry[] | undefined {
    return this.#recovered
  }

  /** The world's. */
  get seed(): number {
    return this.#options.head.seed
  }

  get cursorSecret(): string {
    return this.#options.head.cursorSecret
  }

  get durability(): 'always' | 'interval' {
    return this.#options.sync
  }

  /** From here on this source writes, and no other. @throws what the file throws */
  begin(source: JournalSource): JournalWriter {
    this.#cancel()
    this.#discard()
    try {
      this.#beginAnew(source)
    } catch (error) {
      // Which of the two worlds the file has now, nobody knows: the one before must not go on in it.
      this.#fail(error)
      throw error
    }
    this.#waiting?.resolve()
    this.#waiting = undefined
    this.#source = source
    this.#recovered = undefined
    return {
      add: (kind, value) => {
        if (this.#source === source) this.#add([kind, value])
      },
      end: () => {
        if (this.#source !== source) return
        this.#source = undefined
        this.#discard()
      },
      settled: () => (this.#options.sync === 'always' ? (this.#waiting ?? this.#writing)?.done : undefined),
    }
  }

  /** Writes what is left and lets go of the file. */
  async close(): Promise<void> {
    this.#cancel()
    this.#discard()
    while (this.#busy !== undefined || this.#waiting !== undefined) {
      await this.#busy
      await this.#flush()
    }
    this.#source = undefined
    this.#discard()
    this.#options.file.close()
  }

  #add(entry: Entry): void {
    if (this.#failed) return
    if (this.#waiting === undefined) {
      this.#waiting = newBatch()
      this.#schedule()
    }
    this.#waiting.lines.push(writeEntry(entry))
  }

  #schedule(): void {
    const { sync, clock, soon, intervalMs } = this.#options
    const flush = (): void => {
      this.#isDue = true
      void this.#flush()
    }
    if (sync === 'always') soon(flush)
    else this.#cancel = clock.after(intervalMs, flush)
  }

  /** Does what there is to do, one thing after another; what comes while it does is done after it. */
  async #flush(): Promise<void> {
    if (this.#busy !== undefined || this.#failed) return
    do {
      this.#busy = this.#step()
      await this.#busy
      // Time may have run out for others while the disk was busy with these.
    } while (!this.#failed && (this.#isDue || this.#checkpoint?.isWritten === true))
    this.#busy = undefined
  }

  async #step(): Promise<void> {
    if (this.#checkpoint?.isWritten === true) await this.#replace(this.#checkpoint)
    else await this.#writeBatch()
  }

  async #writeBatch(): Promise<void> {
    this.#isDue = false
    const batch = this.#waiting
    if (batch === undefined) return
    this.#waiting = undefined
    this.#writing = batch
    try {
      this.#append(encodeLines(batch.lines))
      this.#takeCheckpoint()
      await this.#options.file.sync()
      this.#writing = undefined
      batch.resolve()
    } catch (error) {
      this.#fail(error, batch)
    }
  }

  #append(payload: Uint8Array): void {
    const frame = encodeFrame(this.#frames, payload)
    this.#appendFrame(frame)
    this.#frames += 1
    this.#bytesSinceCheckpoint += frame.length
    this.#checkpoint?.add(payload)
  }

  /** Where a checkpoint took the room of a record, the record goes first. */
  #appendFrame(frame: Uint8Array): void {
    const { file } = this.#options
    try {
      file.append(frame)
    } catch (error) {
      if (this.#checkpoint === undefined) throw error
      this.#giveUp(error)
      file.append(frame)
    }
  }

  /** The state has all that was appended and nothing else: this is called with nothing waiting. */
  #takeCheckpoint(): void {
    if (this.#checkpoint !== undefined || this.#bytesSinceCheckpoint <= this.#dueBytes) return
    const source = this.#source
    if (source === undefined) return
    try {
      const checkpoint = this.#newCheckpoint(source)
      this.#checkpoint = checkpoint
      void this.#write(checkpoint)
    } catch (error) {
      this.#giveUp(error)
    }
  }

  #newCheckpoint(source: JournalSource): Checkpoint {
    const { head, soon, turnBytes, file } = this.#options
    const next = file.begin()
    try {
      return new Checkpoint({ file: next, head, entries: () => source.checkpoint(), soon, turnBytes })
    } catch (error) {
      next.discard()
      throw error
    }
  }

  async #write(checkpoint: Checkpoint): Promise<void> {
    try {
      await checkpoint.write()
    } catch (error) {
      if (this.#checkpoint === checkpoint) this.#giveUp(error)
    }
    await this.#flush()
  }

  /** The checkpoint takes the place of the file, with all that the file has. */
  async #replace(checkpoint: Checkpoint): Promise<void> {
    try {
      if (!(await checkpoint.finish())) return
      checkpoint.takePlace()
    } catch (error) {
      if (this.#checkpoint === checkpoint) this.#giveUp(error)
      return
    }
    this.#goOnAfter(checkpoint)
    try {
      await this.#options.file.syncName()
    } catch (error) {
      // Which of the two files a crash would leave, nobody knows.
      this.#fail(error)
    }
  }

  /** At once: nobody waits for an answer yet, or those who do are of another world. */
  #beginAnew(source: JournalSource): void {
    const checkpoint = this.#newCheckpoint(source)
    try {
      checkpoint.writeNow()
    } catch (error) {
      checkpoint.discard()
      throw error
    }
    this.#goOnAfter(checkpoint)
  }

  #goOnAfter({ journal }: Checkpoint): void {
    this.#checkpoint = undefined
    this.#frames = journal.frames
    this.#bytesSinceCheckpoint = journal.bytes
    // A big checkpoint takes its time: it comes only when as much has been added to it.
    const { checkpointBytes = Math.max(CHECKPOINT_BYTES, journal.checkpointBytes) } = this.#options
    this.#dueBytes = checkpointBytes
  }

  /** The journal of before is whole and goes on, until as much again has been added to it. */
  #giveUp(error: unknown): void {
    this.#discard()
    this.#dueBytes += this.#bytesSinceCheckpoint
    const message = error instanceof Error ? error.message : String(error)
    this.#options.onWarning?.(
      `No checkpoint could be written, and the journal goes on without it: ${message}`,
    )
  }

  #discard(): void {
    this.#checkpoint?.discard()
    this.#checkpoint = undefined
  }

  /** What became of a write that failed nobody knows, so there is no second try. */
  #fail(error: unknown, batch?: Batch): void {
    this.#failed = true
    this.#discard()
    if (batch !== undefined) this.#writing = undefined
    batch?.reject(error)
    this.#waiting?.reject(error)
    this.#waiting = undefined
    this.#source?.onFailure(error)
  }
}
