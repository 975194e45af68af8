/** What users download, looked at as they get it. */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { freshFolder, type PackageName, packages, root, run } from '../scripts/pack.ts'
import { packedTarballs } from './packed/tarballs.ts'

const folder = freshFolder('pack')
const unpacked = (name: PackageName): string => join(folder, name, 'package')

beforeAll(async () => {
  const tarballs = packedTarballs()
  for (const name of packages) {
    mkdirSync(join(folder, name))
    await run('tar', ['-xzf', tarballs[name], '-C', join(folder, name)], folder)
  }
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/**
 * Bytes of a tarball; several times what it is now would be a mistake, such as data or maps that slipped in. Two thirds
 * of the client's are its declarations, once for ESM and once for CommonJS.
 */
const largest: Record<PackageName, number> = { spec: 250_000, sdk: 280_000, 'mock-server': 330_000 }

describe.each(packages)('%s', (name) => {
  test('holds its readme, its licence and nothing but what is built or documented', () => {
    const files = filesOf(name)
    expect(files).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE']))
    expect(
      files.filter((file) => !/^(dist\/|openapi\.json|asyncapi\.json|THIRD_PARTY)/.test(file)),
    ).toHaveLength(3)
    const licence = readFileSync(join(root, 'LICENSE'), 'utf8')
    expect(read(name, 'LICENSE')).toBe(licence)
  })

  test('holds every file that its manifest offers', () => {
    const { exports, bin = {} } = manifestOf(name)
    const offered = [...JSON.stringify([exports, bin]).matchAll(/"\.\/([^"*]+\.(?:c?js|d\.c?ts|json))"/g)]
    const missing = offered.map(([, file = '']) => file).filter((file) => !filesOf(name).includes(file))
    // The sources stay at home: their condition serves this repository alone.
    expect(missing.filter((file) => !file.startsWith('src/'))).toEqual([])
    expect(offered.length).toBeGreaterThan(1)
  })

  test('has no source maps, no sources and no path of a machine', () => {
    const files = filesOf(name)
    expect(files.filter((file) => /\.map$|(?<!\.d)\.ts$|\.test\./.test(file))).toEqual([])
    const traces = [root, folder, 'sourceMappingURL']
    const found = files.flatMap((file) =>
      traces.filter((trace) => read(name, file).includes(trace)).map((trace) => `${file}: ${trace}`),
    )
    expect(found).toEqual([])
  })

  test('has a sane size', () => {
    expect(statSync(packedTarballs()[name]).size).toBeLessThan(largest[name])
  })

  test('publint finds nothing', async () => {
    const publint = join(root, 'node_modules', 'publint', 'src', 'cli.js')
    await run(process.execPath, [publint, packedTarballs()[name], '--strict'], folder)
  })
})

test('the contract needs nothing, and the validators only zod', () => {
  expect(manifestOf('spec').dependencies ?? {}).toEqual({})
  expect(packagesNeededBy('spec')).toEqual(['dist/schemas.d.ts: zod', 'dist/schemas.js: zod'])
})

test('the SDK needs nothing, and only its validation zod', () => {
  const { dependencies = {}, peerDependenciesMeta } = manifestOf('sdk')
  expect(dependencies).toEqual({})
  expect(peerDependenciesMeta).toEqual({ zod: { optional: true } })
  expect(packagesNeededBy('sdk')).toEqual(['dist/validation.cjs: zod', 'dist/validation.js: zod'])
})

test('the mock server has three dependencies, and needs a peer only where the face is made for it', () => {
  const { dependencies, peerDependenciesMeta } = manifestOf('mock-server')
  expect(Object.keys(dependencies ?? {})).toEqual(['@openbourse/spec', 'ws', 'zod'])
  expect(peerDependenciesMeta).toEqual({ msw: { optional: true }, vitest: { optional: true } })
  for (const face of ['index.js', 'node.js', 'cli.js']) {
    // Not even at second hand; what is loaded only on demand, as by --handlers, does not count.
    const needed = reachedFrom(face).flatMap((file) => bareImports(read('mock-server', file)))
    expect(needed.filter((specifier) => !/^(node:|@openbourse\/spec|ws$|zod)/.test(specifier))).toEqual([])
  }
  expect(reachedFrom('msw.js').flatMap((file) => bareImports(read('mock-server', file)))).toContain('msw')
})

interface Manifest {
  readonly exports: object
  readonly bin?: object
  readonly dependencies?: Record<string, string>
  readonly peerDependenciesMeta?: object
}

function manifestOf(name: PackageName): Manifest {
  return JSON.parse(read(name, 'package.json')) as Manifest
}

function filesOf(name: PackageName): string[] {
  const entries = readdirSync(unpacked(name), { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(unpacked(name), join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
}

function read(name: PackageName, file: string): string {
  return readFileSync(join(unpacked(name), file), 'utf8')
}

/** Packages other than Node's own that code and declarations import, at once or on demand. */
function packagesNeededBy(name: PackageName): string[] {
  return filesOf(name)
    .filter((file) => file.startsWith('dist/'))
    .flatMap((file) =>
      [...new Set(bareImports(read(name, file)))].map((specifier) => `${file}: ${specifier}`),
    )
}

function bareImports(code: string): string[] {
  return importsOf(code).filter((specifier) => !specifier.startsWith('.'))
}

function importsOf(code: string): string[] {
  const statement =
    /^\s*(?:import|export)\b[^'"`;()]*?(?:from\s*)?["']([^'"]+)["']|\b(?:require)\(["']([^'"]+)["']\)/gm
  return [...code.matchAll(statement)].map(([, imported, required]) => imported ?? required ?? '')
}

/** The files that loading one file of the mock server loads. */
function reachedFrom(face: string): string[] {
  const reached = new Set<string>()
  const visit = (file: string): void => {
    if (reached.has(file)) return
    reached.add(file)
    for (const specifier of importsOf(read('mock-server', file))) {
      if (specifier.startsWith('./')) visit(join('dist', specifier).replaceAll('\\', '/'))
    }
  }
  visit(`dist/${face}`)
  return [...reached]
}
