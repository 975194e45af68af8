import { expect, it } from 'vitest'
import { createCursors } from '../../src/api/cursor.ts'

const cursors = createCursors('secret')
const scope = { operationId: 'listOrders', filter: 'acc_demo\nstatus=open' }

it('a cursor gives back its key, to the same operation and filter alone', () => {
  const cursor = cursors.write(scope, [1_700_000_000_000_000, 17])
  expect(cursors.read(scope, cursor)).toEqual({ ok: true, key: [1_700_000_000_000_000, 17] })
  expect(createCursors('secret').read(scope, cursor).ok).toBe(true)
  const other = [
    { ...scope, operationId: 'listFills' },
    { ...scope, filter: 'acc_demo\nstatus=all' },
  ]
  for (const wrong of other) {
    expect(cursors.read(wrong, cursor)).toEqual({ ok: false, code: 'cursor-mismatch' })
  }
})

it('every changed character makes a cursor invalid', () => {
  const cursor = cursors.write(scope, [1, 2])
  for (let index = 0; index < cursor.length; index += 1) {
    for (const letter of ['A', 'b', '.', '_', '0']) {
      if (cursor[index] === letter) continue
      const flipped = cursor.slice(0, index) + letter + cursor.slice(index + 1)
      expect(cursors.read(scope, flipped)).toEqual({ ok: false, code: 'invalid-cursor' })
    }
  }
})

it.each(['', '.', 'x', 'x.y', '.y', `${'a'.repeat(5000)}.b`, 'é.é'])('%j is no cursor', (text) => {
  expect(cursors.read(scope, text)).toEqual({ ok: false, code: 'invalid-cursor' })
  expect(createCursors('other').read(scope, cursors.write(scope, [1]))).toMatchObject({ ok: false })
})
