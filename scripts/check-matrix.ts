/**
 * Recomputes the golden hash of the exchange on every supported Node: the same commands must give the same
 * bytes everywhere.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const script = join(import.meta.dirname, '..', 'mock-server', 'scripts', 'check-golden.ts')
const flags = [
  '--conditions=@openbourse/source',
  '--experimental-strip-types',
  '--disable-warning=ExperimentalWarning',
]

const failed = ['22', '24', '26'].filter((version) => {
  const run = spawnSync('npx', ['-y', '-p', `node@${version}`, 'node', ...flags, script], {
    encoding: 'utf8',
  })
  process.stdout.write(`Node ${version}: ${run.stdout.trim() || run.stderr.trim()}\n`)
  return run.status !== 0
})

if (failed.length > 0) {
  process.stdout.write(`check:matrix failed on Node ${failed.join(', ')}\n`)
  process.exit(1)
}
