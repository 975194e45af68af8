import { execFile } from 'node:child_process'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'

const here = fileURLToPath(new URL('.', import.meta.url))
const require = createRequire(import.meta.url)
const dist = mkdtempSync(join(tmpdir(), 'openbourse-sdk-'))

beforeAll(async () => {
  const tsup = join(require.resolve('tsup'), '..', 'cli-default.js')
  await promisify(execFile)(process.execPath, [tsup, '--out-dir', dist], { cwd: here })
  // Tells bundlers that files nothing is used of may be left out.
  copyFileSync(join(here, 'package.json'), join(dist, 'package.json'))
}, 60_000)

afterAll(() => rmSync(dist, { recursive: true, force: true }))

test('the package needs nothing but itself; only validation asks for zod', () => {
  const files = readdirSync(dist).filter((file) => !file.endsWith('.json'))
  const wanted = files.flatMap((file) => {
    const text = readFileSync(join(dist, file), 'utf8')
    const bare = /\b(?:from|import|require)\s*\(?\s*['"]([^.'"][^'"]*)['"]/g
    return [...text.matchAll(bare)].map(([, name]) => `${file.split('.')[0]} needs ${name}`)
  })
  expect([...new Set(wanted)]).toEqual(['validation needs zod'])
})

test('every file that the package offers is built', () => {
  const { exports } = JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))
  const files = [...JSON.stringify(exports).matchAll(/\.\/dist\/([^"]+)/g)].map(([, file]) => file)
  expect(files).toHaveLength(16)
  expect(readdirSync(dist)).toEqual(expect.arrayContaining(files))
})

test('what is bundled in is named with its licence', () => {
  const { version } = JSON.parse(
    readFileSync(join(here, '../node_modules/openapi-fetch/package.json'), 'utf8'),
  )
  expect(readFileSync(join(here, 'THIRD_PARTY_NOTICES'), 'utf8')).toContain(`openapi-fetch ${version}\n`)
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
