import fc from 'fast-check'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import { call, submit } from './client.ts'
import { EventReader, type SeenEvent, wholeEvents } from './event-stream.ts'
import { type Served, transports } from './transports.ts'

const CHANNELS = ['orders', 'quotes.AAPL', 'trades.AAPL', 'account']
const TARGET = '/v1/events/stream?channels=orders'

describe.each(transports)('event streams over %s', (_name, serve) => {
  let served: Served
  const readers: EventReader[] = []

  beforeEach(async () => {
    served ??= await serve()
    await served.broker.reset()
    served.broker.market.setQuote('AAPL', { bidPrice: '189.99', askPrice: '190.01', askQuantity: '300' })
  })
  afterEach(async () => {
    for (const reader of readers.splice(0)) await reader.leave()
  })
  afterAll(() => served.close())

  const open = async (channels: readonly string[] = CHANNELS, lastEventId?: string): Promise<EventReader> => {
    const reader = await EventReader.open(served, channels, lastEventId)
    readers.push(reader)
    return reader
  }

  test('an order tells the same as over REST, in the order in which it happened', async () => {
    // 'GET /v1/events/stream'
    const reader = await open()
    const { headers } = reader.response
    expect(headers.get('content-type')).toBe('text/event-stream')
    expect([headers.get('cache-control'), headers.get('x-accel-buffering')]).toEqual(['no-store', 'no'])
    expect([headers.get('etag'), headers.get('content-encoding')]).toEqual([null, null])
    const start = await reader.start()
    const { json: order } = await submit(served, { type: 'market', limitPrice: undefined, quantity: '25' })
    const seen: SeenEvent[] = []
    while (seen.length < 5) seen.push((await reader.next()) as SeenEvent)
    expect(seen.map(({ message }) => message.type).sort()).toEqual([
      'account',
      'orderAccepted',
      'orderFilled',
      'quote',
      'trade',
    ])
    expect(seen.find(({ message }) => message.type === 'orderFilled')?.message.data.order).toEqual(order)
    const { epoch } = (await call(served, 'GET /v1/accounts/acc_demo/snapshot')).json.orders
    expect(start.startsWith(`${epoch}:`)).toBe(true)
    const listed = await call(served, `GET /v1/events?channel=orders&epoch=${epoch}&from=1`)
    expect(seen.map(({ message }) => message).filter(({ channel }) => channel.startsWith('orders'))).toEqual(
      listed.json.data,
    )
  })

  test('two readers at once get the same, and one that leaves takes nothing from the other', async () => {
    const [first, second] = [await open(), await open(['orders'])]
    await submit(served)
    expect((await first.next())?.text).toBe((await second.next())?.text)
    await first.leave()
    await submit(served)
    expect((await second.next())?.message).toMatchObject({ type: 'orderAccepted', seq: 2 })
  })

  test('a comment line comes every 5 s', async () => {
    const reader = await open()
    await reader.start()
    served.transportClock.advance(5_000)
    expect(await reader.block()).toBe(': heartbeat\n\n')
  })

  test('however it is cut, by going on after the last id every event comes once', async () => {
    const action = fc.constantFrom('order', 'quote', 'trade', 'fill', 'other')
    const leg = fc.record({
      before: fc.array(action, { maxLength: 4 }),
      during: fc.array(action, { maxLength: 4 }),
      cut: fc.double({ min: 0, max: 1, noNaN: true }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(leg, { minLength: 1, maxLength: 5 }), async (legs) => {
        const whole = await open()
        let id = await whole.start()
        const log: SeenEvent[] = []
        const got: SeenEvent[] = []
        for (const { before, during, cut } of legs) {
          for (const each of before) await act(each)
          const reader = await open(CHANNELS, id)
          for (const each of during) await act(each)
          log.push(...(await untilNextOrder(whole)))
          const begin = `retry: 1000\nid: ${id}\n\n`
          const unread = log.filter(({ offset }) => offset > offsetOf(id)).map(({ text }) => text)
          const text = await reader.cutAfter(Math.floor((begin.length + unread.join('').length) * cut))
          expect(text).toBe((begin + unread.join('')).slice(0, text.length))
          got.push(...wholeEvents(text))
          id = got.at(-1)?.id ?? id
        }
        const reader = await open(CHANNELS, id)
        while (got.length < log.length) got.push((await reader.next()) as SeenEvent)
        expect(got).toEqual(log)
        for (const each of [whole, reader]) await each.leave()
      }),
      { numRuns: 15 },
    )
  })

  /** Everything up to the events of an order that is sent now. */
  async function untilNextOrder(reader: EventReader): Promise<SeenEvent[]> {
    const { json: order } = await submit(served, { limitPrice: '1.00', quantity: '1' })
    const seen: SeenEvent[] = []
    for (;;) {
      const event = (await reader.next()) as SeenEvent
      seen.push(event)
      const { type, data } = event.message
      if (type === 'account' && seen.some(({ message }) => message.data.order?.orderId === order.orderId)) {
        return seen
      }
      if (data.order?.orderId === order.orderId && type !== 'orderAccepted') throw new Error(type)
    }
  }

  let prices = 0
  async function act(action: 'order' | 'quote' | 'trade' | 'fill' | 'other'): Promise<void> {
    prices = (prices + 1) % 50
    const { market } = served.broker
    const cents = String(prices).padStart(2, '0')
    if (action === 'order') await submit(served, { limitPrice: `1.${cents}`, quantity: '1' })
    else if (action === 'quote')
      market.setQuote('AAPL', { bidPrice: `188.${cents}`, askPrice: `190.${cents}` })
    else if (action === 'trade') market.printTrade('AAPL', { price: `189.${cents}`, quantity: '5' })
    else if (action === 'fill') await submit(served, { type: 'market', limitPrice: undefined, quantity: '1' })
    else market.setQuote('MSFT', { bidPrice: `400.${cents}`, askPrice: '500.00' })
  }

  test('an id of another epoch, one too old and one that cannot be are refused before the stream begins', async () => {
    const { epoch } = (await call(served, 'GET /v1/accounts/acc_demo/snapshot')).json.orders
    const get = (id: string, target = TARGET) =>
      call(served, `GET ${target}`, { headers: { 'last-event-id': id } })
    const other = await get('another:1')
    expect([other.status, other.json.code, other.json.errors[0].epoch]).toEqual([410, 'epoch-gone', epoch])
    const ahead = await get(`${epoch}:999999`)
    expect([ahead.status, ahead.json.errors[0].pointer]).toEqual([422, '/header/Last-Event-ID'])
    for (const id of [
      '1',
      `${epoch}:`,
      `${epoch}:-1`,
      `${epoch}:1.5`,
      `${epoch}:01`,
      `${epoch}:1e3`,
      ':1',
      'a b:1',
    ]) {
      const wrong = await get(id)
      expect([wrong.status, wrong.json.code, wrong.json.errors[0].code]).toEqual([
        422,
        'invalid-request',
        'invalid-value',
      ])
    }
    served.transportClock.advance(61_000)
    const old = await get(`${epoch}:0`, `${TARGET}&channels=quotes.AAPL`)
    expect([old.status, old.json.code]).toEqual([410, 'sequence-gone'])
    expect(old.json.errors).toMatchObject([
      { channel: 'quotes.AAPL', pointer: '/query/channels/1', code: 'sequence-gone', epoch },
    ])
    const kept = await open(['orders'], `${epoch}:0`)
    expect(await kept.start()).toBe(`${epoch}:0`)
  })

  test.each([
    ['no channel', '/v1/events/stream', 'mk_demo', 422, 'invalid-request'],
    ['33 channels', `/v1/events/stream?${'channels=orders&'.repeat(33)}`, 'mk_demo', 422, 'invalid-request'],
    ['no such channel', '/v1/events/stream?channels=news.AAPL', 'mk_demo', 422, 'invalid-request'],
    ['no such symbol', '/v1/events/stream?channels=quotes.ZZZ', 'mk_demo', 404, 'unknown-symbol'],
    ['another account', '/v1/events/stream?channels=orders.acc_demo', 'mk_other', 404, 'unknown-account'],
    ['another account chosen', `${TARGET}&accountId=acc_demo`, 'mk_other', 404, 'unknown-account'],
    ['the house', '/v1/events/stream?channels=account.acc_house', 'mk_demo', 404, 'unknown-account'],
    ['a key without the scope', TARGET, 'mk_data', 403, 'missing-scope'],
    ['no such key', TARGET, 'mk_nobody', 401, 'key-unknown'],
    ['no key', TARGET, null, 401, 'unauthenticated'],
    ['an unknown parameter', `${TARGET}&channel=orders`, 'mk_demo', 422, 'invalid-request'],
  ])('%s is refused', async (_case, target, key, status, code) => {
    const answer = await call(served, `GET ${target}`, { key })
    expect([answer.status, answer.json.code]).toEqual([status, code])
  })

  test('HEAD is answered without a stream, OPTIONS names the methods, others are refused', async () => {
    const head = await call(served, `HEAD ${TARGET}`)
    expect([head.status, head.headers.get('content-type'), head.json]).toEqual([
      200,
      'text/event-stream',
      undefined,
    ])
    expect((await call(served, `OPTIONS ${TARGET}`)).headers.get('allow')).toBe('GET, HEAD, OPTIONS')
    expect((await call(served, `POST ${TARGET}`)).status).toBe(405)
  })

  test('a reset ends the stream with a line that says why, and its ids are of another epoch', async () => {
    const old = await open()
    const id = await old.start()
    await served.broker.reset()
    expect(await rest(old)).toEqual([': the mock was reset\n\n'])
    const resumed = await call(served, `GET ${TARGET}`, { headers: { 'last-event-id': id } })
    expect([resumed.status, resumed.json.code]).toEqual([410, 'epoch-gone'])
  })

  test('closing the mock ends the stream in good order', async () => {
    const closing = await serve()
    const reader = await EventReader.open(closing, ['orders'])
    await reader.start()
    const ended = rest(reader)
    await closing.close()
    expect((await ended)[0]).toMatch(/^: the (mock|server) is going away\n\n$/)
  })
})

describe.each(transports)('the limits of event streams over %s', (_name, serve) => {
  let served: Served
  afterEach(() => served.close())

  test('one stream too many is refused until another is left', async () => {
    served = await serve({ limits: { connectionsPerAccount: 1 } })
    const first = await EventReader.open(served, ['orders'])
    const refused = await call(served, `GET ${TARGET}`)
    expect([refused.status, refused.json.code, refused.headers.get('retry-after')]).toEqual([
      429,
      'too-many-connections',
      '10',
    ])
    await call(served, `HEAD ${TARGET}`).then(({ status }) => expect(status).toBe(429))
    await first.leave()
    await expect.poll(async () => (await statusOf(served)).status).toBe(200)
  })

  test('leaving the body alone frees the place as well', async () => {
    served = await serve({ limits: { connectionsPerAccount: 1 } })
    const headers = { authorization: 'Bearer mk_demo' }
    const { body } = await served.fetch(`${served.baseUrl}${TARGET}`, { headers })
    void body?.cancel()
    await expect
      .poll(async () => {
        // MSW 2 keeps a copy of the body, which nobody reads: that shows after 5 s with something unread.
        await submit(served)
        served.transportClock.advance(1_000)
        return (await statusOf(served)).status
      })
      .toBe(200)
  })

  test('revoking its key ends a stream with a line that says so, and an expired token too', async () => {
    served = await serve()
    const reader = await EventReader.open(served, ['orders'])
    await reader.start()
    served.broker.revokeKey('mk_demo')
    expect(await rest(reader)).toEqual([': the key was revoked\n\n'])
    await reader.leave()
    const token = served.broker.issueAccessToken({ expiresInSeconds: 60 })
    const short = await EventReader.open(served, ['orders'], undefined, token)
    await short.start()
    await served.broker.clock.advance(60_000)
    expect(await rest(short)).toEqual([': the token has expired\n\n'])
  })

  test('opening counts against the rate limit of events', async () => {
    served = await serve({ limits: { rates: { events: { quota: 1, windowSeconds: 60 } } } })
    const reader = await EventReader.open(served, ['orders'])
    const refused = await call(served, `GET ${TARGET}`)
    expect([refused.status, refused.json['violated-policies']]).toEqual([429, ['events']])
    await reader.leave()
  })
})

/** HEAD holds a place for no longer than it is answered. */
function statusOf(served: Served): Promise<{ status: number }> {
  return call(served, `HEAD ${TARGET}`)
}

async function rest(reader: EventReader): Promise<string[]> {
  const blocks: string[] = []
  for (let block = await reader.block(); block !== undefined; block = await reader.block()) blocks.push(block)
  return blocks
}

function offsetOf(id: string): number {
  return Number(id.slice(id.lastIndexOf(':') + 1))
}
