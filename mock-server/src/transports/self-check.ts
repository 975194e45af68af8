import { request } from 'node:http'
import { STREAM_PATH, STREAM_PROTOCOL } from './backend.ts'

/** What of a server is checked. */
export interface CheckedServer {
  readonly url: string
}

/**
 * Asks the port itself for a quote of every symbol and for a stream, as a client would.
 * @throws Error that names the first answer which was not right
 */
export async function selfCheck({ url }: CheckedServer, token: string): Promise<void> {
  const authorization = `Bearer ${token}`
  const symbols: string[] = []
  let cursor: string | null = null
  do {
    const page = cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const answer = await get(`${url}/v1/instruments?limit=100${page}`, { authorization })
    const listed = JSON.parse(answer.body) as { data: { symbol: string }[]; nextCursor: string | null }
    if (listed.data.length === 0) break
    const query = listed.data.map(({ symbol }) => `symbols=${symbol}`).join('&')
    await get(`${url}/v1/quotes/latest?${query}`, { authorization })
    symbols.push(...listed.data.map(({ symbol }) => symbol))
    cursor = listed.nextCursor
  } while (cursor !== null)
  if (symbols.length === 0) throw new Error('The server lists no instrument')
  await openStream(url)
}

function get(url: string, headers: Record<string, string>): Promise<{ body: string }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers, agent: false }, (response) => {
      let body = ''
      response.setEncoding('utf8')
      response.on('data', (chunk: string) => {
        body += chunk
      })
      response.on('end', () => {
        if (response.statusCode === 200) resolve({ body })
        else reject(new Error(`GET ${url} answered ${response.statusCode}: ${body.slice(0, 500)}`))
      })
    })
    sent.on('error', reject)
    sent.end()
  })
}

/** The handshake by hand: it proves that a stream is accepted without the cost of a WebSocket client. */
function openStream(url: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const sent = request(`${url}${STREAM_PATH}`, {
      agent: false,
      headers: {
        connection: 'Upgrade',
        upgrade: 'websocket',
        'sec-websocket-version': '13',
        'sec-websocket-key': 'b3BlbmJvdXJzZS1jaGVjaw==',
        'sec-websocket-protocol': STREAM_PROTOCOL,
      },
    })
    sent.on('upgrade', (_response, socket) => {
      socket.destroy()
      resolve()
    })
    sent.on('response', ({ statusCode }) => reject(new Error(`The stream was refused with ${statusCode}`)))
    sent.on('error', reject)
    sent.end()
  })
}
