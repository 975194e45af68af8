import { createHash, createHmac } from 'node:crypto'

/** The bytes of one request to a server on this port; each call makes a new one. */
export type MakeRequest = (port: number) => string

const KEY = 'mk_demo'
/** The demo world's key that signs; everybody may know its secret. */
const SIGNING_KEY = { keyId: 'mk_demo_hmac', secret: 'demo-secret-of-mk_demo_hmac' }
/** The longest there is: requests are made some time before they are sent. */
const SIGNATURE_LIFE_S = 60

export const getQuote: MakeRequest = (port) =>
  `GET /v1/quotes/latest?symbols=AAPL HTTP/1.1\r\nhost: 127.0.0.1:${port}\r\nauthorization: Bearer ${KEY}\r\naccept: application/json\r\n\r\n`

export const submitOrder: MakeRequest = (port) =>
  postOrder(port, orderBody(), { authorization: `Bearer ${KEY}` })

/** The same, signed by RFC 9421 with HMAC-SHA-256 over method, authority, path, query, type and digest. */
export const submitSignedOrder: MakeRequest = (port) => {
  const body = orderBody()
  const digest = `sha-256=:${createHash('sha256').update(body).digest('base64')}:`
  const createdS = Math.floor(Date.now() / 1000)
  const covered =
    '("@method" "@authority" "@path" "@query" "content-type" "content-digest")' +
    `;created=${createdS};expires=${createdS + SIGNATURE_LIFE_S};nonce="${process.pid}-${orders}"` +
    `;keyid="${SIGNING_KEY.keyId}";alg="hmac-sha256"`
  const base =
    `"@method": POST\n"@authority": 127.0.0.1:${port}\n"@path": /v1/orders\n"@query": ?\n` +
    `"content-type": application/json\n"content-digest": ${digest}\n"@signature-params": ${covered}`
  const signature = createHmac('sha256', SIGNING_KEY.secret).update(base).digest('base64')
  return postOrder(port, body, {
    'content-digest': digest,
    'signature-input': `sig1=${covered}`,
    signature: `sig1=:${signature}:`,
  })
}

let orders = 0

/** An immediate-or-cancel order far from the market: checked, accepted, matched against nothing, ended. */
function orderBody(): string {
  orders += 1
  return JSON.stringify({
    clientOrderId: `bench-${process.pid}-${orders}`,
    symbol: 'AAPL',
    side: 'buy',
    type: 'limit',
    timeInForce: 'ioc',
    quantity: '1',
    limitPrice: '1.00',
  })
}

function postOrder(port: number, body: string, headers: Record<string, string>): string {
  const lines = Object.entries({
    host: `127.0.0.1:${port}`,
    ...headers,
    'content-type': 'application/json',
    'content-length': String(body.length),
  }).map(([name, value]) => `${name}: ${value}\r\n`)
  return `POST /v1/orders HTTP/1.1\r\n${lines.join('')}\r\n${body}`
}
