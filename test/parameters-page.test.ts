import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { PARAMETER_PARTS } from '../mock-server/src/exchange/parameters/parameters.ts'
import { parametersText } from '../scripts/parameters-page.ts'
import { root } from './architecture/sources.ts'

const rows = PARAMETER_PARTS.flatMap((part) => [...part.rows])

test('docs/parameters.md is current: npm run generate makes it', () => {
  expect(readFileSync(join(root, 'docs', 'parameters.md'), 'utf8')).toBe(parametersText())
})

test('it has a row for every dated value', () => {
  const lines = parametersText()
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  expect(lines.map((line) => /^\| `(\w+)` \| (\S+) \|.*\| (\S+) \| .*\|$/.exec(line)?.slice(1))).toEqual(
    rows.map(({ name, value, from }) => [name, value, from]),
  )
})

test('every row says where it comes from, or that nobody has confirmed it', () => {
  for (const { source, unit } of rows) {
    expect(source).not.toBe('')
    expect(`${source}${unit}`).not.toContain('|')
  }
})
