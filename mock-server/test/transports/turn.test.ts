import { expect, test } from 'vitest'
import { nextTask } from '../../src/ports/system-clock.ts'
import { endOfTurn } from '../../src/transports/turn.ts'

test('all who wait in one turn go on together, in their order, and the next turn is another', async () => {
  const heard: string[] = []
  const first = endOfTurn().then(() => heard.push('first'))
  await Promise.resolve()
  const second = endOfTurn().then(() => heard.push('second'))
  nextTask(() => heard.push('next task'))
  expect(heard).toEqual([])
  await Promise.all([first, second])
  expect(heard).toEqual(['first', 'second'])
  await endOfTurn()
  expect(heard).toEqual(['first', 'second', 'next task'])
})
