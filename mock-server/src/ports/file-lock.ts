import * as fs from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { OWNER_ONLY } from './open-file.ts'

/** Locks of this process: its own number in a lock file that is not among them is an earlier process's. */
const held = new Set<string>()

/**
 * A file with the number of the process that has the journal; what a dead process left is taken over.
 * @returns what lets go of it
 * @throws Error when another process has it
 */
export function lock(path: string): () => void {
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
    fs.writeFileSync(own, `${process.pid}\n`, { mode: OWNER_ONLY })
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
