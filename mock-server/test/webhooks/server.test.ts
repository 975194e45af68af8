import { inspect } from 'node:util'
import { Webhook as Verifier } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { type MockServer, type MockServerOptions, startMockServer } from '../../src/node.ts'
import { webhookRanges } from '../../src/transports/webhook-ranges.ts'
import { Cli } from '../faces/run-cli.ts'
import { Receiver } from './receivers.ts'

// biome-ignore lint/suspicious/noExplicitAny: answers are looked into by each test
type Json = any

function client(url: string) {
  return async (request: string, body?: object): Promise<{ status: number; json: Json }> => {
    const [method = '', path = ''] = request.split(' ')
    const headers = { authorization: 'Bearer mk_demo', 'content-type': 'application/json' }
    const response = await fetch(url + path, { method, headers, body: body && JSON.stringify(body) })
    return { status: response.status, json: await response.json() }
  }
}

let orders = 0

function order(): object {
  orders += 1
  const terms = { symbol: 'AAPL', side: 'buy', type: 'limit', timeInForce: 'gtc', quantity: '1' }
  return { ...terms, limitPrice: '1.00', clientOrderId: `hook-${orders}` }
}

/** A server whose market stands still: nothing happens but what a test does. */
function start(options: MockServerOptions = {}): Promise<MockServer> {
  return startMockServer({ port: 0, symbols: ['AAPL'], clock: 'paused', ...options })
}

test('a receiver on this machine is reached, and takes what it gets, while the market stands still', async () => {
  await using receiver = await Receiver.http()
  await using server = await start()
  const call = client(server.url)
  const { json } = await call('POST /v1/webhooks', { url: receiver.url.replace('127.0.0.1', 'localhost') })
  await call('POST /v1/orders', order())
  await receiver.until(() => receiver.received.length === 2)
  const verifier = new Verifier(json.secret)
  const [first, second] = receiver.received.map(({ body, headers }) =>
    verifier.verify(body, headers as Record<string, string>),
  ) as Json[]
  expect([first.type, second.type]).toEqual(['orderAccepted', 'account'])
  expect(first.timestamp).toBe('2026-01-05T14:30:00.000000Z')
  const [{ headers, body } = expect.fail()] = receiver.received
  const tampered = body.replace('"quantity":"1"', '"quantity":"9"')
  expect(tampered).not.toBe(body)
  expect(() => verifier.verify(tampered, headers as Record<string, string>)).toThrow()
})

test('advancing hours makes the retry, which a receiver with a clock of its own still takes', async () => {
  await using receiver = await Receiver.http((_, response) => {
    response.writeHead(receiver.received.length === 1 ? 500 : 200).end()
  })
  await using server = await start()
  const call = client(server.url)
  const { json } = await call('POST /v1/webhooks', { url: receiver.url, eventTypes: ['orderAccepted'] })
  await call('POST /v1/orders', order())
  const target = `GET /v1/webhooks/${json.webhookId}/deliveries`
  while ((await call(target)).json.data[0].attempts.length === 0);
  await server.broker.clock.advance(12 * 3_600_000)
  await receiver.until(() => receiver.received.length === 2)
  const [, { headers, body } = expect.fail()] = receiver.received
  expect(new Verifier(json.secret).verify(body, headers as Record<string, string>)).toBeTruthy()
})

test('addresses of the network behind a server are refused at once, and opened by range', async () => {
  await using server = await start()
  const refused = await client(server.url)('POST /v1/webhooks', { url: 'http://10.0.0.7/' })
  expect([refused.status, refused.json.code, refused.json.detail]).toEqual([
    422,
    'webhook-url-refused',
    '/url: 10.0.0.7 is not a public address (private).',
  ])
  await using open = await start({ webhookAllow: ['10.0.0.0/8', 'fd00::/8'] })
  for (const url of ['http://10.0.0.7/', 'http://[fd00::7]:8080/', 'http://127.0.0.1:8080/'])
    expect((await client(open.url)('POST /v1/webhooks', { url })).status).toBe(201)
})

test('loopback is open to a server that only this machine reaches', () => {
  expect(webhookRanges([], '127.0.0.1')).toHaveLength(2)
  expect(webhookRanges([], 'localhost')).toHaveLength(2)
  expect(webhookRanges([], '0.0.0.0')).toEqual([])
  expect(webhookRanges(['10.0.0.0/8'], '192.168.1.7')).toHaveLength(1)
})

