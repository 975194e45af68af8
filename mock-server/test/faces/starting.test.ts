import { expect, test } from 'vitest'
import { startChecked } from '../../src/node.ts'
import { selfCheck } from '../../src/transports/self-check.ts'
import { assertAnswer } from '../contract-check.ts'

async function get(url: string, target: string, key = 'mk_demo') {
  const response = await fetch(`${url}${target}`, { headers: { authorization: `Bearer ${key}` } })
  const body = await response.text()
  assertAnswer('GET', target, { status: response.status, headers: response.headers, body })
  return { status: response.status, headers: response.headers, json: JSON.parse(body) }
}

test('until it has checked itself a server on a port answers 503, but tells its state', async () => {
  let checked = 0
  const server = await startChecked({ port: 0, clock: 'paused' }, async (starting, token) => {
    checked += 1
    const refused = await get(starting.url, '/v1/orders')
    expect([refused.status, refused.json.code, refused.headers.get('retry-after')]).toEqual([
      503,
      'starting',
      '1',
    ])
    expect((await get(starting.url, '/v1/status')).json.status).toBe('starting')
    expect((await get(starting.url, '/v1/time')).status).toBe(200)
    expect((await get(starting.url, '/v1/quotes/latest?symbols=AAPL', token)).status).toBe(200)
    expect((await fetch(`${starting.url}/_mock/ready`)).status).toBe(503)
    await selfCheck(starting, token)
  })
  expect(checked).toBe(1)
  expect((await get(server.url, '/v1/orders')).status).toBe(200)
  expect((await get(server.url, '/v1/status')).json.status).toBe('ok')
  expect((await fetch(`${server.url}/_mock/ready`)).status).toBe(200)
  await server.close()
})
