import type { IncomingMessage, ServerResponse } from 'node:http'
import type { ApiReply, ReplyStream } from '../api/call.ts'
import type { Clock } from '../ports/clock.ts'

/** So long a peer may take to read the end of a stream: one that stopped reading never will. */
const ENDING_MS = 1000

/** Writes a body for as long as it lasts; done when the answer is over, whoever ended it. */
export function writeStream(
  { method }: IncomingMessage,
  response: ServerResponse,
  { status, headers, stream }: ApiReply & { readonly stream: ReplyStream },
  clock: Clock,
): Promise<void> {
  if (response.destroyed || method === 'HEAD') {
    stream.closed()
    response.writeHead(status, headers).end()
    return Promise.resolve()
  }
  // Nothing can follow on this connection that would be worth waiting for.
  response.shouldKeepAlive = false
  response.writeHead(status, headers)
  return new Promise((resolve) => {
    response.once('close', () => {
      stream.closed()
      resolve()
    })
    stream.start({
      send: (text) => void response.write(text),
      close() {
        response.end()
        const cancel = clock.after(ENDING_MS, () => response.destroy())
        response.once('close', cancel)
      },
      bufferedAmount: () => response.writableLength,
    })
  })
}
