import * as fs from 'node:fs'

/** Only its owner may read it: a journal holds the secrets of webhooks. */
export const OWNER_ONLY = 0o600

/** A file that is written. It is closed once no sync of it is under way: its number would be another file's. */
export class OpenFile {
  readonly #number: number
  /** Where the next bytes go. */
  #end: number
  #syncing = 0
  #isClosed = false

  /** @param flags `a` goes on at its end, `w` begins anew */
  constructor(path: string, flags: 'a' | 'w') {
    this.#number = fs.openSync(path, flags, OWNER_ONLY)
    this.#end = fs.fstatSync(this.#number).size
  }

  /** All of the bytes, or none where it throws. */
  append(bytes: Uint8Array): void {
    try {
      this.overwrite(bytes, this.#end)
    } catch (error) {
      this.#cut(this.#end)
      throw error
    }
    this.#end += bytes.length
  }

  /** Over what stands `at` bytes from the beginning. */
  overwrite(bytes: Uint8Array, at: number): void {
    for (let done = 0; done < bytes.length; )
      done += fs.writeSync(this.#number, bytes, done, bytes.length - done, at + done)
  }

  sync(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#syncing += 1
      fs.fdatasync(this.#number, (error) => {
        this.#syncing -= 1
        this.#closeInTime()
        if (error === null) resolve()
        else reject(error)
      })
    })
  }

  syncNow(): void {
    fs.fsyncSync(this.#number)
  }

  /** Closes it, and its room is free: with a sync under way it would not be yet. */
  discard(): void {
    if (!this.#isClosed) this.#cut(0)
    this.close()
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#closeInTime()
  }

  #cut(length: number): void {
    try {
      fs.ftruncateSync(this.#number, length)
    } catch {
      // What is beyond is written over, or gone with the file.
    }
  }

  #closeInTime(): void {
    if (this.#isClosed && this.#syncing === 0) fs.closeSync(this.#number)
  }
}
