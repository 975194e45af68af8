import { expect, test } from 'vitest'
import { isTest, type Source, shipped, sources } from './sources.ts'

/** What each package may import of the others. */
const packageArrows: Record<string, readonly string[]> = {
  spec: [],
  sdk: ['@openbourse/spec'],
  'mock-server': ['@openbourse/spec'],
  examples: ['@openbourse/sdk', '@openbourse/mock-server'],
}

/** What each folder of the mock server may import of its neighbours; the faces at its root import any. */
const serverArrows: Record<string, readonly string[]> = {
  ports: [],
  exchange: [],
  market: ['exchange'],
  feed: ['exchange', 'ports'],
  journal: ['exchange', 'ports'],
  webhooks: ['journal', 'feed', 'exchange', 'ports'],
  worlds: ['exchange', 'market', 'feed', 'journal', 'webhooks', 'ports'],
  streams: ['worlds', 'feed', 'exchange', 'ports'],
  api: ['worlds', 'webhooks', 'feed', 'exchange', 'ports'],
  faults: ['worlds'],
  control: ['worlds', 'api', 'streams', 'faults', 'ports'],
  docs: ['api'],
  transports: [
    'api',
    'streams',
    'control',
    'docs',
    'faults',
    'worlds',
    'webhooks',
    'feed',
    'exchange',
    'ports',
  ],
  dashboard: ['control'],
  options: ['api', 'streams', 'transports', 'worlds', 'webhooks', 'market', 'exchange', 'ports'],
  steering: ['options', 'worlds', 'exchange'],
  'command-line': ['options', 'api', 'webhooks', 'market', 'exchange'],
}

/** The same for the SDK: resources, streaming and orders stand on http, http on errors, options and ports. */
const clientArrows: Record<string, readonly string[]> = {
  ports: [],
  errors: [],
  observability: [],
  http: ['errors', 'ports', 'observability'],
  orders: ['http', 'errors', 'ports'],
  resources: ['http', 'orders', 'errors', 'ports'],
  streaming: ['http', 'errors', 'ports', 'observability'],
}

/** Files at a package's root that its rooms may read; the others there are faces. */
const shared = ['sdk/src/options.ts', 'sdk/src/credentials.ts', 'sdk/src/secret.ts']

test('packages import only along the arrows examples -> sdk, mock-server -> spec', () => {
  const wrong = sources()
    .filter(({ path }) => !isTest(path))
    .flatMap((source) => {
      const allowed = packageArrows[source.path.split('/')[0] ?? '']
      if (!allowed) return []
      return source.imports
        .filter(({ specifier }) => specifier.startsWith('@openbourse/'))
        .filter(
          ({ specifier }) => !allowed.some((name) => specifier === name || specifier.startsWith(`${name}/`)),
        )
        .map(({ specifier }) => `${source.path} -> ${specifier}`)
    })
  expect(wrong).toEqual([])
})

test('no package reaches into another by a relative path', () => {
  const wrong = shipped().flatMap((source) =>
    source.imports
      .filter(
        ({ path }) => path?.split('/')[0] !== undefined && path.split('/')[0] !== source.path.split('/')[0],
      )
      .map(({ path }) => `${source.path} -> ${path}`),
  )
  expect(wrong).toEqual([])
})

test('inside the mock server data flows one way', () => {
  expect(violations('mock-server/src/', serverArrows)).toEqual([])
})

test('inside the SDK resources, streaming and orders stand on http', () => {
  expect(violations('sdk/src/', clientArrows)).toEqual([])
})

test('the exchange imports nothing outside itself but types of the contract', () => {
  const wrong = shipped()
    .filter(({ path }) => path.startsWith('mock-server/src/exchange/'))
    .flatMap((source) =>
      source.imports
        .filter((imported) => imported.path === undefined)
        .filter((imported) => !(imported.typeOnly && imported.specifier.startsWith('@openbourse/spec')))
        .map(({ specifier }) => `${source.path} -> ${specifier}`),
    )
  expect(wrong).toEqual([])
})

test('no file takes part in an import cycle', () => {
  expect(findCycle(shipped())).toEqual([])
})

function violations(base: string, arrows: Record<string, readonly string[]>): string[] {
  const folder = (path: string) =>
    path.slice(base.length).includes('/') ? path.slice(base.length).split('/')[0] : ''
  return shipped()
    .filter(({ path }) => path.startsWith(base) && folder(path) !== '')
    .flatMap((source) => {
      const from = folder(source.path) ?? ''
      const allowed = arrows[from]
      if (!allowed) return [`${source.path}: the folder ${from} has no place in the house`]
      return source.imports
        .filter(({ path }) => path?.startsWith(base))
        .map(({ path }) => ({ path, to: folder(path ?? '') }))
        .filter(
          ({ path, to }) =>
            to !== from && !(to === '' ? shared.includes(path ?? '') : allowed.includes(to ?? '')),
        )
        .map(({ path }) => `${source.path} -> ${path}`)
    })
}

function findCycle(files: readonly Source[]): string[] {
  const graph = new Map(files.map(({ path, imports }) => [path, imports.flatMap((item) => item.path ?? [])]))
  const state = new Map<string, 'open' | 'done'>()
  const trail: string[] = []
  const visit = (path: string): string[] => {
    if (state.get(path) === 'done') return []
    if (state.get(path) === 'open') return [...trail.slice(trail.indexOf(path)), path]
    state.set(path, 'open')
    trail.push(path)
    for (const next of graph.get(path) ?? []) {
      const cycle = graph.has(next) ? visit(next) : []
      if (cycle.length > 0) return cycle
    }
    trail.pop()
    state.set(path, 'done')
    return []
  }
  for (const path of graph.keys()) {
    const cycle = visit(path)
    if (cycle.length > 0) return cycle
  }
  return []
}
