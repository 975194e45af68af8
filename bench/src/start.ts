import { fileURLToPath } from 'node:url'
import { createMockBroker } from '../../mock-server/src/index.ts'
import { firstAnswer, freePort, start } from './child.ts'
import { compare, type Result } from './measure.ts'
import { startMockoon, startPrism } from './rest.ts'

const CLI = fileURLToPath(new URL('../../mock-server/dist/cli.js', import.meta.url))

export async function startBenchmarks(): Promise<Result[]> {
  return [
    await compare({
      name: 'start.cli',
      unit: 'ms',
      better: 'lower',
      ours: cliToFirstAnswer,
      peers: { prism: () => timed(startPrism), mockoon: () => timed(startMockoon) },
      limit: bareNode,
      target: { text: 'ready in under 500 ms', met: ({ ours }) => ours < 500 },
      note: 'command to first answer; limit: node -e 0',
    }),
    await compare({
      name: 'start.in-process',
      unit: 'ms',
      better: 'lower',
      ours: inProcessToFirstAnswer,
      runs: 15,
      note: 'createMockBroker to the first answered quote, module already loaded',
    }),
    await compare({
      name: 'world.create',
      unit: 'ms',
      better: 'lower',
      ours: createWorld,
      runs: 51,
      target: { text: 'under 5 ms', met: ({ ours }) => ours < 5 },
      note: 'a fresh isolated exchange with 12 instruments, books filled; first runs are not yet compiled',
    }),
  ]
}

async function cliToFirstAnswer(): Promise<number> {
  const port = await freePort()
  const begin = performance.now()
  const child = start(process.execPath, [CLI, '--port', String(port), '--quiet'])
  await firstAnswer(`http://127.0.0.1:${port}/v1/quotes/latest?symbols=AAPL`, {
    authorization: 'Bearer mk_demo',
  })
  const elapsed = performance.now() - begin
  await child.stop()
  return elapsed
}

async function timed(startPeer: typeof startPrism): Promise<number> {
  const begin = performance.now()
  const { child } = await startPeer()
  const elapsed = performance.now() - begin
  await child.stop()
  return elapsed
}

function bareNode(): Promise<number> {
  const begin = performance.now()
  const child = start(process.execPath, ['-e', '0'])
  return new Promise((resolve) => child.process.once('exit', () => resolve(performance.now() - begin)))
}

async function inProcessToFirstAnswer(): Promise<number> {
  const begin = performance.now()
  const broker = createMockBroker({ seed: 1 })
  await broker.fetch(`${broker.baseUrl}/v1/quotes/latest?symbols=AAPL`, {
    headers: { authorization: `Bearer ${broker.credentials.apiKey}` },
  })
  const elapsed = performance.now() - begin
  await broker.close()
  return elapsed
}

async function createWorld(): Promise<number> {
  const begin = performance.now()
  const broker = createMockBroker({ seed: 1 })
  const elapsed = performance.now() - begin
  await broker.close()
  return elapsed
}
