import { type ErrorCode, type OperationId, routes } from '@openbourse/spec'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Cell, cellsOf, nameOf } from './cells.ts'
import { type Answer, createKitchen, type Kitchen, type Recipe } from './kitchen.ts'
import { type Doors, reaches } from './reach.ts'
import { recipes } from './recipes/operations.ts'
import { shared, sharedSuccesses } from './recipes/shared.ts'
import { createVenues, type VenueName } from './venues.ts'

/**
 * Every answer that the contract declares for an operation is reached, over every transport: an answer that nothing
 * reaches is not declared, and the client of each recipe refuses answers that are not. A new operation takes part
 * by itself; what is its own goes into `recipes/operations.ts`, a new parameter's value into `forms.ts`.
 */

const ids = Object.keys(routes) as OperationId[]

function recipeOf({ id, status, code }: Cell): Recipe | undefined {
  const own = recipes[id]
  if (code === null) return own?.successes?.[status] ?? sharedSuccesses[status]
  return own?.errors?.[code as ErrorCode] ?? shared[code as ErrorCode]
}

test('every declared answer has a recipe', () => {
  const cells = ids.flatMap(cellsOf)
  expect(cells.filter((cell) => recipeOf(cell) === undefined).map(nameOf)).toEqual([])
  expect(cells.length).toBeGreaterThan(700)
})

test('every recipe is of an answer that is declared', () => {
  const declared = new Set(ids.flatMap(cellsOf).map(({ id, status, code }) => `${id} ${code ?? status}`))
  const written = Object.entries(recipes).flatMap(([id, { successes = {}, errors = {} }]) =>
    [...Object.keys(successes), ...Object.keys(errors)].map((name) => `${id} ${name}`),
  )
  expect(written.filter((name) => !declared.has(name))).toEqual([])
})

describe.each(reaches)('over %s', (_name, reach) => {
  let kitchen: Kitchen
  let doors: Doors<VenueName>

  beforeAll(async () => {
    const venues = createVenues()
    const names = Object.keys(venues) as VenueName[]
    const backends = Object.fromEntries(names.map((name) => [name, venues[name].backend]))
    doors = await reach(backends as Record<VenueName, (typeof venues)[VenueName]['backend']>)
    kitchen = createKitchen(venues, doors)
  })
  afterAll(() => doors.close())

  test.each(ids)('%s gives each answer that it declares', async (id) => {
    const faults: string[] = []
    for (const cell of cellsOf(id)) {
      const fault = await faultOf(cell, kitchen)
      if (fault !== undefined) faults.push(`${nameOf(cell)}: ${fault}`)
    }
    expect(faults).toEqual([])
  })
})

/** Why the cell is not what its recipe gives; undefined when it is. */
async function faultOf(cell: Cell, kitchen: Kitchen): Promise<string | undefined> {
  const recipe = recipeOf(cell)
  if (recipe === undefined) return 'no recipe'
  try {
    const answer = await recipe(kitchen, cell.id)
    const given = `${answer.status} ${codeOf(answer) ?? ''}`.trim()
    const wanted = `${cell.status} ${cell.code ?? ''}`.trim()
    return given === wanted ? undefined : `answered ${given}: ${JSON.stringify(answer.json).slice(0, 300)}`
  } catch (error) {
    return String(error)
  }
}

function codeOf({ status, json }: Answer): string | undefined {
  return status < 400 ? undefined : (json.code ?? json.error)
}
