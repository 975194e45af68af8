import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { channelRows, coverageText, operationRows } from '../scripts/coverage.ts'
import { root } from './architecture/sources.ts'

test('every operation and channel is reached over every transport, by the SDK and by a test', () => {
  const holes = [...operationRows(), ...channelRows()].flatMap(({ name, cells }) =>
    Object.entries(cells)
      .filter(([, cell]) => cell === '')
      .map(([column]) => `${name}: ${column}`),
  )
  expect(holes).toEqual([])
})

test('docs/coverage.md is current: npm run generate makes it', () => {
  expect(readFileSync(join(root, 'docs', 'coverage.md'), 'utf8')).toBe(coverageText())
})
