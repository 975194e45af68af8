import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../scripts/pack.ts'

const page = readFileSync(join(root, 'docs/limits.md'), 'utf8')
const rows = [...page.matchAll(/^\|.*\| `([^`]+\.test\.ts)`: (.+) \|$/gm)]

test('every row of the page of limits names a test', () => {
  const lines = page.split('\n').filter((line) => /^\| (?!what |---)/.test(line))
  expect(lines.length).toBeGreaterThan(50)
  expect(rows).toHaveLength(lines.length)
})

test.each(rows.map(([, file = '', name = '']) => [file, name]))('%s has: %s', (file, name) => {
  const path = join(root, 'mock-server/test', file)
  expect(existsSync(path), path).toBe(true)
  const text = readFileSync(path, 'utf8')
  expect([`'${name}`, `"${name}`].some((start) => text.includes(start))).toBe(true)
})
