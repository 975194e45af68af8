import type { IncomingMessage } from 'node:http'
import { EDGE_LIMITS } from '../api/edge.ts'

const MAXIMUM_BYTES = EDGE_LIMITS.bodyBytes
/** So much of a body that is too large is still read, or a client that is sending would not see the answer. */
const DISCARDED_BYTES = 1_048_576

export function hasBody({ headers }: IncomingMessage): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined
}

/** The whole body. Counted while it streams, so that no length is believed. */
export function readBody(request: IncomingMessage): Promise<Uint8Array | 'tooLarge'> {
  const declared = Number(request.headers['content-length'])
  return declared > DISCARDED_BYTES ? Promise.resolve('tooLarge') : collect(request)
}

function collect(request: IncomingMessage): Promise<Uint8Array | 'tooLarge'> {
  return new Promise((resolve, reject) => {
    if (request.destroyed) reject(new Error('the client went away'))
    const chunks: Buffer[] = []
    let byteLength = 0
    request.on('data', (chunk: Buffer) => {
      byteLength += chunk.byteLength
      if (byteLength <= MAXIMUM_BYTES) chunks.push(chunk)
      else if (byteLength > DISCARDED_BYTES) resolve('tooLarge')
    })
    request.on('end', () => resolve(byteLength > MAXIMUM_BYTES ? 'tooLarge' : joined(chunks)))
    request.on('error', reject)
    // Every request closes; an error, with its stack, is only made for one that did not end before.
    request.on('close', () => {
      if (!request.readableEnded) reject(new Error('the client went away'))
    })
  })
}

function joined(chunks: readonly Buffer[]): Uint8Array {
  const [only] = chunks
  return chunks.length === 1 && only ? only : Buffer.concat(chunks)
}
