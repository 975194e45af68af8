import { expect, test } from 'vitest'
import { createMockBroker } from '../../src/index.ts'
import { withControl } from '../../src/transports/layers.ts'
import { assertContract } from '../contract-check.ts'

async function ask(isReady: boolean, path: string, method = 'GET') {
  await using broker = createMockBroker({ clock: 'paused' })
  const backend = withControl(broker.backend, () => isReady)
  const response = await backend.fetch(new Request(`http://mock.test${path}`, { method }))
  return { status: response.status, headers: response.headers, json: await response.json() }
}

test('ready is 503 with Retry-After until the server answers, then 200', async () => {
  const starting = await ask(false, '/_mock/ready')
  expect([starting.status, starting.json.code]).toEqual([503, 'starting'])
  expect(starting.headers.get('retry-after')).toBe('1')
  expect(await ask(true, '/_mock/ready')).toMatchObject({ status: 200, json: { status: 'ready' } })
})

test('an unknown path of the control API is 404 and names what there is, a wrong method 405', async () => {
  const { status, headers, json } = await ask(true, '/_mock/worlds')
  expect([status, json.code]).toEqual([404, 'unknown-route'])
  expect(json.detail).toContain('/_mock/ready')
  assertContract(undefined, { status, headers, body: JSON.stringify(json) })
  const wrong = await ask(true, '/_mock/ready', 'DELETE')
  expect([wrong.status, wrong.headers.get('allow')]).toEqual([405, 'GET, HEAD'])
})

test('HEAD asks whether it is ready; what every object inherits is no method', async () => {
  await using broker = createMockBroker({ clock: 'paused' })
  const status = async (method: string) =>
    (await broker.fetch(`${broker.baseUrl}/_mock/ready`, { method })).status
  expect(await status('HEAD')).toBe(200)
  expect(await status('constructor')).toBe(405)
})
