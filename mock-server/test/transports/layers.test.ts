import { expect, test } from 'vitest'
import { startMockServer } from '../../src/node.ts'
import { ConnectionDropped } from '../../src/transports/backend.ts'
import { type Interceptor, withInterceptor } from '../../src/transports/layers.ts'
import { fakeBackend } from './fake-backend.ts'

function ask(intercept: Interceptor, method = 'GET', target = '/v1/time') {
  const errors: unknown[] = []
  const backend = withInterceptor(
    fakeBackend(),
    () => 'http://127.0.0.1:1',
    intercept,
    (error) => errors.push(error),
  )
  const headers: Record<string, string> = { 'x-test': 'yes' }
  const header = (name: string) => headers[name]
  return {
    errors,
    reply: backend.handle({ method, target, header, headerNames: () => Object.keys(headers) }),
  }
}

test('an interceptor sees every header and answers in place of the backend', async () => {
  const { reply } = ask(async ({ headers }) => new Response(headers.get('x-test'), { status: 202 }))
  expect(await reply).toMatchObject({ status: 202, body: 'yes' })
})

test('a network error as its answer drops the connection; what it throws is told', async () => {
  const dropped = ask(async () => Response.error())
  await expect(dropped.reply).rejects.toBeInstanceOf(ConnectionDropped)
  expect(dropped.errors).toEqual([])
  const thrown = ask(() => Promise.reject(new Error('my own fault')))
  await expect(thrown.reply).rejects.toThrow('my own fault')
  expect(thrown.errors).toEqual([new Error('my own fault')])
})

test.each([
  ['TRACE', '/v1/time'],
  ['GET', '*'],
])('%s %s, which no Request can say, goes to the backend', async (method, target) => {
  const { reply } = ask(() => Promise.reject(new Error('not to be asked')), method, target)
  expect(await reply).toMatchObject({ status: 200 })
})

test('a server whose interceptor answers everything starts all the same', async () => {
  await using server = await startMockServer({
    port: 0,
    intercept: async () => Response.json({ mine: true }),
  })
  expect(await (await fetch(`${server.url}/v1/instruments`)).json()).toEqual({ mine: true })
})
