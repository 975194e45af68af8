/** Makes the present documents the released ones, once the version, the changelog and the work tree agree. */
import { execFile } from 'node:child_process'
import { copyFile, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { documentNames } from './documents.ts'

const run = promisify(execFile)
const versioned = [
  'package.json',
  'spec/package.json',
  'sdk/package.json',
  'mock-server/package.json',
  'spec/openapi.json',
  'spec/asyncapi.json',
]

/** Copies the documents, empties the exceptions, and says which version that was; throws before it touches anything. */
export async function releaseContract(root: string, check: () => Promise<string>): Promise<string> {
  const version = await agreedVersion(root)
  const { stdout: changes } = await run('git', ['status', '--porcelain'], { cwd: root })
  if (changes !== '') throw new Error(`There are changes that are not committed:\n${changes}`)
  const broken = await check()
  if (broken !== '') throw new Error(broken)

  const released = join(root, 'spec/released')
  for (const name of documentNames) {
    await copyFile(join(root, `spec/${name}.json`), join(released, `${name}.json`))
  }
  const exceptions = join(released, 'exceptions.yaml')
  const comments = (await readFile(exceptions, 'utf8')).split('\n').filter((line) => line.startsWith('#'))
  await writeFile(exceptions, [...comments, '[]', ''].join('\n'))
  return version
}

async function agreedVersion(root: string): Promise<string> {
  const versions = await Promise.all(versioned.map((file) => versionOf(root, file)))
  const [version = ''] = versions
  const others = versioned.filter((_file, index) => versions[index] !== version)
  if (others.length > 0)
    throw new Error(`Not of version ${version}, as package.json is: ${others.join(', ')}`)
  const [, newest = ''] = /^## (.*)$/m.exec(await readFile(join(root, 'CHANGELOG.md'), 'utf8')) ?? []
  const [heading, day = ''] = newest.split(/ (?=\()/)
  if (heading !== version || !/^\(\d{4}-\d\d-\d\d\)$/.test(day)) {
    throw new Error(`The newest entry of CHANGELOG.md is "${newest}", not "${version} (YYYY-MM-DD)"`)
  }
  return version
}

async function versionOf(root: string, file: string): Promise<string> {
  const content = JSON.parse(await readFile(join(root, file), 'utf8')) as Record<string, unknown>
  const info = (content.info ?? content) as { version: string }
  return info.version
}
