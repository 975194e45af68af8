import { execFile } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'

export const root = join(import.meta.dirname, '..')
export const packages = ['spec', 'sdk', 'mock-server'] as const
export type PackageName = (typeof packages)[number]
/** The path of each package's tarball. */
export type Tarballs = Readonly<Record<PackageName, string>>

const require = createRequire(import.meta.url)
const tsup = join(dirname(require.resolve('tsup')), 'cli-default.js')

/**
 * Builds and packs the published packages in a folder outside the repository, so that what others build or run
 * here meanwhile is not disturbed.
 */
export async function packAll(folder: string): Promise<Tarballs> {
  await Promise.all(packages.map((name) => stage(name, join(folder, 'staged', name))))
  const target = join(folder, 'tarballs')
  mkdirSync(target)
  const staged = packages.map((name) => join(folder, 'staged', name))
  const printed = await run('npm', ['pack', '--json', '--pack-destination', target, ...staged], folder)
  return readTarballs(printed, target)
}

/** The package as it lies in the repository, with a fresh build. */
async function stage(name: PackageName, target: string): Promise<void> {
  const source = join(root, name)
  const isCopied = (path: string): boolean => !['dist', 'node_modules'].includes(basename(path))
  cpSync(source, target, { recursive: true, filter: isCopied })
  await run(process.execPath, [tsup, '--out-dir', join(target, 'dist')], source)
}

function readTarballs(printed: string, folder: string): Tarballs {
  const packed = Object.values(JSON.parse(printed)) as { name: string; filename: string }[]
  const find = (name: PackageName): string => {
    const found = packed.find((each) => each.name === `@openbourse/${name}`)
    if (found === undefined) throw new Error(`npm pack made no tarball of ${name}`)
    return join(folder, basename(found.filename))
  }
  return { spec: find('spec'), sdk: find('sdk'), 'mock-server': find('mock-server') }
}

/** Runs a command, answers what it printed, and throws with all of it when the command fails. */
export async function run(
  command: string,
  args: readonly string[],
  cwd: string,
  env = userEnvironment(),
): Promise<string> {
  try {
    // On Windows npm and npx are scripts, which only a shell can start.
    const shell = process.platform === 'win32' && command !== process.execPath
    const { stdout } = await promisify(execFile)(command, args, { cwd, env, shell, maxBuffer: 2 ** 26 })
    return stdout
  } catch (error) {
    const {
      stdout = '',
      stderr = '',
      message,
    } = error as { stdout?: string; stderr?: string; message: string }
    throw new Error(`${command} ${args.join(' ')} failed in ${cwd}\n${stdout}${stderr || message}`)
  }
}

/**
 * The environment of a user's shell: without what npm and vitest tell the programs they start, and with this very
 * Node in front.
 */
export function userEnvironment(): NodeJS.ProcessEnv {
  const foreign =
    /^(npm_(package|lifecycle|config_local_prefix|command|execpath|node_execpath)|INIT_CWD|NODE_(ENV|OPTIONS|PATH|V8_COVERAGE)$|VITE|TEST$|MODE$|DEV$|PROD$|SSR$|BASE_URL$)/
  const own = Object.entries(process.env).filter(([name]) => !foreign.test(name))
  const environment = Object.fromEntries(own)
  const path = Object.keys(environment).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const separator = process.platform === 'win32' ? ';' : ':'
  return { ...environment, [path]: `${dirname(process.execPath)}${separator}${environment[path] ?? ''}` }
}

/** A folder outside the repository, as a user's project has it. */
export function freshFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `openbourse-${purpose}-`))
}
