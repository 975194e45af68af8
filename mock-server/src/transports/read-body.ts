import type { IncomingMessage } from 'node:http'

const MAXIMUM_BYTES = 65_536
/** So much of a body that is too large is still read, or a client that is sending would not see the answer. */
const DISCARDED_BYTES = 1_048_576

/** The whole body, undefined when the request has none. Counted while it streams, so that no length is believed. */
export function readBody(request: IncomingMessage): Promise<Uint8Array | undefined | 'tooLarge'> {
  const { headers } = request
  const declared = headers['content-length']
  if (declared === undefined && headers['transfer-encoding'] === undefined) return NO_BODY
  if (Number(declared) > DISCARDED_BYTES) return TOO_LARGE
  return collect(request)
}

const NO_BODY = Promise.resolve(undefined)
const TOO_LARGE = Promise.resolve('tooLarge' as const)

function collect(request: IncomingMessage): Promise<Uint8Array | 'tooLarge'> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let byteLength = 0
    request.on('data', (chunk: Buffer) => {
      byteLength += chunk.byteLength
      if (byteLength <= MAXIMUM_BYTES) chunks.push(chunk)
      else if (byteLength > DISCARDED_BYTES) resolve('tooLarge')
    })
    request.on('end', () => resolve(byteLength > MAXIMUM_BYTES ? 'tooLarge' : joined(chunks)))
    request.on('error', reject)
    request.on('close', () => reject(new Error('the client went away')))
  })
}

function joined(chunks: readonly Buffer[]): Uint8Array {
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks)
}
