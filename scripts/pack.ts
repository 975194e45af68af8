import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const root = join(import.meta.dirname, '..')
export const packages = ['spec', 'sdk', 'mock-server'] as const

/** Runs a command, answers what it printed, and throws with all of it when the command fails. */
export function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, {
      cwd,
      encoding: 'utf8',
      stdio: 'pipe',
      shell: process.platform === 'win32',
    })
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string }
    throw new Error(`${command} ${args.join(' ')} failed\n${stdout}${stderr}`)
  }
}

/** Builds and packs the published packages; answers the tarballs' paths in the order of {@link packages}. */
export function packAll(): string[] {
  run('npm', ['run', 'build'], root)
  const folder = mkdtempSync(join(tmpdir(), 'openbourse-pack-'))
  return packages.map((name) => {
    const target = join(folder, name)
    mkdirSync(target)
    run('npm', ['pack', '--workspace', name, '--pack-destination', target], root)
    const [tarball] = readdirSync(target)
    if (tarball === undefined) throw new Error(`npm pack made no tarball of ${name}`)
    return join(target, tarball)
  })
}

/** A folder outside the repository, as a user's project has it. */
export function freshFolder(purpose: string): string {
  return mkdtempSync(join(tmpdir(), `openbourse-${purpose}-`))
}
