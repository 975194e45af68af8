import * as fs from 'node:fs'
import { dirname, resolve as resolvePath } from 'node:path'
import { lock } from './file-lock.ts'
import { OpenFile } from './open-file.ts'

/** A file that grows at its end, or is replaced as a whole. */
export interface JournalFile {
  /** All of it; undefined where there is none yet. */
  read(): Uint8Array | undefined
  /** All of them, or none where it throws. */
  append(bytes: Uint8Array): void
  /** Resolves once what was appended is on the disk. */
  sync(): Promise<void>
  /** Begins other contents, which count for nothing until they take the place of these. */
  begin(): NextFile
  /** Resolves once the contents that took the place of others do so after a crash too. */
  syncName(): Promise<void>
  close(): void
}

/** Contents that are to take the place of a file's. */
export interface NextFile {
  append(bytes: Uint8Array): void
  /** Over what was appended, `at` bytes from the beginning. */
  overwrite(bytes: Uint8Array, at: number): void
  /** Resolves once what was appended is on the disk. */
  sync(): Promise<void>
  /** In one step: whoever looks finds the old contents or these. What was not synced may be lost with the machine. */
  takePlace(): void
  /** The same with all of it on the disk when this returns. */
  takePlaceNow(): void
  /** Does nothing once they have taken the place. */
  discard(): void
}

/** @throws Error when another process has it, or when it is a folder, a device or the like */
export function openJournalFile(name: string): JournalFile {
  // Of a link the file it leads to, so that its lock is found by whatever name and a new one takes its place.
  const path = fs.existsSync(name) ? fs.realpathSync(name) : resolvePath(name)
  const found = fs.statSync(path, { throwIfNoEntry: false })
  // A pipe would be read for ever, and a device would be replaced.
  if (found?.isFile() === false) throw new Error(`${path} is ${found.isDirectory() ? 'a folder' : 'no file'}`)
  const unlock = lock(path)
  let file: OpenFile | undefined
  return {
    read: () => (fs.existsSync(path) ? readAll(path) : undefined),
    append(bytes) {
      file ??= new OpenFile(path, 'a')
      file.append(bytes)
    },
    sync: async () => file?.sync(),
    begin: () =>
      beginNext(path, (next) => {
        file?.close()
        file = next
      }),
    syncName: () => syncFolder(dirname(path)),
    close() {
      file?.close()
      file = undefined
      unlock()
    },
  }
}

/** Node reads no more than 2 GiB at once, and a journal may have more. */
const READ_AT_ONCE = 2 ** 30

function readAll(path: string): Uint8Array {
  const file = fs.openSync(path, 'r')
  try {
    const bytes = new Uint8Array(fs.fstatSync(file).size)
    for (let at = 0; at < bytes.length; ) {
      const read = fs.readSync(file, bytes.subarray(at, at + READ_AT_ONCE))
      if (read === 0) return bytes.subarray(0, at)
      at += read
    }
    return bytes
  } finally {
    fs.closeSync(file)
  }
}

/** @param adopt hears of the file that has the path from now on */
function beginNext(path: string, adopt: (next: OpenFile) => void): NextFile {
  const name = `${path}.new`
  const next = new OpenFile(name, 'w')
  let isDecided = false
  const takePlace = (): void => {
    fs.renameSync(name, path)
    isDecided = true
    adopt(next)
  }
  return {
    append: (bytes) => next.append(bytes),
    overwrite: (bytes, at) => next.overwrite(bytes, at),
    sync: () => next.sync(),
    takePlace,
    takePlaceNow() {
      next.syncNow()
      takePlace()
      syncFolderNow(dirname(path))
    },
    discard() {
      if (isDecided) return
      isDecided = true
      // On a full disk it would take the room of what comes next.
      next.discard()
      fs.rmSync(name, { force: true })
    },
  }
}

/** The new name is in the folder, which has to reach the disk too; where folders cannot be synced, it does by itself. */
async function syncFolder(path: string): Promise<void> {
  try {
    const folder = await fs.promises.open(path, 'r')
    await folder.sync().finally(() => folder.close())
  } catch (error) {
    assertNoFolderSync(error)
  }
}

function syncFolderNow(path: string): void {
  let folder: number | undefined
  try {
    folder = fs.openSync(path, 'r')
    fs.fsyncSync(folder)
  } catch (error) {
    assertNoFolderSync(error)
  } finally {
    if (folder !== undefined) fs.closeSync(folder)
  }
}

/** @throws the error, where it is another than that folders cannot be synced here */
function assertNoFolderSync(error: unknown): void {
  const { code = '' } = error as NodeJS.ErrnoException
  if (!['EISDIR', 'EPERM', 'EINVAL', 'EACCES', 'ENOTSUP'].includes(code)) throw error
}
