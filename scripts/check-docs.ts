/** `npm run check:docs`: the reference in Chromium. Unlike `npm test` it fails where there is none. */
import { spawnSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
const { status } = spawnSync(process.execPath, [vitest, 'run', '--project', 'source', 'test/docs'], {
  cwd: join(import.meta.dirname, '..'),
  env: { ...process.env, OPENBOURSE_REQUIRE_CHROMIUM: '1' },
  stdio: 'inherit',
})
process.exitCode = status ?? 1
