import { builtinModules } from 'node:module'
import { expect, test } from 'vitest'
import { shipped } from './sources.ts'

/** Where each third party is imported: one file, so that one file must change when it is replaced. */
const sites: Record<string, readonly string[]> = {
  'openapi-fetch': ['sdk/src/http/transport.ts'],
  msw: ['mock-server/src/transports/msw.ts'],
  ws: ['mock-server/src/transports/stream-sockets.ts'],
  // Types of the test runner, for the one face that is made for it.
  vitest: ['mock-server/src/vitest.ts'],
}

test('every third party has one import site', () => {
  const wrong = shipped().flatMap((source) =>
    source.imports
      .filter(({ path, specifier }) => path === undefined && !isOwnOrBuiltIn(specifier))
      .filter(({ specifier }) => !sites[packageOf(specifier)]?.includes(source.path))
      .map(({ specifier }) => `${source.path} -> ${specifier}`),
  )
  expect(wrong).toEqual([])
})

test('the SDK imports nothing of Node', () => {
  const wrong = shipped()
    .filter(({ path }) => path.startsWith('sdk/'))
    .flatMap((source) =>
      source.imports
        .filter(({ specifier }) => specifier.startsWith('node:'))
        .map(({ specifier }) => `${source.path} -> ${specifier}`),
    )
  expect(wrong).toEqual([])
})

function packageOf(specifier: string): string {
  const parts = specifier.split('/')
  return specifier.startsWith('@') ? parts.slice(0, 2).join('/') : (parts[0] ?? '')
}

function isOwnOrBuiltIn(specifier: string): boolean {
  return (
    specifier.startsWith('@openbourse/') ||
    specifier.startsWith('node:') ||
    builtinModules.includes(specifier)
  )
}
