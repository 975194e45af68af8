import { createReadStream } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { ReplayError } from './replay-error.ts'
import { inflate, openZip } from './zip.ts'

/** Lines that arrived together; reading by the batch costs one turn of the event loop a chunk, not a line. */
export interface LineBatch {
  /** Number of the first of them, counted from 1. */
  readonly firstLine: number
  readonly lines: readonly string[]
}

/** A line longer than this is no recording; the bound keeps a file of one endless line out of memory. */
const LONGEST_LINE = 4 * 1024 * 1024

/** Lines of a zip (the CSV inside), a gzip or a plain text file. */
export async function* readFileLines(file: string): AsyncGenerator<LineBatch> {
  yield* splitLines(file, await openChunks(file))
}

/**
 * Cuts bytes into lines. A fault of the bytes (a truncated file) is thrown after the lines before it, naming
 * the line that it broke.
 */
export async function* splitLines(
  file: string,
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<LineBatch> {
  let rest: Buffer = Buffer.alloc(0)
  let nextLine = 1
  try {
    for await (const chunk of chunks) {
      const bytes = rest.length === 0 ? asBuffer(chunk) : Buffer.concat([rest, chunk])
      const cut = bytes.lastIndexOf(10)
      rest = bytes.subarray(cut + 1)
      if (rest.length > LONGEST_LINE) throw new Error(`the line is longer than ${LONGEST_LINE} bytes`)
      if (cut < 0) continue
      const lines = textLines(bytes.subarray(0, cut))
      yield { firstLine: nextLine, lines }
      nextLine += lines.length
    }
  } catch (cause) {
    if (cause instanceof ReplayError) throw cause
    const reason = `cannot be read further: ${cause instanceof Error ? cause.message : String(cause)}`
    throw new ReplayError({ file, line: nextLine, column: rest.length + 1, reason }, { cause })
  }
  if (rest.length > 0) yield { firstLine: nextLine, lines: textLines(rest) }
}

async function openChunks(file: string): Promise<AsyncIterable<Uint8Array>> {
  if (file.endsWith('.zip')) return (await openZip(file)).chunks
  const bytes: AsyncIterable<Uint8Array> = createReadStream(file, { highWaterMark: 4_096 })
  return file.endsWith('.gz') ? inflate(bytes, createGunzip()) : bytes
}

function asBuffer({ buffer, byteOffset, byteLength }: Uint8Array): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength)
}

function textLines(bytes: Buffer): string[] {
  const lines = bytes.toString('latin1').split('\n')
  if (bytes.includes(13)) return lines.map((line) => (line.endsWith('\r') ? line.slice(0, -1) : line))
  return lines
}
