import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, normalize, relative } from 'node:path'
import ts from 'typescript'

export const root = join(import.meta.dirname, '..', '..')

/** One TypeScript file of the repository with what it imports, as paths from the root or package names. */
export interface Source {
  readonly path: string
  readonly text: string
  readonly imports: readonly Import[]
}

export interface Import {
  readonly specifier: string
  /** The imported file from the root when the import is relative. */
  readonly path: string | undefined
  readonly typeOnly: boolean
}

/** Files that git tracks, or would track, below the root. */
export function projectFiles(): string[] {
  const listed = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
    cwd: root,
  })
  return listed.toString().split('\n').filter(Boolean)
}

let cached: readonly Source[] | undefined

export function sources(): readonly Source[] {
  cached ??= projectFiles()
    .filter((path) => path.endsWith('.ts') && !path.startsWith('bench/'))
    .flatMap(readSource)
  return cached
}

export function isTest(path: string): boolean {
  return /\.test\.ts$|\.test-d\.ts$|(^|\/)test\/|\/testing(\.ts$|\/)|\/fixtures?\.ts$/.test(path)
}

/** Code that ships: the three packages' `src`, without tests and generated files. */
export function shipped(): readonly Source[] {
  return sources().filter(
    ({ path }) =>
      /^(spec|sdk|mock-server)\/src\//.test(path) && !isTest(path) && !path.includes('/generated/'),
  )
}

export function syntaxTree(source: Source): ts.SourceFile {
  return ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true)
}

function readSource(path: string): Source[] {
  try {
    const text = readFileSync(join(root, path), 'utf8')
    return [{ path, text, imports: importsOf(path, text) }]
  } catch {
    return [] // listed by git but deleted in the work tree
  }
}

function importsOf(path: string, text: string): Import[] {
  const typeOnly = new Set<string>()
  for (const match of text.matchAll(/^(?:import|export) type [^'"]*?from '([^']+)'/gm))
    typeOnly.add(match[1] ?? '')
  const valued = new Set<string>()
  for (const match of text.matchAll(/^(?:import|export) (?!type )[^'"]*?from '([^']+)'/gm))
    valued.add(match[1] ?? '')
  return ts.preProcessFile(text, true, true).importedFiles.map(({ fileName }) => ({
    specifier: fileName,
    path: fileName.startsWith('.')
      ? relative(root, normalize(join(root, dirname(path), fileName)))
      : undefined,
    typeOnly: typeOnly.has(fileName) && !valued.has(fileName),
  }))
}
