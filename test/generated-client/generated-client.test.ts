/** Our document with somebody else's generator: the client that comes out is used as it is. */
import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { startMockServer } from '@openbourse/mock-server/node'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../architecture/sources.ts'

const run = promisify(execFile)
const modules = join(root, 'node_modules')
const folder = mkdtempSync(join(tmpdir(), 'openbourse-client-'))

const strict = {
  compilerOptions: {
    target: 'es2022',
    module: 'esnext',
    moduleResolution: 'bundler',
    lib: ['es2022', 'dom', 'dom.iterable'],
    types: [],
    strict: true,
    noUncheckedIndexedAccess: true,
    noEmit: true,
  },
  include: ['program.ts'],
}

beforeAll(async () => {
  const generator = join(modules, '@hey-api/openapi-ts/bin/run.js')
  const document = join(root, 'spec/openapi.json')
  const options = [
    '-i',
    document,
    '-o',
    join(folder, 'client'),
    '-c',
    '@hey-api/client-fetch',
    '--no-log-file',
  ]
  await run(process.execPath, [generator, ...options], { cwd: folder })
  copyFileSync(join(import.meta.dirname, 'program.ts'), join(folder, 'program.ts'))
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(strict))
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('a program over the generated client has the right types in strict mode', async () => {
  const compiler = join(modules, 'typescript/bin/tsc')
  const { stdout } = await run(process.execPath, [compiler, '-p', folder]).catch(
    (failure: { stdout: string }) => failure,
  )
  expect(stdout).toBe('')
}, 60_000)

test('it lists, quotes, submits, looks up, cancels, pages, and reads a 422', async () => {
  const outfile = join(folder, 'program.mjs')
  await build({
    entryPoints: [join(folder, 'program.ts')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
  const { trade } = await import(/* @vite-ignore */ pathToFileURL(outfile).href)
  const server = await startMockServer({ port: 0, seed: 1 })
  try {
    const seen = await trade(server.url, server.broker.credentials.apiKey)
    expect(seen.symbols).toContain('AAPL')
    expect(seen.quotedSymbol).toBe('AAPL')
    expect(seen.statuses).toEqual(['new', 'new', 'canceled'])
    expect(seen.sameOrder).toBe(true)
    expect(seen.fillIds.length).toBeGreaterThanOrEqual(3)
    expect(new Set(seen.fillIds).size).toBe(seen.fillIds.length)
    expect(seen.pages).toBe(Math.ceil(seen.fillIds.length / 2))
    expect(seen.refusal).toEqual({ status: 422, code: 'invalid-request', pointers: ['/limitPrice'] })
  } finally {
    await server.close()
  }
})
