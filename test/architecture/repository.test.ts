import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFiles, root } from './sources.ts'

interface LockedPackage {
  readonly resolved?: string
  readonly link?: boolean
  readonly optionalDependencies?: Record<string, string>
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as {
  packages: Record<string, LockedPackage>
}

test('the lock file names no host', () => {
  const hosts = Object.entries(lock.packages).filter(
    ([, { resolved, link }]) => resolved !== undefined && !link,
  )
  expect(hosts.map(([name]) => name)).toEqual([])
})

test('the lock file holds every optional dependency, so that every platform can install', () => {
  const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {})
      .filter((name) => !resolves(path, name))
      .map((name) => `${path || '(root)'} -> ${name}`),
  )
  expect(missing).toEqual([])
})

test('every dependency is pinned to one exact version', () => {
  const manifests = ['.', 'spec', 'sdk', 'mock-server', 'examples'].map((folder) =>
    join(folder, 'package.json'),
  )
  const loose = manifests.flatMap((path) => {
    const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<
      string,
      Record<string, string>
    >
    return ['dependencies', 'devDependencies', 'optionalDependencies']
      .flatMap((field) => Object.entries(manifest[field] ?? {}))
      .filter(([, version]) => !/^(npm:[^@]+@)?\d+\.\d+\.\d+$/.test(version))
      .map(([name, version]) => `${path}: ${name}@${version}`)
  })
  expect(loose).toEqual([])
})

test('a workflow runs every check but those that say why not, and nothing that there is not', () => {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  const workflows = ['ci', 'weekly'].map((name) =>
    readFileSync(join(root, `.github/workflows/${name}.yml`), 'utf8'),
  )
  const run = new Set([...workflows.join().matchAll(/- run: npm run (\S+)/g)].map(([, name]) => name))
  const checks = Object.keys(scripts).filter((name) => name.startsWith('check:'))
  // The first is part of `npm test`; the second needs recordings, which are not in the repository.
  const elsewhere = ['check:contract', 'check:data']
  expect([...run].sort()).toEqual(checks.filter((name) => !elsewhere.includes(name)).sort())
})

test('no file names a machine path or a package registry', () => {
  const pattern = new RegExp(
    ['/wo' + 'rk/', '/ro' + 'ot/', '/ho' + 'me/[a-z]', 'registry\\.' + 'npmjs'].join('|'),
  )
  const named = projectFiles()
    .filter((path) => !/\.(png|ico|zip|gz)$/.test(path))
    .filter((path) => pattern.test(readOrEmpty(path)))
  expect(named).toEqual([])
})

/** Node's own look-up: the nearest node_modules on the way up. */
function resolves(from: string, name: string): boolean {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    if (lock.packages[`${at ? `${at}/` : ''}node_modules/${name}`]) return true
    if (at === '' || !at.includes('node_modules/')) return Boolean(lock.packages[`node_modules/${name}`])
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(join(root, path), 'utf8')
  } catch {
    return '' // listed by git but deleted in the work tree
  }
}
