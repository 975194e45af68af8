import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshFolder, root, run } from '../scripts/pack.ts'
import { packedTarballs } from '../test/packed/tarballs.ts'

const folder = freshFolder('sdk')
const dist = join(folder, 'package', 'dist')

beforeAll(async () => {
  await run('tar', ['-xzf', packedTarballs().sdk, '-C', folder], folder)
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the package needs nothing but itself; only validation asks for zod', () => {
  const wanted = readdirSync(dist).flatMap((file) => {
    const text = readFileSync(join(dist, file), 'utf8')
    const bare = /\b(?:from|import|require)\s*\(?\s*['"]([^.'"][^'"]*)['"]/g
    return [...text.matchAll(bare)].map(([, name]) => `${file.split('.')[0]} needs ${name}`)
  })
  expect([...new Set(wanted)]).toEqual(['validation needs zod'])
})

test('every file that the package offers is built', () => {
  const { exports } = JSON.parse(readFileSync(join(folder, 'package/package.json'), 'utf8'))
  const files = [...JSON.stringify(exports).matchAll(/\.\/dist\/([^"]+)/g)].map(([, file]) => file)
  expect(files).toHaveLength(16)
  expect(readdirSync(dist)).toEqual(expect.arrayContaining(files))
})

test('what is bundled in is named with its licence', () => {
  const { version } = JSON.parse(readFileSync(join(root, 'node_modules/openapi-fetch/package.json'), 'utf8'))
  expect(readFileSync(join(folder, 'package/THIRD_PARTY_NOTICES'), 'utf8')).toContain(
    `openapi-fetch ${version}\n`,
  )
})

/** Minified and compressed, as a browser would load it: the code of signatures and tokens waits until it is needed. */
async function sizeOf(name: string): Promise<number> {
  const contents = `export { ${name} } from './index.js'`
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: dist },
    bundle: true,
    splitting: true,
    metafile: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    outdir: dist,
    absWorkingDir: dist,
    write: false,
  })
  const loaded = new Set<string>()
  const load = (output: string): void => {
    if (loaded.has(output)) return
    loaded.add(output)
    for (const { path, kind } of metafile.outputs[output]?.imports ?? []) {
      if (kind === 'import-statement') load(path)
    }
  }
  load('stdin.js')
  const texts = outputFiles.filter(({ path }) => loaded.has(relative(dist, path))).map(({ text }) => text)
  expect(texts.length).toBeLessThan(outputFiles.length)
  return gzipSync(texts.join(''), { level: 9 }).byteLength
}

test('whoever takes REST alone pays for REST alone', async () => {
  const rest = await sizeOf('createRestClient')
  const all = await sizeOf('createClient')
  // About 25 bytes an operation: the text that names it and its place.
  expect.soft(rest).toBeLessThanOrEqual(9.5 * 1024)
  expect.soft(all).toBeLessThanOrEqual(18.25 * 1024)
})
