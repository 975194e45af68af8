#!/usr/bin/env node
import { existsSync } from 'node:fs'
import { enableCompileCache } from 'node:module'
import { pathToFileURL } from 'node:url'
import { HELP, parseCli, type ServeRequest } from './command-line/arguments.ts'
import { UsageError } from './command-line/usage-error.ts'
import type { MockServer, MockServerOptions } from './node.ts'
import type { Interceptor } from './transports/layers.ts'

/** The command `openbourse-mock`. Wrong usage exits 2, what goes wrong later 1, each with one line. */

// The next start finds what this one has compiled; where that cannot be kept, nothing is lost.
enableCompileCache()

// A reader such as `head` may have what it wants before all is written.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

await main(process.argv.slice(2)).catch((error: unknown) => {
  process.stderr.write(`openbourse-mock: ${oneLine(error)}\n`)
  process.exitCode = error instanceof UsageError ? 2 : 1
})

async function main(args: readonly string[]): Promise<void> {
  const request = parseCli(args)
  if (request.action === 'help') process.stdout.write(HELP)
  else if (request.action === 'version') {
    const { version } = await import('./version.ts')
    process.stdout.write(`${version}\n`)
  } else await serve(request.serve)
}

async function serve({ options, handlersFile, keysFile, showSecrets, output }: ServeRequest): Promise<void> {
  const [{ startMockServer }, { randomSeed }] = await Promise.all([
    import('./node.ts'),
    import('./ports/system-random.ts'),
  ])
  const { replay, journal } = options
  // A world that goes on has a seed already.
  const goesOn = journal !== undefined && existsSync(journal.path)
  const seed = options.seed ?? (goesOn ? undefined : randomSeed())
  if (replay?.speed === 'max') await keepHeapSmall()
  const server = await startMockServer({
    ...options,
    seed,
    replay: replay && { ...replay, onError: report },
    journal: journal && { ...journal, onWarning: report },
    keys: keysFile === undefined ? undefined : await loadKeys(keysFile),
    intercept: handlersFile === undefined ? undefined : await loadHandlers(handlersFile),
    onInternalError: report,
  })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void stop(server))
  if (output === 'json') process.stdout.write(`${jsonLine(server, showSecrets)}\n`)
  else if (output === 'text') process.stdout.write(greeting(server) + (showSecrets ? secrets(server) : ''))
}

/** Their contents are checked where they are used; a file that is no JSON is told here. */
async function loadKeys(file: string): Promise<MockServerOptions['keys']> {
  const { readFile } = await import('node:fs/promises')
  const text = await readFile(file, 'utf8')
  try {
    return JSON.parse(text) as MockServerOptions['keys']
  } catch {
    // The parser's own words would repeat a piece of the file, which holds secrets.
    throw new Error(`${file} is not JSON; it must be an array of keys`)
  }
}

/**
 * A replay at full speed makes garbage as fast as the machine can, and V8 would let the heap grow to several times
 * what is alive before it looks: collect early instead. Measured on a day of 476,000 quote legs: 310 MB at most
 * without, 180 MB with.
 */
async function keepHeapSmall(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8')
  setFlagsFromString('--heap-growing-percent=20')
  setFlagsFromString('--semi-space-growth-factor=1')
}

/** Handlers of the user's own, in MSW's words; MSW is loaded only here. */
async function loadHandlers(file: string): Promise<Interceptor> {
  const [module, { respondWith }] = await Promise.all([
    import(pathToFileURL(file).href).catch((error: unknown) => {
      throw new Error(`${file}: ${oneLine(error)}`)
    }),
    import('./transports/msw.ts'),
  ])
  const handlers: unknown = module.handlers ?? module.default
  if (!Array.isArray(handlers)) {
    throw new Error(`${file} must export an array of MSW handlers, as "handlers" or as default`)
  }
  return (request) => respondWith(handlers, request)
}

async function stop(server: MockServer): Promise<void> {
  await server.close()
  // What a handlers file may have left running must not keep the process.
  process.exit(0)
}

function jsonLine({ url, streamUrl, broker }: MockServer, showSecrets: boolean): string {
  const { apiKey } = broker.credentials
  const signing = showSecrets ? { signingKeys: Object.values(broker.demoCredentials) } : {}
  const ready = { event: 'ready', url, streamUrl, apiKey, seed: broker.seed, pid: process.pid }
  return JSON.stringify({ ...ready, ...signing })
}

function secrets({ broker }: MockServer): string {
  const { hmac, ed25519 } = broker.demoCredentials
  return `
  keys that sign (RFC 9421)
  ${hmac.keyId}     hmac-sha256, secret ${hmac.secret}
  ${ed25519.keyId}  ed25519, private key
${ed25519.privateKey}`
}

function greeting({ url, streamUrl, broker }: MockServer): string {
  const { apiKey } = broker.credentials
  const [symbol = 'AAPL'] = broker.symbols()
  return `openbourse-mock is ready

  REST     ${url}
  streams  ${streamUrl}
  docs     ${url}/docs
  key      ${apiKey}
  seed     ${broker.seed}

  curl -H 'Authorization: Bearer ${apiKey}' '${url}/v1/quotes/latest?symbols=${symbol}'
`
}

function report(error: unknown): void {
  process.stderr.write(`openbourse-mock: ${oneLine(error)}\n`)
}

function oneLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error)
  const taken = /EADDRINUSE.* (\S+:\d+)/.exec(text)
  if (taken) return `${taken[1]} is taken; choose another --port, or 0 for a free one`
  return text.split('\n', 1)[0] ?? text
}
