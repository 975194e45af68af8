import { beforeAll, describe, expect, test } from 'vitest'
import { plant, plantedBreaks, plantedHarmless } from '../../test/planted-changes.ts'
import type { Break } from './break.ts'
import { breakingChanges } from './breaking-changes.ts'
import { checkContract } from './check.ts'
import { readDocuments, releasedFolder } from './documents.ts'

test('the contract breaks nothing that was released', async () => {
  expect(await checkContract()).toBe('')
})

describe('planted in the released documents', () => {
  // All at once: a comparison takes a second, and each break is told by its rule and what it says.
  let breaks: Break[]
  let found: Break[]
  beforeAll(async () => {
    const released = await readDocuments(releasedFolder)
    ;[breaks, found] = await Promise.all([
      breakingChanges(released, plant(released, plantedBreaks)),
      breakingChanges(released, plant(released, plantedHarmless)),
    ])
  })

  test.each(plantedBreaks)('$document: $what is found', ({ document, rule, says }) => {
    const named = breaks.filter((one) => one.document === document && one.rule === rule)
    expect(named.map(({ where, message }) => `${where}: ${message}`).join('\n')).toContain(says)
  })

  test('nothing else is called a break', () => {
    const known = breaks.filter((one) =>
      plantedBreaks.some(({ document, rule }) => document === one.document && rule === one.rule),
    )
    expect(breaks.filter((one) => !known.includes(one))).toEqual([])
  })

  test.each(plantedHarmless)('$document: $what breaks nothing', ({ at }) => {
    expect(found.filter((one) => one.at.startsWith(at) || at.startsWith(one.at))).toEqual([])
  })

  test('together they break nothing either', () => {
    expect(found).toEqual([])
  })
})
