import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { compare, type Result } from './measure.ts'

const KIB = 1024

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
    target: { text: `at most ${most / KIB} KiB`, met: (result) => result.ours <= most },
    note: `${note}, minified and gzipped; limit: openapi-fetch alone`,
  })
}

async function gzipped(contents: string): Promise<number> {
  const bundle = await build({
    stdin: { contents, resolveDir: fileURLToPath(new URL('..', import.meta.url)), loader: 'ts' },
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    platform: 'browser',
    external: [
      'node:*',
      'crypto',
      'http',
      'https',
      'stream',
      'url',
      'util',
      'zlib',
      'events',
      'net',
      'tls',
      'fs',
      'path',
      'assert',
      'buffer',
      'os',
    ],
    conditions: ['@openbourse/source'],
    logLevel: 'error',
  })
  return gzipSync(bundle.outputFiles[0]?.contents ?? '', { level: 9 }).length
}
