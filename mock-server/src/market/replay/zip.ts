import type { FileHandle } from 'node:fs/promises'
import { open } from 'node:fs/promises'
import type { Transform } from 'node:stream'
import { crc32, createInflateRaw } from 'node:zlib'
import { ReplayError } from './replay-error.ts'

/**
 * The one CSV inside a zip file, as a stream of bytes: memory is bounded whatever the file's size. Stored and
 * deflated entries, also with 64-bit sizes; no encryption, no archive of several volumes. A file whose end is
 * missing is read from its front as far as it goes.
 */
export interface ZipEntry {
  readonly name: string
  readonly chunks: AsyncIterable<Uint8Array>
}

interface Located {
  readonly name: string
  readonly method: number
  readonly headerOffset: number
  /** Unknown when the central directory is missing. */
  readonly compressedSize: number | undefined
  readonly size: number | undefined
  readonly checksum: number | undefined
}

const END_SIGNATURE = 0x06054b50
const CENTRAL_SIGNATURE = 0x02014b50
const LOCAL_SIGNATURE = 0x04034b50
const END_LENGTH = 22
const LOCAL_LENGTH = 30
const LONGEST_COMMENT = 65_535
/** Small, because a hostile entry inflates to a thousand times as much. */
const CHUNK_BYTES = 4_096
const DEFLATED = 8
const ZIP64_EXTRA = 1
/** A 32-bit field that says: see the 64-bit one. */
const FULL = 0xffffffff

/** @throws ReplayError when the file is no zip with one entry that this reader knows. */
export async function openZip(file: string): Promise<ZipEntry> {
  const handle = await open(file, 'r')
  try {
    const located = await locate(file, handle)
    return { name: located.name, chunks: readEntry(file, located) }
  } finally {
    await handle.close()
  }
}

async function locate(file: string, handle: FileHandle): Promise<Located> {
  const { size } = await handle.stat()
  const tail = await readAt(handle, Math.max(0, size - END_LENGTH - LONGEST_COMMENT), size)
  for (let at = tail.length - END_LENGTH; at >= 0; at -= 1) {
    if (tail.readUInt32LE(at) === END_SIGNATURE) return locateCentral(file, handle, tail.subarray(at))
  }
  return locateFront(file, handle)
}

async function locateCentral(file: string, handle: FileHandle, end: Buffer): Promise<Located> {
  const directorySize = end.readUInt32LE(12)
  const offset = end.readUInt32LE(16)
  if (offset === FULL) throw new ReplayError({ file, reason: 'archives beyond 4 GiB are not supported' })
  const directory = await readAt(handle, offset, offset + directorySize)
  const entries: Located[] = []
  let at = 0
  while (at + 46 <= directory.length) {
    if (directory.readUInt32LE(at) !== CENTRAL_SIGNATURE) break
    const nameLength = directory.readUInt16LE(at + 28)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength)
    if (!name.endsWith('/')) entries.push(centralEntry(file, directory.subarray(at), name))
    at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
  }
  const [only, ...others] = entries
  if (only === undefined) throw new ReplayError({ file, reason: 'the zip file is empty' })
  if (others.length > 0) {
    const names = entries.map((entry) => entry.name).join(', ')
    throw new ReplayError({ file, reason: `the zip file must hold one CSV file, it holds ${names}` })
  }
  return only
}

function centralEntry(file: string, record: Buffer, name: string): Located {
  const flags = record.readUInt16LE(8)
  const method = record.readUInt16LE(10)
  checkReadable(file, flags, method)
  const wide = wideFields(record)
  // The 64-bit fields stand in this order, each only where the 32-bit one is full.
  const [size, compressedSize, headerOffset] = [24, 20, 42].map((at) => {
    const narrow = record.readUInt32LE(at)
    return narrow === FULL ? (wide.shift() ?? narrow) : narrow
  })
  const checksum = record.readUInt32LE(16)
  return { name, method, headerOffset: headerOffset ?? 0, compressedSize, size, checksum }
}

/** The numbers of a central record's Zip64 extra field. */
function wideFields(record: Buffer): number[] {
  let at = 46 + record.readUInt16LE(28)
  const end = Math.min(record.length, at + record.readUInt16LE(30))
  while (at + 4 <= end) {
    const length = record.readUInt16LE(at + 2)
    if (record.readUInt16LE(at) === ZIP64_EXTRA) {
      const count = Math.floor(Math.min(length, end - at - 4) / 8)
      return Array.from({ length: count }, (_, index) => Number(record.readBigUInt64LE(at + 4 + index * 8)))
    }
    at += 4 + length
  }
  return []
}

