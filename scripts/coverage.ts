/**
 * `docs/coverage.md`: every operation and channel of the contract by transport, SDK method and test. It is read from
 * the sources: the contract suite runs each of its tests over every transport, so a test that calls an operation
 * there covers it everywhere.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { channels, routes } from '@openbourse/spec'
import { operationOf } from '../mock-server/test/contract-check.ts'

const root = join(import.meta.dirname, '..')
const suite = join(root, 'mock-server', 'test', 'contract')

/** What no client method calls, and how it is reached instead. */
const withoutMethod: Readonly<Record<string, string>> = {
  createAccessToken: 'the credentials `{ clientId, clientSecret }`',
  streamEvents: '`streamEvents` of `@openbourse/sdk/events`',
  getOpenApiDocument: '`fetch`: a file for tools',
  getAsyncApiDocument: '`fetch`: a file for tools',
}

export interface Row {
  readonly name: string
  /** By column; an empty text is a hole. */
  readonly cells: Readonly<Record<string, string>>
}

/** One row an operation. */
export function operationRows(): Row[] {
  const methods = sdkMethods()
  const tests = testsBy(operationsIn)
  return Object.entries(routes).map(([id, { method, path }]) => ({
    name: id,
    cells: {
      route: `\`${method} ${path}\``,
      ...overTransports(tests.get(id)),
      'SDK method': methods.get(id) ?? withoutMethod[id] ?? '',
      test: tests.get(id) ?? '',
    },
  }))
}

/** One row a channel. */
export function channelRows(): Row[] {
  const streams = read('sdk', 'src', 'streaming', 'create-streams.ts')
  const tests = testsBy(channelsIn)
  return Object.entries(channels).map(([kind, { message }]) => ({
    name: kind,
    cells: {
      message: `\`${message}\``,
      ...overTransports(tests.get(kind)),
      'SDK method': new RegExp(`^ {2}${kind}\\(`, 'm').test(streams) ? `\`client.stream.${kind}\`` : '',
      test: tests.get(kind) ?? '',
    },
  }))
}

export function coverageText(): string {
  return [
    '# What is covered',
    '',
    'Made by `npm run generate` from the contract, the contract suite and the SDK; a test keeps it current and without an empty cell. The named test is the first that calls the operation, over each of the transports.',
    '',
    '## Operations',
    '',
    ...table('operation', operationRows()),
    '',
    '## Channels',
    '',
    ...table('channel', channelRows()),
    '',
  ].join('\n')
}

function table(title: string, rows: readonly Row[]): string[] {
  const columns = Object.keys(rows[0]?.cells ?? {})
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
  return [
    line([title, ...columns]),
    line([title, ...columns].map(() => '---')),
    ...rows.map(({ name, cells }) => line([name, ...columns.map((column) => cells[column] ?? '')])),
  ]
}

function overTransports(test: string | undefined): Record<string, string> {
  const names = [
    ...read('mock-server', 'test', 'contract', 'transports.ts').matchAll(/^ {2,4}\[?'([^']+)',/gm),
  ]
  return Object.fromEntries(names.map(([, name = '']) => [name, test === undefined ? '' : 'yes']))
}

/** Operation or channel -> the first test of the contract suite that has to do with it. */
function testsBy(namesIn: (block: string) => readonly string[]): Map<string, string> {
  const tests = new Map<string, string>()
  for (const file of readdirSync(suite).sort()) {
    // What stands between two beginnings of tests is the first one's.
    for (const block of read('mock-server', 'test', 'contract', file)
      .split(/^ +test(?=[.(])/m)
      .slice(1)) {
      const title = /\(\s*(['"`])(.*?)\1,/s.exec(block)?.[2]
      if (title === undefined) continue
      for (const name of namesIn(block)) if (!tests.has(name)) tests.set(name, `${file}: ${title}`)
    }
  }
  return tests
}

function operationsIn(block: string): string[] {
  const called = [...block.matchAll(/['"`]([A-Z]+) (\/[^'"`]*)['"`]/g)].map(([, method = '', target = '']) =>
    operationOf(method, target.replace(/\$\{[^}]*\}/g, 'x')),
  )
  if (/\bsubmit\(/.test(block)) called.push('submitOrder')
  return called.filter((id) => id !== undefined)
}

function channelsIn(block: string): string[] {
  return [...block.matchAll(/['"`=]([a-z]+)(?:\.[^'"`]*)?['"`&]/g)].map(([, kind = '']) => kind)
}

/** Operation -> the client's method, from the test that calls each. */
function sdkMethods(): Map<string, string> {
  const calls = read('sdk', 'src', 'resources', 'resources.test.ts')
  const found = calls.matchAll(/^ {2}(\w+): \(client\) =>\s*client\.([\w.]+)\(/gm)
  return new Map([...found].map(([, id = '', method = '']) => [id, `\`client.${method}\``]))
}

function read(...path: string[]): string {
  return readFileSync(join(root, ...path), 'utf8')
}

if (process.argv[1] === import.meta.filename) writeFileSync(join(root, 'docs', 'coverage.md'), coverageText())
