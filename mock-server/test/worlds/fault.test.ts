import { expect, test } from 'vitest'
import { createExchange } from '../../src/exchange/create-exchange.ts'
import { readLimits } from '../../src/options/read-options.ts'
import { createBackend } from '../../src/transports/create-backend.ts'
import { DEMO_ACCOUNT } from '../../src/worlds/accounts.ts'
import { createWorld } from '../../src/worlds/create-world.ts'
import { assertAnswer } from '../contract-check.ts'
import { FakeClock } from '../streams/fake-clock.ts'

/** A world whose exchange breaks off in the middle of a submission of this symbol. */
function brokenWorld(symbol: string) {
  const machine = new FakeClock()
  const stopped: string[] = []
  const errors: unknown[] = []
  const world = createWorld({
    seed: 1,
    epoch: 'e',
    machine,
    clock: { mode: 'paused', time: 1_767_623_400_000_000 },
    accounts: [DEMO_ACCOUNT],
    markets: [],
    onStopped: () => stopped.push('stopped'),
    exchange: (options) => {
      const exchange = createExchange(options)
      const execute: typeof exchange.execute = (command) => {
        const events = exchange.execute(command)
        if (command.type === 'SubmitOrder' && command.terms.symbol === symbol)
          throw new Error('a fault inside')
        return events
      }
      return { ...exchange, execute }
    },
  })
  const backend = createBackend({
    world,
    clock: machine,
    securityClock: machine,
    limits: readLimits('relaxed'),
    cors: undefined,
    version: '0.0.0',
    cursorSecret: 'secret',
    serverStatus: () => 'ok',
    onInternalError: (error) => errors.push(error),
  })
  const call = async (request: string, body?: object) => {
    const [method = '', target = ''] = request.split(' ')
    const headers: Record<string, string> = {
      authorization: 'Bearer mk_demo',
      'content-type': 'application/json',
    }
    const reply = await backend.handle({
      method,
      target,
      header: (name) => headers[name],
      ...(body && { body: JSON.stringify(body) }),
    })
    assertAnswer(method, target, reply)
    return { status: reply.status, json: JSON.parse(reply.body ?? '{}') }
  }
  return { world, call, stopped, errors }
}

const order = (symbol: string) => ({
  clientOrderId: `of-${symbol}`,
  symbol,
  side: 'buy',
  type: 'market',
  timeInForce: 'day',
  quantity: '1',
})

test('a fault in the middle of a command is 500 without a stack, and then the world has stopped and says so', async () => {
  const { world, call, stopped, errors } = brokenWorld('BAD')
  expect((await call('POST /v1/orders', order('OTHER'))).status).toBe(422)
  const failed = await call('POST /v1/orders', order('BAD'))
  expect([failed.status, failed.json.code, failed.json.processed]).toEqual([500, 'internal-error', 'unknown'])
  expect(JSON.stringify(failed.json)).not.toContain('a fault inside')
  expect(String(errors[0])).toContain('a fault inside')
  expect([world.hasFailed, stopped]).toEqual([true, ['stopped']])
  for (const request of ['GET /v1/orders', 'GET /v1/accounts/acc_demo', 'DELETE /v1/orders']) {
    const { status, json } = await call(request)
    expect([status, json.code, json.processed]).toEqual([503, 'unavailable', 'no'])
  }
  expect((await call('GET /v1/status')).json.status).toBe('stopping')
  expect((await call('GET /v1/time')).status).toBe(200)
  expect(() => world.operate({ type: 'HaltSymbol', symbol: 'BAD', reason: 'x' })).toThrow('has stopped')
  expect(stopped).toHaveLength(1)
})
