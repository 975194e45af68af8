/**
 * `npm run check:docs`: the TSDoc of the SDK without a gap, and the reference in Chromium. Unlike `npm test` it fails
 * where there is none.
 */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.url)
const typedoc = join(dirname(require.resolve('typedoc/package.json')), 'bin', 'typedoc')
const vitest = join(dirname(require.resolve('vitest/package.json')), 'vitest.mjs')

const checks = [
  [typedoc, '--emit', 'none', '--treatWarningsAsErrors'],
  [vitest, 'run', '--project', 'source', 'test/docs'],
]
const failed = checks.filter((command) => {
  const { status } = spawnSync(process.execPath, command, {
    cwd: join(import.meta.dirname, '..'),
    env: { ...process.env, OPENBOURSE_REQUIRE_CHROMIUM: '1' },
    stdio: 'inherit',
  })
  return status !== 0
})
process.exitCode = failed.length > 0 ? 1 : 0