test.each([[['10.0.0.0/33']], [['lan']], [[10]], ['10.0.0.0/8']])(
  'webhookAllow %j is refused',
  async (webhookAllow) => {
    await expect(start({ webhookAllow: webhookAllow as string[] })).rejects.toThrow(RangeError)
  },
)

test('an address where nobody listens is a failed attempt with its reason', async () => {
  let url = ''
  {
    await using receiver = await Receiver.http()
    url = receiver.url
  }
  await using server = await start()
  const call = client(server.url)
  const { json } = await call('POST /v1/webhooks', { url })
  await call(`POST /v1/webhooks/${json.webhookId}/test`)
  let delivery: Json
  do [delivery] = (await call(`GET /v1/webhooks/${json.webhookId}/deliveries`)).json.data
  while (delivery.status === 'pending')
  expect(delivery).toMatchObject({
    status: 'failed',
    reason: 'attempts-exhausted',
    attempts: [{ statusCode: null, error: 'connection-failed' }],
  })
})

test('a server that closes while a receiver keeps it waiting is closed within 2 s', async () => {
  await using receiver = await Receiver.http(() => {})
  const server = await start()
  const call = client(server.url)
  await call('POST /v1/webhooks', { url: receiver.url })
  await call('POST /v1/orders', order())
  await receiver.until(() => receiver.received.length === 1)
  const begin = performance.now()
  await server.close()
  expect(performance.now() - begin).toBeLessThan(2_000)
  await receiver.until(() => [...receiver.sockets].every((socket) => socket.readyState !== 'open'))
})

test('a new world has no webhooks, and the old one’s say nothing any more', async () => {
  await using receiver = await Receiver.http((_, response) => void response.writeHead(500).end())
  await using server = await start()
  const call = client(server.url)
  await call('POST /v1/webhooks', { url: receiver.url, eventTypes: ['orderAccepted'] })
  await call('POST /v1/orders', order())
  await receiver.until(() => receiver.received.length === 1)
  const [before] = receiver.received
  await server.broker.reset()
  expect((await call('GET /v1/webhooks')).json.data).toEqual([])
  await server.broker.clock.advance(6_000)
  await call('POST /v1/webhooks', { url: receiver.url, eventTypes: ['orderAccepted'] })
  await call('POST /v1/orders', order())
  await receiver.until(() => receiver.received.length === 2)
  // The same first delivery of another world has another id: a receiver that remembers ids does not pass it over.
  expect(receiver.received[1]?.headers['webhook-id']).not.toBe(before?.headers['webhook-id'])
})

test('a process that is killed while it delivers leaves nothing behind, and the next begins without webhooks', async () => {
  await using receiver = await Receiver.http(() => {})
  const args = ['--port', '0', '--json', '--symbols', 'AAPL', '--webhook-allow', '10.0.0.0/8']
  {
    await using cli = new Cli(...args)
    const call = client(JSON.parse((await cli.printed(/^.*\n/))[0]).url)
    expect((await call('POST /v1/webhooks', { url: 'http://10.0.0.7/' })).status).toBe(201)
    await call('POST /v1/webhooks', { url: receiver.url })
    await call('POST /v1/orders', order())
    await receiver.until(() => receiver.received.length === 1)
    cli.child.kill('SIGKILL')
    await cli.exit()
  }
  const { length } = receiver.received
  await using cli = new Cli(...args)
  const call = client(JSON.parse((await cli.printed(/^.*\n/))[0]).url)
  expect((await call('GET /v1/webhooks')).json.data).toEqual([])
  await call('POST /v1/orders', order())
  expect(receiver.received).toHaveLength(length)
})

test('the secret is in one answer, and in nothing that is printed or told', async () => {
  const told: unknown[] = []
  await using receiver = await Receiver.http((_, response) => void response.writeHead(500).end('whsec_no'))
  await using server = await start({ onInternalError: (error) => told.push(error) })
  const call = client(server.url)
  const { json } = await call('POST /v1/webhooks', { url: receiver.url })
  await call('POST /v1/orders', order())
  await receiver.until(() => receiver.received.length === 1)
  const target = `/v1/webhooks/${json.webhookId}`
  const requests = [`GET ${target}`, 'GET /v1/webhooks', `GET ${target}/deliveries`]
  for (const request of requests) told.push((await call(request)).json)
  told.push((await call(`PATCH ${target}`, { description: 'x' })).json)
  told.push((await call(`DELETE ${target}`)).json)
  const secret = json.secret.slice('whsec_'.length)
  expect(inspect([told, server.broker], { depth: 12 })).not.toContain(secret)
  expect(JSON.stringify(receiver.received)).not.toContain(secret)
})
