import { type OperationId, routes } from '@openbourse/spec'
import { editDistance } from './edit-distance.ts'

export interface Route {
  readonly operationId: OperationId
  readonly method: string
  readonly path: string
}

export type Match =
  | { readonly found: 'route'; readonly route: Route; readonly parameters: Readonly<Record<string, string>> }
  | { readonly found: 'path'; readonly allow: string }
  | { readonly found: 'nothing'; readonly nearest: string }

/** All methods of one path. */
interface PathEntry {
  readonly path: string
  readonly segments: readonly string[]
  readonly byMethod: Map<string, Route>
}

const NO_PARAMETERS: Readonly<Record<string, string>> = Object.freeze({})

const entries = readEntries()
/** Paths without parameters: one look-up. */
const exact = new Map(entries.filter(({ path }) => !path.includes('{')).map((entry) => [entry.path, entry]))
/** Paths with parameters, by their number of segments. */
const templates = groupByLength(entries.filter(({ path }) => path.includes('{')))

/** The methods of the whole server, as `OPTIONS *` tells them. */
export const allMethods = allowed(entries.flatMap(({ byMethod }) => [...byMethod.keys()]))

/** Finds the operation of a method and a decoded path. HEAD is answered as GET. */
export function matchRoute(method: string, path: string, segments: readonly string[]): Match {
  const entry = exact.get(path)
  if (entry !== undefined) return matchMethod(entry, method, NO_PARAMETERS)
  for (const template of templates.get(segments.length) ?? []) {
    const parameters = matchSegments(template.segments, segments)
    if (parameters !== undefined) return matchMethod(template, method, parameters)
  }
  return { found: 'nothing', nearest: nearestRoute(segments) }
}

function matchMethod(entry: PathEntry, method: string, parameters: Readonly<Record<string, string>>): Match {
  const route = entry.byMethod.get(method === 'HEAD' ? 'GET' : method)
  return route === undefined
    ? { found: 'path', allow: allowOf(entry) }
    : { found: 'route', route, parameters }
}

function matchSegments(
  template: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {}
  for (const [index, expected] of template.entries()) {
    const segment = segments[index] ?? ''
    if (expected.startsWith('{')) {
      if (segment === '') return undefined
      parameters[expected.slice(1, -1)] = segment
    } else if (segment !== expected) return undefined
  }
  return parameters
}

function allowOf(entry: PathEntry): string {
  return allowed([...entry.byMethod.keys()])
}

function allowed(methods: readonly string[]): string {
  const others = [...new Set(methods)].filter((name) => name !== 'GET')
  const told = methods.includes('GET') ? ['GET', 'HEAD', ...others] : others
  return [...told, 'OPTIONS'].join(', ')
}

/** The path template nearest to what was asked; a parameter is near to anything in its place. */
function nearestRoute(segments: readonly string[]): string {
  const asked = segments[0] === 'v1' ? [segments] : [segments, ['v1', ...segments]]
  let best = { path: '', distance: Number.POSITIVE_INFINITY }
  for (const variant of asked) {
    const text = `/${variant.join('/')}`.slice(0, LONGEST)
    for (const { path, segments: template } of entries) {
      const filled = template.map((part, index) => (part.startsWith('{') ? (variant[index] ?? part) : part))
      const distance = editDistance(text, `/${filled.join('/')}`.slice(0, LONGEST))
      if (distance < best.distance) best = { path, distance }
    }
  }
  return best.path
}

/** Longer paths are compared by their beginning: the work is bounded whatever a caller sends. */
const LONGEST = 128

function readEntries(): PathEntry[] {
  const byPath = new Map<string, PathEntry>()
  for (const [operationId, { method, path }] of Object.entries(routes)) {
    const entry = byPath.get(path) ?? { path, segments: path.slice(1).split('/'), byMethod: new Map() }
    const name = method.toUpperCase()
    entry.byMethod.set(name, { operationId: operationId as OperationId, method: name, path })
    byPath.set(path, entry)
  }
  return [...byPath.values()]
}

function groupByLength(list: readonly PathEntry[]): Map<number, PathEntry[]> {
  const groups = new Map<number, PathEntry[]>()
  for (const entry of list) {
    const group = groups.get(entry.segments.length) ?? []
    group.push(entry)
    groups.set(entry.segments.length, group)
  }
  return groups
}
