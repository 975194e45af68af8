import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { hmacKey } from '../../src/ports/crypto.ts'
import { type SignOptions, signed } from '../api/signatures/sign.ts'
import { call, orderTerms, Stream } from './client.ts'
import { type Serve, type Served, transports } from './transports.ts'

/** Headers of a request that `mk_demo_hmac`, or the key given, has signed at the time of the broker. */
function signedFor(served: Served, request: string, options: Partial<SignOptions> = {}) {
  const [method = '', target = ''] = request.split(' ')
  const authority = new URL(served.baseUrl).host
  return signed({ method, target, authority, createdS: served.transportClock.nowMs() / 1000, ...options })
}

// Hours pass here, which every market of the demo would fill with trades.
const MARKETS = { symbols: ['AAPL'] }

describe.each(transports)('authentication over %s', (_name, serve: Serve) => {
  let served: Served

  beforeEach(async () => {
    served ??= await serve(MARKETS)
    await served.broker.reset()
  })
  afterAll(() => served.close())

  test.each(['mk_demo_hmac', 'mk_demo_ed25519'])('%s signs reads and orders, once each', async (keyId) => {
    const headers = signedFor(served, 'GET /v1/accounts', { keyId })
    const first = await call(served, 'GET /v1/accounts', { key: null, headers })
    expect(first.json.data).toMatchObject([{ accountId: 'acc_demo' }])
    const again = await call(served, 'GET /v1/accounts', { key: null, headers })
    expect([again.status, again.json.code, again.json.processed]).toEqual([401, 'replayed', 'unknown'])
    const body = JSON.stringify(orderTerms())
    const order = await call(served, 'POST /v1/orders', {
      key: null,
      body,
      headers: signedFor(served, 'POST /v1/orders', { body, keyId }),
    })
    expect(order.status).toBe(201)
    const tampered = await call(served, 'POST /v1/orders', {
      key: null,
      body: body.replace('"10"', '"99"'),
      headers: signedFor(served, 'POST /v1/orders', { body, keyId }),
    })
    expect([tampered.status, tampered.json.code]).toEqual([401, 'signature-invalid'])
  })

  test('a revoked key takes with it the sessions that are its own, and no other', async () => {
    const { hmac } = served.broker.demoCredentials
    const tokenOf = async (keyId: string, target: string): Promise<string> => {
      const headers = signedFor(served, `POST ${target}`, { keyId })
      return (await call(served, `POST ${target}`, { key: null, headers })).json.token
    }
    const granted = await call(served, 'POST /v1/oauth/token', {
      key: null,
      body: `grant_type=client_credentials&client_id=${hmac.keyId}&client_secret=${hmac.secret}`,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    })
    const accessToken = granted.json.access_token
    const viaToken = (await call(served, 'POST /v1/stream-tokens', { key: accessToken })).json.token
    const own = [
      await Stream.open(served, accessToken),
      await Stream.open(served, viaToken),
      await Stream.open(served, await tokenOf(hmac.keyId, '/v1/stream-tokens')),
    ]
    const others = [
      await Stream.open(served, 'mk_demo'),
      await Stream.open(served, served.broker.issueAccessToken()),
      await Stream.open(served, await tokenOf('mk_demo_ed25519', '/v1/stream-tokens')),
    ]
    const unused = await tokenOf(hmac.keyId, '/v1/stream-tokens')
    served.broker.revokeKey(hmac.keyId)
    for (const stream of own) expect(await stream.next('close')).toMatchObject({ code: 4403 })
    for (const stream of others) await stream.settled()
    const late = new Stream(served)
    await late.next('welcome')
    late.send({ type: 'authenticate', id: 'late', token: unused })
    expect(await late.next('close')).toMatchObject({ code: 4401 })
    expect((await call(served, 'GET /v1/accounts', { key: accessToken })).json.code).toBe('key-unknown')
    served.broker.revokeKey('mk_demo')
    for (const stream of others.slice(0, 2)) {
      expect(await stream.next('close')).toMatchObject({ code: 4403 })
    }
    await others[2]?.settled()
  })

  test('an advance of the clock is one of the security clock: what was signed before it is of another time', async () => {
    const headers = signedFor(served, 'GET /v1/accounts')
    await served.broker.clock.advance(3_600_000)
    const { status, json } = await call(served, 'GET /v1/accounts', { key: null, headers })
    expect([status, json.code]).toEqual([401, 'clock-skew'])
    expect(json.serverTime).toBe((await call(served, 'GET /v1/time')).json.security)
    served.transportClock.advance(0)
    await served.close()
    served = await serve(MARKETS)
  })

  test('a key without the scope of an operation is refused with 403', async () => {
    for (const request of ['GET /v1/orders', 'POST /v1/orders', 'GET /v1/accounts']) {
      const body = request.startsWith('POST') ? orderTerms() : undefined
      const { status, json } = await call(served, request, { key: 'mk_data', ...(body && { body }) })
      expect([status, json.code]).toEqual([403, 'missing-scope'])
    }
    const { epoch } = (await call(served, 'GET /v1/status', { key: null })).json
    const market = [
      'GET /v1/quotes/latest?symbols=AAPL',
      'GET /v1/quotes?symbol=AAPL',
      'GET /v1/trades?symbol=AAPL',
      'GET /v1/bars?symbol=AAPL&timeframe=1m',
      'GET /v1/snapshots?symbols=AAPL',
      'GET /v1/order-books/AAPL',
      `GET /v1/events?channel=trades.AAPL&epoch=${epoch}&from=1`,
    ]
    const own = `GET /v1/events?channel=orders&epoch=${epoch}&from=1`
    const trader = { key: served.broker.issueAccessToken({ scopes: ['trade'] }) }
    for (const request of market) {
      expect((await call(served, request, { key: 'mk_data' })).status).toBe(200)
      const { status, json } = await call(served, request, trader)
      expect([request, status, json.code]).toEqual([request, 403, 'missing-scope'])
    }
    expect((await call(served, own, trader)).status).toBe(200)
    expect((await call(served, own, { key: 'mk_data' })).json.code).toBe('missing-scope')
    const both = `${own}&channel=quotes.AAPL`
    expect((await call(served, both, trader)).json.errors[0].pointer).toBe('/query/channel/1')
  })

  test('reference data take any key: who may only trade needs the tick size too', async () => {
    const key = served.broker.issueAccessToken({ scopes: ['trade'] })
    for (const request of [
      'GET /v1/instruments',
      'GET /v1/instruments/AAPL',
      'GET /v1/market/clock',
      'GET /v1/market/calendar',
      'GET /v1/corporate-actions',
    ]) {
      expect((await call(served, request, { key })).status).toBe(200)
    }
  })

  test('a session ends with its token, and a revoked key with its sessions', async () => {
    const token = served.broker.issueAccessToken({ scopes: ['read'], expiresInSeconds: 60 })
    const stream = await Stream.open(served, token)
    const other = await Stream.open(served)
    await served.broker.clock.advance(60_000)
    expect(await stream.next('close')).toMatchObject({ code: 4402 })
    const late = await call(served, 'GET /v1/accounts', { key: token })
    expect([late.status, late.json.code]).toEqual([401, 'token-expired'])
    served.broker.revokeKey('mk_demo')
    expect(await other.next('close')).toMatchObject({ code: 4403 })
    const gone = await call(served, 'GET /v1/accounts')
    expect([gone.status, gone.json.code]).toEqual([401, 'key-unknown'])
    expect(() => served.broker.revokeKey('mk_demo')).toThrow('no key mk_demo')
  })

  test('a client with a secret gets an access token as RFC 6749 says, and uses it', async () => {
    const basic = `Basic ${btoa('mk_demo_hmac:demo-secret-of-mk_demo_hmac')}`
    const ask = (form: string, authorization?: string) =>
      call(served, 'POST /v1/oauth/token', {
        key: null,
        body: form,
        headers: {
          'content-type': 'application/x-www-form-urlencoded',
          ...(authorization === undefined ? {} : { authorization }),
        },
      })
    const given = await ask('grant_type=client_credentials&scope=read&unknown=ignored', basic)
    expect(given.json).toMatchObject({ token_type: 'Bearer', expires_in: 3600, scope: 'read' })
    expect(given.headers.get('cache-control')).toBe('no-store')
    const key = given.json.access_token
    expect((await call(served, 'GET /v1/accounts', { key })).status).toBe(200)
    const order = await call(served, 'POST /v1/orders', { key, body: orderTerms() })
    expect([order.status, order.json.code]).toEqual([403, 'missing-scope'])
    const inForm = 'client_id=mk_demo_hmac&client_secret=demo-secret-of-mk_demo_hmac'
    const all = await ask(`grant_type=client_credentials&${inForm}`)
    expect(all.json.scope).toBe('trade read market-data')
    const refusals: [form: string, authorization: string | undefined, status: number, error: string][] = [
      ['grant_type=client_credentials', undefined, 401, 'invalid_client'],
      ['grant_type=client_credentials', `Basic ${btoa('mk_demo_hmac:wrong')}`, 401, 'invalid_client'],
      ['grant_type=client_credentials', `Basic ${btoa('mk_demo_ed25519:')}`, 401, 'invalid_client'],
      ['grant_type=client_credentials', 'Basic nonsense!', 401, 'invalid_client'],
      ['grant_type=password', basic, 400, 'unsupported_grant_type'],
      ['grant_type=client_credentials&scope=read%20everything', basic, 400, 'invalid_scope'],
      [`grant_type=client_credentials&${inForm}`, basic, 400, 'invalid_request'],
      ['grant_type=client_credentials&grant_type=client_credentials', basic, 400, 'invalid_request'],
      ['scope=read', basic, 400, 'invalid_request'],
      ['grant_type=%E0%A4', basic, 400, 'invalid_request'],
    ]
    for (const [form, authorization, status, error] of refusals) {
      const refused = await ask(form, authorization)
      expect([form, refused.status, refused.json.error]).toEqual([form, status, error])
    }
    const json = await call(served, 'POST /v1/oauth/token', { key: null, body: {} })
    expect(json.status).toBe(415)
  })

  test('a stream token opens one session, once', async () => {
    const { status, headers, json } = await call(served, 'POST /v1/stream-tokens')
    expect([status, headers.get('cache-control')]).toEqual([201, 'no-store'])
    const stream = await Stream.open(served, json.token)
    const second = new Stream(served)
    await second.next('welcome')
    second.send({ type: 'authenticate', id: 'again', token: json.token })
    expect(await second.next('close')).toMatchObject({ code: 4401 })
    expect((await call(served, 'GET /v1/accounts', { key: json.token })).json.code).toBe('key-unknown')
    await stream.settled()
    const unused = await call(served, 'POST /v1/stream-tokens')
    await served.broker.clock.advance(60_000)
    const late = new Stream(served)
    await late.next('welcome')
    late.send({ type: 'authenticate', id: 'late', token: unused.json.token })
    expect(await late.next('close')).toMatchObject({ code: 4402 })
    await stream.settled()
  })

  test('a key of another environment is told so', async () => {
    const { json } = await call(served, 'GET /v1/accounts', { key: 'lk_real' })
    expect([json.code, json.detail]).toEqual(['key-unknown', expect.stringContaining('mk_')])
  })
})

