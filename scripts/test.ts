/**
 * `npm test`: types, lint and tests at once, because each alone leaves a core idle for a while. The tests print as
 * they go, what the others say stands below them, whole. Arguments are vitest's.
 */
import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'

const root = join(import.meta.dirname, '..')
const require = createRequire(import.meta.url)
const folderOf = (name: string): string => dirname(require.resolve(`${name}/package.json`))

const cache = join(root, 'node_modules', '.cache')
const types = [
  ...[join(folderOf('typescript'), 'bin', 'tsc'), '--noEmit', '-p', 'tsconfig.json'],
  // The next time it reads again what has changed, and what that concerns.
  ...['--incremental', '--tsBuildInfoFile', join(cache, 'types.tsbuildinfo')],
]
const lint = [join(folderOf('@biomejs/biome'), 'bin', 'biome'), 'check', '.']
const tests = [join(folderOf('vitest'), 'vitest.mjs'), 'run', ...process.argv.slice(2)]

// Some sixty processes load the same modules: each after the first finds them compiled.
const environment = { NODE_COMPILE_CACHE: join(cache, 'node'), ...process.env }

const beside = [captured('types', types), captured('lint', lint)]
const failed = (await exitOf(start(tests, 'inherit'))) === 0 ? [] : ['tests']

for (const { name, code, said } of await Promise.all(beside)) {
  process.stdout.write(`\n${name}: ${code === 0 ? 'passed' : 'FAILED'}\n${said}`)
  if (code !== 0) failed.push(name)
}
if (failed.length > 0) process.stdout.write(`\nfailed: ${failed.join(', ')}\n`)
process.exitCode = failed.length > 0 ? 1 : 0

async function captured(name: string, command: readonly string[]) {
  const child = start(command, 'pipe')
  const [code, out, err] = await Promise.all([exitOf(child), read(child.stdout), read(child.stderr)])
  return { name, code, said: out + err }
}

function start(command: readonly string[], output: 'inherit' | 'pipe') {
  return spawn(process.execPath, command, { cwd: root, env: environment, stdio: ['ignore', output, output] })
}

/** Null where a signal ended it. */
function exitOf(child: ReturnType<typeof start>): Promise<number | null> {
  return new Promise((resolve, reject) => child.once('error', reject).once('close', resolve))
}

async function read(stream: NodeJS.ReadableStream | null): Promise<string> {
  return stream === null ? '' : text(stream)
}
