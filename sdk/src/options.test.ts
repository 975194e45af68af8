import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { isConfigurationError } from './errors/guards.ts'
import { type ClientOptions, resolveOptions } from './options.ts'

const credentials = { apiKey: 'mk_demo' }
const resolve = (options: object | undefined) => resolveOptions(options as ClientOptions)

test('a mock client needs no more than credentials; everything else has its default', () => {
  expect(resolve({ environment: 'mock', credentials })).toMatchObject({
    baseUrl: 'http://127.0.0.1:4010',
    deadlineMs: 5_000,
    maximumResponseBytes: 10_485_760,
    timeouts: { totalMs: 15_000, headersMs: 5_000, orderHeadersMs: 2_000, bodyIdleMs: 10_000 },
  })
})

test('one limit of time can be set without the others', () => {
  const { timeouts } = resolve({
    environment: 'mock',
    credentials,
    timeouts: { totalMs: 1, headersMs: undefined },
  })
  expect(timeouts).toEqual({ totalMs: 1, headersMs: 5_000, orderHeadersMs: 2_000, bodyIdleMs: 10_000 })
})

const bad: [what: string, options: object | undefined, message: string | RegExp][] = [
  [
    'no environment',
    { credentials },
    "environment is required: 'mock', 'paper' or 'live'; there is no default",
  ],
  ['an unknown environment', { environment: 'prod', credentials }, /environment is required/],
  ['an inherited name as environment', { environment: 'toString', credentials }, /environment is required/],
  [
    'a mistyped option',
    { environment: 'mock', credentials, baseURL: 'x' },
    'unknown option baseURL; did you mean baseUrl?',
  ],
  [
    'a mistyped limit',
    { environment: 'mock', credentials, timeouts: { totalMS: 1 } },
    'unknown option timeouts.totalMS; did you mean totalMs?',
  ],
  [
    'a limit of nothing',
    { environment: 'mock', credentials, timeouts: { totalMs: 0 } },
    'totalMs must be a finite number above 0',
  ],
  [
    'a limit that is no number',
    { environment: 'mock', credentials, deadlineMs: Number.NaN },
    'deadlineMs must be a finite number above 0',
  ],
  [
    'paper without an address',
    { environment: 'paper', credentials: { apiKey: 'pk_1' } },
    "baseUrl is required for environment 'paper'",
  ],
  [
    'live without an address',
    { environment: 'live', credentials: { apiKey: 'lk_1' } },
    "baseUrl is required for environment 'live'",
  ],
  [
    'live over plain http',
    { environment: 'live', baseUrl: 'http://api.example.com', credentials: { apiKey: 'lk_1' } },
    /must be https:/,
  ],
  [
    'an address that is none',
    { environment: 'mock', baseUrl: 'localhost', credentials },
    /baseUrl is not a URL/,
  ],
  [
    'an address without http',
    { environment: 'mock', baseUrl: 'localhost:4010', credentials },
    'baseUrl must be https:, or http: on this machine or for the mock; not localhost:',
  ],
  [
    'an address with a fragment',
    { environment: 'mock', baseUrl: 'http://localhost/#a', credentials },
    /fragment/,
  ],
  [
    'an address with a question',
    { environment: 'mock', baseUrl: 'http://localhost/?', credentials },
    /query/,
  ],
  ['no options at all', undefined, /environment is required/],
  [
    'a limit as text',
    { environment: 'mock', credentials, deadlineMs: '5000' },
    /must be a finite number above 0/,
  ],
  [
    'a deadline that never comes',
    { environment: 'mock', credentials, deadlineMs: Number.POSITIVE_INFINITY },
    'deadlineMs must be a finite number above 0',
  ],
  [
    'a token in place of what gets one',
    { environment: 'mock', credentials: { getToken: 'mk_canary' } },
    'getToken must be a function',
  ],
  ['another protocol', { environment: 'mock', baseUrl: 'ftp://localhost', credentials }, /must be https:/],
  [
    'an address with a password',
    { environment: 'mock', baseUrl: 'http://a:b@localhost', credentials },
    /no user, password/,
  ],
  ['no credentials', { environment: 'mock' }, /^credentials must be .*, not {}$/],
  ['credentials that are no object', { environment: 'mock', credentials: 'mk_demo' }, /^credentials must be/],
  [
    'a mistyped credential',
    { environment: 'mock', credentials: { apikey: 'mk_demo' } },
    /^credentials must be .*, not {apikey}$/,
  ],
  [
    'a key id of another environment',
    { environment: 'mock', credentials: { keyId: 'lk_a', secret: 'canary' } },
    /^keyId must be a key id of environment 'mock'/,
  ],
  ['an empty secret', { environment: 'mock', credentials: { keyId: 'mk_a', secret: '' } }, /^secret must be/],
  [
    'a private key that is none',
    { environment: 'mock', credentials: { keyId: 'mk_a', privateKey: 'canary' } },
    /^privateKey must be an Ed25519 key/,
  ],
  [
    'a client of another environment',
    { environment: 'mock', credentials: { clientId: 'pk_a', clientSecret: 'canary' } },
    /^clientId must be/,
  ],
  [
    'a secret and a private key',
    { environment: 'mock', credentials: { keyId: 'mk_a', secret: 'canary', privateKey: 'canary' } },
    /not {keyId, secret, privateKey}$/,
  ],
  [
    'two forms at once',
    { environment: 'mock', credentials: { apiKey: 'mk_canary', getToken: () => 'x' } },
    /not {apiKey, getToken}/,
  ],
  [
    'a live key in the mock',
    { environment: 'mock', credentials: { apiKey: 'lk_canary' } },
    "apiKey is not for environment 'mock': its keys begin with mk_",
  ],
  [
    'a paper key for live',
    { environment: 'live', baseUrl: 'https://api.example.com', credentials: { apiKey: 'pk_canary' } },
    /is not for environment 'live'/,
  ],
  [
    'a key of no known kind',
    { environment: 'mock', credentials: { apiKey: 'canary' } },
    /is not for environment 'mock'/,
  ],
  [
    'a key with a line break',
    { environment: 'mock', credentials: { apiKey: 'mk_canary\n' } },
    /visible ASCII/,
  ],
  ['an empty key', { environment: 'mock', credentials: { apiKey: '' } }, /visible ASCII/],
]

