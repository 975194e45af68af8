import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { compare, type Result } from './measure.ts'

const KIB = 1024
const REASON =
  'Each operation costs about 25 bytes, and the client has every one of them; refill by number, the local book, the checks of options and the errors that name what to do are the rest, and nothing of it is left out for size.'

/** Minified gzip bytes of what a bundler ships for one import. */
export async function sizeBenchmarks(): Promise<Result[]> {
  const everything = await gzipped(
    "import { createClient } from '@openbourse/sdk'; globalThis.x = createClient",
  )
  const restAlone = await gzipped(
    "import { createRestClient } from '@openbourse/sdk'; globalThis.x = createRestClient",
  )
  const openapiFetch = await gzipped("import createClient from 'openapi-fetch'; globalThis.x = createClient")
  const alpaca = await gzipped("import * as Alpaca from '@alpacahq/alpaca-trade-api'; globalThis.x = Alpaca")
  return [
    await line('sdk.size', everything, openapiFetch, alpaca, 15 * KIB, 'REST and streams'),
    await line('sdk.size-rest', restAlone, openapiFetch, alpaca, 8 * KIB, 'REST alone'),
  ]
}

function line(
  name: string,
  ours: number,
  limit: number,
  alpaca: number,
  most: number,
  note: string,
): Promise<Result> {
  return compare({
    name,
    unit: 'bytes',
    better: 'lower',
    ours: () => ours,
    peers: { '@alpacahq/alpaca-trade-api': () => alpaca },
    limit: () => limit,
    runs: 1,
    target: { text: `at most ${most / KIB} KiB`, met: (result) => result.ours <= most, reason: REASON },
    note: `${note}, minified and gzipped; limit: openapi-fetch alone`,
  })
}

/** What loads with the import: the entry and the chunks it imports statically, not what it loads on demand. */
async function gzipped(contents: string): Promise<number> {
  const { outputFiles, metafile } = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    minify: true,
    splitting: true,
    metafile: true,
    write: false,
    outdir: 'out',
    format: 'esm',
    platform: 'browser',
    external: EXTERNAL,
    conditions: ['@openbourse/source'],
    logLevel: 'error',
  })
  const bytes = new Map(outputFiles.map(({ path, contents }) => [basename(path), contents]))
  const loaded = new Set<string>()
  const load = (name: string): void => {
    if (loaded.has(name)) return
    loaded.add(name)
    const imports = metafile.outputs[`out/${name}`]?.imports ?? []
    for (const { path, kind } of imports) if (kind === 'import-statement') load(basename(path))
  }
  load('stdin.js')
  return [...loaded].reduce((sum, name) => sum + gzipSync(bytes.get(name) ?? '', { level: 9 }).length, 0)
}

const EXTERNAL = [
  ...['node:*', 'crypto', 'http', 'https', 'stream', 'url', 'util', 'zlib', 'events', 'net', 'tls'],
  ...['fs', 'path', 'assert', 'buffer', 'os'],
]