describe.each(transports)('strict authentication over %s', (_name, serve: Serve) => {
  test('a plain key is refused, a signature and a token are taken, and further keys sign', async () => {
    const secret = 'a-secret-of-a-bot'
    const served = await serve({
      strictAuth: true,
      keys: [{ keyId: 'mk_bot', secret, accountIds: ['acc_other'], scopes: ['read'] }],
    })
    expect((await call(served, 'GET /v1/accounts')).json.code).toBe('key-unknown')
    const headers = signedFor(served, 'GET /v1/accounts')
    expect((await call(served, 'GET /v1/accounts', { key: null, headers })).status).toBe(200)
    const bot = signedFor(served, 'GET /v1/accounts', { keyId: 'mk_bot', key: hmacKey(secret) })
    const ofBot = await call(served, 'GET /v1/accounts', { key: null, headers: bot })
    expect(ofBot.json.data).toMatchObject([{ accountId: 'acc_other' }])
    const key = served.broker.issueAccessToken()
    expect((await call(served, 'GET /v1/accounts', { key })).status).toBe(200)
    const stream = new Stream(served)
    await stream.next('welcome')
    stream.send({ type: 'authenticate', id: 'a', token: 'mk_demo' })
    expect(await stream.next('close')).toMatchObject({ code: 4401 })
    await served.close()
  })
})
