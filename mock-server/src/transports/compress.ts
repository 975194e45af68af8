import { brotliCompress, gzip, constants as zlib } from 'node:zlib'
import type { ApiReply } from '../api/call.ts'

/** Content codings of a real port. In process and behind MSW a body never crosses a wire: there is nothing to save. */

export type Coding = 'br' | 'gzip'

/** Below it the headers of a coding cost more than it saves. */
export const COMPRESSED_FROM_BYTES = 1024
/** Half the default: a quarter more bytes for a fiftieth of the time. */
const BROTLI_QUALITY = 4

/** The coding that the sender of this `Accept-Encoding` likes best, brotli first among equals; undefined for none. */
export function chooseCoding(acceptEncoding: string | undefined): Coding | undefined {
  if (acceptEncoding === undefined) return undefined
  const weights = new Map<string, number>()
  for (const part of acceptEncoding.toLowerCase().split(',')) {
    const [name = '', ...parameters] = part.split(';').map((text) => text.trim())
    weights.set(name === 'x-gzip' ? 'gzip' : name, weightOf(parameters))
  }
  const weight = (coding: string): number => weights.get(coding) ?? weights.get('*') ?? 0
  const identity = weights.get('identity') ?? 0
  const best: Coding = weight('gzip') > weight('br') ? 'gzip' : 'br'
  return weight(best) > 0 && weight(best) >= identity ? best : undefined
}

/** RFC 9110 §12.4.2: 1 without `q`; what is no weight counts as none. */
function weightOf(parameters: readonly string[]): number {
  const written = parameters.find((parameter) => parameter.startsWith('q='))
  if (written === undefined) return 1
  return /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(written) ? Number(written.slice(2)) : 0
}

/** Whether the answer is worth a coding and has none yet. */
export function isCompressible({ body, headers }: ApiReply): boolean {
  if (body === undefined || headers['content-encoding'] !== undefined) return false
  // A character is one to three bytes: short texts need no counting.
  return body.length >= COMPRESSED_FROM_BYTES / 3 && Buffer.byteLength(body) >= COMPRESSED_FROM_BYTES
}

/** Off the main thread, so that a big document does not hold up the streams. */
export function compress(text: string, coding: Coding): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const done = (error: Error | null, bytes: Buffer): void =>
      error === null ? resolve(bytes) : reject(error)
    const bytes = Buffer.from(text)
    if (coding === 'gzip') gzip(bytes, done)
    else brotliCompress(bytes, { params: { [zlib.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY } }, done)
  })
}
