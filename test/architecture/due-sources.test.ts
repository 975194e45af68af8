import { expect, test } from 'vitest'
import { shipped } from './sources.ts'

const ADVANCE_TO = 'mock-server/src/exchange/handlers/advance-to.ts'

test('everything that falls due by itself is asked when, in the order in which it comes', () => {
  const { text = '' } = shipped().find(({ path }) => path === ADVANCE_TO) ?? {}
  const listed = /SOURCES: readonly DueSource\[\] = \[([^\]]*)\]/.exec(text)?.[1]?.match(/\w+/g) ?? []
  const asked = [...text.matchAll(/(\w+)\.next\(state\),/g)].map(([, name]) => name)
  expect(listed.length).toBeGreaterThan(10)
  expect(asked).toEqual(listed)
})
