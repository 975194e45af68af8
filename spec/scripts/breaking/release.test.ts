import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { releaseContract } from './release.ts'

const allIsWell = () => Promise.resolve('')
let root: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'openbourse-release-'))
  for (const folder of ['spec/released', 'sdk', 'mock-server'])
    mkdirSync(join(root, folder), { recursive: true })
  for (const folder of ['.', 'spec', 'sdk', 'mock-server'])
    writeJson(`${folder}/package.json`, { version: '0.2.0' })
  for (const name of ['openapi', 'asyncapi']) {
    writeJson(`spec/${name}.json`, { info: { version: '0.2.0' } })
    writeJson(`spec/released/${name}.json`, { info: { version: '0.1.0' } })
  }
  write('spec/released/exceptions.yaml', '# How to write one.\n- rule: property-removed\n')
  write('CHANGELOG.md', '# Changelog\n\n## 0.2.0 (2027-01-31)\n\n- More.\n\n## 0.1.0 (2026-12-01)\n')
  git('init', '--quiet')
  commit()
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

test('a release takes the documents over and empties the exceptions', async () => {
  expect(await releaseContract(root, allIsWell)).toBe('0.2.0')
  expect(read('spec/released/openapi.json')).toBe(read('spec/openapi.json'))
  expect(read('spec/released/asyncapi.json')).toBe(read('spec/asyncapi.json'))
  expect(read('spec/released/exceptions.yaml')).toBe('# How to write one.\n[]\n')
})

test.each<[string, () => void, string]>([
  [
    'a package of another version',
    () => writeJson('sdk/package.json', { version: '0.1.9' }),
    'sdk/package.json',
  ],
  [
    'a document of another version',
    () => writeJson('spec/asyncapi.json', { info: { version: '1.0.0' } }),
    'asyncapi',
  ],
  [
    'a changelog without the version',
    () => write('CHANGELOG.md', '## 0.1.0 (2026-12-01)\n'),
    '"0.1.0 (2026-12-01)"',
  ],
  [
    'a version without its day',
    () => write('CHANGELOG.md', '## 0.2.0 (unreleased)\n'),
    '"0.2.0 (YYYY-MM-DD)"',
  ],
])('%s is refused, and nothing is touched', async (_name, change, reason) => {
  change()
  commit()
  await expect(releaseContract(root, allIsWell)).rejects.toThrow(reason)
  expect(read('spec/released/openapi.json')).toContain('0.1.0')
})

test('a change that is not committed is refused by its file', async () => {
  write('NOTES.md', 'later')
  await expect(releaseContract(root, allIsWell)).rejects.toThrow('NOTES.md')
})

test('a contract that breaks what was released is refused by what it breaks', async () => {
  const broken = () => Promise.resolve('GET /v1/fills was removed')
  await expect(releaseContract(root, broken)).rejects.toThrow('GET /v1/fills was removed')
})

function write(path: string, text: string): void {
  writeFileSync(join(root, path), text)
}

function writeJson(path: string, content: object): void {
  write(path, JSON.stringify(content))
}

function read(path: string): string {
  return readFileSync(join(root, path), 'utf8')
}

function commit(): void {
  git('add', '--all')
  git(
    '-c',
    'user.name=t',
    '-c',
    'user.email=t@example.com',
    'commit',
    '--quiet',
    '--no-gpg-sign',
    '-m',
    'state',
  )
}

function git(...parameters: string[]): void {
  execFileSync('git', parameters, { cwd: root })
}
