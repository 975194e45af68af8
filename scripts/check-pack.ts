/** What users install, judged as they get it: the packed tarballs, in a fresh folder, by tools that are not ours. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder, packAll, packages, root, run } from './pack.ts'

const compilers = ['5.4.5', '5.9.3', '6', '7']

const tarballs = packAll()
for (const [index, tarball] of tarballs.entries()) {
  step(`publint ${packages[index]}`, () => run('npx', ['publint', tarball, '--strict'], root))
  step(`attw ${packages[index]}`, () =>
    run('npx', ['attw', tarball, '--profile', attwProfile(packages[index])], root),
  )
}

const project = freshFolder('consumer')
writeFileSync(
  join(project, 'package.json'),
  JSON.stringify({ name: 'consumer', private: true, type: 'module' }),
)
run(
  'npm',
  [
    'install',
    '--prefer-offline',
    '--no-audit',
    '--no-fund',
    ...tarballs,
    'zod@4',
    'msw@3',
    'vitest@5',
    '@types/node@22',
  ],
  project,
)

step('imports from ESM', () => {
  const faces = [
    '@openbourse/spec',
    '@openbourse/spec/schemas',
    '@openbourse/sdk',
    '@openbourse/sdk/validation',
    '@openbourse/mock-server',
    '@openbourse/mock-server/node',
    '@openbourse/mock-server/msw',
  ]
  const program = faces.map((face) => `await import('${face}')`).join('\n')
  return run(process.execPath, ['--input-type=module', '-e', program], project)
})
step('the SDK from CommonJS', () =>
  run(
    process.execPath,
    ['--input-type=commonjs', '-e', "if (!require('@openbourse/sdk').createClient) process.exit(1)"],
    project,
  ),
)

const consumer = `import { createClient, type Order } from '@openbourse/sdk'
import { createMockBroker } from '@openbourse/mock-server'
export async function buy(): Promise<Order> {
  const broker = createMockBroker({ seed: 1 })
  const client = createClient({ environment: 'mock', baseUrl: broker.baseUrl, fetch: broker.fetch, credentials: broker.credentials })
  return client.orders.submit({ symbol: 'AAPL', side: 'buy', type: 'market', timeInForce: 'day', quantity: '1' })
}
`
mkdirSync(join(project, 'src'))
writeFileSync(join(project, 'src', 'consumer.ts'), consumer)
for (const version of compilers) {
  step(`types on TypeScript ${version}`, () => {
    const flags = [
      '--noEmit',
      '--strict',
      '--target',
      'es2022',
      '--module',
      'nodenext',
      '--moduleResolution',
      'nodenext',
      '--skipLibCheck',
      'false',
      '--lib',
      'es2022,dom,dom.iterable,esnext.disposable',
      '--types',
      'node',
    ]
    return run('npx', ['-y', '-p', `typescript@${version}`, 'tsc', ...flags, 'src/consumer.ts'], project)
  })
}
console.log('check:pack passed')

function attwProfile(name: string | undefined): string {
  return name === 'sdk' ? 'node16' : 'esm-only'
}

function step(name: string, work: () => string): void {
  try {
    work()
    console.log(`ok  ${name}`)
  } catch (error) {
    console.error(`FAILED  ${name}\n${error instanceof Error ? error.message : error}`)
    process.exit(1)
  }
}
