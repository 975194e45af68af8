import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { startMockServer } from '@openbourse/mock-server/node'
import * as sdk from '@openbourse/sdk'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import { root } from '../architecture/sources.ts'
import { Line } from './proxy.ts'

const program = (WebSocket: string) => `
  import { createClient } from '@openbourse/sdk'
  import { WebSocket as ws } from 'ws'
  const baseUrl = process.argv[1]
  const credentials = { apiKey: 'mk_demo' }
  const client = createClient({ environment: 'mock', baseUrl, credentials, WebSocket: ${WebSocket} })
  const updates = client.stream.orders()
  await updates.ready()
  await client.orders.submit({
    symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'day', quantity: '1',
  })
  for await (const update of updates) if (update.type === 'orderFilled') break
  for await (const quote of client.stream.quotes(['AAPL'])) break
  // One loop is under way at the end, and one call.
  const loop = client.stream.book('AAPL')
  await loop.next()
  const last = loop.next()
  const call = client.status().catch(() => {})
  await fetch(baseUrl + '/hang-up').catch(() => {})
  await client.close({ timeoutMs: 100 })
  // What had come before the close is still read.
  await last
  while (!(await loop.next()).done);
  console.log('closed', true)
  const closedMs = performance.now()
  process.on('exit', () => console.log('exit', Math.round(performance.now() - closedMs)))
`

const lines = [
  ['a healthy line', 'platform', 'undefined', false],
  ['a healthy line', 'ws', 'ws', false],
  ['a dead line', 'ws', 'ws', true],
] as const

test.each(lines)(
  'a program ends by itself once its client is closed: %s, the WebSocket of %s',
  async (_, __, WebSocket, dead) => {
    const server = await startMockServer({ port: 0, symbols: ['AAPL'] })
    const line = await Line.to(server.port)
    line.fate = ({ path }) => {
      if (path !== '/hang-up') return 'pass'
      if (dead) line.freezeAll()
      return 'cutBefore'
    }
    const argv = [
      '--conditions=@openbourse/source',
      '--input-type=module',
      '-e',
      program(WebSocket),
      '--',
      line.url,
    ]
    const { stdout } = await promisify(execFile)(process.execPath, argv, {
      cwd: root,
      timeout: 15_000,
    })
    const [, done, exitMs] = /closed (\w+)\nexit (\d+)/.exec(stdout) ?? []
    expect(done).toBe('true')
    // A peer that says nothing any more has 2 s to answer the close.
    expect(Number(exitMs)).toBeLessThan(dead ? 3_000 : 1_000)
    await line[Symbol.asyncDispose]()
    await server.close()
  },
  20_000,
)

test('two copies of the package recognise each other’s errors', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'openbourse-copy-'))
  try {
    const { outputFiles } = await build({
      entryPoints: [join(root, 'sdk/src/index.ts')],
      bundle: true,
      minify: true,
      format: 'esm',
      conditions: ['@openbourse/source'],
      write: false,
    })
    const file = join(folder, 'copy.mjs')
    writeFileSync(file, outputFiles[0]?.contents ?? '')
    const copy: typeof sdk = await import(pathToFileURL(file).href)
    const guards = Object.keys(sdk).filter((name) => /^is[A-Z]/.test(name))
    expect(guards.length).toBeGreaterThan(20)
    for (const guard of guards) {
      const Class = guard.slice(2) as 'NetworkError'
      if (Class in sdk === false) continue
      const make = (from: typeof sdk): Error => Object.create(from[Class].prototype)
      for (const [mine, theirs] of [
        [sdk, copy],
        [copy, sdk],
      ] as const) {
        const error = make(theirs)
        expect(error).not.toBeInstanceOf(mine[Class])
        expect(mine[guard as 'isNetworkError'](error)).toBe(true)
        expect(mine.isOpenbourseError(error)).toBe(true)
        expect(error.name).toBe(Class)
        expect(mine.isTokenError(error)).toBe(guard === 'isTokenError')
      }
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
})
