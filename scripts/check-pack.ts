/** What users install, judged as they get it: the packed tarballs, in a fresh folder, by tools that are not ours. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder, type PackageName, packAll, packages, root, run } from './pack.ts'

const compilers = ['5.4.5', '5.9.3', '6', '7']
const modules = [
  '@openbourse/spec',
  '@openbourse/spec/schemas',
  '@openbourse/spec/documents',
  '@openbourse/sdk',
  '@openbourse/sdk/events',
  '@openbourse/sdk/validation',
  '@openbourse/sdk/webhooks',
  '@openbourse/mock-server',
  '@openbourse/mock-server/node',
  '@openbourse/mock-server/msw',
]

const consumer = `import { createClient, type Order, type StreamQuote } from '@openbourse/sdk'
import { responseValidation } from '@openbourse/sdk/validation'
import { type VerifiedWebhook, verifyWebhook } from '@openbourse/sdk/webhooks'
import { createMockBroker } from '@openbourse/mock-server'
import { startMockServer } from '@openbourse/mock-server/node'
import { useMockBroker } from '@openbourse/mock-server/vitest'
import { errorCodes, routes } from '@openbourse/spec'
import { openapi } from '@openbourse/spec/documents'
import { Order as OrderSchema } from '@openbourse/spec/schemas'

export const faces = [startMockServer, useMockBroker, errorCodes, routes, openapi, OrderSchema]

export function receive(body: string, { headers }: Request): Promise<VerifiedWebhook> {
  return verifyWebhook({ body, headers, secret: 'whsec_' })
}

export async function buy(): Promise<Order> {
  const { baseUrl, credentials, fetch, WebSocket } = createMockBroker({ seed: 1 })
  const validate = responseValidation()
  const client = createClient({ environment: 'mock', baseUrl, credentials, fetch, WebSocket, validate })
  for await (const quote of client.stream.quotes(['AAPL'])) return hit(quote)
  throw new Error('no quote')
  function hit({ symbol, askPrice }: StreamQuote) {
    const order = { symbol, side: 'buy', type: 'limit', timeInForce: 'ioc', quantity: '1' } as const
    return client.orders.submit({ ...order, limitPrice: askPrice ?? '1.00' })
  }
}
`

/** Alone, because the declarations of MSW itself do not compile on TypeScript 5.4. */
const mswConsumer = `import { setupMockBroker } from '@openbourse/mock-server/msw'
import { http, HttpResponse } from 'msw'

setupMockBroker({ seed: 1 }).use(http.get('*', () => HttpResponse.error()))
`

const folder = freshFolder('check-pack')
const tarballs = await packAll(folder)
for (const name of packages) {
  await step(`publint ${name}`, () => run('npx', ['publint', tarballs[name], '--strict'], root))
  await step(`attw ${name}`, () => run('npx', ['attw', tarballs[name], '--profile', profileOf(name)], root))
}

const project = join(folder, 'project')
mkdirSync(project)
writeFileSync(
  join(project, 'package.json'),
  JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
)
const companions = ['zod@4', 'msw@3', 'vitest@5', '@types/node@22']
const install = ['install', '--prefer-offline', '--no-audit', '--no-fund']
await run('npm', [...install, ...Object.values(tarballs), ...companions], project)

await step('every face from ESM', () => {
  const program = modules.map((name) => `await import('${name}')`).join('\n')
  return run(process.execPath, ['--input-type=module', '-e', program], project)
})
await step('the SDK from CommonJS', () => {
  const program = `if (!require('@openbourse/sdk').createClient) process.exit(1)
if (!require('@openbourse/sdk/webhooks').verifyWebhook) process.exit(1)
if (!require('@openbourse/sdk/validation').responseValidation) process.exit(1)`
  return run(process.execPath, ['--input-type=commonjs', '-e', program], project)
})

writeFileSync(join(project, 'consumer.ts'), consumer)
writeFileSync(join(project, 'msw-consumer.ts'), mswConsumer)
for (const version of compilers) {
  await step(`types on TypeScript ${version}`, async () => {
    await compile(version, 'consumer.ts', '--skipLibCheck', 'false')
    return compile(version, 'msw-consumer.ts', '--skipLibCheck', 'true')
  })
}
rmSync(folder, { recursive: true, force: true })
console.log('check:pack passed')

function compile(version: string, file: string, ...more: string[]): Promise<string> {
  const language = [
    '--strict',
    '--target',
    'es2022',
    '--module',
    'nodenext',
    '--moduleResolution',
    'nodenext',
  ]
  const libraries = ['--lib', 'es2022,dom,dom.iterable,esnext.disposable', '--types', 'node']
  const flags = ['--noEmit', ...language, ...libraries, ...more]
  return run('npx', ['-y', '-p', `typescript@${version}`, 'tsc', ...flags, file], project)
}

/** Only the SDK is meant for CommonJS, too. */
function profileOf(name: PackageName): string {
  return name === 'sdk' ? 'node16' : 'esm-only'
}

async function step(name: string, work: () => Promise<string>): Promise<void> {
  try {
    await work()
    console.log(`ok  ${name}`)
  } catch (error) {
    console.error(`FAILED  ${name}\n${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
}
