import { createMockBroker, type MockBrokerOptions } from '@openbourse/mock-server'
import { type Credentials, createClient, isConfigurationError, isTokenError } from '@openbourse/sdk'
import { expect, test } from 'vitest'

function open(credentials: Credentials, options: MockBrokerOptions = {}) {
  const broker = createMockBroker({ strictAuth: true, symbols: ['AAPL', 'BRK.B'], ...options })
  const codes: (string | undefined)[] = []
  const client = createClient({
    environment: 'mock',
    credentials,
    fetch: broker.fetch,
    WebSocket: broker.WebSocket,
    baseUrl: broker.baseUrl,
    observe(event) {
      if (event.type === 'attempt') codes.push(event.errorCode)
    },
  })
  return { broker, client, codes }
}

const { hmac, ed25519 } = createMockBroker().demoCredentials
const client = { clientId: hmac.keyId, clientSecret: hmac.secret }
const order = {
  symbol: 'AAPL',
  side: 'buy',
  type: 'limit',
  timeInForce: 'gtc',
  quantity: '1',
  limitPrice: '1.00',
} as const

const kinds: [string, Credentials][] = [
  ['a secret', hmac],
  ['a private key', ed25519],
  ['client credentials', client],
]

test.each(kinds)('%s reads, trades and streams', async (_, credentials) => {
  const { broker, client, codes } = open(credentials)
  expect((await client.accounts.list({ limit: 5 })).data).toHaveLength(1)
  expect((await client.quotes.latest(['AAPL', 'BRK.B'])).data).toHaveLength(2)
  const placed = await client.orders.submit(order)
  for await (const quote of client.stream.quotes(['AAPL'])) {
    expect(quote.symbol).toBe('AAPL')
    break
  }
  expect((await client.orders.cancel(placed.orderId)).status).toBe('canceled')
  expect(codes.filter((code) => code !== undefined)).toEqual([])
  await client.close()
  await broker.close()
})

test.each(kinds)(
  'with %s a clock that was set costs one refusal at most, of an order too',
  async (_, credentials) => {
    const { broker, client, codes } = open(credentials)
    await client.accounts.list()
    await broker.clock.advance(600_000)
    await client.orders.submit(order)
    expect(codes.filter((code) => code !== undefined).length).toBeLessThanOrEqual(1)
    await client.close()
    await broker.close()
  },
)

test('an access token that ran out is renewed, and every call shares the new one', async () => {
  const { broker, client, codes } = open({ clientId: hmac.keyId, clientSecret: hmac.secret })
  await client.accounts.list()
  await broker.clock.advance(3_600_000)
  await Promise.all([client.accounts.list(), client.orders.list(), client.fills.list()])
  expect(codes.filter((code) => code === 'token-expired')).toHaveLength(3)
  await client.close()
  await broker.close()
})

test('a wrong client secret is told, and nothing is sent', async () => {
  const { broker, client } = open({ clientId: hmac.keyId, clientSecret: 'wrong-wrong-wrong' })
  const error = await client.accounts.list().catch((thrown: unknown) => thrown)
  expect(isTokenError(error) && error.message).toContain('invalid_client')
  await client.close()
  await broker.close()
})

test('a private key that is none is told with the first call, without a piece of it', async () => {
  const pem = '-----BEGIN PRIVATE KEY-----\nc2VjcmV0\n-----END PRIVATE KEY-----'
  const { broker, client } = open({ keyId: ed25519.keyId, privateKey: pem })
  const error = await client.accounts.list().catch((thrown: unknown) => thrown)
  expect(isConfigurationError(error) && error.message).toContain('PKCS #8')
  expect(String(error)).not.toContain('c2VjcmV0')
  await client.close()
  await broker.close()
})