test.each(bad)('refused with one clear line, before any byte leaves: %s', (_, options, message) => {
  const refusal = refusalOf(options)
  expect(isConfigurationError(refusal)).toBe(true)
  expect(refusal).toMatchObject({ code: 'configuration', message: expect.stringMatching(asPattern(message)) })
  expect(inspect(refusal)).not.toContain('canary')
})

const asPattern = (message: string | RegExp) =>
  typeof message === 'string' ? new RegExp(`^${message.replace(/[{}().?|]/g, '\\$&')}$`) : message

function refusalOf(options: object | undefined): unknown {
  try {
    return resolve(options)
  } catch (error) {
    return error
  }
}

test.each([
  ['mock', 'http://broker:4010/', 'http://broker:4010'],
  ['mock', 'http://127.0.0.1:4010/some/path//', 'http://127.0.0.1:4010/some/path'],
  ['live', 'https://api.example.com', 'https://api.example.com'],
  ['paper', 'http://localhost:8080', 'http://localhost:8080'],
  ['paper', 'http://[::1]:8080', 'http://[::1]:8080'],
])('%s may talk to %s', (environment, baseUrl, resolved) => {
  const apiKey = { mock: 'mk_1', paper: 'pk_1', live: 'lk_1' }[environment]
  expect(resolve({ environment, baseUrl, credentials: { apiKey } }).baseUrl).toBe(resolved)
})

test('a credential shows nowhere but where it is asked for', () => {
  const options = resolve({ environment: 'mock', credentials: { apiKey: 'mk_canary' } })
  const shown = [
    inspect(options, { depth: 9, showHidden: true }),
    JSON.stringify(options),
    String(options.credentials),
  ]
  if ('apiKey' in options.credentials) {
    shown.push(`${options.credentials.apiKey}`)
    expect(options.credentials.apiKey.reveal()).toBe('mk_canary')
  }
  expect(shown.join()).not.toContain('canary')
  expect(JSON.stringify(options)).toContain('[REDACTED]')
})
