import { type ErrorCode, edgeStatuses, errorCodes } from '@openbourse/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readLimits } from '../../src/options/read-options.ts'
import { systemClock } from '../../src/ports/system-clock.ts'
import { listen, type NodeServer } from '../../src/transports/node-server.ts'
import { assertContract } from '../contract-check.ts'
import { sendRaw } from '../raw-http.ts'
import { type Doors, reaches } from './reach.ts'
import { createVenues } from './venues.ts'

/** The answers that belong to no operation: each once over every transport that can express it. */

interface EdgeRecipe {
  /** The request as bytes on a port. */
  readonly raw: string
  /** The same by fetch, or why a fetch cannot do it. */
  readonly fetched: { readonly target: string; readonly init?: RequestInit } | string
}

const HOST = 'Host: localhost\r\n'
const JSON_TYPE = 'Content-Type: application/json\r\n'
const upgrade = (more: string): string =>
  `GET /v1/stream HTTP/1.1\r\n${HOST}Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n${more}\r\n`
const NO_HANDSHAKE = 'a fetch makes no handshake'
const LARGE = 'x'.repeat(65_537)
const LONG = `/v1/orders?cursor=${'x'.repeat(8192)}`
const MANY = Object.fromEntries(Array.from({ length: 101 }, (_, index) => [`x-${index}`, '1']))
const manyLines = Object.keys(MANY)
  .map((name) => `${name}: 1\r\n`)
  .join('')

const recipes: Readonly<Partial<Record<ErrorCode | 'options', EdgeRecipe>>> = {
  options: {
    raw: `OPTIONS * HTTP/1.1\r\n${HOST}\r\n`,
    fetched: { target: '/v1/orders', init: { method: 'OPTIONS' } },
  },
  'malformed-request': {
    raw: `GET /v1/orders/%2e%2e HTTP/1.1\r\n${HOST}\r\n`,
    fetched: { target: '/v1/orders%2Ford_1' },
  },
  'origin-not-allowed': { raw: upgrade('Origin: http://other.test\r\n'), fetched: NO_HANDSHAKE },
  'unknown-route': { raw: `GET /v1/nothing HTTP/1.1\r\n${HOST}\r\n`, fetched: { target: '/v1/nothing' } },
  'method-not-allowed': {
    raw: `PUT /v1/orders HTTP/1.1\r\n${HOST}\r\n`,
    fetched: { target: '/v1/orders', init: { method: 'PUT' } },
  },
  'request-timeout': {
    raw: `POST /v1/orders HTTP/1.1\r\n${HOST}Content-Length: 10\r\n\r\n{`,
    fetched: 'what comes in process has arrived',
  },
  'body-too-large': {
    raw: `POST /v1/orders HTTP/1.1\r\n${HOST}${JSON_TYPE}Content-Length: ${LARGE.length}\r\n\r\n${LARGE}`,
    fetched: { target: '/v1/orders', init: { method: 'POST', body: LARGE } },
  },
  'uri-too-long': { raw: `GET ${LONG} HTTP/1.1\r\n${HOST}\r\n`, fetched: { target: LONG } },
  'unsupported-media-type': {
    raw: `POST /v1/orders HTTP/1.1\r\n${HOST}Content-Type: text/plain\r\nContent-Length: 2\r\n\r\n{}`,
    fetched: { target: '/v1/orders', init: { method: 'POST', body: '{}' } },
  },
  'misdirected-request': {
    raw: 'GET /v1/time HTTP/1.1\r\nHost: rebound.test\r\n\r\n',
    fetched: 'in process a URL of another host never comes here',
  },
  'upgrade-required': {
    raw: `GET /v1/stream HTTP/1.1\r\n${HOST}\r\n`,
    fetched: { target: '/v1/stream' },
  },
  'too-many-handshakes': { raw: upgrade(''), fetched: NO_HANDSHAKE },
  'headers-too-large': {
    raw: `GET /v1/time HTTP/1.1\r\n${HOST}${manyLines}\r\n`,
    fetched: { target: '/v1/time', init: { headers: MANY } },
  },
}

const edgeCodes = (Object.keys(errorCodes) as ErrorCode[]).filter((code) => errorCodes[code].scope === 'edge')
const names = ['options', ...edgeCodes] as const

function statusOf(name: (typeof names)[number]): number {
  return name === 'options' ? 204 : errorCodes[name as ErrorCode].status
}

test('every answer of the edge has a recipe, and they are those that the contract declares', () => {
  expect(names.filter((name) => recipes[name] === undefined)).toEqual([])
  expect([...new Set(names.map(statusOf))].sort()).toEqual([...edgeStatuses].sort())
})

const fetched = names.flatMap((name) => {
  const recipe = recipes[name]?.fetched
  return recipe === undefined || typeof recipe === 'string' ? [] : [[name, recipe] as const]
})

describe.each(reaches)('over %s', (_name, reach) => {
  let doors: Doors<'usual'>
  beforeAll(async () => {
    doors = await reach({ usual: createVenues().usual.backend })
  })
  afterAll(() => doors.close())

  test.each(fetched)('%s is answered', async (name, { target, init = {} }) => {
    const { baseUrl, fetch } = doors.to.usual
    const { status, headers, body } = await read(await fetch(`${baseUrl}${target}`, init))
    assertContract(undefined, { status, headers, body })
    expect([status, name === 'options' ? name : JSON.parse(body).code]).toEqual([statusOf(name), name])
  })
})

async function read(response: Response) {
  return { status: response.status, headers: response.headers, body: await response.text() }
}

describe('on a port', () => {
  let server: NodeServer
  beforeAll(async () => {
    server = await listen(createVenues().usual.backend, {
      host: '127.0.0.1',
      port: 0,
      clock: systemClock,
      arrival: { headersMs: 100, requestMs: 100, checkEveryMs: 20 },
      connections: { ...readLimits('relaxed'), handshakesPerAddress: 2 },
    })
  })
  afterAll(() => server.close())

  test.each(names)('%s is answered to the bytes', async (name) => {
    let answer = await sendRaw(server.port, recipes[name]?.raw ?? '')
    // Two handshakes are allowed, the one of another origin among them.
    for (let more = 0; name === 'too-many-handshakes' && more < 2 && answer.status === 101; more += 1) {
      answer = await sendRaw(server.port, recipes[name]?.raw ?? '')
    }
    assertContract(undefined, answer)
    const code = name === 'options' ? name : JSON.parse(answer.body).code
    expect([answer.status, code]).toEqual([statusOf(name), name])
    expect((await sendRaw(server.port, `GET /v1/time HTTP/1.1\r\n${HOST}\r\n`)).status).toBe(200)
  })
})
