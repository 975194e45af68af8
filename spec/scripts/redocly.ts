/** The one way to Redocly's command line: no telemetry, no look for updates. It takes its configuration from `cwd`. */
import { execFile } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { specFolder } from './sources.ts'

const run = promisify(execFile)
const LARGEST_REPORT_BYTES = 64 * 1024 * 1024

export function redocly(parameters: readonly string[], cwd = specFolder): Promise<{ stdout: string }> {
  const manifest = createRequire(import.meta.url).resolve('@redocly/cli/package.json')
  const env = { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' }
  return run(process.execPath, [join(dirname(manifest), 'bin/cli.js'), ...parameters], {
    cwd,
    env,
    maxBuffer: LARGEST_REPORT_BYTES,
  })
}
