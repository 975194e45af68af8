import { connect, type Socket } from 'node:net'

const HEADER_END = Buffer.from('\r\n\r\n')

/**
 * Keeps `connections` sockets busy with one request at a time each until all have their answers; raw sockets, and
 * requests made beforehand, so that the client costs as little as it can and it is the server that is waited for.
 */
export async function load(port: number, requests: readonly string[], connections: number): Promise<void> {
  let sent = 0
  let answered = 0
  await new Promise<void>((resolve, reject) => {
    const sockets: Socket[] = []
    const finish = (error?: Error): void => {
      for (const socket of sockets) socket.destroy()
      if (error) reject(error)
      else resolve()
    }
    const run = (socket: Socket): void => {
      let buffered: Buffer<ArrayBufferLike> = Buffer.alloc(0)
      const send = (): void => {
        const request = requests[sent]
        if (request === undefined) return
        sent++
        socket.write(request)
      }
      socket.on('data', (chunk: Buffer) => {
        buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk])
        for (let length = answerLength(buffered); length > 0; length = answerLength(buffered)) {
          const status = buffered.toString('latin1', 9, 12)
          if (status >= '400') return finish(new Error(buffered.toString('utf8', 0, length)))
          buffered = buffered.subarray(length)
          if (++answered === requests.length) return finish()
          send()
        }
      })
      socket.on('connect', send)
      socket.on('error', finish)
    }
    for (let index = 0; index < connections; index++) {
      const socket = connect({ port, host: '127.0.0.1', noDelay: true })
      sockets.push(socket)
      run(socket)
    }
  })
}

/** Length of the first whole answer in the buffer, or 0. Answers here always say their content-length. */
function answerLength(buffered: Buffer): number {
  const end = buffered.indexOf(HEADER_END)
  if (end < 0) return 0
  const head = buffered.toString('latin1', 0, end)
  const length = /content-length: (\d+)/i.exec(head)
  if (/transfer-encoding: chunked/i.test(head)) {
    const last = buffered.indexOf('0\r\n\r\n', end)
    return last < 0 ? 0 : last + 5
  }
  const total = end + 4 + Number(length?.[1] ?? 0)
  return buffered.length >= total ? total : 0
}
