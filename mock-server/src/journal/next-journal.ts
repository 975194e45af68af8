import type { NextFile } from '../ports/journal-file.ts'
import { crc32c } from './crc32c.ts'
import { encodeFrame, encodeHead, HEAD_BYTES, MAGIC } from './frames.ts'
import type { JournalHead } from './head.ts'
import { encodeLines } from './records.ts'

const NEW_LINE = Uint8Array.of(0x0a)

/**
 * The journal that takes the place of another: the description of its world, then a checkpoint, written in pieces
 * before anybody knows how long it will be, then what the other has had since.
 */
export class NextJournal {
  /** Of the records after the checkpoint. */
  bytes = 0
  readonly #file: NextFile
  readonly #checkpointAt: number
  #length = 0
  #checksum = 0
  #frames = 1

  constructor(file: NextFile, head: JournalHead) {
    this.#file = file
    const description = encodeFrame(0, encodeLines([JSON.stringify(head)]))
    this.#checkpointAt = MAGIC.length + description.length
    file.append(MAGIC)
    file.append(description)
    file.append(new Uint8Array(HEAD_BYTES))
  }

  /** Records so far. */
  get frames(): number {
    return this.#frames
  }

  get checkpointBytes(): number {
    return this.#length
  }

  /** The next lines of the checkpoint. */
  add(lines: Uint8Array): void {
    if (this.#length > 0) this.#append(NEW_LINE)
    this.#append(lines)
  }

  /** The checkpoint is whole. */
  seal(): void {
    const head = { length: this.#length, number: this.#frames, checksum: this.#checksum }
    this.#file.overwrite(encodeHead(head), this.#checkpointAt)
    this.#frames += 1
  }

  record(payload: Uint8Array): void {
    const frame = encodeFrame(this.#frames, payload)
    this.#file.append(frame)
    this.#frames += 1
    this.bytes += frame.length
  }

  #append(bytes: Uint8Array): void {
    this.#file.append(bytes)
    this.#checksum = crc32c(bytes, this.#checksum)
    this.#length += bytes.length
  }
}
