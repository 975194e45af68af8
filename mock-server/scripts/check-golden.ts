/**
 * Recomputes the exchange's golden run and compares it with the committed one: the same commands must give
 * the same bytes on every Node. `--write` replaces the committed file after an intended change.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { goldenRun } from '../test/exchange/support/golden-run.ts'

const file = join(import.meta.dirname, '..', 'test', 'exchange', 'golden.json')
const text = `${JSON.stringify(goldenRun(), null, 2)}\n`

if (process.argv.includes('--write')) {
  writeFileSync(file, text)
  process.stdout.write(`written: ${file}\n`)
} else if (readFileSync(file, 'utf8') === text) {
  process.stdout.write(`golden run: same bytes (${JSON.parse(text).eventHash})\n`)
} else {
  process.stdout.write(`golden run differs on Node ${process.versions.node}:\n${text}`)
  process.exitCode = 1
}
