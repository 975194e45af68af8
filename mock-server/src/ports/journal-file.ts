import * as fs from 'node:fs'
import { basename, dirname, join, resolve as resolvePath } from 'node:path'

/** A file that grows at its end, or is replaced as a whole. */
export interface JournalFile {
  /** All of it; undefined where there is none yet. */
  read(): Uint8Array | undefined
  append(bytes: Uint8Array): void
  /** Resolves once what was appended is on the disk. */
  sync(): Promise<void>
  /** Puts other contents in its place: after a crash there are the old ones or the new ones, whole and on the disk. */
  replace(parts: readonly Uint8Array[]): void
  close(): void
}

/** Only its owner may read it: it holds the secrets of webhooks. */
const MODE = 0o600

/** @throws Error when another process has it, or when it is a folder, a device or the like */
export function openJournalFile(name: string): JournalFile {
  // Of a link the file it leads to, so that its lock is found by whatever name and a new one takes its place.
  const path = fs.existsSync(name) ? fs.realpathSync(name) : resolvePath(name)
  const found = fs.statSync(path, { throwIfNoEntry: false })
  // A pipe would be read for ever, and a device would be replaced.
  if (found?.isFile() === false) throw new Error(`${path} is ${found.isDirectory() ? 'a folder' : 'no file'}`)
  const unlock = lock(path)
  let file: number | undefined
  let syncing = 0
  const retired: number[] = []
  /** A file that is being synced is closed after that: its number would be another file's. */
  const closeRetired = (): void => {
    if (syncing === 0) for (const old of retired.splice(0)) fs.closeSync(old)
  }
  const close = (): void => {
    if (file !== undefined) retired.push(file)
    file = undefined
    closeRetired()
  }
  return {
    read: () => (fs.existsSync(path) ? fs.readFileSync(path) : undefined),
    append(bytes) {
      file ??= fs.openSync(path, 'a', MODE)
      writeAll(file, bytes)
    },
    sync: () =>
      new Promise((resolve, reject) => {
        if (file === undefined) return resolve()
        syncing += 1
        fs.fdatasync(file, (error) => {
          syncing -= 1
          closeRetired()
          if (error === null) resolve()
          else reject(error)
        })
      }),
    replace(parts) {
      const next = `${path}.new`
      const written = fs.openSync(next, 'w', MODE)
      try {
        for (const part of parts) writeAll(written, part)
        fs.fsyncSync(written)
        fs.renameSync(next, path)
      } catch (error) {
        fs.closeSync(written)
        // On a full disk it would take the room of what comes next.
        fs.rmSync(next, { force: true })
        throw error
      }
      syncFolder(dirname(path))
      close()
      file = written
    },
    close() {
      close()
      unlock()
    },
  }
}

function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) done += fs.writeSync(file, bytes, done)
}

/** The new name is in the folder, which has to reach the disk too; where folders cannot be synced, it does by itself. */
function syncFolder(path: string): void {
  let folder: number | undefined
  try {
    folder = fs.openSync(path, 'r')
    fs.fsyncSync(folder)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(code)) throw error
  } finally {
    if (folder !== undefined) fs.closeSync(folder)
  }
}

/** Locks of this process: its own number in a lock file that is not among them is an earlier process's. */
const held = new Set<string>()

/** A file with the number of the process that has the journal; what a dead process left is taken over. */
function lock(path: string): () => void {
  const name = join(fs.realpathSync(dirname(path)), basename(path))
  const file = `${path}.lock`
  for (let attempt = 0; attempt < 3; attempt += 1) {
    const owner = ownerOf(file)
    if (owner !== undefined && (owner === process.pid ? held.has(name) : isAlive(owner))) {
      throw new Error(
        `${path} is in use by process ${owner}; stop it first, or delete ${file} where that is no such server`,
      )
    }
    if (owner !== undefined) takeAway(file, owner)
    if (!putLock(file)) continue
    held.add(name)
    return () => {
      if (held.delete(name)) fs.rmSync(file, { force: true })
    }
  }
  throw new Error(`${path} is being opened by another process`)
}

/** False where another process was faster. The file appears with its number in it: an empty one looks like a dead process's. */
function putLock(file: string): boolean {
  const own = `${file}.${process.pid}`
  try {
    fs.writeFileSync(own, `${process.pid}\n`, { mode: MODE })
    putNew(own, file)
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  } finally {
    fs.rmSync(own, { force: true })
  }
}

/** @throws EEXIST where there is one */
function putNew(from: string, to: string): void {
  try {
    fs.linkSync(from, to)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw error
    // A file system without links: not at once then, but never over another's.
    fs.copyFileSync(from, to, fs.constants.COPYFILE_EXCL)
  }
}

/** Removes a dead process's lock; where another process did so first, its own lock is put back. */
export function takeAway(file: string, dead: number): void {
  const aside = `${file}.${process.pid}`
  try {
    fs.renameSync(file, aside)
    if (!Object.is(ownerOf(aside), dead)) putNew(aside, file)
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException
    if (!['ENOENT', 'EEXIST'].includes(code)) throw error
  }
  fs.rmSync(aside, { force: true })
}

/** NaN where the file has no number: such a lock was cut off by a crash. */
function ownerOf(file: string): number | undefined {
  try {
    return Number.parseInt(fs.readFileSync(file, 'utf8'), 10)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}
