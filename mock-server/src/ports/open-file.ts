import * as fs from 'node:fs'

/** Only its owner may read it: a journal holds the secrets of webhooks. */
const MODE = 0o600

/** A file that is written. It is closed once no sync of it is under way: its number would be another file's. */
export class OpenFile {
  readonly #number: number
  #syncing = 0
  #isClosed = false

  /** @param flags `a` goes on at its end, `w` begins anew */
  constructor(path: string, flags: 'a' | 'w') {
    this.#number = fs.openSync(path, flags, MODE)
  }

  append(bytes: Uint8Array): void {
    for (let done = 0; done < bytes.length; ) done += fs.writeSync(this.#number, bytes, done)
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

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#closeInTime()
  }

  #closeInTime(): void {
    if (this.#isClosed && this.#syncing === 0) fs.closeSync(this.#number)
  }
}
