import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { errorCodes, orderReasons, routes } from '@openbourse/spec'
import { expect, test } from 'vitest'
import { errorsText } from '../scripts/errors-page.ts'
import { root } from './architecture/sources.ts'

test('docs/errors.md is current: npm run generate makes it', () => {
  expect(readFileSync(join(root, 'docs', 'errors.md'), 'utf8')).toBe(errorsText())
})

test('it has a row for every code and reason, and no row without an operation', () => {
  const rows = errorsText()
    .split('\n')
    .filter((line) => line.startsWith('| `'))
  const names = rows.map((row) => /^\| `([^`]+)`/.exec(row)?.[1])
  expect(names.sort()).toEqual([...Object.keys(errorCodes), ...Object.keys(orderReasons)].sort())
  expect(rows.filter((row) => /\|\s*\|/.test(row))).toEqual([])
  for (const id of ['replaceOrder', 'cancelOrder']) {
    expect(rows.find((row) => row.startsWith('| `order-not-open`'))).toContain(id)
  }
  expect(Object.keys(routes).length).toBeGreaterThan(40)
})
