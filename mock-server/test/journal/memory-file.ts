import type { JournalFile, NextFile } from '../../src/ports/journal-file.ts'

/** What a journal does to its disk. */
export type Step = 'append' | 'sync' | 'begin' | 'next' | 'sync next' | 'take place' | 'sync name' | 'discard'

/** Bytes, and how many of them have reached the disk. */
interface Contents {
  bytes: Uint8Array
  synced: number
}

/** A journal's file in memory, with a disk that the test holds in its hand. */
export class MemoryFile implements JournalFile {
  syncs = 0
  replacements = 0
  closed = false
  /** Thrown by the next writes. */
  fault: Error | undefined
  /** Asked before each step on the contents that are to take the place: what it throws. */
  faultOfNext: (step: Step) => Error | undefined = () => undefined
  /** Syncs wait for `release` while this is true. */
  slow = false
  /** The same of the contents that are to take the place. */
  slowNext = false
  /** So many may be `taken`. */
  room = Number.POSITIVE_INFINITY
  /** Hears of each step that is done. */
  onStep: (step: Step) => void = () => {}
  #contents: Contents | undefined
  /** What the name leads to after a crash of the machine, while that is not sure. */
  #former: Contents | undefined
  #next: Contents | undefined
  #release: (() => void)[] = []

  constructor(bytes?: Uint8Array) {
    this.#contents = bytes && { bytes, synced: bytes.length }
  }

  get bytes(): Uint8Array | undefined {
    return this.#contents?.bytes
  }

  /** What of `bytes` has reached the disk. */
  get synced(): number {
    return this.#contents?.synced ?? 0
  }

  /** Bytes of the file and of what is beside it. */
  get taken(): number {
    return [this.#contents, this.#next].reduce((sum, of) => sum + (of?.bytes.length ?? 0), 0)
  }

  /** Whether there is something beside the file. */
  get hasNext(): boolean {
    return this.#next !== undefined
  }

  /** What a killed process leaves, and what a machine may leave that lost its power. */
  left(): readonly Uint8Array[] {
    const { bytes = new Uint8Array(), synced } = this
    const former = this.#former === undefined ? [] : [this.#former.bytes.slice(0, this.#former.synced)]
    return [bytes.slice(), bytes.slice(0, synced), ...former]
  }

  read(): Uint8Array | undefined {
    return this.bytes
  }

  append(bytes: Uint8Array): void {
    if (this.fault !== undefined) throw this.fault
    this.#assertRoom(bytes)
    this.#contents ??= { bytes: new Uint8Array(), synced: 0 }
    this.#contents.bytes = join([this.#contents.bytes, bytes])
    this.onStep('append')
  }

  async sync(): Promise<void> {
    this.syncs += 1
    if (this.#contents !== undefined) await this.#reachDisk(this.#contents)
    this.onStep('sync')
  }

  release(): void {
    for (const resolve of this.#release.splice(0)) resolve()
  }

  begin(): NextFile {
    const fault = this.fault ?? this.faultOfNext('begin')
    if (fault !== undefined) throw fault
    if (this.#next !== undefined) throw new Error('two checkpoints at once')
    const next: Contents = { bytes: new Uint8Array(), synced: 0 }
    this.#next = next
    const does = (step: Step, act: () => void): void => {
      const fault = this.fault ?? this.faultOfNext(step)
      if (fault !== undefined) throw fault
      if (this.#next !== next) throw new Error(`${step} of contents that were discarded`)
      act()
      this.onStep(step)
    }
    this.onStep('begin')
    const takePlace = (): void =>
      does('take place', () => {
        this.replacements += 1
        this.#former = this.#contents
        this.#contents = next
        this.#next = undefined
      })
    return {
      append: (bytes) =>
        does('next', () => {
          this.#assertRoom(bytes)
          next.bytes = join([next.bytes, bytes])
        }),
      overwrite: (bytes, at) => does('next', () => next.bytes.set(bytes, at)),
      sync: async () => {
        does('sync next', () => {})
        await this.#reachDisk(next)
        this.onStep('sync next')
      },
      takePlace,
      takePlaceNow: () => {
        next.synced = next.bytes.length
        takePlace()
        this.#former = undefined
      },
      discard: () => {
        if (this.#next !== next) return
        this.#next = undefined
        this.onStep('discard')
      },
    }
  }

  async syncName(): Promise<void> {
    await this.#reachDisk({ bytes: new Uint8Array(), synced: 0 })
    this.#former = undefined
    this.onStep('sync name')
  }

  close(): void {
    this.closed = true
  }

  #assertRoom({ length }: Uint8Array): void {
    if (this.taken + length > this.room) throw new Error('no space left on device')
  }

  async #reachDisk(contents: Contents): Promise<void> {
    const { length } = contents.bytes
    if (contents === this.#next ? this.slowNext : this.slow)
      await new Promise<void>((resolve) => this.#release.push(resolve))
    contents.synced = length
  }
}

export function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
