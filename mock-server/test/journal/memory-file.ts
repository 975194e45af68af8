import type { JournalFile } from '../../src/ports/journal-file.ts'

/** A journal's file in memory, with a disk that the test holds in its hand. */
export class MemoryFile implements JournalFile {
  bytes: Uint8Array | undefined
  /** What of `bytes` has reached the disk. */
  synced = 0
  syncs = 0
  replacements = 0
  closed = false
  /** Thrown by the next writes. */
  fault: Error | undefined
  /** Syncs wait for `release` while this is true. */
  slow = false
  #release: (() => void)[] = []

  constructor(bytes?: Uint8Array) {
    this.bytes = bytes
  }

  read(): Uint8Array | undefined {
    return this.bytes
  }

  append(bytes: Uint8Array): void {
    if (this.fault !== undefined) throw this.fault
    this.bytes = join([this.bytes ?? new Uint8Array(), bytes])
  }

  async sync(): Promise<void> {
    this.syncs += 1
    const length = this.bytes?.length ?? 0
    if (this.slow) await new Promise<void>((resolve) => this.#release.push(resolve))
    this.synced = length
  }

  release(): void {
    for (const resolve of this.#release.splice(0)) resolve()
  }

  replace(parts: readonly Uint8Array[]): void {
    if (this.fault !== undefined) throw this.fault
    this.replacements += 1
    this.bytes = join(parts)
    this.synced = this.bytes.length
  }

  close(): void {
    this.closed = true
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
