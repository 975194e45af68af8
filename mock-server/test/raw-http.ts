import { connect } from 'node:net'

export interface RawAnswer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: string
}

/** Sends bytes on a connection of their own and answers with the first answer to them. */
export async function sendRaw(port: number, text: string): Promise<RawAnswer> {
  const received = await receiveRaw(port, text, isAnswered)
  const answer = parse(received)
  if (answer === undefined) throw new Error(`ended after ${received.slice(0, 200)}`)
  return answer
}

/** Whether a whole answer has come. */
export const isAnswered = (received: string): boolean => parse(received) !== undefined

/** Sends bytes on a connection of their own and answers with all that came, until it is enough or the server ends. */
export function receiveRaw(
  port: number,
  text: string,
  isEnough: (received: string) => boolean = () => false,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text))
    let received = ''
    socket.setEncoding('latin1').on('data', (part) => {
      received += part
      if (isEnough(received)) socket.destroy()
    })
    socket.on('error', reject)
    socket.on('close', () => resolve(received))
  })
}

function parse(received: string): RawAnswer | undefined {
  if (!received.includes('\r\n\r\n')) return undefined
  const [head = '', body = ''] = received.split(/\r\n\r\n(.*)/s)
  const [first = '', ...lines] = head.split('\r\n')
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  const length = Number(headers['content-length'] ?? 0)
  if (body.length < length) return undefined
  return { status: Number(first.split(' ')[1]), headers, body: body.slice(0, length) }
}