/** No central directory: a zip cut short, or no zip at all. */
async function locateFront(file: string, handle: FileHandle): Promise<Located> {
  const header = await readAt(handle, 0, LOCAL_LENGTH + 1_024)
  if (header.length < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
    throw new ReplayError({ file, reason: 'not a zip file' })
  }
  const method = header.readUInt16LE(8)
  checkReadable(file, header.readUInt16LE(6), method)
  const name = header.toString('utf8', LOCAL_LENGTH, LOCAL_LENGTH + header.readUInt16LE(26))
  const unknown = { compressedSize: undefined, size: undefined, checksum: undefined }
  return { name, method, headerOffset: 0, ...unknown }
}

function checkReadable(file: string, flags: number, method: number): void {
  if ((flags & 1) === 1) throw new ReplayError({ file, reason: 'the zip file is encrypted' })
  if (method !== 0 && method !== DEFLATED) {
    const reason = `compression method ${method} is not supported: stored (0) and deflate (8) are`
    throw new ReplayError({ file, reason })
  }
}

async function* readEntry(file: string, entry: Located): AsyncGenerator<Uint8Array> {
  const raw = readCompressed(file, entry)
  let checksum = 0
  let size = 0
  for await (const chunk of entry.method === DEFLATED ? inflate(raw) : raw) {
    checksum = crc32(chunk, checksum)
    size += chunk.length
    yield chunk
  }
  if (entry.size === undefined) throw new Error('the zip file ends early: its directory is missing')
  if (size !== entry.size) throw new Error(`the zip entry has ${size} bytes instead of ${entry.size}`)
  if (checksum !== entry.checksum) throw new Error('the zip entry does not match its checksum')
}

async function* readCompressed(file: string, entry: Located): AsyncGenerator<Uint8Array> {
  const handle = await open(file, 'r')
  try {
    const header = await readAt(handle, entry.headerOffset, entry.headerOffset + LOCAL_LENGTH)
    if (header.length < LOCAL_LENGTH || header.readUInt32LE(0) !== LOCAL_SIGNATURE) {
      throw new Error('the zip directory points to no entry')
    }
    let at = entry.headerOffset + LOCAL_LENGTH + header.readUInt16LE(26) + header.readUInt16LE(28)
    const end = entry.compressedSize === undefined ? Number.POSITIVE_INFINITY : at + entry.compressedSize
    while (at < end) {
      const chunk = await readAt(handle, at, Math.min(at + CHUNK_BYTES, end))
      if (chunk.length === 0) return
      at += chunk.length
      yield chunk
    }
  } finally {
    await handle.close()
  }
}

/** Inflates chunk by chunk; whatever came out before a fault is yielded before the fault is thrown. */
export async function* inflate(
  chunks: AsyncIterable<Uint8Array>,
  engine: Transform = createInflateRaw(),
): AsyncGenerator<Uint8Array> {
  const out: Uint8Array[] = []
  let fault: Error | undefined
  let ended = false
  // Whoever waits for the engine: a write that is taken, the end, or a fault.
  let wake = (): void => {}
  engine.on('data', (chunk: Uint8Array) => out.push(chunk))
  engine.on('error', (error: Error) => {
    fault = error
    wake()
  })
  engine.on('end', () => {
    ended = true
    wake()
  })
  const write = (chunk: Uint8Array): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
      engine.write(chunk, () => resolve())
    })
  const finish = (): Promise<void> =>
    new Promise((resolve) => {
      wake = resolve
      if (ended || fault !== undefined) resolve()
      else engine.end()
    })
  try {
    for await (const chunk of chunks) {
      if (fault !== undefined || ended) break
      await write(chunk)
      yield* out.splice(0)
    }
    await finish()
    yield* out.splice(0)
    if (fault !== undefined) throw fault
  } finally {
    engine.destroy()
  }
}

async function readAt(handle: FileHandle, start: number, end: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(Math.max(0, end - start))
  const { bytesRead } = await handle.read(buffer, 0, buffer.length, start)
  return buffer.subarray(0, bytesRead)
}
