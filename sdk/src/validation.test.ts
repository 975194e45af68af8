import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { createRestClient } from './client.ts'
import { json, stubFetch } from './testing/stub-fetch.ts'
import { responseValidation } from './validation.ts'

const sample = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(new URL(`../../spec/samples/${name}.json`, import.meta.url), 'utf8'))

const order = { symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'day', quantity: '1' } as const

function clientOf(body: unknown, status = 200) {
  const { fetch } = stubFetch(json(body, status))
  return createRestClient({
    environment: 'mock',
    credentials: { apiKey: 'mk_demo' },
    fetch,
    validate: responseValidation(),
  })
}

test('an answer that keeps the contract passes, with fields and values that are newer than this client', async () => {
  const newer = { ...sample('Order'), color: 'blue', reason: 'reason-of-tomorrow' }
  expect(await clientOf(newer).orders.get('ord_1')).toEqual(newer)
})

test('an answer that breaks it fails and says where', async () => {
  const call = clientOf({ ...sample('Instrument'), tickSize: 0.01 }).instruments.get('AAPL', {
    timeoutMs: 50,
  })
  await expect(call).rejects.toMatchObject({
    name: 'InvalidResponseError',
    code: 'contract-violation',
    status: 200,
    message: expect.stringContaining('/tickSize'),
  })
})

test('a submitted order whose answer cannot be believed has an unknown outcome', async () => {
  const call = clientOf({ ...sample('Order'), orderId: 7 }, 201).orders.submit(order)
  await expect(call).rejects.toMatchObject({
    name: 'OrderOutcomeUnknownError',
    cause: { name: 'InvalidResponseError' },
  })
})

test('a status that the contract does not declare is a fault', () => {
  expect(responseValidation().reply('getOrder', 206, {})).toBe('the contract knows no answer 206')
})

test('messages of the stream are checked by the same schemas', () => {
  const { message } = responseValidation()
  expect(message({ type: 'heartbeat' })).toContain('breaks the contract')
})
