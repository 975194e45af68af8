import type { Clock } from '../ports/clock.ts'
import type { JournalFile } from '../ports/journal-file.ts'
import { encodeFrame, MAGIC } from './frames.ts'
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
  /** Bytes of records, and at least the last checkpoint's, after which the file begins anew. @default 8 MiB */
  readonly checkpointBytes?: number
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
  /** Everything that makes the world again, as entries. */
  checkpoint(): readonly Entry[]
  /** The disk failed: what is not written yet never will be. Told once. */
  onFailure(error: unknown): void
}

const CHECKPOINT_BYTES = 8 * 1024 * 1024

/** Entries that go to the disk at once, and those who wait for it. */
interface Batch {
  readonly lines: string[]
  readonly done: Promise<void>
  resolve(): void
  reject(error: unknown): void
}

/**
 * An append-only log of what a world does, in frames of whatever came in since the last one. One frame is on its
 * way at a time, so that a crash leaves at most the last of them cut off. When the log has grown long enough it is
 * replaced by one that begins with a checkpoint: what is read at a restart stays bounded, and so does the file.
 */
export class Journal {
  readonly #options: JournalOptions
  #recovered: readonly Entry[] | undefined
  #source: JournalSource | undefined
  #frames = 0
  #checkpointBytes = 0
  #bytesSinceCheckpoint = 0
  #waiting: Batch | undefined
  #writing: Batch | undefined
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
    try {
      this.#checkpoint(source)
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
        if (this.#source === source) this.#source = undefined
      },
      settled: () => (this.#options.sync === 'always' ? (this.#waiting ?? this.#writing)?.done : undefined),
    }
  }

  /** Writes what is left and lets go of the file. */
  async close(): Promise<void> {
    this.#cancel()
    while (this.#writing !== undefined || this.#waiting !== undefined) {
      await this.#writing?.done.catch(() => {})
      await this.#flush()
    }
    this.#source = undefined
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

  async #flush(): Promise<void> {
    if (this.#writing !== undefined || this.#waiting === undefined || this.#failed) return
    const batch = this.#waiting
    this.#waiting = undefined
    this.#isDue = false
    this.#writing = batch
    try {
      await this.#write(batch.lines)
      this.#writing = undefined
      batch.resolve()
    } catch (error) {
      this.#fail(error, batch)
    }
    // Time ran out for these while the disk was busy with the others.
    if (this.#isDue) await this.#flush()
  }

  async #write(lines: readonly string[]): Promise<void> {
    // A big checkpoint takes its time: it comes only when as much has been added to it.
    const limit = Math.max(this.#options.checkpointBytes ?? CHECKPOINT_BYTES, this.#checkpointBytes)
    // A checkpoint is of the present, and has all that waits for the disk in it.
    if (this.#bytesSinceCheckpoint > limit && this.#source !== undefined) {
      this.#checkpoint(this.#source)
      return
    }
    const frame = encodeFrame(this.#frames, encodeLines(lines))
    this.#options.file.append(frame)
    this.#frames += 1
    this.#bytesSinceCheckpoint += frame.length
    await this.#options.file.sync()
  }

  #checkpoint(source: JournalSource): void {
    const { file, head } = this.#options
    const payloads = [[JSON.stringify(head)], source.checkpoint().map(writeEntry)].map(encodeLines)
    file.replace([MAGIC, ...payloads.map((payload, number) => encodeFrame(number, payload))])
    this.#frames = payloads.length
    this.#checkpointBytes = payloads.reduce((sum, { length }) => sum + length, 0)
    this.#bytesSinceCheckpoint = 0
  }

  /** What became of a write that failed nobody knows, so there is no second try. */
  #fail(error: unknown, batch?: Batch): void {
    this.#failed = true
    if (batch !== undefined) this.#writing = undefined
    batch?.reject(error)
    this.#waiting?.reject(error)
    this.#waiting = undefined
    this.#source?.onFailure(error)
  }
}

function newBatch(): Batch {
  let settle: Pick<Batch, 'resolve' | 'reject'> | undefined
  const done = new Promise<void>((resolve, reject) => {
    settle = { resolve, reject }
  })
  // Nobody has to wait.
  done.catch(() => {})
  return {
    lines: [],
    done,
    resolve: () => settle?.resolve(),
    reject: (error) => settle?.reject(error),
  }
}
